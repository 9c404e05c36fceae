package dev.smelt.compiler.ir;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds whether a statement, or the body of a loop, has a jump that leaves it. */
public final class LoopExits extends Walker {
    /** Labels inside the body: a jump to one of these stays in it. */
    private final Set<Label> inner = new HashSet<>();

    private final @Nullable Label loop;
    private boolean leaves;

    private LoopExits(@Nullable Label loop) {
        this.loop = loop;
    }

    /** Whether a jump in the body, or a return, leaves the loop with this label. */
    public static boolean canLeave(Stmt.Block body, Label loop) {
        return new LoopExits(loop).areIn(body);
    }

    /** Whether a jump in a statement, or a return, leaves the statement. */
    public static boolean canLeave(Stmt stmt) {
        return new LoopExits(null).areIn(stmt);
    }

    private boolean areIn(Stmt stmt) {
        walk(stmt);
        return leaves;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        inner.add(stmt.label());
        return super.visitFor(stmt);
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        inner.add(stmt.label());
        return super.visitDoWhile(stmt);
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        inner.add(stmt.label());
        return super.visitLabeled(stmt);
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        inner.add(stmt.label());
        return super.visitSwitch(stmt);
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        leaves |= !inner.contains(stmt.label());
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        leaves |= !inner.contains(stmt.label()) && !stmt.label().equals(loop);
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        leaves = true;
        return null;
    }
}
