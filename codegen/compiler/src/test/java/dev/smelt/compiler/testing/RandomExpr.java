package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes scalar expressions at random, always the same from the same seed. */
public final class RandomExpr {
    private static final List<Type.Scalar> NUMBERS =
            List.of(Type.Scalar.BYTE, Type.Scalar.SHORT, Type.Scalar.INT, Type.Scalar.LONG, Type.Scalar.FLOAT);
    private static final Map<Type.Scalar, List<Object>> CONSTANTS = Map.of(
            Type.Scalar.BOOLEAN, List.of(true, false),
            Type.Scalar.BYTE, List.of(0, -1, 127, -128),
            Type.Scalar.SHORT, List.of(0, -1, 32767, -32768),
            Type.Scalar.INT, List.of(0, 1, -1, 31, 33, Integer.MAX_VALUE, Integer.MIN_VALUE),
            Type.Scalar.LONG, List.of(0L, 1L, -1L, 63L, Long.MAX_VALUE, Long.MIN_VALUE),
            Type.Scalar.FLOAT, List.of(0f, -0f, 1f, -1.5f, 1e10f, 3e38f, 1.4e-45f, Float.NaN, Float.NEGATIVE_INFINITY));

    private final Ir ir;
    private final Random random;
    private final List<Variable> variables;

    public RandomExpr(Ir ir, long seed, List<Variable> variables) {
        this.ir = ir;
        this.random = new Random(seed);
        this.variables = variables;
    }

    /** An expression of a type, at most so many operators deep. */
    public Expr next(Type.Scalar type, int depth) {
        int choice = random.nextInt(10);
        if (depth == 0 || choice == 0) {
            return leaf(type);
        }
        if (choice == 1) {
            return ir.conditional(next(Type.Scalar.BOOLEAN, depth - 1), next(type, depth - 1), next(type, depth - 1));
        }
        if (type == Type.Scalar.BOOLEAN) {
            return logical(depth);
        }
        if (!type.isArithmetic() || choice == 2) {
            return ir.convert(type, next(pick(NUMBERS), depth - 1));
        }
        return arithmetic(type, depth);
    }

    private Expr leaf(Type.Scalar type) {
        List<Variable> fitting =
                variables.stream().filter(v -> v.type() == type).toList();
        if (!fitting.isEmpty() && random.nextInt(3) > 0) {
            return ir.read(pick(fitting));
        }
        return new Expr.Constant(type, pick(CONSTANTS.getOrDefault(type, List.of())), ir.span());
    }

    private Expr logical(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> ir.not(next(Type.Scalar.BOOLEAN, depth - 1));
            case 1 -> ir.and(next(Type.Scalar.BOOLEAN, depth - 1), next(Type.Scalar.BOOLEAN, depth - 1));
            case 2 -> ir.or(next(Type.Scalar.BOOLEAN, depth - 1), next(Type.Scalar.BOOLEAN, depth - 1));
            default -> {
                Type.Scalar operands = pick(NUMBERS.subList(2, 5));
                yield ir.binary(
                        pick(ofKind(BinaryOp.Kind.COMPARISON)), next(operands, depth - 1), next(operands, depth - 1));
            }
        };
    }

    private Expr arithmetic(Type.Scalar type, int depth) {
        boolean integer = type != Type.Scalar.FLOAT;
        int choice = random.nextInt(integer ? 5 : 2);
        if (choice == 0) {
            boolean complement = integer && random.nextBoolean();
            return ir.unary(complement ? UnaryOp.COMPLEMENT : UnaryOp.NEGATE, next(type, depth - 1));
        }
        if (choice == 3) {
            return ir.binary(
                    pick(ofKind(BinaryOp.Kind.SHIFT)), next(type, depth - 1), next(Type.Scalar.INT, depth - 1));
        }
        BinaryOp op = pick(ofKind(choice == 4 ? BinaryOp.Kind.BITWISE : BinaryOp.Kind.ARITHMETIC));
        return ir.binary(op, next(type, depth - 1), next(type, depth - 1));
    }

    private static List<BinaryOp> ofKind(BinaryOp.Kind kind) {
        return Arrays.stream(BinaryOp.values()).filter(op -> op.kind() == kind).toList();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
