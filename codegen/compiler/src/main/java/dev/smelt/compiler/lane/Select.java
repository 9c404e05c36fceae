package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import java.util.Collections;
import java.util.List;

/**
 * A choice by a comparison of floats, as the function of {@code LaneMath} that makes it for all lanes. Comparisons with 0
 * have functions of their own, which need no array of zeros and no difference.
 *
 * @param builtin the function
 * @param arguments what is compared, then both values
 */
record Select(Builtin builtin, List<Expr> arguments) {
    /**
     * The function for a choice.
     *
     * @param left what is compared, ready to be computed for all lanes
     */
    static Select of(Expr.Conditional choice, Expr left, Expr right) {
        BinaryOp op = ((Expr.Binary) choice.condition()).op();
        if (isZero(right)) {
            return new Select(byZero(op), List.of(left, choice.then(), choice.otherwise()));
        } else if (isZero(left)) {
            return new Select(byZero(op.mirrored()), List.of(right, choice.then(), choice.otherwise()));
        }
        boolean isMirrored = op == BinaryOp.GREATER || op == BinaryOp.GREATER_OR_EQUAL;
        String name = (isMirrored ? op.mirrored() : op) == BinaryOp.LESS ? "selectLess" : "selectLessOrEqual";
        return new Select(
                function(name, 4),
                List.of(isMirrored ? right : left, isMirrored ? left : right, choice.then(), choice.otherwise()));
    }

    private static boolean isZero(Expr expr) {
        return expr instanceof Expr.Constant constant && constant.value() instanceof Float number && number == 0;
    }

    private static Builtin byZero(BinaryOp op) {
        String name = switch (op) {
            case LESS -> "selectNegative";
            case LESS_OR_EQUAL -> "selectNotPositive";
            case GREATER -> "selectPositive";
            case GREATER_OR_EQUAL -> "selectNotNegative";
            default -> throw new AssertionError(op + ": no choice is made by it");
        };
        return function(name, 3);
    }

    private static Builtin function(String name, int parameters) {
        return Builtin.pure(
                Builtin.Form.STATIC,
                LaneStep.Compute.class,
                name,
                Collections.nCopies(parameters, Type.Scalar.FLOAT),
                Type.Scalar.FLOAT,
                name);
    }
}
