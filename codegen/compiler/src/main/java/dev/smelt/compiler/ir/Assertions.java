package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import dev.smelt.dsl.checks.Checks;
import java.util.List;

/**
 * An {@code assert} statement as it leaves {@code sema}: {@code if (enabled()) { ... assertion(condition); }}, where the
 * block has all that evaluating the condition does. Where nothing is checked it goes as a whole, so that a condition
 * with effects has none, as in Java.
 */
public final class Assertions {
    /** Whether assertions are evaluated; known before anything is written. */
    private static final Builtin ENABLED = Builtin.pure(
            Builtin.Form.STATIC, Checks.class, "enabled", List.of(), Type.Scalar.BOOLEAN, "smelt_checks_enabled");

    /** Fails where the condition is false. */
    private static final Builtin ASSERTION = new Builtin(
            Builtin.Form.STATIC,
            Checks.class,
            "assertion",
            List.of(Type.Scalar.BOOLEAN),
            new Type.NoValue(),
            "smelt_check_assertion",
            "smelt_check_assertion",
            Builtin.Effect.ASSERTION,
            false);

    private Assertions() {}

    /** The test of a condition, behind what evaluating it does. */
    public static Stmt test(Expr condition, Span span) {
        return new Stmt.InvokeBuiltin(ASSERTION, List.of(condition), null, span);
    }

    /** The whole statement. */
    public static Stmt statement(Stmt.Block body, Span span) {
        Expr enabled = new Expr.BuiltinCall(ENABLED, List.of(), span);
        return new Stmt.If(enabled, body, new Stmt.Block(List.of(), span), span);
    }

    /** Whether a statement is one that {@link #statement} made. */
    public static boolean isStatement(Stmt.If stmt) {
        return stmt.condition() instanceof Expr.BuiltinCall call
                && call.builtin().equals(ENABLED);
    }

    /** Whether a statement is one that {@link #test} made. */
    public static boolean isTest(Stmt.InvokeBuiltin stmt) {
        return stmt.builtin().equals(ASSERTION);
    }
}
