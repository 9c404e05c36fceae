package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lowers assignments and increments of variables and array elements, and the operators within them. */
final class AssignmentLowering {
    private final MethodContext context;

    AssignmentLowering(MethodContext context) {
        this.context = context;
    }

    /**
     * Lowers {@code target = value} or {@code target op= value}.
     *
     * @param valueWanted whether the value of the whole is used; else what is returned means nothing
     */
    Expr assign(JavaExpr.Assign expr, boolean valueWanted) {
        JavaBinaryOp op = expr.op();
        if (op == null) {
            return plainAssign(expr, valueWanted);
        }
        return update(expr.target(), expr.span(), valueWanted, false, old -> {
            int mark = context.code.mark();
            Expr value = context.expressions.lower(expr.value());
            List<Expr> kept = new ArrayList<>(List.of(old));
            if (context.code.mark() > mark) {
                context.expressions.keep(kept, mark);
            }
            return narrowed(operate(op, kept.get(0), value, expr.opSpan(), expr.span()), old.type());
        });
    }

    /** Lowers {@code ++ --} before or behind a variable or an element. */
    Expr increment(JavaExpr.Increment expr, boolean valueWanted) {
        return update(expr.target(), expr.span(), valueWanted, !expr.prefix(), old -> {
            Expr one = ExpressionLowering.constant(1, expr.span());
            JavaBinaryOp op = expr.up() ? JavaBinaryOp.ADD : JavaBinaryOp.SUBTRACT;
            return narrowed(operate(op, old, one, expr.span(), expr.span()), old.type());
        });
    }

    /** Compound assignments and increments cast the result to the type of the target (JLS 15.26.2). */
    private static Expr narrowed(Expr value, Type target) {
        boolean numeric = value.type() instanceof Scalar v && v.isNumeric() && target instanceof Scalar;
        return numeric ? Conversions.convert(value, (Scalar) target) : value;
    }

    private Expr plainAssign(JavaExpr.Assign expr, boolean valueWanted) {
        if (expr.target() instanceof JavaExpr.Index index) {
            List<Expr> operands = context.expressions.lowerInOrder(List.of(index.array(), index.index()));
            int mark = context.code.mark();
            Type wanted = operands.get(0).type() instanceof Type.Array array ? array.element() : Types.NO_VALUE;
            Expr value = context.expressions.lowerFor(expr.value(), wanted);
            if (context.code.mark() > mark) {
                context.expressions.keep(operands, mark);
            }
            return context.expressions
                    .element(operands.get(0), operands.get(1), index)
                    .map(element -> store(
                            element,
                            context.assignable(
                                    value, context.constants.valueOf(expr.value()), element.type(), "the element"),
                            expr.span(),
                            valueWanted))
                    .orElseGet(() -> context.erroneous(expr.span()));
        }
        Optional<Variable> variable = target(expr.target());
        Expr value = context.expressions.lowerFor(
                expr.value(), variable.map(Variable::type).orElse(Types.NO_VALUE));
        if (variable.isEmpty()) {
            return context.erroneous(expr.span());
        }
        Variable v = variable.get();
        Expr converted = context.assignable(
                value, context.constants.valueOf(expr.value()), v.type(), "the variable '" + v.name() + "'");
        return set(v, converted, expr.span());
    }

    /**
     * Lowers a change of a variable or element that depends on its old value.
     *
     * @param wantsOld whether the value of the whole is the one before the change
     */
    private Expr update(
            JavaExpr targetExpr, Span span, boolean valueWanted, boolean wantsOld, UnaryOperator<Expr> change) {
        if (targetExpr instanceof JavaExpr.Index index) {
            List<Expr> operands = context.expressions.lowerInOrder(List.of(index.array(), index.index()));
            Optional<Expr.Load> element = context.expressions.element(operands.get(0), operands.get(1), index);
            return element.isEmpty()
                    ? context.erroneous(span)
                    : updateElement(element.get(), span, valueWanted, wantsOld, change);
        }
        Optional<Variable> variable = target(targetExpr);
        if (variable.isEmpty()) {
            return context.erroneous(span);
        }
        Expr old = new Expr.Read(variable.get(), targetExpr.span());
        if (valueWanted && wantsOld) {
            old = context.temporary("old", old);
            set(variable.get(), change.apply(old), span);
            return old;
        }
        return set(variable.get(), change.apply(old), span);
    }

