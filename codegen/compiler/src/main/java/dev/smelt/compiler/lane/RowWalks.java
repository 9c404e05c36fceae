package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the loops that all threads go through in the same rounds, in each of which the threads of a row load what lies side
 * by side, and after which nothing is kept for a thread. Thread by thread they jump through memory; with the loop outside
 * of the lanes, memory is read in order:
 *
 * <pre>{@code
 * for (int k = 0; k < 256; k++) {
 *     atomicAdd(bins, data[k * 256 + t] & 255, 1);
 * }
 * }</pre>
 */
final class RowWalks extends Walker {
    private final Uniformity uniformity;
    private final Control control;
    private final RowIndex rows;
    private final Set<Label> found = new HashSet<>();

    private RowWalks(Uniformity uniformity, Control control, RowIndex rows) {
        this.uniformity = uniformity;
        this.control = control;
        this.rows = rows;
    }

    /** The labels of such loops in a body. */
    static Set<Label> in(Stmt.Block body, Uniformity uniformity, Control control, RowIndex rows) {
        RowWalks walks = new RowWalks(uniformity, control, rows);
        walks.walk(body);
        return walks.found;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        if (isWalk(stmt)) {
            found.add(stmt.label());
        }
        return super.visitFor(stmt);
    }

    private boolean isWalk(Stmt.For loop) {
        boolean together = control.at(loop) == Level.UNIFORM
                && control.at(loop.body()) == Level.UNIFORM
                && uniformity.of(loop.condition()) == Level.UNIFORM;
        if (!together) {
            return false;
        }
        Body body = new Body();
        body.walk(loop.body());
        body.assigned.removeAll(body.declared);
        return body.simple
                && body.loadsRow
                && body.assigned.stream().allMatch(variable -> uniformity.of(variable) == Level.UNIFORM);
    }

    /** What a loop does in a round. */
    private final class Body extends Walker {
        private final Set<Variable> declared = new HashSet<>();
        private final Set<Variable> assigned = new HashSet<>();
        private boolean simple = true;
        private boolean loadsRow;

        void walk(Stmt.Block body) {
            visitBlock(body);
            assigned.addAll(Mentions.in(body).assigned());
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            declared.add(stmt.variable());
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            simple = false;
            return null;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            loadsRow |= rows.of(expr.index()).filter(row -> row.step() == 1).isPresent();
            return super.visitLoad(expr);
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            simple = false;
            return null;
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            simple = false;
            return null;
        }

        @Override
        public Void visitBreak(Stmt.Break stmt) {
            simple = false;
            return null;
        }

        @Override
        public Void visitContinue(Stmt.Continue stmt) {
            simple = false;
            return null;
        }

        @Override
        public Void visitReturn(Stmt.Return stmt) {
            simple = false;
            return null;
        }
    }
}
