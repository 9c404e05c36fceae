package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Checks expressions for {@link IrValidator}: types, arguments, and that what they name is there. */
final class ExprValidator extends Walker {
    private final Map<String, Function> callable;
    private final Predicate<Variable> isInScope;

    ExprValidator(Map<String, Function> callable, Predicate<Variable> isInScope) {
        this.callable = callable;
        this.isInScope = isInScope;
    }

    void check(Expr expr) {
        walk(expr);
    }

    private static void check(boolean holds, Expr expr, String message) {
        if (!holds) {
            throw new AssertionError(expr.span() + ": " + message + ": " + IrPrinter.print(expr));
        }
    }

    void checkArguments(Function callee, List<Expr> arguments, Span span) {
        List<Type> types = callee.parameters().stream().map(Variable::type).toList();
        arguments.forEach(this::walk);
        IrValidator.check(fit(arguments, types), span, "the arguments don't fit " + callee.id());
    }

    void checkArguments(Builtin builtin, List<Expr> arguments, Span span) {
        arguments.forEach(this::walk);
        IrValidator.check(fit(arguments, builtin.parameters()), span, "the arguments don't fit " + builtin);
    }

    private static boolean fit(List<Expr> values, List<Type> types) {
        return values.stream().map(Expr::type).toList().equals(types);
    }

    private static boolean isScalar(Expr expr, Predicate<Type.Scalar> test) {
        return expr.type() instanceof Type.Scalar scalar && test.test(scalar);
    }

    @Override
    public Void visitConstant(Expr.Constant expr) {
        Object value = expr.value();
        boolean fits = switch (expr.type()) {
            case BOOLEAN -> value instanceof Boolean;
            case BYTE -> value instanceof Integer i && i == i.byteValue();
            case SHORT -> value instanceof Integer i && i == i.shortValue();
            case INT -> value instanceof Integer;
            case LONG -> value instanceof Long;
            case FLOAT -> value instanceof Float;
        };
        check(fits, expr, "a constant isn't of its type");
        return null;
    }

    @Override
    public Void visitRead(Expr.Read expr) {
        check(isInScope.test(expr.variable()), expr, "a variable is not in scope");
        return null;
    }

    @Override
    public Void visitUnary(Expr.Unary expr) {
        super.visitUnary(expr);
        boolean fits = switch (expr.op()) {
            case NEGATE -> isScalar(expr.operand(), Type.Scalar::isArithmetic);
            case COMPLEMENT -> isScalar(expr.operand(), t -> t == Type.Scalar.INT || t == Type.Scalar.LONG);
            case NOT -> expr.operand().type() == Type.Scalar.BOOLEAN;
        };
        check(fits, expr, "the operand has a wrong type");
        return null;
    }

    @Override
    public Void visitBinary(Expr.Binary expr) {
        super.visitBinary(expr);
        Type left = expr.left().type();
        Type right = expr.right().type();
        boolean alike = left.equals(right);
        boolean arithmetic = isScalar(expr.left(), Type.Scalar::isArithmetic);
        boolean isBoolean = left == Type.Scalar.BOOLEAN;
        boolean integer = arithmetic && left != Type.Scalar.FLOAT;
        boolean fits = switch (expr.op().kind()) {
            case ARITHMETIC -> alike && arithmetic && expr.type() == left;
            case SHIFT -> integer && right == Type.Scalar.INT && expr.type() == left;
            case BITWISE -> alike && (integer || isBoolean) && expr.type() == left;
            case COMPARISON ->
                alike && (arithmetic || (isBoolean && isEquality(expr.op()))) && expr.type() == Type.Scalar.BOOLEAN;
        };
        check(fits, expr, "the operands or the result have a wrong type");
        return null;
    }

    private static boolean isEquality(BinaryOp op) {
        return op == BinaryOp.EQUAL || op == BinaryOp.NOT_EQUAL;
    }

    @Override
    public Void visitLogical(Expr.Logical expr) {
        super.visitLogical(expr);
        boolean fits = expr.left().type() == Type.Scalar.BOOLEAN && expr.right().type() == Type.Scalar.BOOLEAN;
        check(fits, expr, "the operands have a wrong type");
        return null;
    }

    @Override
    public Void visitConditional(Expr.Conditional expr) {
        super.visitConditional(expr);
        check(expr.condition().type() == Type.Scalar.BOOLEAN, expr, "a condition isn't boolean");
        check(expr.then().type().equals(expr.otherwise().type()), expr, "the choices have different types");
        return null;
    }

    @Override
    public Void visitConvert(Expr.Convert expr) {
        super.visitConvert(expr);
        boolean fits = expr.type().isNumeric() && isScalar(expr.operand(), Type.Scalar::isNumeric);
        check(fits, expr, "only numbers are converted");
        return null;
    }

    @Override
    public Void visitBuiltinCall(Expr.BuiltinCall expr) {
        super.visitBuiltinCall(expr);
        check(expr.builtin().isPure(), expr, "the builtin has an effect");
        check(fit(expr.arguments(), expr.builtin().parameters()), expr, "the arguments don't fit");
        return null;
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        Function callee = callable.get(expr.function());
        check(callee != null, expr, "the function is not known, or comes later");
        Function known = Objects.requireNonNull(callee);
        check(known.pure(), expr, "the function isn't pure");
        check(expr.type().equals(known.result()), expr, "the result has another type");
        checkArguments(known, expr.arguments(), expr.span());
        return null;
    }

    @Override
    public Void visitLoad(Expr.Load expr) {
        super.visitLoad(expr);
        check(expr.array().type() instanceof Type.Array, expr, "what is loaded from isn't an array");
        check(expr.index().type() == Type.Scalar.INT, expr, "an index isn't an int");
        return null;
    }

    @Override
    public Void visitLength(Expr.Length expr) {
        super.visitLength(expr);
        check(expr.array().type() instanceof Type.Array, expr, "what is measured isn't an array");
        return null;
    }

    @Override
    public Void visitField(Expr.Field expr) {
        super.visitField(expr);
        boolean fits = expr.struct().type() instanceof Type.Struct struct
                && expr.index() >= 0
                && expr.index() < struct.fields().size();
        check(fits, expr, "there is no such component");
        return null;
    }

    @Override
    public Void visitNewStruct(Expr.NewStruct expr) {
        super.visitNewStruct(expr);
        List<Type> types =
                expr.type().fields().stream().map(Type.Struct.Field::type).toList();
        check(fit(expr.components(), types), expr, "the components don't fit");
        return null;
    }
}
