package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import java.util.List;
import java.util.function.Function;

/**
 * Writes expressions in Java. Operators, conversions and functions are Java's own; what differs is the memory behind an
 * array ({@link MemoryHelpers}) and the division of integers ({@link DivisionHelpers}).
 */
final class ExprWriter implements Expr.Visitor<JavaExpr> {
    private final ClassContext context;
    private final Locals locals;
    private final Function<Expr, JavaExpr> lengths;

    ExprWriter(ClassContext context, Locals locals) {
        this.context = context;
        this.locals = locals;
        this.lengths = this::lengthOf;
    }

    /** One that asks {@code lengths} for the length of an array, since the arrays are not at hand. */
    ExprWriter(ClassContext context, Locals locals, Function<Expr, JavaExpr> lengths) {
        this.context = context;
        this.locals = locals;
        this.lengths = lengths;
    }

    /** The code of an expression that needs no parentheses where it stands. */
    CodeBlock code(Expr expr) {
        return write(expr).code();
    }

    /** The same where Java converts to the wider type by itself: as the value of a declaration, say. */
    CodeBlock assigned(Expr expr) {
        if (expr instanceof Expr.Constant constant && constant.value() instanceof Integer value) {
            return JavaLiterals.of(Type.Scalar.INT, value).code();
        }
        return code(isWidening(expr) ? ((Expr.Convert) expr).operand() : expr);
    }

    /** {@code array[index] = value}, as a statement. */
    CodeBlock store(Expr array, Expr index, Expr value) {
        Type element = value.type();
        CodeBlock target = write(array).at(JavaExpr.PRIMARY);
        CodeBlock place = code(promoted(index));
        if (JvmTypes.isInByteBuffer(element)) {
            return CodeBlock.of("$L($L,$W$L,$W$L)", context.memory().store(element), target, place, code(value));
        }
        return CodeBlock.of("$L[$L] =$W$L", target, place, inMemory(value));
    }

    /** A value as an element of a Java array. */
    private CodeBlock inMemory(Expr value) {
        if (value.type() instanceof Type.Half) {
            return CodeBlock.of("$L.bits()", write(value).at(JavaExpr.PRIMARY));
        }
        if (value.type() != Type.Scalar.BOOLEAN) {
            return assigned(value);
        }
        if (value instanceof Expr.Constant constant) {
            return CodeBlock.of("$L", constant.value().equals(true) ? 1 : 0);
        }
        return CodeBlock.of("(byte) ($L ? 1 : 0)", write(value).at(JavaExpr.CONDITIONAL + 1));
    }

    /** An array of zeros. */
    CodeBlock newArray(Type element, int length) {
        if (JvmTypes.isInByteBuffer(element)) {
            return CodeBlock.of(
                    "$L($L * $L)",
                    context.memory().allocate(),
                    length,
                    Layout.of(element).size());
        }
        return CodeBlock.of("new $T[$L]", context.types().storage(element), length);
    }

    /** A Java array of values that are given in order. */
    CodeBlock newArray(Type element, List<Expr> values) {
        CodeBlock elements = CodeBlock.join(values.stream().map(this::inMemory).toList(), ",$W");
        return CodeBlock.of("new $T[] {$L}", context.types().storage(element), elements);
    }

    /** {@code array[index] = value} for an array that the method knows by a name of its own. */
    CodeBlock store(String array, int index, Expr value) {
        return JvmTypes.isInByteBuffer(value.type())
                ? CodeBlock.of("$L($L, $L,$W$L)", context.memory().store(value.type()), array, index, code(value))
                : CodeBlock.of("$L[$L] =$W$L", array, index, inMemory(value));
    }

    /** The call of a method of the runtime. */
    CodeBlock runtimeCall(String type, String method, List<Expr> arguments) {
        return CodeBlock.of("$T.$L($L)", ClassName.get(JvmTypes.SPI, type), method, arguments(arguments));
    }

    /** The call of a builtin for its effect. */
    CodeBlock effect(Builtin builtin, List<Expr> arguments) {
        return call(builtin, arguments).code();
    }

    private JavaExpr write(Expr expr) {
        return expr.accept(this);
    }

    private CodeBlock arguments(List<Expr> arguments) {
        return CodeBlock.join(arguments.stream().map(this::code).toList(), ",$W");
    }

    @Override
    public JavaExpr visitConstant(Expr.Constant expr) {
        return JavaLiterals.of(expr.type(), expr.value());
    }

    @Override
    public JavaExpr visitRead(Expr.Read expr) {
        return JavaExpr.primary("$L", locals.nameOf(expr.variable()));
    }

    @Override
    public JavaExpr visitUnary(Expr.Unary expr) {
        if (expr.op() == UnaryOp.NOT && expr.operand() instanceof Expr.Load load) {
            return flag(load, "==");
        }
        CodeBlock operand = write(promoted(expr.operand())).at(JavaExpr.UNARY);
        int precedence = expr.op() == UnaryOp.NEGATE ? JavaExpr.SIGN : JavaExpr.UNARY;
        return JavaExpr.of(precedence, "$L$L", expr.op().symbol(), operand);
    }

