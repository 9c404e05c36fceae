package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells threads that have returned what the others have found, through one number in threadgroup memory. All that have not
 * returned find the same; if there are none it is zero, or false.
 */
final class Votes {
    private final FreshIds ids;
    private final Builtin barrier;
    private @Nullable Variable memory;

    Votes(FreshIds ids, Builtin barrier) {
        this.ids = ids;
        this.barrier = barrier;
    }

    /** The array of one {@code int}, in threadgroup memory; null where nothing needs it. */
    @Nullable
    Variable memory() {
        return memory;
    }

    /** The same, which is needed now. */
    Variable needMemory() {
        Variable needed = memory == null ? ids.variable("vote", new Type.Array(Type.Scalar.INT)) : memory;
        memory = needed;
        return needed;
    }

    /**
     * Lets all threads have the value, an {@code int} or a {@code boolean}, that the active ones find.
     *
     * @param out takes the statements
     */
    Expr share(Expr value, Variable active, List<Stmt> out) {
        Span span = value.span();
        boolean isInt = value.type() == Type.Scalar.INT;
        Expr found = isInt ? value : new Expr.Conditional(value, number(1, span), number(0, span), span);
        out.add(store(number(0, span), span));
        out.add(barrier(span));
        out.add(new Stmt.If(
                new Expr.Read(active, span),
                new Stmt.Block(List.of(store(found, span)), span),
                new Stmt.Block(List.of(), span),
                span));
        out.add(barrier(span));
        Expr load = new Expr.Load(new Expr.Read(needMemory(), span), number(0, span), span);
        Variable result = ids.variable(isInt ? "choice" : "goesOn", isInt ? Type.Scalar.INT : Type.Scalar.BOOLEAN);
        Expr told = isInt
                ? load
                : new Expr.Binary(BinaryOp.NOT_EQUAL, load, number(0, span), Type.Scalar.BOOLEAN, false, span);
        out.add(new Stmt.Declare(result, told, span));
        // The next vote must not begin before all have read this one.
        out.add(barrier(span));
        return new Expr.Read(result, span);
    }

    private Stmt store(Expr value, Span span) {
        return new Stmt.Store(new Expr.Read(needMemory(), span), number(0, span), value, span);
    }

    private Stmt barrier(Span span) {
        return new Stmt.InvokeBuiltin(barrier, List.of(), null, span);
    }

    private static Expr number(int value, Span span) {
        return new Expr.Constant(Type.Scalar.INT, value, span);
    }
}
