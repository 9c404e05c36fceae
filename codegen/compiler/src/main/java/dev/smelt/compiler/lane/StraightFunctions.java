package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.source.Span;
import java.util.List;
import java.util.Map;

/**
 * Those of the {@link LaneFunctions} that are straight code with floats as long as their argument is in range, and the rest
 * of what {@code StraightMath} of the runtime has. Calls of them can stand in loops over the lanes.
 */
public final class StraightFunctions {
    /** The operations of each, a fused multiply-add being one. */
    private static final Map<String, Integer> OPERATIONS = Map.of("sin", 18, "cos", 19);

    private static final Builtin IS_FAST = Builtin.pure(
            Builtin.Form.STATIC, StraightFunctions.class, "isFast", List.of(), Type.Scalar.BOOLEAN, "isFast");

    private static final Builtin LARGEST_ANGLE = Builtin.pure(
            Builtin.Form.CONSTANT,
            StraightFunctions.class,
            "LARGEST_ANGLE",
            List.of(),
            Type.Scalar.FLOAT,
            "LARGEST_ANGLE");

    private StraightFunctions() {}

    /** Whether there is one of this name. */
    static boolean contains(String function) {
        return OPERATIONS.containsKey(function);
    }

    /** Whether a call is of one of them, made by {@link #call}. */
    static boolean isCall(Builtin builtin) {
        return builtin.owner() == StraightFunctions.class && contains(builtin.name());
    }

    /** How many operations it takes. */
    static int operations(Builtin function) {
        return OPERATIONS.getOrDefault(function.name(), 0);
    }

    /** The function of a value, if that is in range. */
    static Expr call(String function, Expr argument, Span span) {
        Builtin builtin = Builtin.pure(
                Builtin.Form.STATIC,
                StraightFunctions.class,
                function,
                List.of(Type.Scalar.FLOAT),
                Type.Scalar.FLOAT,
                function);
        return new Expr.BuiltinCall(builtin, List.of(argument), span);
    }

    /** Whether they are to be used at all. */
    static Expr isFast(Span span) {
        return new Expr.BuiltinCall(IS_FAST, List.of(), span);
    }

    /** The largest magnitude of arguments in range. */
    static Expr largestArgument(Span span) {
        return new Expr.BuiltinCall(LARGEST_ANGLE, List.of(), span);
    }
}
