package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.lane.StraightFunctions;
import java.util.List;
import java.util.function.Function;

/**
 * Writes expressions in Java. Operators, conversions and functions are Java's own; what differs is the memory behind an
 * array ({@link MemoryHelpers}) and the division of integers ({@link DivisionHelpers}).
 */
final class ExprWriter implements Expr.Visitor<ExprCode> {
    private final ClassContext context;
    private final Locals locals;
    private final Function<Expr, ExprCode> lengths;

    ExprWriter(ClassContext context, Locals locals) {
        this.context = context;
        this.locals = locals;
        this.lengths = this::lengthOf;
    }

    /** One that asks {@code lengths} for the length of an array, since the arrays are not at hand. */
    ExprWriter(ClassContext context, Locals locals, Function<Expr, ExprCode> lengths) {
        this.context = context;
        this.locals = locals;
        this.lengths = lengths;
    }

    /** The code of an expression that needs no parentheses where it stands. */
    JavaCode code(Expr expr) {
        return write(expr).code();
    }

    /** The same where Java converts to the wider type by itself: as the value of a declaration, say. */
    JavaCode assigned(Expr expr) {
        if (expr instanceof Expr.Constant constant && constant.value() instanceof Integer value) {
            return JavaLiterals.of(Type.Scalar.INT, value).code();
        }
        return code(isWidening(expr) ? ((Expr.Convert) expr).operand() : expr);
    }

    /** {@code array[index] = value}, as a statement. */
    JavaCode store(Expr array, Expr index, Expr value) {
        Type element = value.type();
        JavaCode target = write(array).at(ExprCode.PRIMARY);
        JavaCode place = code(promoted(index));
        if (JvmTypes.isInByteBuffer(element)) {
            return JavaCode.of("$L($L,$W$L,$W$L)", context.memory().store(element), target, place, code(value));
        }
        return JavaCode.of("$L[$L] =$W$L", target, place, inMemory(value));
    }

    /** A value as an element of a Java array. */
    private JavaCode inMemory(Expr value) {
        if (value.type() instanceof Type.Half) {
            return JavaCode.of("$L.bits()", write(value).at(ExprCode.PRIMARY));
        }
        if (value.type() != Type.Scalar.BOOLEAN) {
            return assigned(value);
        }
        if (value instanceof Expr.Constant constant) {
            return JavaCode.of("$L", constant.value().equals(true) ? 1 : 0);
        }
        return JavaCode.of("(byte) ($L ? 1 : 0)", write(value).at(ExprCode.CONDITIONAL + 1));
    }

    /** An array of zeros. */
    JavaCode newArray(Type element, int length) {
        if (JvmTypes.isInByteBuffer(element)) {
            return JavaCode.of(
                    "$L($L * $L)",
                    context.memory().allocate(),
                    length,
                    Layout.of(element).size());
        }
        return JavaCode.of("new $T[$L]", context.types().storage(element), length);
    }

    /** A Java array of values that are given in order. */
    JavaCode newArray(Type element, List<Expr> values) {
        JavaCode elements = JavaCode.join(values.stream().map(this::inMemory).toList(), ",$W");
        return JavaCode.of("new $T[] {$L}", context.types().storage(element), elements);
    }

    /** {@code array[index] = value} for an array that the method knows by a name of its own. */
    JavaCode store(String array, int index, Expr value) {
        return JvmTypes.isInByteBuffer(value.type())
                ? JavaCode.of("$L($L, $L,$W$L)", context.memory().store(value.type()), array, index, code(value))
                : JavaCode.of("$L[$L] =$W$L", array, index, inMemory(value));
    }

    /** The call of a method of the runtime. */
    JavaCode runtimeCall(String type, String method, List<Expr> arguments) {
        return JavaCode.of("$T.$L($L)", ClassName.get(JvmTypes.SPI, type), method, arguments(arguments));
    }

    /** The call of a builtin for its effect. */
    JavaCode effect(Builtin builtin, List<Expr> arguments) {
        return call(builtin, arguments).code();
    }

    private ExprCode write(Expr expr) {
        return expr.accept(this);
    }

