package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
     */
    record Region(Stmt.Block body, Set<Variable> loaded, Set<Variable> stored) implements LaneStep {
        public Region {
            loaded = Set.copyOf(loaded);
            stored = Set.copyOf(stored);
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
