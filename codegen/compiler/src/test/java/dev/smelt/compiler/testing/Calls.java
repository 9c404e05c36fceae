package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import java.util.Arrays;
import java.util.List;

/** Builds calls of functions that really exist in Java. */
public final class Calls {
    private final Ir ir;

    public Calls(Ir ir) {
        this.ir = ir;
    }

    public Expr function(Class<?> owner, String name, Type result, Object... arguments) {
        return call(Builtin.Form.STATIC, owner, name, result, false, arguments);
    }

    /** Such as {@code (float) Math.sin(x)}. */
    public Expr underCast(Class<?> owner, String name, Object... arguments) {
        return call(Builtin.Form.STATIC, owner, name, Ir.FLOAT, true, arguments);
    }

    public Expr method(String name, Type result, Object receiver, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = receiver;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return call(Builtin.Form.INSTANCE, Object.class, name, result, false, all);
    }

    public Expr construct(Class<?> owner, Type result, Object... arguments) {
        return call(Builtin.Form.CONSTRUCTOR, owner, owner.getSimpleName(), result, false, arguments);
    }

    private Expr call(Builtin.Form form, Class<?> owner, String name, Type result, boolean cast, Object... arguments) {
        List<Expr> exprs = Arrays.stream(arguments).map(ir::expr).toList();
        List<Type> types = exprs.stream().map(Expr::type).toList();
        return new Expr.BuiltinCall(
                new Builtin(form, owner, name, types, result, "unused", "unused", Builtin.Effect.NONE, cast),
                exprs,
                ir.span());
    }
}