    private Expr updateElement(
            Expr.Load element, Span span, boolean valueWanted, boolean wantsOld, UnaryOperator<Expr> change) {
        // The index is evaluated once, however often it is used.
        boolean simple = element.index() instanceof Expr.Constant || element.index() instanceof Expr.Read;
        int mark = context.code.mark();
        Expr.Load target = element;
        Expr.Load load = element;
        if (!simple) {
            Expr index = context.temporary("index", element.index());
            target = new Expr.Load(element.array(), index, element.span());
            load = target;
        }
        Expr old = valueWanted && wantsOld ? context.temporary("old", load) : load;
        int beforeChange = context.code.mark();
        Expr changed = change.apply(old);
        if (simple && target.index() instanceof Expr.Read && context.code.mark() > beforeChange) {
            // The right side has effects, and may have changed the variable that is the index.
            List<Expr> index = new ArrayList<>(List.of(target.index()));
            context.expressions.keep(index, mark);
            target = new Expr.Load(target.array(), index.get(0), target.span());
        }
        Expr stored = store(target, changed, span, valueWanted && !wantsOld);
        return wantsOld ? old : stored;
    }

    /** The variable that is assigned; empty and diagnosed if it is none. */
    private Optional<Variable> target(JavaExpr expr) {
        if (expr instanceof JavaExpr.Name name) {
            Optional<Scope.Local> local = context.scope.find(name.identifier());
            if (local.isPresent()) {
                return assignable(local.get(), expr.span());
            }
            boolean isField = context.module
                    .fields()
                    .resolve(name.identifier(), context.place)
                    .isPresent();
            if (isField) {
                context.report(
                        Code.NOT_ASSIGNABLE,
                        expr.span(),
                        "a kernel cannot assign the field '" + name.identifier() + "'",
                        "write to an array that is passed to the kernel");
                return Optional.empty();
            }
            context.expressions.visitName(name); // reports that it is unknown
            return Optional.empty();
        }
        if (expr instanceof JavaExpr.Unsupported unsupported) {
            context.expressions.visitUnsupported(unsupported);
        } else {
            context.report(
                    Code.NOT_ASSIGNABLE,
                    expr.span(),
                    "this cannot be assigned",
                    "assign a variable or an array element; vectors are replaced whole: v = new Float2(x, v.y())");
        }
        return Optional.empty();
    }

    private Optional<Variable> assignable(Scope.Local local, Span span) {
        Variable variable = local.variable();
        if (Conversions.isErroneous(variable.type())) {
            return Optional.empty();
        }
        if (variable.type() instanceof Type.Array && local.isParameter()) {
            context.report(
                    Code.ARRAY_PARAMETER_ASSIGNED,
                    span,
                    "the array '" + variable.name() + "' cannot be assigned: it is a place in the GPU's memory",
                    "assign its elements: " + variable.name() + "[i] = ...");
            return Optional.empty();
        }
        return Optional.of(variable);
    }

    private Expr set(Variable variable, Expr value, Span span) {
        if (Conversions.isErroneous(value.type())) {
            return value;
        }
        context.code.emit(new Stmt.Assign(variable, value, span));
        return new Expr.Read(variable, span);
    }

    private Expr store(Expr.Load element, Expr value, Span span, boolean valueWanted) {
        if (Conversions.isErroneous(value.type())) {
            return value;
        }
        context.changesMemory = true;
        Expr stored = valueWanted && !(value instanceof Expr.Constant) ? context.temporary("stored", value) : value;
        context.code.emit(new Stmt.Store(element.array(), element.index(), stored, span));
        return stored;
    }

