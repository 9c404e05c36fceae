package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Checks that a module keeps the invariants of this package. Each violation is a mistake of the compiler's, and thrown as
 * an {@link AssertionError} with the span and the node. What passes here, no output throws at.
 */
public final class IrValidator implements Stmt.Visitor<Void> {
    private final Map<String, Function> callable = new HashMap<>();
    private final Set<Variable> declared = new HashSet<>();
    private final Set<Label> labels = new HashSet<>();
    /** What is in scope, by block, from the innermost outwards. */
    private final Deque<Set<Variable>> scopes = new ArrayDeque<>();
    /** The statements around, from the innermost outwards; of those that jumps name, with their labels. */
    private final Deque<Label> breakable = new ArrayDeque<>();

    private final Deque<Label> continuable = new ArrayDeque<>();
    private final ExprValidator exprs = new ExprValidator(callable, this::isInScope);
    private Type result = new Type.NoValue();
    private boolean pure;
    /** What is never assigned: parameters that are arrays, and variables that stand for one array alone. */
    private final Set<Variable> fixedArrays = new HashSet<>();

    private final Set<Variable> constants = new HashSet<>();

    private IrValidator() {}

    /** Returns if the module keeps all invariants. */
    public static void validate(KernelModule module) {
        IrValidator validator = new IrValidator();
        validator.scopes.push(new HashSet<>());
        module.constants().forEach(validator::constant);
        module.functions().forEach(validator::function);
        Set<String> names = new HashSet<>();
        for (Kernel kernel : module.kernels()) {
            check(names.add(kernel.name()), kernel.span(), "two kernels are named " + kernel.name());
            validator.kernel(kernel);
        }
    }

    static void check(boolean holds, Span span, String message) {
        if (!holds) {
            throw new AssertionError(span + ": " + message);
        }
    }

    private void check(boolean holds, Stmt stmt, String message) {
        if (!holds) {
            throw new AssertionError(
                    stmt.span() + ": " + message + ": " + IrPrinter.print(stmt).strip());
        }
    }

    private void constant(ConstantArray constant) {
        check(!constant.values().isEmpty(), constant.span(), "an array of constants is empty");
        for (Expr value : constant.values()) {
            exprs.check(value);
            check(value.type().equals(constant.element()), constant.span(), "an element has another type");
        }
        declare(constant.variable(), constant.span());
        constants.add(constant.variable());
    }

    private void function(Function function) {
        check(!(function.result() instanceof Type.Array), function.span(), "a function returns an array");
        enterBody();
        function.parameters().forEach(parameter -> declare(parameter, function.span()));
        result = function.result();
        pure = function.pure();
        fixedArrays.addAll(function.parameters());
        body(function.body());
        // Only now, so that nothing calls itself or what comes later.
        boolean first = callable.put(function.id(), function) == null;
        check(first, function.span(), "two functions have the id " + function.id());
    }

    private void kernel(Kernel kernel) {
        enterBody();
        for (KernelParameter parameter : kernel.parameters()) {
            check(hasFittingType(parameter), kernel.span(), "a parameter has a type that doesn't fit: " + parameter);
            declare(parameter.variable(), kernel.span());
        }
        result = new Type.NoValue();
        pure = false;
        kernel.parameters().forEach(parameter -> fixedArrays.add(parameter.variable()));
        body(kernel.body());
    }

    private static boolean hasFittingType(KernelParameter parameter) {
        Type type = parameter.variable().type();
        if (parameter instanceof KernelParameter.Buffer) {
            return type instanceof Type.Array;
        }
        if (parameter instanceof KernelParameter.Threadgroup memory) {
            return type instanceof Type.Array && memory.length() > 0;
        }
        if (parameter instanceof KernelParameter.Texture texture) {
            return type instanceof Type.Texture && texture.access() != KernelParameter.Access.READ_WRITE;
        }
        if (parameter instanceof KernelParameter.Uniform) {
            return isValue(type);
        }
        boolean isVector =
                type instanceof Type.Vector vector && vector.element() == Type.Scalar.INT && vector.size() < 4;
        return type == Type.Scalar.INT || isVector;
    }

    /** Whether a variable or an element can have the type, arrays apart. */
    static boolean isValue(Type type) {
        return !(type instanceof Type.Array
                || type instanceof Type.Texture
                || type instanceof Type.Sampler
                || type instanceof Type.NoValue
                || type instanceof Type.Erroneous);
    }

    /** Passes look at one body at a time: bodies may be copies of each other. */
    private void enterBody() {
        declared.clear();
        declared.addAll(constants);
        fixedArrays.clear();
        fixedArrays.addAll(constants);
        labels.clear();
        scopes.push(new HashSet<>());
    }

    private void body(Stmt.Block body) {
        visitBlock(body);
        scopes.pop();
    }

    private void declare(Variable variable, Span span) {
        boolean element = variable.type() instanceof Type.Array array && isValue(array.element());
        boolean texture = variable.type() instanceof Type.Texture;
        check(element || texture || isValue(variable.type()), span, "a variable can't have its type: " + variable);
        check(declared.add(variable), span, "a variable is declared twice: " + variable);
        Objects.requireNonNull(scopes.peek()).add(variable);
    }

