package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import dev.smelt.dsl.MathMode;
import dev.smelt.dsl.Msl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Builds intermediate representation by hand. Nodes that are made through {@code ir.at(7)} stand on line 7 of an
 * imagined Java file.
 */
public final class Ir {
    public static final Type.Scalar BOOLEAN = Type.Scalar.BOOLEAN;
    public static final Type.Scalar BYTE = Type.Scalar.BYTE;
    public static final Type.Scalar SHORT = Type.Scalar.SHORT;
    public static final Type.Scalar INT = Type.Scalar.INT;
    public static final Type.Scalar LONG = Type.Scalar.LONG;
    public static final Type.Scalar FLOAT = Type.Scalar.FLOAT;

    private static final int LINES = 400;

    private final SourceFile file;
    private final AtomicInteger ids;
    private final Span span;

    public Ir(String fileName) {
        this(new SourceFile("src/demo/" + fileName, "\n".repeat(LINES)), new AtomicInteger(), 1);
    }

    private Ir(SourceFile file, AtomicInteger ids, int line) {
        this.file = file;
        this.ids = ids;
        this.span = new Span(file, line - 1, line);
    }

    /** The same for nodes on another line. */
    public Ir at(int line) {
        return new Ir(file, ids, line);
    }

    public Span span() {
        return span;
    }

    public static Type.Array array(Type element) {
        return new Type.Array(element);
    }

    public static Type.Vector vector(Type.Scalar element, int size) {
        return new Type.Vector(element, size);
    }

