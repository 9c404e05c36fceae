package dev.smelt.compiler.jvm;

import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import java.util.Set;

/**
 * Methods of the generated class that divide integers as kernels do, without an exception: by zero, the quotient is the
 * dividend and the remainder 0.
 *
 * <pre>{@code
 * private static int divide(int a, int b) {
 *     return b == 0 ? a : a / b;
 * }
 * }</pre>
 */
final class DivisionHelpers {
    private static final Set<String> QUOTIENTS = Set.of("floorDiv", "divideUnsigned");
    private static final Set<String> REMAINDERS = Set.of("floorMod", "remainderUnsigned");
    private static final Set<Class<?>> OWNERS = Set.of(Math.class, Integer.class, Long.class);

    private final JvmTypes types;
    private final HelperMethods methods;

    DivisionHelpers(JvmTypes types, HelperMethods methods) {
        this.types = types;
        this.methods = methods;
    }

    /** The method for {@code a / b}. */
    String divide(Type.Scalar type) {
        return operator("divide", "return b == 0 ? a : a / b", types.of(type));
    }

    /** The method for {@code a % b}. */
    String remainder(Type.Scalar type) {
        return operator("remainder", "return b == 0 ? 0 : a % b", types.of(type));
    }

    private String operator(String name, String statement, TypeName type) {
        return methods.require(
                name + " " + type,
                name,
                (unused, builder) -> builder.returns(type)
                        .addParameter(type, "a")
                        .addParameter(type, "b")
                        .addStatement(statement));
    }

    /** Whether a function of the JDK throws if its second argument is zero. */
    static boolean throwsOnZero(Builtin builtin) {
        return OWNERS.contains(builtin.owner())
                && (QUOTIENTS.contains(builtin.name()) || REMAINDERS.contains(builtin.name()));
    }

    /** The method for such a function. */
    String guarded(Builtin builtin) {
        TypeName dividend = types.of(builtin.parameters().get(0));
        TypeName divisor = types.of(builtin.parameters().get(1));
        return methods.require(
                builtin + " " + dividend + " " + divisor,
                builtin.name(),
                (unused, builder) -> builder.returns(types.of(builtin.result()))
                        .addParameter(dividend, "a")
                        .addParameter(divisor, "b")
                        .addStatement(
                                "return b == 0 ? $L : $T.$L(a, b)",
                                QUOTIENTS.contains(builtin.name()) ? "a" : "0",
                                builtin.owner(),
                                builtin.name()));
    }

    /** Whether it is a constant other than zero, so that Java's own division never throws. */
    static boolean isNonZeroConstant(Expr divisor) {
        if (divisor instanceof Expr.Convert convert && convert.type() != Type.Scalar.FLOAT) {
            return convert.operand() instanceof Expr.Constant constant
                    && constant.value() instanceof Integer value
                    && value != 0
                    && convert.type() == Type.Scalar.LONG;
        }
        return divisor instanceof Expr.Constant constant
                && constant.value() instanceof Number value
                && value.longValue() != 0;
    }
}
