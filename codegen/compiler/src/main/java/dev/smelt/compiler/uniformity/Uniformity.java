package dev.smelt.compiler.uniformity;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The levels of a kernel's values and of control in it, and of the functions that it calls. A variable has one level: the
 * least of all that it is assigned, and of the control under which it is assigned. A function's parameters have the
 * least of all the arguments in this kernel.
 *
 * <p>An early {@code return} is not counted as control here: threads that have returned take no part any more, and
 * passes let them come to barriers all the same.
 */
public final class Uniformity {
    /** What all threads of a threadgroup have alike. */
    private static final Set<Kind> UNIFORM_POSITIONS = EnumSet.of(
            Kind.THREADGROUP_POSITION_IN_GRID,
            Kind.THREADS_PER_GRID,
            Kind.THREADS_PER_THREADGROUP,
            Kind.THREADGROUPS_PER_GRID,
            Kind.DISPATCH_THREADS_PER_THREADGROUP,
            Kind.THREADS_PER_SIMDGROUP);

    /** What all threads of a grid have alike. */
    private static final Set<Kind> UNIFORM_OVER_GRID = EnumSet.of(
            Kind.THREADS_PER_GRID,
            Kind.THREADGROUPS_PER_GRID,
            Kind.DISPATCH_THREADS_PER_THREADGROUP,
            Kind.THREADS_PER_SIMDGROUP);

    private final Map<String, Function> functions = new HashMap<>();
    private final Map<Variable, Level> variables = new HashMap<>();
    private final Map<String, Level> results = new HashMap<>();
    /** The level of control where each function is called. */
    private final Map<String, Level> calls = new HashMap<>();
    /** The arrays of constants, whose elements nothing changes. */
    private final Set<Variable> constants;

    private final boolean overGrid;

    private boolean changed;

    private Uniformity(KernelModule module, boolean overGrid) {
        this.overGrid = overGrid;
        module.functions().forEach(function -> functions.put(function.id(), function));
        this.constants = new HashSet<>();
        module.constants().forEach(constant -> constants.add(constant.variable()));
    }

    /** Analyses a kernel and all that it calls. */
    public static Uniformity of(Kernel kernel, KernelModule module) {
        return of(kernel, module, Set.of());
    }

    /** The same where some variables are known to hold what each thread has for itself, were it all alike. */
    public static Uniformity of(Kernel kernel, KernelModule module, Set<Variable> ofThreads) {
        return of(kernel, module, ofThreads, Set.of());
    }

    /** The same where the elements of some arrays are known not to change while the kernel runs. */
    public static Uniformity of(Kernel kernel, KernelModule module, Set<Variable> ofThreads, Set<Variable> unchanging) {
        Uniformity result = new Uniformity(module, false);
        result.constants.addAll(unchanging);
        return result.analyze(kernel, module, ofThreads, UNIFORM_POSITIONS);
    }

    /**
     * What all threads of a grid have alike, and come to together: those that have returned are missing here. What is
     * loaded from a place that varies is taken to vary.
     */
    public static Uniformity overGrid(Kernel kernel, KernelModule module) {
        return new Uniformity(module, true).analyze(kernel, module, Set.of(), UNIFORM_OVER_GRID);
    }

    private Uniformity analyze(
            Kernel kernel, KernelModule module, Set<Variable> ofThreads, Set<Kind> uniformPositions) {
        ofThreads.forEach(variable -> variables.put(variable, Level.UNKNOWN));
        for (KernelParameter parameter : kernel.parameters()) {
            boolean varies = parameter instanceof KernelParameter.Position position
                    && !uniformPositions.contains(position.kind());
            variables.put(parameter.variable(), varies ? Level.VARYING : Level.UNIFORM);
        }
        do {
            changed = false;
            new ControlWalker(this).walkKernel(kernel);
            // Callees stand before callers, so that arguments flow on in one round if it goes backwards.
            for (int i = module.functions().size() - 1; i >= 0; i--) {
                Function function = module.functions().get(i);
                if (calls.containsKey(function.id())) {
                    new ControlWalker(this).walkFunction(function);
                }
            }
        } while (changed);
        return this;
    }

    /** Whether a position is the same for all threads of a threadgroup. */
    public static boolean isUniform(Kind position) {
        return UNIFORM_POSITIONS.contains(position);
    }

    /** The level of a variable of the kernel, or of a function that it calls. */
    public Level of(Variable variable) {
        return variables.getOrDefault(variable, Level.UNIFORM);
    }

    /** The level of an expression. */
    public Level of(Expr expr) {
        ExprLevel level = new ExprLevel(this);
        level.walk(expr);
        return level.found();
    }

    /** The functions that the kernel calls, by way of others too. */
    public List<Function> called() {
        return calls.keySet().stream().sorted().map(this::function).toList();
    }

    private Function function(String id) {
        Function function = functions.get(id);
        if (function == null) {
            throw new AssertionError("no function " + id);
        }
        return function;
    }

    /** The level of control where a function is called: the least of all its calls in this kernel. */
    public Level ofCalls(Function function) {
        return calls.getOrDefault(function.id(), Level.UNIFORM);
    }

    /** The level of control at each statement of the kernel's body, or of one that was made of it. */
    public Control controlIn(Stmt.Block body, Level around) {
        return ControlWalker.record(this, body, around);
    }

    /** The level of control at each statement of a function; who has returned from it goes on in the caller. */
    public Control controlIn(Function function) {
        return ControlWalker.record(this, function);
    }

    /** Whether an array is one of constants, whose elements nothing changes. */
    boolean isConstant(Variable array) {
        return constants.contains(array);
    }

    /** Whether this is about all threads of a grid. */
    boolean isOverGrid() {
        return overGrid;
    }

    Level resultOf(String function) {
        return results.getOrDefault(function, Level.UNIFORM);
    }

    void assign(Variable variable, Level level) {
        Level before = of(variable);
        Level after = before.join(level);
        if (after != before || !variables.containsKey(variable)) {
            variables.put(variable, after);
            changed = true;
        }
    }

    void returns(String function, Level level) {
        Level after = resultOf(function).join(level);
        changed |= after != results.put(function, after);
    }

    void call(String id, List<Expr> arguments, Level control) {
        Function function = function(id);
        Level after = calls.getOrDefault(id, Level.UNIFORM).join(control);
        changed |= after != calls.put(id, after);
        for (int i = 0; i < arguments.size(); i++) {
            assign(function.parameters().get(i), of(arguments.get(i)));
        }
    }

    /** The level of what a builtin with an effect returns. */
    Level ofResult(Stmt.InvokeBuiltin stmt) {
        Builtin.Effect effect = stmt.builtin().effect();
        if (effect == Builtin.Effect.NONE) {
            return stmt.arguments().stream().map(this::of).reduce(Level.UNIFORM, Level::join);
        }
        // The order in which threads come to an atomic operation, and the simdgroup they are in, differ.
        return effect == Builtin.Effect.ATOMIC_LOAD ? Level.UNKNOWN : Level.VARYING;
    }
}
