package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a kernel that tells which elements a thread certainly loads and stores, from nothing but its position, the
 * uniforms and the lengths of arrays. {@link IndexSlicer} cuts it out.
 *
 * @param steps to run in order
 */
record IndexSlice(List<Step> steps) {
    IndexSlice {
        steps = List.copyOf(steps);
    }

    /** One step of the slice. */
    sealed interface Step {}

    /** A declaration or an assignment that an index depends on. */
    record Evaluate(Stmt stmt) implements Step {}

    /** A load or a store of {@code array[index]}, by the array's slot. */
    record Access(int slot, Expr index) implements Step {}

    /** Without what no access depends on. */
    IndexSlice pruned() {
        Set<Variable> needed = new HashSet<>();
        List<Step> kept = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step instanceof Access access) {
                needed.addAll(Reads.in(access.index()));
                kept.add(step);
            } else if (step instanceof Evaluate evaluate && keep(evaluate.stmt(), needed)) {
                kept.add(step);
            }
        }
        Collections.reverse(kept);
        return new IndexSlice(kept);
    }

    private static boolean keep(Stmt stmt, Set<Variable> needed) {
        if (stmt instanceof Stmt.Declare declare && needed.contains(declare.variable())) {
            Expr value = declare.value();
            if (value != null) {
                needed.addAll(Reads.in(value));
            }
            return true;
        }
        if (stmt instanceof Stmt.Assign assign && needed.contains(assign.variable())) {
            needed.addAll(Reads.in(assign.value()));
            return true;
        }
        return false;
    }

    /** The variables that the slice reads. */
    Set<Variable> variables() {
        Set<Variable> read = new HashSet<>();
        for (Step step : steps) {
            if (step instanceof Access access) {
                read.addAll(Reads.in(access.index()));
            } else if (step instanceof Evaluate evaluate) {
                Reads reads = new Reads();
                reads.walk(evaluate.stmt());
                read.addAll(reads.found);
            }
        }
        return read;
    }

    /** Finds the variables that an expression reads. */
    private static final class Reads extends Walker {
        private final Set<Variable> found = new HashSet<>();

        static Set<Variable> in(Expr expr) {
            Reads reads = new Reads();
            reads.walk(expr);
            return reads.found;
        }

        @Override
        public Void visitRead(Expr.Read expr) {
            found.add(expr.variable());
            return null;
        }
    }
}
