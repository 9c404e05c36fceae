package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;

/** Tells what the threads of a threadgroup do together: barriers, and functions of the simdgroup. */
public final class Collectives {
    private final Callers callers;

    private Collectives(Callers callers) {
        this.callers = callers;
    }

    /** The collectives of a module: its functions that have some. */
    public static Collectives in(KernelModule module) {
        return new Collectives(new Callers(module, Collectives::isCollective));
    }

    /** Whether threads call it together. */
    public static boolean isCollective(Builtin builtin) {
        return switch (builtin.effect()) {
            case THREADGROUP_BARRIER, SIMDGROUP_BARRIER, SIMDGROUP -> true;
            case NONE, ATOMIC, ATOMIC_LOAD, TEXTURE_WRITE, ASSERTION -> false;
        };
    }

    /** Whether a statement is done for all lanes at once: a collective, or a function that is computed so. */
    static boolean isForAllLanes(Stmt.InvokeBuiltin stmt) {
        return isCollective(stmt.builtin()) || stmt.builtin().isPure();
    }

    /** Whether a statement loads one element for all lanes into a variable that they share. */
    static boolean isOnce(Stmt.InvokeBuiltin stmt) {
        return stmt.builtin().owner() == LaneStep.class && stmt.builtin().name().equals(StripPreparation.ONCE);
    }

    /** Whether a function, or one that it calls, has collectives. */
    public boolean isCollective(String function) {
        return callers.contains(function);
    }

    /** Whether a statement is or holds a collective, or calls a function that does. */
    public boolean isIn(Stmt stmt) {
        return callers.isReachedIn(stmt);
    }
}
