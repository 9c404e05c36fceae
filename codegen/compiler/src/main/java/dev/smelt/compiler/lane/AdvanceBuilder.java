package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the steps that bring each lane through the first rounds of a loop that lanes leave when they like. */
final class AdvanceBuilder {
    private static final String MARGIN = "margin";
    private static final String OPEN = "open";

    /**
     * What one loop over lanes may hold for HotSpot to turn it into SIMD although it stores into several arrays: so much
     * was measured. On JDK 17 twice as many operations in such a loop took three times as long as when divided.
     */
    private static final int MOST_OPERATIONS = 13;

    private static final int MOST_ARRAYS = 5;
    private static final int MOST_STORED = 3;

    private final FreshIds ids;
    private final Structure structure;
    private final Uniformity uniformity;
    private final boolean isWanted;

    /**
     * For one kernel.
     *
     * @param isWanted whether to make any
     */
    AdvanceBuilder(FreshIds ids, Structure structure, Uniformity uniformity, boolean isWanted) {
        this.ids = ids;
        this.structure = structure;
        this.uniformity = uniformity;
        this.isWanted = isWanted;
    }

    /** Whether a body has such a loop where all threads come to it together. */
    static boolean isFoundIn(Stmt.Block body, FreshIds ids, Uniformity uniformity, Control control) {
        Finder finder = new Finder(ids.variable(MARGIN, Type.Scalar.FLOAT), uniformity, control);
        finder.walk(body);
        return finder.found;
    }

    /** Looks for them in what is control whatever happens: statements of the body itself. */
    private static final class Finder extends Walker {
        private final Variable margin;
        private final Uniformity uniformity;
        private final Control control;
        private boolean found;

        Finder(Variable margin, Uniformity uniformity, Control control) {
            this.margin = margin;
            this.uniformity = uniformity;
            this.control = control;
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            found |= control.at(stmt) == Level.UNIFORM
                    && uniformity.of(stmt.condition()) != Level.UNIFORM
                    && FreeRounds.of(stmt, margin, uniformity).isPresent();
            return null;
        }

        @Override
        public Void visitIf(Stmt.If stmt) {
            return null;
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            return null;
        }

        @Override
        public Void visitSwitch(Stmt.Switch stmt) {
            return null;
        }
    }

    /** The step to do before a loop; empty if it is not such a loop. */
    Optional<LaneStep.Advance> before(Stmt.For loop, OuterStatements outer) {
        if (!isWanted) {
            return Optional.empty();
        }
        Variable margin = ids.variable(MARGIN, Type.Scalar.FLOAT);
        return FreeRounds.of(loop, margin, uniformity)
                .filter(rounds -> isReachable(rounds, outer))
                .map(rounds -> step(rounds, margin, outer, isExact(rounds, loop)));
    }

    /** Whether a lane that leaves need not go back. */
    private boolean isExact(FreeRounds rounds, Stmt.For loop) {
        return rounds.tellsExactly()
                && !new NeededBehind(structure).isAny(rounds.state(), loop)
                && rounds.bounds().stream().allMatch(bound -> beginsAlike(bound.counter()));
    }

    /** Whether a counter is likely to be the same for all lanes when the loop begins. */
    private boolean beginsAlike(Variable counter) {
        return structure.assignments().getOrDefault(counter, List.of()).stream().allMatch(this::isAlike);
    }

    private boolean isAlike(Stmt assignment) {
        boolean steps = assignment instanceof Stmt.Assign assign
                && CountedLoop.stepOf(assign).isPresent();
        return steps
                || OuterStatements.valueOf(assignment)
                        .filter(value -> uniformity.of(value) == Level.UNIFORM)
                        .isPresent();
    }

    /** Whether the control knows the bounds, and lanes keep nothing but floats that a round reads. */
    private static boolean isReachable(FreeRounds rounds, OuterStatements outer) {
        boolean bounds = rounds.bounds().stream()
                .flatMap(bound -> Mentions.in(bound.limit()).stream())
                .noneMatch(outer::isKeptByLanes);
        boolean kept = rounds.state().stream().allMatch(outer::isKeptByLanes)
                && rounds.counters().keySet().stream().allMatch(outer::isKeptByLanes);
        return bounds
                && kept
                && rounds.constants().stream()
                        .noneMatch(variable -> outer.isKeptByLanes(variable) && variable.type() != Type.Scalar.FLOAT);
    }

    private LaneStep.Advance step(FreeRounds rounds, Variable margin, OuterStatements outer, boolean isExact) {
        Renaming renaming = new Renaming();
        List<LaneStep.Packed> state = new ArrayList<>();
        Set<Variable> stored = new LinkedHashSet<>(Set.of(margin));
        for (Variable variable : rounds.state()) {
            Variable packed = packed(variable, renaming);
            Variable kept = isExact ? null : ids.variable(variable.name(), variable.type());
            state.add(new LaneStep.Packed(variable, packed, kept));
            stored.add(packed);
        }
        List<LaneStep.Packed> constants = new ArrayList<>();
        for (Variable variable : rounds.constants()) {
            if (outer.isKeptByLanes(variable)) {
                constants.add(new LaneStep.Packed(variable, packed(variable, renaming), null));
            }
        }
        Stmt.Block body = renaming.rewriteBlock(isExact ? rounds.roundByItself() : rounds.round());
        Set<Variable> loaded = new LinkedHashSet<>(stored);
        constants.forEach(constant -> loaded.add(constant.packed()));
        List<LaneStep.Counter> counters = rounds.counters().entrySet().stream()
                .map(AdvanceBuilder::counter)
                .toList();
        List<LaneStep.Bound> bounds = rounds.bounds().stream()
                .map(bound -> new LaneStep.Bound(bound.counter(), bound.limit(), bound.step(), bound.included()))
                .toList();
        LaneStep.Region round = new LaneStep.Region(body, loaded, stored);
        Variable open = isExact ? ids.variable(OPEN, Type.Scalar.BOOLEAN) : null;
        return new LaneStep.Advance(
                List.of(round), state, constants, counters, bounds, margin, rounds.isPositive(), open);
    }

    private static LaneStep.Counter counter(Map.Entry<Variable, Integer> entry) {
        return new LaneStep.Counter(entry.getKey(), entry.getValue());
    }

    private Variable packed(Variable variable, Renaming renaming) {
        Variable packed = ids.variable(variable.name(), variable.type());
        renaming.rename(variable, packed);
        return packed;
    }

    /** The same step, its rounds divided; if they are short, they stay one loop, which loads what it needs once. */
    static LaneStep.Advance divided(LaneStep.Advance step, RegionSplitter splitter) {
        List<LaneStep.Region> regions = step.rounds().stream()
                .flatMap(region -> isShort(region) ? Stream.of(region) : splitter.split(region).stream())
                .collect(Collectors.toList());
        return new LaneStep.Advance(
                regions,
                step.state(),
                step.constants(),
                step.counters(),
                step.bounds(),
                step.margin(),
                step.positive(),
                step.open());
    }

    private static boolean isShort(LaneStep.Region region) {
        Set<Variable> arrays = new LinkedHashSet<>(region.loaded());
        arrays.addAll(region.stored());
        return arrays.size() <= MOST_ARRAYS
                && region.stored().size() <= MOST_STORED
                && StraightCode.of(region.body())
                        .filter(assignments -> assignments.stream()
                                        .mapToInt(assignment -> Operations.in(assignment.value()))
                                        .sum()
                                <= MOST_OPERATIONS)
                        .isPresent();
    }
}
