package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Evaluates scalar expressions by their definition: the reference for what is made from them. An array is an {@code
 * Object[]} of such values.
 */
public final class ExprInterpreter implements Expr.Visitor<Object> {
    private final Map<Variable, Object> values;
    private final Consumer<Expr.Load> loads;

    private ExprInterpreter(Map<Variable, Object> values, Consumer<Expr.Load> loads) {
        this.values = values;
        this.loads = loads;
    }

    /** A {@code Boolean}, {@code Long} or {@code Float}; all others ({@code byte short int}) as {@code Integer}. */
    public static Object evaluate(Expr expr, Map<Variable, Object> values) {
        return evaluate(expr, values, load -> {});
    }

    /** The same, reporting what is loaded; the value of an array is an {@code Object[]}. */
    public static Object evaluate(Expr expr, Map<Variable, Object> values, Consumer<Expr.Load> loads) {
        return expr.accept(new ExprInterpreter(values, loads));
    }

    @Override
    public Object visitConstant(Expr.Constant expr) {
        return expr.value();
    }

    @Override
    public Object visitRead(Expr.Read expr) {
        return Objects.requireNonNull(values.get(expr.variable()), "no value");
    }

    @Override
    public Object visitUnary(Expr.Unary expr) {
        Object value = expr.operand().accept(this);
        return switch (expr.op()) {
            case NOT -> !(Boolean) value;
            case COMPLEMENT -> value instanceof Long l ? (Object) ~l : (Object) ~(Integer) value;
            case NEGATE ->
                value instanceof Float f
                        ? (Object) (-f)
                        : value instanceof Long l ? (Object) (-l) : (Object) (-(Integer) value);
        };
    }

    @Override
    public Object visitBinary(Expr.Binary expr) {
        Object left = expr.left().accept(this);
        Object right = expr.right().accept(this);
        if (expr.op().kind() == BinaryOp.Kind.SHIFT && left instanceof Long value) {
            return shift(expr.op(), value, (Integer) right);
        }
        if (left instanceof Boolean value) {
            return logic(expr.op(), value, (Boolean) right);
        }
        if (left instanceof Float value) {
            return real(expr.op(), value, (Float) right);
        }
        checkExact(expr, ((Number) left).longValue(), ((Number) right).longValue());
        return left instanceof Long value
                ? longs(expr.op(), value, (Long) right)
                : ints(expr.op(), (Integer) left, (Integer) right);
    }

    /** What is called exact must not overflow. */
    private static void checkExact(Expr.Binary expr, long a, long b) {
        if (!expr.exact()) {
            return;
        }
        long result = switch (expr.op()) {
            case ADD -> Math.addExact(a, b);
            case SUBTRACT -> Math.subtractExact(a, b);
            case MULTIPLY -> Math.multiplyExact(a, b);
            default -> 0;
        };
        if (expr.type() == Type.Scalar.INT && result != (int) result) {
            throw new AssertionError("not exact: " + a + " " + expr.op().symbol() + " " + b);
        }
    }

    private static Object shift(BinaryOp op, long a, int b) {
        return switch (op) {
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case SHIFT_RIGHT_UNSIGNED -> a >>> b;
            default -> throw new AssertionError(op);
        };
    }

    private static Object logic(BinaryOp op, boolean a, boolean b) {
        return switch (op) {
            case BIT_AND -> a && b;
            case BIT_OR -> a || b;
            case BIT_XOR, NOT_EQUAL -> a ^ b;
            case EQUAL -> a == b;
            default -> throw new AssertionError(op);
        };
    }

    private static Object ints(BinaryOp op, int a, int b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? a : a / b;
            case REMAINDER -> b == 0 ? 0 : a % b;
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case SHIFT_RIGHT_UNSIGNED -> a >>> b;
            case BIT_AND -> a & b;
            case BIT_XOR -> a ^ b;
            case BIT_OR -> a | b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
        };
    }

    private static Object longs(BinaryOp op, long a, long b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? a : a / b;
            case REMAINDER -> b == 0 ? 0L : a % b;
            case BIT_AND -> a & b;
            case BIT_XOR -> a ^ b;
            case BIT_OR -> a | b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            default -> throw new AssertionError(op);
        };
    }

    private static Object real(BinaryOp op, float a, float b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            default -> throw new AssertionError(op);
        };
    }

    @Override
    public Object visitLogical(Expr.Logical expr) {
        boolean left = (Boolean) expr.left().accept(this);
        return left == expr.and() ? expr.right().accept(this) : left;
    }

    @Override
    public Object visitConditional(Expr.Conditional expr) {
        return (Boolean) expr.condition().accept(this)
                ? expr.then().accept(this)
                : expr.otherwise().accept(this);
    }

    @Override
    public Object visitConvert(Expr.Convert expr) {
        Object value = expr.operand().accept(this);
        if (value instanceof Float f) {
            return switch (expr.type()) {
                case BYTE -> (int) (byte) (float) f;
                case SHORT -> (int) (short) (float) f;
                case INT -> (int) (float) f;
                case LONG -> (long) (float) f;
                case FLOAT -> f;
                case BOOLEAN -> throw new AssertionError();
            };
        }
        long l = ((Number) value).longValue();
        return switch (expr.type()) {
            case BYTE -> (int) (byte) l;
            case SHORT -> (int) (short) l;
            case INT -> (int) l;
            case LONG -> l;
            case FLOAT -> (float) l;
            case BOOLEAN -> throw new AssertionError();
        };
    }

    @Override
    public Object visitBuiltinCall(Expr.BuiltinCall expr) {
        throw new AssertionError("not a scalar operator: " + expr);
    }

    @Override
    public Object visitCall(Expr.Call expr) {
        throw new AssertionError("not a scalar operator: " + expr);
    }

    @Override
    public Object visitLoad(Expr.Load expr) {
        loads.accept(expr);
        Object[] array = (Object[]) expr.array().accept(this);
        return array[(Integer) expr.index().accept(this)];
    }

    @Override
    public Object visitLength(Expr.Length expr) {
        return ((Object[]) expr.array().accept(this)).length;
    }

    @Override
    public Object visitField(Expr.Field expr) {
        throw new AssertionError("not a scalar operator: " + expr);
    }

    @Override
    public Object visitNewStruct(Expr.NewStruct expr) {
        throw new AssertionError("not a scalar operator: " + expr);
    }
}
