package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.dsl.MathMode;
import dev.smelt.dsl.checks.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes expressions. The C++ type of what is written is always the one that spells the expression's type, unless
 * {@link #value} was asked for it.
 */
final class ExprEmitter implements Expr.Visitor<Fragment> {
    private final ModuleContext module;
    private final Locals locals;
    private final MathMode math;
    private final WrappingArithmetic wrapping = new WrappingArithmetic(this);

    ExprEmitter(ModuleContext module, Locals locals, MathMode math) {
        this.module = module;
        this.locals = locals;
        this.math = math;
    }

    Fragment emit(Expr expr) {
        return expr.accept(this);
    }

    /** Text of an expression where C++ converts it to the right type: an initialiser, an argument, a returned value. */
    String value(Expr expr) {
        if (expr instanceof Expr.Constant constant
                && constant.type().isIntegral()
                && constant.value() instanceof Integer) {
            return Literals.ofInt((Integer) constant.value()).text();
        }
        return promoted(expr).text();
    }

    /** An operand where C++ promotes {@code char} and {@code short} to {@code int} as Java does. */
    Fragment promoted(Expr expr) {
        if (expr instanceof Expr.Convert convert && convert.type() == Type.Scalar.INT) {
            Type from = convert.operand().type();
            if (from == Type.Scalar.BYTE || from == Type.Scalar.SHORT) {
                return emit(convert.operand());
            }
        }
        return emit(expr);
    }

    /** The length of an array. */
    Fragment length(Expr array) {
        if (array instanceof Expr.Conditional choice) {
            return conditional(emit(choice.condition()), length(choice.then()), length(choice.otherwise()));
        }
        return Fragment.primary(locals.length(variableOf(array)));
    }

    /** The arguments of a call, arrays followed by their lengths where the function needs them. */
    private String arguments(Function function, List<Expr> arguments) {
        List<String> texts = new ArrayList<>();
        if (module.isChecked()) {
            texts.add(locals.checks());
        }
        for (int i = 0; i < arguments.size(); i++) {
            Variable parameter = function.parameters().get(i);
            texts.add(value(arguments.get(i)));
            if (locals.hasLength(parameter)) {
                texts.add(length(arguments.get(i)).text());
            }
        }
        return String.join(", ", texts);
    }

    Fragment call(String id, List<Expr> arguments) {
        Function function = module.function(id);
        FunctionVariant callee = locals.places().callee(function, math, arguments);
        return Fragment.call(module.names().function(callee), arguments(function, arguments));
    }

    @Override
    public Fragment visitConstant(Expr.Constant expr) {
        return Literals.of(expr);
    }

    @Override
    public Fragment visitRead(Expr.Read expr) {
        return Fragment.primary(locals.name(expr.variable()));
    }

    @Override
    public Fragment visitUnary(Expr.Unary expr) {
        if (expr.op() == UnaryOp.NEGATE && expr.type() != Type.Scalar.FLOAT) {
            return wrapping.emit(expr);
        }
        return prefix(expr.op().symbol(), promoted(expr.operand()));
    }

    static Fragment prefix(String symbol, Fragment operand) {
        String text = operand.atLeast(Precedence.UNARY);
        boolean merges = text.startsWith(symbol);
        return new Fragment(symbol + (merges ? "(" + text + ")" : text), Precedence.UNARY);
    }

    @Override
    public Fragment visitBinary(Expr.Binary expr) {
        if (WrappingArithmetic.isWrapping(expr)) {
            return wrapping.emit(expr);
        }
        Type operands = expr.left().type();
        if (expr.op() == BinaryOp.DIVIDE || expr.op() == BinaryOp.REMAINDER) {
            return division(expr);
        }
        if (operands == Type.Scalar.BOOLEAN && expr.op().kind() == BinaryOp.Kind.BITWISE) {
            return booleanBitwise(expr);
        }
        if (expr.op() == BinaryOp.SHIFT_RIGHT) {
            return Fragment.binary(promoted(expr.left()), ">>", Precedence.SHIFT, wrapping.amount(expr));
        }
        return Fragment.binary(
                promoted(expr.left()), expr.op().symbol(), Precedence.of(expr.op()), promoted(expr.right()));
    }

    private Fragment division(Expr.Binary expr) {
        boolean quotient = expr.op() == BinaryOp.DIVIDE;
        if (expr.type() == Type.Scalar.FLOAT && quotient) {
            return Fragment.binary(emit(expr.left()), "/", Precedence.MULTIPLICATIVE, emit(expr.right()));
        }
        if (isPlainDivision(expr)) {
            return Fragment.binary(
                    promoted(expr.left()), expr.op().symbol(), Precedence.MULTIPLICATIVE, promoted(expr.right()));
        }
        String callee = expr.type() == Type.Scalar.FLOAT ? "metal::fmod" : quotient ? "smelt_div" : "smelt_rem";
        return Fragment.call(
                module.support().use(callee),
                emit(expr.left()).text() + ", " + emit(expr.right()).text());
    }

    /**
     * Whether a division can be left to the machine. Powers of two become shifts and masks; other divisors go through one
     * function, as GPUs have got some wrong (pytorch#175481).
     */
    static boolean isPlainDivision(Expr.Binary expr) {
        return expr.exact()
                && expr.right() instanceof Expr.Constant divisor
                && divisor.type().isIntegral()
                && Long.bitCount(((Number) divisor.value()).longValue()) == 1;
    }

    /** C++ promotes {@code bool & bool} to int, and clang warns of it if the right operand is a call. */
    private Fragment booleanBitwise(Expr.Binary expr) {
        Fragment left = emit(expr.left());
        Fragment right = emit(expr.right());
        if (expr.op() == BinaryOp.BIT_XOR) {
            return Fragment.binary(left, "!=", Precedence.EQUALITY, right);
        }
        return Fragment.call(
                "bool",
                Fragment.binary(asInt(left), expr.op().symbol(), Precedence.of(expr.op()), asInt(right))
                        .text());
    }

    private static Fragment asInt(Fragment bool) {
        return bool.text().indexOf('(') < 0 ? bool : Fragment.call("int", bool.text());
    }

    @Override
    public Fragment visitLogical(Expr.Logical expr) {
        Precedence precedence = expr.and() ? Precedence.LOGICAL_AND : Precedence.LOGICAL_OR;
        return Fragment.binary(emit(expr.left()), expr.and() ? "&&" : "||", precedence, emit(expr.right()));
    }

    @Override
    public Fragment visitConditional(Expr.Conditional expr) {
        return conditional(emit(expr.condition()), choice(expr.then()), choice(expr.otherwise()));
    }

    /** One of two values; C++ doesn't choose between objects in different address spaces, so they become copies. */
    private Fragment choice(Expr expr) {
        boolean isObject = expr.type() instanceof Type.Struct || expr.type() instanceof Type.Matrix;
        boolean isPlace = expr instanceof Expr.Read || expr instanceof Expr.Load || expr instanceof Expr.Field;
        Fragment value = emit(expr);
        return isObject && isPlace ? Fragment.call(module.types().of(expr.type()), value.text()) : value;
    }

    private static Fragment conditional(Fragment condition, Fragment then, Fragment otherwise) {
        return new Fragment(
                condition.atLeast(Precedence.EQUALITY) + " ? " + then.atLeast(Precedence.LOGICAL_OR) + " : "
                        + otherwise.text(),
                Precedence.CONDITIONAL);
    }

    @Override
    public Fragment visitConvert(Expr.Convert expr) {
        if (expr.operand().type() == expr.type()) {
            return emit(expr.operand());
        }
        Fragment operand = emit(expr.operand());
        if (expr.operand().type() != Type.Scalar.FLOAT) {
            return Fragment.call(TypeSpelling.scalar(expr.type()), operand.text());
        }
        if (expr.type() == Type.Scalar.LONG) {
            return Fragment.call(module.support().use("smelt_to_long"), operand.text());
        }
        Fragment integer = Fragment.call(module.support().use("smelt_to_int"), operand.text());
        return expr.type() == Type.Scalar.INT
                ? integer
                : Fragment.call(TypeSpelling.scalar(expr.type()), integer.text());
    }

    @Override
    public Fragment visitBuiltinCall(Expr.BuiltinCall expr) {
        return builtin(expr.builtin(), expr.arguments());
    }

    Fragment builtin(Builtin builtin, List<Expr> arguments) {
        String spelling = math == MathMode.FAST ? builtin.fastSpelling() : builtin.spelling();
        module.support().use(spelling);
        if (builtin.form() == Builtin.Form.CONSTANT) {
            return Fragment.primary(spelling);
        }
        List<Fragment> values = new ArrayList<>();
        if (builtin.owner() == Checks.class) {
            values.add(Fragment.primary(locals.checks()));
        }
        arguments.forEach(argument -> values.add(emit(argument)));
        return BuiltinSpelling.apply(spelling, values);
    }

    @Override
    public Fragment visitCall(Expr.Call expr) {
        return call(expr.function(), expr.arguments());
    }

    @Override
    public Fragment visitLoad(Expr.Load expr) {
        Fragment stored = place(expr.array(), expr.index());
        return isStoredOtherwise(expr.array(), expr.type()) ? module.storage().load(expr.type(), stored) : stored;
    }

    private boolean isStoredOtherwise(Expr array, Type element) {
        return ThreadgroupStorage.holdsTruth(element)
                && ThreadgroupStorage.differs(element, locals.places().of(array));
    }

    /** {@code array[index] = value;}. */
    String store(Expr array, Expr index, Expr value) {
        String stored = isStoredOtherwise(array, value.type())
                ? module.storage().store(value.type(), emit(value)).text()
                : value(value);
        return place(array, index).text() + " = " + stored + ";";
    }

    /** {@code array[index]}; compilers of C++ warn of indices of type {@code char}. */
    private Fragment place(Expr array, Expr index) {
        boolean isByte =
                index instanceof Expr.Convert convert && convert.operand().type() == Type.Scalar.BYTE;
        String at = isByte ? emit(index).text() : value(index);
        return Fragment.primary(emit(array).atLeast(Precedence.PRIMARY) + "[" + at + "]");
    }

    @Override
    public Fragment visitLength(Expr.Length expr) {
        return length(expr.array());
    }

    @Override
    public Fragment visitField(Expr.Field expr) {
        String name = module.names().field((Type.Struct) expr.struct().type(), expr.index());
        return Fragment.primary(emit(expr.struct()).atLeast(Precedence.PRIMARY) + "." + name);
    }

    @Override
    public Fragment visitNewStruct(Expr.NewStruct expr) {
        List<String> components = expr.components().stream().map(this::value).toList();
        return Fragment.primary(module.names().struct(expr.type()) + "{" + String.join(", ", components) + "}");
    }

    private static Variable variableOf(Expr array) {
        if (array instanceof Expr.Read read) {
            return read.variable();
        }
        throw new AssertionError(array.span() + ": not an array's name: " + array);
    }
}