    /** Applies an operator that evaluates both its operands, with Java's promotions. */
    Expr operate(JavaBinaryOp op, Expr left, Expr right, Span opSpan, Span span) {
        if (Conversions.isErroneous(left.type()) || Conversions.isErroneous(right.type())) {
            return context.erroneous(span);
        }
        BinaryOp operator = BinaryOp.valueOf(op.name());
        if (left.type() instanceof Scalar l && right.type() instanceof Scalar r) {
            Optional<Scalar> operandType = operandType(operator, l, r);
            if (operandType.isPresent()) {
                warnOfZeroDivisor(operator, right, operandType.get());
                return apply(operator, left, right, operandType.get(), span);
            }
        }
        context.report(
                Code.BAD_OPERAND,
                opSpan,
                "'" + op.symbol() + "' does not work on " + left.type().javaName() + " and "
                        + right.type().javaName(),
                operandHelp(operator, left.type(), right.type()));
        return context.erroneous(span);
    }

    private static Expr apply(BinaryOp op, Expr left, Expr right, Scalar type, Span span) {
        if (op.kind() == BinaryOp.Kind.SHIFT) {
            // Only the low bits of the amount count, so that a long amount may be cut to an int.
            return new Expr.Binary(
                    op, Conversions.convert(left, type), Conversions.convert(right, Scalar.INT), type, false, span);
        }
        Scalar result = op.kind() == BinaryOp.Kind.COMPARISON ? Scalar.BOOLEAN : type;
        return new Expr.Binary(
                op, Conversions.convert(left, type), Conversions.convert(right, type), result, false, span);
    }

    /** The type to which the operands (of a shift, the left one) are promoted; empty if the operator doesn't take them. */
    private static Optional<Scalar> operandType(BinaryOp op, Scalar left, Scalar right) {
        boolean booleans = left == Scalar.BOOLEAN && right == Scalar.BOOLEAN;
        boolean numbers = left.isNumeric() && right.isNumeric();
        boolean integers = left.isIntegral() && right.isIntegral();
        return switch (op.kind()) {
            case ARITHMETIC -> numbers ? Optional.of(Conversions.promoted(left, right)) : Optional.empty();
            case SHIFT -> integers ? Optional.of(Conversions.promoted(left)) : Optional.empty();
            case BITWISE -> {
                if (booleans) {
                    yield Optional.of(Scalar.BOOLEAN);
                }
                yield integers ? Optional.of(Conversions.promoted(left, right)) : Optional.empty();
            }
            case COMPARISON -> {
                boolean equality = op == BinaryOp.EQUAL || op == BinaryOp.NOT_EQUAL;
                if (booleans && equality) {
                    yield Optional.of(Scalar.BOOLEAN);
                }
                yield numbers ? Optional.of(Conversions.promoted(left, right)) : Optional.empty();
            }
        };
    }

    private void warnOfZeroDivisor(BinaryOp op, Expr right, Scalar type) {
        boolean divides = op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER;
        boolean byZero = right instanceof Expr.Constant constant
                && constant.value() instanceof Number number
                && number.doubleValue() == 0;
        if (divides && byZero && type.isIntegral()) {
            context.report(
                    Code.DIVISION_BY_ZERO,
                    right.span(),
                    "this divides an integer by zero",
                    "divide by another number; on a GPU the quotient is the dividend and the remainder 0");
        }
    }

    private static String operandHelp(BinaryOp op, Type left, Type right) {
        boolean vectors =
                DslTypes.classOf(left).isPresent() || DslTypes.classOf(right).isPresent();
        if (!vectors) {
            return left == Scalar.BOOLEAN || right == Scalar.BOOLEAN
                    ? "compare it, or write ... ? 1 : 0"
                    : "use numbers";
        }
        return switch (op) {
            case ADD -> "call a.add(b)";
            case SUBTRACT -> "call a.sub(b)";
            case MULTIPLY -> "call a.mul(b)";
            case DIVIDE -> "call a.div(b)";
            case EQUAL -> "call a.equalTo(b), and all(...) of it";
            case NOT_EQUAL -> "call a.notEqualTo(b), and any(...) of it";
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> "call a method such as a.lessThan(b)";
            default -> "work on the components: a.x()";
        };
    }
}