    public static Type.Struct struct(String name, Object... namesAndTypes) {
        List<Type.Struct.Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.add(new Type.Struct.Field((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]));
        }
        return new Type.Struct("demo", name, fields);
    }

    public Variable variable(String name, Type type) {
        return new Variable(ids.incrementAndGet(), name, type);
    }

    public Label label(String name) {
        return new Label(ids.incrementAndGet(), name);
    }

    // Expressions.

    public Expr.Constant constant(Object value) {
        if (value instanceof Boolean) {
            return new Expr.Constant(BOOLEAN, value, span);
        }
        if (value instanceof Integer) {
            return new Expr.Constant(INT, value, span);
        }
        return new Expr.Constant(value instanceof Long ? LONG : FLOAT, value, span);
    }

    public Expr.Constant constant(Type.Scalar type, int value) {
        return new Expr.Constant(type, value, span);
    }

    public Expr.Read read(Variable variable) {
        return new Expr.Read(variable, span);
    }

    /** Variables are read, other values are constants, expressions are themselves. */
    public Expr expr(Object value) {
        if (value instanceof Expr expr) {
            return expr;
        }
        return value instanceof Variable variable ? read(variable) : constant(value);
    }

    public Expr.Unary unary(UnaryOp op, Object operand) {
        return new Expr.Unary(op, expr(operand), span);
    }

    public Expr negate(Object operand) {
        return unary(UnaryOp.NEGATE, operand);
    }

    public Expr not(Object operand) {
        return unary(UnaryOp.NOT, operand);
    }

    public Expr.Binary binary(BinaryOp op, Object left, Object right) {
        return binary(op, left, right, false);
    }

    public Expr.Binary exact(BinaryOp op, Object left, Object right) {
        return binary(op, left, right, true);
    }

    private Expr.Binary binary(BinaryOp op, Object left, Object right, boolean exact) {
        Type.Scalar operands = (Type.Scalar) expr(left).type();
        Type.Scalar result = op.kind() == BinaryOp.Kind.COMPARISON ? BOOLEAN : operands;
        return new Expr.Binary(op, expr(left), expr(right), result, exact, span);
    }

    public Expr.Binary add(Object left, Object right) {
        return binary(BinaryOp.ADD, left, right);
    }

    public Expr.Binary subtract(Object left, Object right) {
        return binary(BinaryOp.SUBTRACT, left, right);
    }

    public Expr.Binary multiply(Object left, Object right) {
        return binary(BinaryOp.MULTIPLY, left, right);
    }

    public Expr.Binary divide(Object left, Object right) {
        return binary(BinaryOp.DIVIDE, left, right);
    }

    public Expr.Binary less(Object left, Object right) {
        return binary(BinaryOp.LESS, left, right);
    }

    public Expr.Binary equal(Object left, Object right) {
        return binary(BinaryOp.EQUAL, left, right);
    }

    public Expr.Logical and(Object left, Object right) {
        return new Expr.Logical(true, expr(left), expr(right), span);
    }

    public Expr.Logical or(Object left, Object right) {
        return new Expr.Logical(false, expr(left), expr(right), span);
    }

    public Expr.Conditional conditional(Object condition, Object then, Object otherwise) {
        return new Expr.Conditional(expr(condition), expr(then), expr(otherwise), span);
    }

    public Expr.Convert convert(Type.Scalar type, Object operand) {
        return new Expr.Convert(type, expr(operand), span);
    }

    public Expr.Load load(Object array, Object index) {
        return new Expr.Load(expr(array), expr(index), span);
    }

    public Expr.Length length(Object array) {
        return new Expr.Length(expr(array), span);
    }

    public Expr.Field field(Object struct, int index) {
        return new Expr.Field(expr(struct), index, span);
    }

    public Expr.NewStruct newStruct(Type.Struct type, Object... components) {
        return new Expr.NewStruct(type, exprs(components), span);
    }

    public Expr.Call call(Function function, Object... arguments) {
        return new Expr.Call(function.id(), exprs(arguments), function.result(), span);
    }

    /** A builtin that is called as a function of {@code Msl}, with the arguments' types. */
    public Expr.BuiltinCall builtin(Type result, String spelling, String fastSpelling, Object... arguments) {
        List<Type> types = exprs(arguments).stream().map(Expr::type).toList();
        Builtin builtin = new Builtin(
                Builtin.Form.STATIC,
                Msl.class,
                "builtin",
                types,
                result,
                spelling,
                fastSpelling,
                Builtin.Effect.NONE,
                false);
        return new Expr.BuiltinCall(builtin, exprs(arguments), span);
    }

    private List<Expr> exprs(Object... values) {
        return Arrays.stream(values).map(this::expr).toList();
    }

    // Statements.

    public Stmt.Block block(Stmt... statements) {
        return new Stmt.Block(List.of(statements), span);
    }

    public Stmt.Declare declare(Variable variable, Object value) {
        return new Stmt.Declare(variable, expr(value), span);
    }

    public Stmt.Declare declare(Variable variable) {
        return new Stmt.Declare(variable, null, span);
    }

    /** An array of the thread's own, of zeros where there are no values. */
    public Stmt.DeclareArray declareArray(Variable variable, int length, Object... values) {
        return new Stmt.DeclareArray(variable, length, exprs(values), span);
    }

    public Stmt.Assign assign(Variable variable, Object value) {
        return new Stmt.Assign(variable, expr(value), span);
    }

    public Stmt.Store store(Object array, Object index, Object value) {
        return new Stmt.Store(expr(array), expr(index), expr(value), span);
    }

    public Stmt.Invoke invoke(Function function, Object... arguments) {
        return new Stmt.Invoke(function.id(), exprs(arguments), null, span);
    }

    public Stmt.Invoke invokeInto(Variable result, Function function, Object... arguments) {
        return new Stmt.Invoke(function.id(), exprs(arguments), result, span);
    }

    /** A builtin that is called for its effect, with the arguments' types. */
    public Stmt.InvokeBuiltin effect(
            Builtin.Effect effect, @Nullable Variable into, Type result, String spelling, Object... arguments) {
        List<Type> types = exprs(arguments).stream().map(Expr::type).toList();
        Builtin builtin = new Builtin(
                Builtin.Form.STATIC, Msl.class, "builtin", types, result, spelling, spelling, effect, false);
        return new Stmt.InvokeBuiltin(builtin, exprs(arguments), into, span);
    }

    public Stmt.InvokeBuiltin barrier() {
        return effect(
                Builtin.Effect.THREADGROUP_BARRIER,
                null,
                new Type.NoValue(),
                "metal::threadgroup_barrier(metal::mem_flags::mem_device | metal::mem_flags::mem_threadgroup)");
    }

    public Stmt.If when(Object condition, Stmt... then) {
        return new Stmt.If(expr(condition), block(then), block(), span);
    }

    public Stmt.If whenElse(Object condition, Stmt.Block then, Stmt.Block otherwise) {
        return new Stmt.If(expr(condition), then, otherwise, span);
    }

    public Stmt.For loop(Label label, List<Stmt> init, Object condition, List<Stmt.Assign> update, Stmt... body) {
        return new Stmt.For(label, init, expr(condition), update, block(body), span);
    }

    /** {@code for (int i = 0; i < bound; i++) body}. */
    public Stmt.For count(Variable i, Object bound, Stmt... body) {
        return count(label(""), i, bound, body);
    }

    public Stmt.For count(Label label, Variable i, Object bound, Stmt... body) {
        return loop(label, List.of(declare(i, 0)), less(i, bound), List.of(assign(i, add(i, 1))), body);
    }

    public Stmt.For whileLoop(Label label, Object condition, Stmt... body) {
        return loop(label, List.of(), condition, List.of(), body);
    }

    public Stmt.DoWhile doWhile(Label label, Object condition, Stmt... body) {
        return new Stmt.DoWhile(label, block(body), expr(condition), span);
    }

    public Stmt.Labeled labeled(Label label, Stmt... body) {
        return new Stmt.Labeled(label, block(body), span);
    }

    public Stmt.Switch choose(Label label, Object selector, Stmt.Switch.Group... groups) {
        return new Stmt.Switch(label, expr(selector), List.of(groups), span);
    }

    public Stmt.Switch.Group group(List<Integer> labels, boolean isDefault, Stmt... body) {
        return new Stmt.Switch.Group(labels, isDefault, block(body));
    }

    public Stmt.Break leave(Label label) {
        return new Stmt.Break(label, span);
    }

    public Stmt.Continue next(Label label) {
        return new Stmt.Continue(label, span);
    }

    public Stmt.Return giveBack(Object value) {
        return new Stmt.Return(expr(value), span);
    }

    public Stmt.Return giveBack() {
        return new Stmt.Return(null, span);
    }

    // Functions, kernels, modules.

    public Function function(String name, String signature, List<Variable> parameters, Type result, Stmt... body) {
        return new Function(
                "demo.Test." + name + parameters,
                name,
                signature,
                parameters,
                result,
                block(body),
                !(result instanceof Type.NoValue),
                span);
    }

    public KernelParameter buffer(Variable variable) {
        return new KernelParameter.Buffer(variable, KernelParameter.Access.READ_WRITE);
    }

    public KernelParameter threadgroup(Variable variable, int length) {
        return new KernelParameter.Threadgroup(variable, length);
    }

    public KernelParameter texture(Variable variable) {
        return new KernelParameter.Texture(variable, KernelParameter.Access.READ);
    }

    public KernelParameter position(Variable variable, KernelParameter.Kind kind) {
        return new KernelParameter.Position(variable, kind);
    }

    /** An array of constants of the class. */
    public ConstantArray constants(Variable variable, Object... values) {
        return new ConstantArray(variable, exprs(values), span);
    }

    public KernelParameter uniform(Variable variable) {
        return new KernelParameter.Uniform(variable);
    }

    public KernelParameter position(Variable variable) {
        return new KernelParameter.Position(variable, KernelParameter.Kind.THREAD_POSITION_IN_GRID);
    }

    public Kernel kernel(String name, String signature, List<KernelParameter> parameters, Stmt... body) {
        return kernel(name, signature, MathMode.JAVA, parameters, body);
    }

    public Kernel kernel(String name, String signature, MathMode math, List<KernelParameter> parameters, Stmt... body) {
        return new Kernel(name, signature, math, false, parameters, block(body), span);
    }

    public KernelModule module(List<Function> functions, Kernel... kernels) {
        return module(List.of(), functions, kernels);
    }

    public KernelModule module(List<ConstantArray> constants, List<Function> functions, Kernel... kernels) {
        String fileName = file.fileName();
        String className = fileName.substring(0, fileName.indexOf('.'));
        return new KernelModule(file, "demo", className, true, constants, functions, List.of(kernels));
    }
}
