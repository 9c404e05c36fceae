package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds loops that threads leave by a jump on a condition that only active threads can evaluate. Where none is active the
 * jump is never taken, and the loop needs another end.
 */
final class SharedExits extends Walker {
    private final SharedValues shared;
    private final JointStatements joint;
    /** What jumps within the loop go to. */
    private final Set<Label> inner = new HashSet<>();

    private final Set<Label> continued = new HashSet<>();
    /** How many conditions are around that only active threads can evaluate. */
    private int unshared;

    private boolean found;

    private SharedExits(SharedValues shared, JointStatements joint) {
        this.shared = shared;
        this.joint = joint;
    }

    /** Whether all jumps that leave a loop are on conditions that all threads can evaluate. */
    static boolean areAll(Stmt.Block body, Label loop, SharedValues shared, JointStatements joint) {
        SharedExits exits = new SharedExits(shared, joint);
        exits.continued.add(loop);
        exits.walk(body);
        return !exits.found;
    }

    private void under(Expr condition, Runnable statements) {
        int outer = unshared;
        unshared += shared.has(condition) ? 0 : 1;
        statements.run();
        unshared = outer;
    }

    private void leave(Stmt jump) {
        found |= unshared > 0 && joint.contains(jump);
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        under(stmt.condition(), () -> super.visitIf(stmt));
        return null;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        inner.add(stmt.label());
        under(stmt.condition(), () -> super.visitFor(stmt));
        return null;
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        inner.add(stmt.label());
        under(stmt.condition(), () -> super.visitDoWhile(stmt));
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        inner.add(stmt.label());
        return super.visitLabeled(stmt);
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        inner.add(stmt.label());
        under(stmt.selector(), () -> super.visitSwitch(stmt));
        return null;
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        if (!inner.contains(stmt.label())) {
            leave(stmt);
        }
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        if (!inner.contains(stmt.label()) && !continued.contains(stmt.label())) {
            leave(stmt);
        }
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        leave(stmt);
        return null;
    }
}
