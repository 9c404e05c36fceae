package dev.smelt.compiler.uniformity;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Walker;

/** Finds the level of an expression from those of what it reads. */
final class ExprLevel extends Walker {
    private final Uniformity uniformity;
    private Level found = Level.UNIFORM;

    ExprLevel(Uniformity uniformity) {
        this.uniformity = uniformity;
    }

    Level found() {
        return found;
    }

    private void add(Level level) {
        found = found.join(level);
    }

    @Override
    public Void visitRead(Expr.Read expr) {
        add(uniformity.of(expr.variable()));
        return null;
    }

    /**
     * A difference of two values that depend on the thread's place may be alike for all threads of a threadgroup: {@code i -
     * lane} is where it begins.
     */
    @Override
    public Void visitBinary(Expr.Binary expr) {
        Level left = uniformity.of(expr.left());
        Level right = uniformity.of(expr.right());
        boolean mayBeAlike = expr.op() == BinaryOp.SUBTRACT
                && left == Level.VARYING
                && right == Level.VARYING
                && !uniformity.isOverGrid();
        add(mayBeAlike ? Level.UNKNOWN : left.join(right));
        return null;
    }

    /** What lies in memory may be alike for all threads even if each loads another element. */
    @Override
    public Void visitLoad(Expr.Load expr) {
        boolean constant = expr.array() instanceof Expr.Read read && uniformity.isConstant(read.variable());
        Level index = uniformity.of(expr.index()).join(uniformity.of(expr.array()));
        Level memory = constant && index == Level.UNIFORM ? Level.UNIFORM : Level.UNKNOWN;
        // Threads of a grid that load from places of their own are told apart; only certain conflicts are looked for.
        add(uniformity.isOverGrid() ? memory.join(index) : memory);
        return null;
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        add(uniformity.resultOf(expr.function()));
        return super.visitCall(expr);
    }

    /** A pixel is memory too. */
    @Override
    public Void visitBuiltinCall(Expr.BuiltinCall expr) {
        boolean readsPixel =
                expr.arguments().size() > 1 && expr.arguments().get(0).type() instanceof Type.Texture;
        if (readsPixel) {
            add(Level.UNKNOWN);
            return null;
        }
        return super.visitBuiltinCall(expr);
    }
}
