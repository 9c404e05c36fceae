package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.BinaryOp;
import dev.smelt.compiler.ast.Expr;
import dev.smelt.compiler.ast.UnaryOp;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Works out {@code && || !} and {@code ?:} of constants and remembers every answer: the rules ask about each prefix of
 * {@code a && b && c}, and would otherwise walk a long chain once for each of its links.
 */
final class LogicalConstants {
    private final ConstantConditions constants;
    private final IdentityHashMap<Expr, Optional<Boolean>> known = new IdentityHashMap<>();

    LogicalConstants(ConstantConditions constants) {
        this.constants = constants;
    }

    boolean isTrue(Expr condition) {
        return valueOf(condition).orElse(false);
    }

    boolean isFalse(Expr condition) {
        return !valueOf(condition).orElse(true);
    }

    Optional<Boolean> valueOf(Expr condition) {
        Optional<Boolean> value = known.get(condition);
        if (value == null) {
            value = compute(condition);
            known.put(condition, value);
        }
        return value;
    }

    private Optional<Boolean> compute(Expr condition) {
        if (condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return valueOf(unary.operand()).map(value -> !value);
        }
        if (condition instanceof Expr.Binary binary && (binary.op() == BinaryOp.AND || binary.op() == BinaryOp.OR)) {
            boolean and = binary.op() == BinaryOp.AND;
            return valueOf(binary.left())
                    .flatMap(left -> valueOf(binary.right()).map(right -> and ? left && right : left || right));
        }
        if (condition instanceof Expr.Conditional conditional) {
            return valueOf(conditional.condition())
                    .flatMap(value -> valueOf(conditional.then())
                            .flatMap(then ->
                                    valueOf(conditional.otherwise()).map(otherwise -> value ? then : otherwise)));
        }
        return constants.valueOf(condition);
    }
}
