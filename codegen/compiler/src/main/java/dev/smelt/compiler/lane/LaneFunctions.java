package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import java.util.Collections;
import java.util.Set;

/**
 * The functions that are computed for all lanes at once where control allows it: those of floats that take long one by
 * one. In a body that is made ready for that, a call of one is an {@link Stmt.InvokeBuiltin}, though it has no effect.
 */
public final class LaneFunctions {
    private static final Set<String> OF_ONE = Set.of(
            "exp", "exp2", "exp10", "log", "log2", "log10", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "sin",
            "cos", "tan", "sinpi", "cospi", "tanpi", "asin", "acos", "atan", "rsqrt");

    private static final Set<String> OF_TWO = Set.of("pow", "powr", "atan2");

    private final Callers callers;

    private LaneFunctions(Callers callers) {
        this.callers = callers;
    }

    /** Those of a module: its functions in which one of them is called. */
    static LaneFunctions in(KernelModule module) {
        return new LaneFunctions(new Callers(module, LaneFunctions::contains));
    }

    /** Whether a builtin is such a function. */
    static boolean contains(Builtin builtin) {
        int arguments = builtin.parameters().size();
        return builtin.isPure()
                && (arguments == 1 ? OF_ONE : OF_TWO).contains(builtin.name())
                && builtin.parameters().equals(Collections.nCopies(arguments, Type.Scalar.FLOAT))
                && builtin.result() == Type.Scalar.FLOAT;
    }

    /** Its name in the runtime. Where Java and C differ, Java's has one of its own. */
    static String nameOf(Builtin builtin) {
        return builtin.owner() == Math.class && builtin.name().equals("pow") ? "javaPow" : builtin.name();
    }

    /** Whether a user's function calls one, itself or in another that it calls. */
    boolean isCalledBy(String function) {
        return callers.contains(function);
    }

    /** Whether one is called in a statement, in the functions that it calls too. */
    boolean isCalledIn(Stmt stmt) {
        return callers.isReachedIn(stmt);
    }
}
