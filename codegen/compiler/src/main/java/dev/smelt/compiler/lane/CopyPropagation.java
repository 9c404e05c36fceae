package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one variable of two, where one is given the value of the other and neither is ever given another: a loop over the lanes
 * that only copies is gone. Parameters and results of functions that were inlined are such copies.
 *
 * <pre>{@code
 * before: d = x / y; p = d; q = exp(p); result = q; return result * d;
 * after:  d = x / y;        q = exp(d);             return q * d;
 * }</pre>
 *
 * <p>Precondition: each variable is given a value before it is read, as Java has it. So one that is assigned by a single
 * statement has, from there to the end of its block, the same value.
 */
final class CopyPropagation {
    private CopyPropagation() {}

    /** A body without such copies. */
    static Stmt.Block in(Stmt.Block body) {
        Copies copies = new Copies(AssignmentCounts.in(body));
        copies.visitBlock(body);
        return new Merging(copies).rewriteBlock(body);
    }

    /** Finds the copies, and which of the two variables stays: one that is known wherever the other is. */
    private static final class Copies extends Walker {
        private final AssignmentCounts assignments;
        private final Map<Variable, Variable> merged = new HashMap<>();
        private Set<Variable> ofBlock = new HashSet<>();

        Copies(AssignmentCounts assignments) {
            this.assignments = assignments;
        }

        /** The variable that stays. */
        Variable of(Variable variable) {
            Variable of = variable;
            while (merged.containsKey(of)) {
                of = merged.get(of);
            }
            return of;
        }

        @Override
        public Void visitBlock(Stmt.Block stmt) {
            Set<Variable> around = ofBlock;
            ofBlock = new HashSet<>();
            super.visitBlock(stmt);
            ofBlock = around;
            return null;
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            ofBlock.add(stmt.variable());
            if (stmt.value() instanceof Expr.Read read) {
                copy(stmt.variable(), read.variable());
            }
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            if (stmt.value() instanceof Expr.Read read) {
                copy(stmt.variable(), read.variable());
            }
            return super.visitAssign(stmt);
        }

        private void copy(Variable to, Variable from) {
            boolean same = to.type() instanceof Type.Scalar && to.type().equals(from.type());
            if (!same || assignments.of(to) != 1 || assignments.of(from) > 1) {
                return;
            }
            if (ofBlock.contains(to)) {
                merged.put(to, from);
            } else if (ofBlock.contains(from) && !merged.containsKey(from)) {
                // What is copied ends with the block, the copy doesn't.
                merged.put(from, to);
            }
        }
    }

    /** Writes the one in the place of the other. */
    private static final class Merging extends Renaming {
        private final Copies copies;

        Merging(Copies copies) {
            this.copies = copies;
            copies.merged.keySet().forEach(variable -> rename(variable, copies.of(variable)));
        }

        private boolean isCopy(Variable to, @Nullable Expr value) {
            return value instanceof Expr.Read read && copies.of(read.variable()).equals(copies.of(to));
        }

        @Override
        public Stmt visitBlock(Stmt.Block stmt) {
            List<Stmt> stmts = new ArrayList<>();
            for (Stmt each : stmt.statements()) {
                if (each instanceof Stmt.Declare declare && copies.merged.containsKey(declare.variable())) {
                    Expr value = declare.value();
                    if (value != null && !isCopy(declare.variable(), value)) {
                        stmts.add(new Stmt.Assign(copies.of(declare.variable()), rewrite(value), declare.span()));
                    }
                } else if (!(each instanceof Stmt.Assign assign && isCopy(assign.variable(), assign.value()))) {
                    stmts.add(rewrite(each));
                }
            }
            return new Stmt.Block(stmts, stmt.span());
        }
    }
}
