package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a lane program's control has done for all lanes before it goes on. */
public sealed interface LaneStep {
    /** All variables that it reads or gives a value. */
    Set<Variable> variables();

    /**
     * Statements that each lane runs for itself, one lane after the other or together.
     *
     * @param body without collectives, and without jumps to outside
     * @param loaded the variables that keep a value for each lane, and are used here
     * @param stored those of them that are assigned here
     * @param carried ints that go from one lane to the next, and what they begin with
     * @param before what is done with those for each lane before the body
     */
    record Region(
            Stmt.Block body,
            Set<Variable> loaded,
            Set<Variable> stored,
            Map<Variable, Integer> carried,
            List<Stmt> before)
            implements LaneStep {
        public Region {
            loaded = Set.copyOf(loaded);
            stored = Set.copyOf(stored);
            carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
            before = List.copyOf(before);
        }

        /** A region whose lanes carry nothing. */
        public Region(Stmt.Block body, Set<Variable> loaded, Set<Variable> stored) {
            this(body, loaded, stored, Map.of(), List.of());
        }

        /** All variables in its statements. */
        public Set<Variable> mentioned() {
            Set<Variable> mentioned = new LinkedHashSet<>(Mentions.in(body).all());
            before.forEach(stmt -> mentioned.addAll(Mentions.in(stmt).all()));
            return mentioned;
        }

        @Override
        public Set<Variable> variables() {
            return of(loaded, stored);
        }
    }

    /** A region that is done in several, one behind the other. */
    record Regions(List<Region> regions) implements LaneStep {
        public Regions {
            regions = List.copyOf(regions);
        }

        @Override
        public Set<Variable> variables() {
            Set<Variable> variables = new LinkedHashSet<>();
            regions.forEach(region -> variables.addAll(region.variables()));
            return variables;
        }
    }

    /**
     * A function that the active lanes of each simdgroup compute together.
     *
     * @param arguments variables that keep a value for each lane
     * @param result the same; null where nobody asks
     */
    record Simd(
            Builtin builtin,
            List<Variable> arguments,
            @Nullable Variable result,
            Span span) implements LaneStep {
        public Simd {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Set<Variable> variables() {
            return of(arguments, result == null ? List.of() : List.of(result));
        }
    }

    /**
     * A function of floats, computed for all lanes.
     *
     * @param function its name in {@code LaneMath} of the runtime
     * @param arguments variables that keep a value for each lane
     */
    record Compute(String function, List<Variable> arguments, Variable result) implements LaneStep {
        public Compute {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Set<Variable> variables() {
            return of(arguments, List.of(result));
        }
    }

    /**
     * Finds the largest magnitude that a float has in a lane; infinite or NaN if one is.
     *
     * @param result the same for all lanes
     */
    record Largest(Variable values, Variable result) implements LaneStep {
        @Override
        public Set<Variable> variables() {
            return Set.of(values);
        }
    }

    /**
     * Loads an element for each lane.
     *
     * @param index for the first lane of a row
     * @param spread whether it is the same for each further one; else one more
     */
    record Load(Variable buffer, Expr index, boolean spread, Variable result) implements LaneStep {
        @Override
        public Set<Variable> variables() {
            return of(Mentions.in(index), List.of(buffer, result));
        }
    }

    /**
     * Stores a value of each lane.
     *
     * @param index for the first lane of a row; for each further one it is one more
     */
    record Store(Variable buffer, Expr index, Variable value) implements LaneStep {
        @Override
        public Set<Variable> variables() {
            return of(Mentions.in(index), List.of(buffer, value));
        }
    }

    /**
     * A float of each lane, and where those that run keep it, one beside the other.
     *
     * @param kept the same as it was before the present rounds; null if nobody goes back there
     */
    record Packed(Variable lanes, Variable packed, @Nullable Variable kept) {}

    /** An int of each lane, to which a step is added in each round. */
    record Counter(Variable counter, int step) {}

    /** What a counter must be before for the lane to stay, above or below by the sign of its step. */
    record Bound(Variable counter, Expr limit, int step, boolean included) {}

    /**
     * Brings each lane through the first rounds of a loop that it leaves when it likes, as far as it certainly does not
     * leave ({@link FreeRounds}); the loop itself follows.
     *
     * @param rounds what is done in a round, for lanes that lie packed
     * @param margin the least of all present rounds, or of one
     * @param positive whether it must be above 0
     * @param open where the margin of each round tells for certain if a lane leaves, and nobody needs its floats behind the
     *     loop: becomes whether any lane may still have rounds to do, of all those that take part; else null
     */
    record Advance(
            List<Region> rounds,
            List<Packed> state,
            List<Packed> constants,
            List<Counter> counters,
            List<Bound> bounds,
            Variable margin,
            boolean positive,
            @Nullable Variable open)
            implements LaneStep {
        public Advance {
            rounds = List.copyOf(rounds);
            state = List.copyOf(state);
            constants = List.copyOf(constants);
            counters = List.copyOf(counters);
            bounds = List.copyOf(bounds);
        }

        /** Whether a lane that leaves goes back nowhere. */
        public boolean isExact() {
            return open != null;
        }

        /** Those that have a value for each lane. */
        Set<Variable> ofLanes() {
            Set<Variable> variables = new LinkedHashSet<>(Set.of(margin));
            for (Packed each : state) {
                variables.addAll(List.of(each.lanes(), each.packed()));
                Variable kept = each.kept();
                if (kept != null) {
                    variables.add(kept);
                }
            }
            constants.forEach(each -> variables.addAll(List.of(each.lanes(), each.packed())));
            counters.forEach(each -> variables.add(each.counter()));
            return variables;
        }

        @Override
        public Set<Variable> variables() {
            Set<Variable> variables = ofLanes();
            rounds.forEach(region -> variables.addAll(region.variables()));
            bounds.forEach(bound -> variables.addAll(Mentions.in(bound.limit())));
            return variables;
        }
    }

    /**
     * The lanes come together.
     *
     * @param ofSimdgroup whether only those of each simdgroup do
     */
    record Barrier(boolean ofSimdgroup, Span span) implements LaneStep {
        @Override
        public Set<Variable> variables() {
            return Set.of();
        }
    }

    /** Lets the lanes that left for this place take part again. */
    record Rejoin(int code) implements LaneStep {
        @Override
        public Set<Variable> variables() {
            return Set.of();
        }
    }

    /** Finds out whether any lane takes part at present ({@link LaneProgram#active}). */
    record Survey() implements LaneStep {
        @Override
        public Set<Variable> variables() {
            return Set.of();
        }
    }

    private static Set<Variable> of(Collection<Variable> some, Collection<Variable> others) {
        Set<Variable> variables = new LinkedHashSet<>(some);
        variables.addAll(others);
        return variables;
    }
}