    private boolean isInScope(Variable variable) {
        return scopes.stream().anyMatch(scope -> scope.contains(variable));
    }

    private void enter(Label label, Span span) {
        check(labels.add(label), span, "a label stands on two statements: " + label);
        breakable.push(label);
    }

    private void leave() {
        breakable.pop();
    }

    private void condition(Expr condition, Stmt stmt) {
        exprs.check(condition);
        check(condition.type() == Type.Scalar.BOOLEAN, stmt, "a condition isn't boolean");
    }

    private void inScope(Runnable statements) {
        scopes.push(new HashSet<>());
        statements.run();
        scopes.pop();
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        inScope(() -> stmt.statements().forEach(inner -> inner.accept(this)));
        return null;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        if (value != null) {
            exprs.check(value);
            check(value.type().equals(stmt.variable().type()), stmt, "the value has another type");
        }
        declare(stmt.variable(), stmt.span());
        return null;
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        check(stmt.length() > 0, stmt, "an array has no elements");
        check(stmt.values().isEmpty() || stmt.values().size() == stmt.length(), stmt, "the values don't fit");
        for (Expr value : stmt.values()) {
            exprs.check(value);
            check(value.type().equals(stmt.element()), stmt, "an element has another type");
        }
        declare(stmt.variable(), stmt.span());
        fixedArrays.add(stmt.variable());
        return null;
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        exprs.check(stmt.value());
        check(isInScope(stmt.variable()), stmt, "a variable is not in scope");
        check(stmt.value().type().equals(stmt.variable().type()), stmt, "the value has another type");
        boolean isFixed = stmt.variable().type() instanceof Type.Array && fixedArrays.contains(stmt.variable());
        check(!isFixed, stmt, "a variable that stands for one array is assigned");
        check(!(stmt.variable().type() instanceof Type.Texture), stmt, "a texture is assigned");
        return null;
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        exprs.check(stmt.array());
        exprs.check(stmt.index());
        exprs.check(stmt.value());
        check(stmt.array().type() instanceof Type.Array, stmt, "what is stored to isn't an array");
        check(stmt.index().type() == Type.Scalar.INT, stmt, "an index isn't an int");
        Type element = ((Type.Array) stmt.array().type()).element();
        check(stmt.value().type().equals(element), stmt, "the value has another type");
        check(!pure, stmt, "a pure function stores");
        return null;
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        Function callee = callable.get(stmt.function());
        check(callee != null, stmt, "the function is not known, or comes later");
        Function known = Objects.requireNonNull(callee);
        check(known.pure() || !pure, stmt, "a pure function calls one that is not");
        exprs.checkArguments(known, stmt.arguments(), stmt.span());
        Variable into = stmt.result();
        if (into != null) {
            check(isInScope(into), stmt, "a variable is not in scope");
            check(into.type().equals(known.result()), stmt, "the result has another type");
        }
        return null;
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        check(!stmt.builtin().isPure(), stmt, "the builtin has no effect");
        check(!pure, stmt, "a pure function has an effect");
        exprs.checkArguments(stmt.builtin(), stmt.arguments(), stmt.span());
        Variable into = stmt.result();
        if (into != null) {
            check(isInScope(into), stmt, "a variable is not in scope");
            check(into.type().equals(stmt.builtin().result()), stmt, "the result has another type");
        }
        return null;
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        condition(stmt.condition(), stmt);
        visitBlock(stmt.then());
        return visitBlock(stmt.otherwise());
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        enter(stmt.label(), stmt.span());
        inScope(() -> {
            for (Stmt init : stmt.init()) {
                check(init instanceof Stmt.Declare || init instanceof Stmt.Assign, stmt, "no start of a loop");
                init.accept(this);
            }
            condition(stmt.condition(), stmt);
            continuable.push(stmt.label());
            visitBlock(stmt.body());
            continuable.pop();
            stmt.update().forEach(this::visitAssign);
        });
        leave();
        return null;
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        enter(stmt.label(), stmt.span());
        continuable.push(stmt.label());
        visitBlock(stmt.body());
        continuable.pop();
        condition(stmt.condition(), stmt);
        leave();
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        enter(stmt.label(), stmt.span());
        visitBlock(stmt.body());
        leave();
        return null;
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        exprs.check(stmt.selector());
        check(stmt.selector().type() == Type.Scalar.INT, stmt, "a selector isn't an int");
        enter(stmt.label(), stmt.span());
        Set<Integer> seen = new HashSet<>();
        int defaults = 0;
        for (Stmt.Switch.Group group : stmt.groups()) {
            List<Integer> cases = group.labels();
            check(cases.stream().allMatch(seen::add), stmt, "a case is there twice");
            defaults += group.isDefault() ? 1 : 0;
            check(!cases.isEmpty() || group.isDefault(), stmt, "a group has no case");
            visitBlock(group.body());
        }
        check(defaults <= 1, stmt, "default is there twice");
        leave();
        return null;
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        check(breakable.contains(stmt.label()), stmt, "no statement around has the label");
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        check(continuable.contains(stmt.label()), stmt, "no loop around has the label");
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        Expr value = stmt.value();
        if (value != null) {
            exprs.check(value);
        }
        Type type = value == null ? new Type.NoValue() : value.type();
        check(type.equals(result), stmt, "what is returned has another type");
        return null;
    }
}