    private JavaCode arguments(List<Expr> arguments) {
        return JavaCode.join(arguments.stream().map(this::code).toList(), ",$W");
    }

    @Override
    public ExprCode visitConstant(Expr.Constant expr) {
        return JavaLiterals.of(expr.type(), expr.value());
    }

    @Override
    public ExprCode visitRead(Expr.Read expr) {
        return ExprCode.primary("$L", locals.nameOf(expr.variable()));
    }

    @Override
    public ExprCode visitUnary(Expr.Unary expr) {
        if (expr.op() == UnaryOp.NOT && expr.operand() instanceof Expr.Load load) {
            return flag(load, "==");
        }
        JavaCode operand = write(promoted(expr.operand())).at(ExprCode.UNARY);
        int precedence = expr.op() == UnaryOp.NEGATE ? ExprCode.SIGN : ExprCode.UNARY;
        return ExprCode.of(precedence, "$L$L", expr.op().symbol(), operand);
    }

    @Override
    public ExprCode visitBinary(Expr.Binary expr) {
        BinaryOp op = expr.op();
        boolean divides = op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER;
        if (divides && expr.type() != Type.Scalar.FLOAT && !DivisionHelpers.isNonZeroConstant(expr.right())) {
            String method = op == BinaryOp.DIVIDE
                    ? context.division().divide(expr.type())
                    : context.division().remainder(expr.type());
            return ExprCode.primary("$L($L,$W$L)", method, code(expr.left()), code(expr.right()));
        }
        Expr left = promoted(expr.left());
        Expr right = promoted(expr.right());
        if (op.kind() != BinaryOp.Kind.SHIFT) {
            if (isWidening(right) && !isWidening(left)) {
                right = promoted(((Expr.Convert) right).operand());
            } else if (isWidening(left) && !isWidening(right)) {
                left = promoted(((Expr.Convert) left).operand());
            }
        }
        int precedence = ExprCode.precedence(op);
        JavaCode first = write(left).at(precedence);
        JavaCode second = write(right).at(precedence + 1);
        return ExprCode.of(precedence, "$L$W$L $L", first, op.symbol(), second);
    }

    @Override
    public ExprCode visitLogical(Expr.Logical expr) {
        int precedence = expr.and() ? ExprCode.AND : ExprCode.OR;
        JavaCode left = write(expr.left()).at(precedence);
        JavaCode right = write(expr.right()).at(precedence + 1);
        return ExprCode.of(precedence, "$L$W$L $L", left, expr.and() ? "&&" : "||", right);
    }

    @Override
    public ExprCode visitConditional(Expr.Conditional expr) {
        JavaCode condition = write(expr.condition()).at(ExprCode.CONDITIONAL + 1);
        JavaCode then = write(expr.then()).at(ExprCode.CONDITIONAL);
        JavaCode otherwise = write(expr.otherwise()).at(ExprCode.CONDITIONAL);
        return ExprCode.of(ExprCode.CONDITIONAL, "$L$W? $L$W: $L", condition, then, otherwise);
    }

    @Override
    public ExprCode visitConvert(Expr.Convert expr) {
        if (expr.type() == expr.operand().type()) {
            return write(expr.operand());
        }
        JavaCode operand = write(expr.operand()).at(ExprCode.UNARY);
        return ExprCode.of(ExprCode.UNARY, "($L) $L", expr.type().javaName(), operand);
    }

    @Override
    public ExprCode visitBuiltinCall(Expr.BuiltinCall expr) {
        Builtin builtin = expr.builtin();
        ExprCode call = call(builtin, expr.arguments());
        return builtin.underFloatCast() ? ExprCode.of(ExprCode.UNARY, "(float) $L", call.code()) : call;
    }