    @Override
    public JavaExpr visitBinary(Expr.Binary expr) {
        BinaryOp op = expr.op();
        boolean divides = op == BinaryOp.DIVIDE || op == BinaryOp.REMAINDER;
        if (divides && expr.type() != Type.Scalar.FLOAT && !DivisionHelpers.isNonZeroConstant(expr.right())) {
            String method = op == BinaryOp.DIVIDE
                    ? context.division().divide(expr.type())
                    : context.division().remainder(expr.type());
            return JavaExpr.primary("$L($L,$W$L)", method, code(expr.left()), code(expr.right()));
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
        int precedence = JavaExpr.precedence(op);
        CodeBlock first = write(left).at(precedence);
        CodeBlock second = write(right).at(precedence + 1);
        return JavaExpr.of(precedence, "$L$W$L $L", first, op.symbol(), second);
    }

    @Override
    public JavaExpr visitLogical(Expr.Logical expr) {
        int precedence = expr.and() ? JavaExpr.AND : JavaExpr.OR;
        CodeBlock left = write(expr.left()).at(precedence);
        CodeBlock right = write(expr.right()).at(precedence + 1);
        return JavaExpr.of(precedence, "$L$W$L $L", left, expr.and() ? "&&" : "||", right);
    }

    @Override
    public JavaExpr visitConditional(Expr.Conditional expr) {
        CodeBlock condition = write(expr.condition()).at(JavaExpr.CONDITIONAL + 1);
        CodeBlock then = write(expr.then()).at(JavaExpr.CONDITIONAL);
        CodeBlock otherwise = write(expr.otherwise()).at(JavaExpr.CONDITIONAL);
        return JavaExpr.of(JavaExpr.CONDITIONAL, "$L$W? $L$W: $L", condition, then, otherwise);
    }

    @Override
    public JavaExpr visitConvert(Expr.Convert expr) {
        if (expr.type() == expr.operand().type()) {
            return write(expr.operand());
        }
        CodeBlock operand = write(expr.operand()).at(JavaExpr.UNARY);
        return JavaExpr.of(JavaExpr.UNARY, "($L) $L", expr.type().javaName(), operand);
    }

    @Override
    public JavaExpr visitBuiltinCall(Expr.BuiltinCall expr) {
        Builtin builtin = expr.builtin();
        JavaExpr call = call(builtin, expr.arguments());
        return builtin.underFloatCast() ? JavaExpr.of(JavaExpr.UNARY, "(float) $L", call.code()) : call;
    }

    private JavaExpr call(Builtin builtin, List<Expr> arguments) {
        return switch (builtin.form()) {
            case STATIC -> {
                if (DivisionHelpers.throwsOnZero(builtin) && !DivisionHelpers.isNonZeroConstant(arguments.get(1))) {
                    yield JavaExpr.primary("$L($L)", context.division().guarded(builtin), arguments(arguments));
                }
                yield JavaExpr.primary("$T.$L($L)", builtin.owner(), builtin.name(), arguments(arguments));
            }
            case INSTANCE -> {
                CodeBlock receiver = write(arguments.get(0)).at(JavaExpr.PRIMARY);
                CodeBlock others = arguments(arguments.subList(1, arguments.size()));
                yield JavaExpr.primary("$L.$L($L)", receiver, builtin.name(), others);
            }
            case CONSTRUCTOR -> JavaExpr.primary("new $T($L)", builtin.owner(), arguments(arguments));
            case CONSTANT -> JavaExpr.primary("$T.$L", builtin.owner(), builtin.name());
        };
    }

    @Override
    public JavaExpr visitCall(Expr.Call expr) {
        return JavaExpr.primary("$L", invoke(expr.function(), expr.arguments()));
    }

    /** The call of a user's function. */
    CodeBlock invoke(String function, List<Expr> arguments) {
        return CodeBlock.of("$L($L)", context.functionMethod(function), arguments(arguments));
    }

    @Override
    public JavaExpr visitLoad(Expr.Load expr) {
        Type element = expr.type();
        CodeBlock array = write(expr.array()).at(JavaExpr.PRIMARY);
        CodeBlock index = code(promoted(expr.index()));
        if (JvmTypes.isInByteBuffer(element)) {
            return JavaExpr.primary("$L($L,$W$L)", context.memory().load(element), array, index);
        }
        if (element instanceof Type.Half) {
            return JavaExpr.primary("$T.fromBits($L[$L])", context.types().of(element), array, index);
        }
        return element == Type.Scalar.BOOLEAN ? flag(expr, "!=") : JavaExpr.primary("$L[$L]", array, index);
    }

    /** A boolean in memory, compared with the byte 0. */
    private JavaExpr flag(Expr.Load load, String operator) {
        CodeBlock array = write(load.array()).at(JavaExpr.PRIMARY);
        return JavaExpr.of(JavaExpr.EQUALITY, "$L[$L] $L 0", array, code(promoted(load.index())), operator);
    }

    @Override
    public JavaExpr visitLength(Expr.Length expr) {
        return lengths.apply(expr.array());
    }

    private JavaExpr lengthOf(Expr array) {
        Type element = ((Type.Array) array.type()).element();
        CodeBlock code = write(array).at(JavaExpr.PRIMARY);
        return JvmTypes.isInByteBuffer(element)
                ? JavaExpr.of(
                        JavaExpr.MULTIPLICATIVE,
                        "$L.limit() / $L",
                        code,
                        Layout.of(element).size())
                : JavaExpr.primary("$L.length", code);
    }

    @Override
    public JavaExpr visitField(Expr.Field expr) {
        CodeBlock struct = write(expr.struct()).at(JavaExpr.PRIMARY);
        return JavaExpr.primary("$L.$L()", struct, expr.field().name());
    }

    @Override
    public JavaExpr visitNewStruct(Expr.NewStruct expr) {
        return JavaExpr.primary("new $T($L)", context.types().of(expr.type()), arguments(expr.components()));
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
