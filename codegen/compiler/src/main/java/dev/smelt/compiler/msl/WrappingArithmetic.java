package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;

/**
 * Integer arithmetic that wraps as Java's does. Signed overflow is undefined in MSL (3.1), so it is done on unsigned
 * numbers: a tree of such operators as a whole, {@code int(uint(y) * uint(width) + uint(x))}.
 */
final class WrappingArithmetic {
    private final ExprEmitter exprs;

    WrappingArithmetic(ExprEmitter exprs) {
        this.exprs = exprs;
    }

    /** Whether an operator must be done on unsigned numbers. */
    static boolean isWrapping(Expr expr) {
        if (expr.type() != Type.Scalar.INT && expr.type() != Type.Scalar.LONG) {
            return false;
        }
        if (expr instanceof Expr.Unary unary) {
            return unary.op() == UnaryOp.NEGATE;
        }
        return expr instanceof Expr.Binary binary
                && switch (binary.op()) {
                    case ADD, SUBTRACT, MULTIPLY -> !binary.exact();
                    case SHIFT_LEFT, SHIFT_RIGHT_UNSIGNED -> true;
                    default -> false;
                };
    }

    /** A tree whose root is {@link #isWrapping wrapping}, as a signed number again. */
    Fragment emit(Expr expr) {
        return Fragment.call(
                TypeSpelling.scalar((Type.Scalar) expr.type()), unsigned(expr).text());
    }

    private Fragment unsigned(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return Literals.unsigned(constant);
        }
        if (expr instanceof Expr.Unary unary && (isWrapping(unary) || isBitwiseOnWrapping(unary))) {
            return ExprEmitter.prefix(unary.op().symbol(), unsigned(unary.operand()));
        }
        if (expr instanceof Expr.Binary binary && (isWrapping(binary) || isBitwiseOnWrapping(binary))) {
            return unsigned(binary);
        }
        return Fragment.call(
                TypeSpelling.unsigned((Type.Scalar) expr.type()),
                exprs.promoted(expr).text());
    }

    private Fragment unsigned(Expr.Binary expr) {
        Precedence precedence = Precedence.of(expr.op());
        return switch (expr.op()) {
            case SHIFT_LEFT -> Fragment.binary(unsigned(expr.left()), "<<", precedence, amount(expr));
            case SHIFT_RIGHT_UNSIGNED -> Fragment.binary(unsigned(expr.left()), ">>", precedence, amount(expr));
            default -> Fragment.binary(unsigned(expr.left()), expr.op().symbol(), precedence, unsigned(expr.right()));
        };
    }

    /** Bitwise operators mean the same on both kinds of numbers; they stay unsigned between operators that are. */
    private static boolean isBitwiseOnWrapping(Expr expr) {
        if (expr instanceof Expr.Unary unary) {
            return unary.op() == UnaryOp.COMPLEMENT && staysUnsigned(unary.operand());
        }
        return expr instanceof Expr.Binary binary
                && binary.op().kind() == BinaryOp.Kind.BITWISE
                && (staysUnsigned(binary.left()) || staysUnsigned(binary.right()));
    }

    private static boolean staysUnsigned(Expr expr) {
        return isWrapping(expr) || isBitwiseOnWrapping(expr);
    }

    /** A shift's amount, masked to the width of what is shifted, as in Java. */
    Fragment amount(Expr.Binary shift) {
        int mask = shift.type() == Type.Scalar.LONG ? 63 : 31;
        if (shift.right() instanceof Expr.Constant constant) {
            return Literals.ofInt((Integer) constant.value() & mask);
        }
        return Fragment.binary(
                exprs.promoted(shift.right()), "&", Precedence.BIT_AND, Fragment.primary(Integer.toString(mask)));
    }
}
