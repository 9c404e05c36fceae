package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaUnaryOp;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Works out {@code && || !} and {@code ?:} of constants and remembers every answer: the rules ask about each prefix of
 * {@code a && b && c}, and would otherwise walk a long chain once for each of its links.
 */
final class LogicalConstants {
    private final ConstantConditions constants;
    private final IdentityHashMap<JavaExpr, Optional<Boolean>> known = new IdentityHashMap<>();

    LogicalConstants(ConstantConditions constants) {
        this.constants = constants;
    }

    boolean isTrue(JavaExpr condition) {
        return valueOf(condition).orElse(false);
    }

    boolean isFalse(JavaExpr condition) {
        return !valueOf(condition).orElse(true);
    }

    Optional<Boolean> valueOf(JavaExpr condition) {
        Optional<Boolean> value = known.get(condition);
        if (value == null) {
            value = compute(condition);
            known.put(condition, value);
        }
        return value;
    }

    private Optional<Boolean> compute(JavaExpr condition) {
        if (condition instanceof JavaExpr.Unary unary && unary.op() == JavaUnaryOp.NOT) {
            return valueOf(unary.operand()).map(value -> !value);
        }
        if (condition instanceof JavaExpr.Binary binary
                && (binary.op() == JavaBinaryOp.AND || binary.op() == JavaBinaryOp.OR)) {
            boolean and = binary.op() == JavaBinaryOp.AND;
            return valueOf(binary.left())
                    .flatMap(left -> valueOf(binary.right()).map(right -> and ? left && right : left || right));
        }
        if (condition instanceof JavaExpr.Conditional conditional) {
            return valueOf(conditional.condition())
                    .flatMap(value -> valueOf(conditional.then())
                            .flatMap(then ->
                                    valueOf(conditional.otherwise()).map(otherwise -> value ? then : otherwise)));
        }
        return constants.valueOf(condition);
    }
}
