package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which statements of a kernel are control, outside the loops over the lanes: what holds a collective; what all
 * lanes leave together, to a place that is control; and what computes, once for all lanes, the values on which such
 * control depends. All other statements go into regions whole.
 */
final class OuterStatements {
    private final Structure structure;
    private final Uniformity uniformity;
    private final Control control;
    private final Set<Stmt> outer = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> shared = new HashSet<>();

    private OuterStatements(Structure structure, Uniformity uniformity, Control control) {
        this.structure = structure;
        this.uniformity = uniformity;
        this.control = control;
    }

    static OuterStatements of(
            Stmt.Block body, Structure structure, Uniformity uniformity, Control control, Set<Label> outside) {
        OuterStatements result = new OuterStatements(structure, uniformity, control);
        result.mark(body);
        structure.collectives().forEach(result::markAround);
        structure.collectives().forEach(result::shareIndex);
        outside.forEach(label -> result.mark(((Stmt.For) structure.labelled(label)).body()));
        structure.returns().stream().filter(result::isUniform).forEach(result::markAround);
        result.shareWhatIsComputedOutside();
        return result;
    }

    /** Whether a statement is control. */
    boolean contains(Stmt stmt) {
        return outer.contains(stmt);
    }

    /** The variables that have one value for all lanes, computed outside the lane loops. */
    Set<Variable> shared() {
        return shared;
    }

    /** Whether a variable is a local that is not shared. */
    boolean isKeptByLanes(Variable variable) {
        return structure.assignments().containsKey(variable) && !shared.contains(variable);
    }

    /** Whether all lanes that take part come to a statement together. */
    boolean isUniform(Stmt stmt) {
        return control.at(stmt) == Level.UNIFORM;
    }

    /** Whether all lanes that take part go the same way at a branch, or into each round of a loop. */
    boolean goesOneWay(Stmt stmt) {
        if (!isUniform(stmt)) {
            return false;
        }
        if (stmt instanceof Stmt.If branch) {
            return uniformity.of(branch.condition()) == Level.UNIFORM;
        } else if (stmt instanceof Stmt.Switch choice) {
            return uniformity.of(choice.selector()) == Level.UNIFORM;
        } else if (stmt instanceof Stmt.For loop) {
            return uniformity.of(loop.condition()) == Level.UNIFORM && isUniform(loop.body());
        } else if (stmt instanceof Stmt.DoWhile loop) {
            return uniformity.of(loop.condition()) == Level.UNIFORM && isUniform(loop.body());
        }
        return true;
    }

    private void markAround(Stmt stmt) {
        Optional<Stmt> around = structure.around(stmt);
        around.ifPresent(this::mark);
    }

    private void mark(Stmt stmt) {
        if (!outer.add(stmt)) {
            return;
        }
        markAround(stmt);
        if (goesOneWay(stmt)) {
            conditionOf(stmt).ifPresent(this::share);
        }
        labelOf(stmt)
                .ifPresent(label -> structure.jumpsTo(label).stream()
                        .filter(this::isUniform)
                        .forEach(this::markAround));
    }

    /** The index of what is loaded or stored in rows is computed by the control. */
    private void shareIndex(Stmt collective) {
        if (collective instanceof Stmt.InvokeBuiltin invoke && invoke.builtin().owner() == LaneStep.class) {
            share(invoke.arguments().get(1));
        }
    }

    private static Optional<Expr> conditionOf(Stmt stmt) {
        if (stmt instanceof Stmt.If branch) {
            return Optional.of(branch.condition());
        } else if (stmt instanceof Stmt.Switch choice) {
            return Optional.of(choice.selector());
        } else if (stmt instanceof Stmt.For loop) {
            return Optional.of(loop.condition());
        } else if (stmt instanceof Stmt.DoWhile loop) {
            return Optional.of(loop.condition());
        }
        return Optional.empty();
    }

    private static Optional<Label> labelOf(Stmt stmt) {
        if (stmt instanceof Stmt.Switch choice) {
            return Optional.of(choice.label());
        } else if (stmt instanceof Stmt.For loop) {
            return Optional.of(loop.label());
        } else if (stmt instanceof Stmt.DoWhile loop) {
            return Optional.of(loop.label());
        } else if (stmt instanceof Stmt.Labeled labeled) {
            return Optional.of(labeled.label());
        }
        return Optional.empty();
    }

    /** Has the control know the variables of an expression. */
    private void share(Expr expr) {
        for (Variable variable : Mentions.in(expr)) {
            List<Stmt> assignments = structure.assignments().getOrDefault(variable, List.of());
            if (assignments.isEmpty() || !shared.add(variable)) {
                continue;
            }
            if (uniformity.of(variable) != Level.UNIFORM) {
                throw new AssertionError(expr.span() + ": of each lane its own: " + variable);
            }
            for (Stmt assignment : assignments) {
                markAround(assignment);
                valueOf(assignment).ifPresent(this::share);
            }
        }
    }

    /** What a statement gives a variable. */
    static Optional<Expr> valueOf(Stmt assignment) {
        if (assignment instanceof Stmt.Declare declare) {
            return Optional.ofNullable(declare.value());
        }
        return assignment instanceof Stmt.Assign assign ? Optional.of(assign.value()) : Optional.empty();
    }

    /** Shares what happens to be computed outside from what is known there. */
    private void shareWhatIsComputedOutside() {
        Set<Variable> candidates = new HashSet<>();
        structure.assignments().forEach((variable, assignments) -> {
            boolean outside = assignments.stream()
                    .allMatch(assignment ->
                            structure.around(assignment).filter(outer::contains).isPresent());
            if (outside && uniformity.of(variable) == Level.UNIFORM) {
                candidates.add(variable);
            }
        });
        candidates.addAll(shared);
        boolean changed = true;
        while (changed) {
            List<Variable> impossible = new ArrayList<>();
            for (Variable candidate : candidates) {
                if (!shared.contains(candidate) && dependsOnOthers(candidate, candidates)) {
                    impossible.add(candidate);
                }
            }
            changed = candidates.removeAll(impossible);
        }
        shared.addAll(candidates);
    }

    private boolean dependsOnOthers(Variable candidate, Set<Variable> candidates) {
        return structure.assignments().getOrDefault(candidate, List.of()).stream()
                .flatMap(assignment -> valueOf(assignment).stream())
                .flatMap(value -> Mentions.in(value).stream())
                .anyMatch(read -> structure.assignments().containsKey(read) && !candidates.contains(read));
    }
}