    private ExprCode call(Builtin builtin, List<Expr> arguments) {
        return switch (builtin.form()) {
            case STATIC -> {
                if (DivisionHelpers.throwsOnZero(builtin) && !DivisionHelpers.isNonZeroConstant(arguments.get(1))) {
                    yield ExprCode.primary("$L($L)", context.division().guarded(builtin), arguments(arguments));
                }
                yield ExprCode.primary("$T.$L($L)", owner(builtin), builtin.name(), arguments(arguments));
            }
            case INSTANCE -> {
                JavaCode receiver = write(arguments.get(0)).at(ExprCode.PRIMARY);
                JavaCode others = arguments(arguments.subList(1, arguments.size()));
                yield ExprCode.primary("$L.$L($L)", receiver, builtin.name(), others);
            }
            case CONSTRUCTOR -> ExprCode.primary("new $T($L)", builtin.owner(), arguments(arguments));
            case CONSTANT -> ExprCode.primary("$T.$L", owner(builtin), builtin.name());
        };
    }

    /** The class that has a function; that of straight functions is the runtime's, which the compiler doesn't know. */
    private static TypeName owner(Builtin builtin) {
        return builtin.owner() == StraightFunctions.class ? JvmTypes.STRAIGHT_MATH : ClassName.get(builtin.owner());
    }

    @Override
    public ExprCode visitCall(Expr.Call expr) {
        return ExprCode.primary("$L", invoke(expr.function(), expr.arguments()));
    }

    /** The call of a user's function. */
    JavaCode invoke(String function, List<Expr> arguments) {
        return JavaCode.of("$L($L)", context.functionMethod(function), arguments(arguments));
    }

    @Override
    public ExprCode visitLoad(Expr.Load expr) {
        Type element = expr.type();
        JavaCode array = write(expr.array()).at(ExprCode.PRIMARY);
        JavaCode index = code(promoted(expr.index()));
        if (JvmTypes.isInByteBuffer(element)) {
            return ExprCode.primary("$L($L,$W$L)", context.memory().load(element), array, index);
        }
        if (element instanceof Type.Half) {
            return ExprCode.primary("$T.fromBits($L[$L])", context.types().of(element), array, index);
        }
        return element == Type.Scalar.BOOLEAN ? flag(expr, "!=") : ExprCode.primary("$L[$L]", array, index);
    }

    /** A boolean in memory, compared with the byte 0. */
    private ExprCode flag(Expr.Load load, String operator) {
        JavaCode array = write(load.array()).at(ExprCode.PRIMARY);
        return ExprCode.of(ExprCode.EQUALITY, "$L[$L] $L 0", array, code(promoted(load.index())), operator);
    }

    @Override
    public ExprCode visitLength(Expr.Length expr) {
        return lengths.apply(expr.array());
    }

    private ExprCode lengthOf(Expr array) {
        Type element = ((Type.Array) array.type()).element();
        JavaCode code = write(array).at(ExprCode.PRIMARY);
        return JvmTypes.isInByteBuffer(element)
                ? ExprCode.of(
                        ExprCode.MULTIPLICATIVE,
                        "$L.limit() / $L",
                        code,
                        Layout.of(element).size())
                : ExprCode.primary("$L.length", code);
    }

    @Override
    public ExprCode visitField(Expr.Field expr) {
        JavaCode struct = write(expr.struct()).at(ExprCode.PRIMARY);
        return ExprCode.primary("$L.$L()", struct, expr.field().name());
    }

    @Override
    public ExprCode visitNewStruct(Expr.NewStruct expr) {
        return ExprCode.primary("new $T($L)", context.types().of(expr.type()), arguments(expr.components()));
    }

    /** Without the conversion from {@code byte} or {@code short} to {@code int} that Java's operators do themselves. */
    private static Expr promoted(Expr expr) {
        boolean promotes = expr instanceof Expr.Convert convert
                && convert.type() == Type.Scalar.INT
                && (convert.operand().type() == Type.Scalar.BYTE
                        || convert.operand().type() == Type.Scalar.SHORT);
        return promotes ? ((Expr.Convert) expr).operand() : expr;
    }

    /** Whether it is a conversion that Java does by itself where the wider type is wanted. */
    private static boolean isWidening(Expr expr) {
        return expr instanceof Expr.Convert convert
                && convert.operand().type() instanceof Type.Scalar from
                && from.compareTo(convert.type()) < 0;
    }
}
