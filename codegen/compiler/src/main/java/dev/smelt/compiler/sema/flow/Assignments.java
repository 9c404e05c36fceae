package dev.smelt.compiler.sema.flow;

import java.util.BitSet;

/**
 * What has been assigned at one place of a method, for every local by its index. Where no path leads, every variable
 * counts both as assigned and as unassigned (JLS 16), since what is said about no path is true.
 */
final class Assignments {
    /** Definitely assigned. */
    private final BitSet assigned;
    /** Not definitely unassigned; kept only for finals, the only variables for which it matters. */
    private final BitSet touched;
    /**
     * Where no path leads, how many loops had started before the place from which that is so (the earliest, if there
     * are several); 0 where a path leads.
     */
    private int unreachableSince;

    private Assignments(BitSet assigned, BitSet touched, int unreachableSince) {
        this.assigned = assigned;
        this.touched = touched;
        this.unreachableSince = unreachableSince;
    }

    /** At the start of a method. */
    static Assignments none() {
        return new Assignments(new BitSet(), new BitSet(), 0);
    }

    /** Where no path leads, while so many variables are declared and so many loops have started. */
    static Assignments unreachable(int variables, int loops) {
        BitSet all = new BitSet();
        all.set(0, variables);
        return new Assignments(all, new BitSet(), loops);
    }

    Assignments copy() {
        return new Assignments((BitSet) assigned.clone(), (BitSet) touched.clone(), unreachableSince);
    }

    /** Becomes what holds where the path from another place joins this one. */
    void join(Assignments other) {
        assigned.and(other.assigned);
        touched.or(other.touched);
        unreachableSince = Math.min(unreachableSince, other.unreachableSince);
    }

    boolean isAssigned(LocalVariable variable) {
        return assigned.get(variable.index());
    }

    boolean isUnassigned(LocalVariable variable) {
        return !touched.get(variable.index());
    }

    /** How many loops had started where the present place became one to which no path leads; 0 if one does. */
    int unreachableSince(LocalVariable variable) {
        return isAssigned(variable) && isUnassigned(variable) ? unreachableSince : 0;
    }

    void assign(LocalVariable variable) {
        assigned.set(variable.index());
        if (variable.kind() == LocalVariable.Kind.FINAL) {
            touched.set(variable.index());
        }
    }

    /**
     * Takes finals as assigned where a loop is left that may have assigned them before; not where no path leads from
     * the start of the loop.
     */
    void touch(BitSet finals, int loop) {
        if (unreachableSince < loop) {
            touched.or(finals);
        }
    }

    /** Takes a variable as assigned after it was reported, so that it is reported once on a path. */
    void assume(LocalVariable variable) {
        assigned.set(variable.index());
    }

    /** The first {@code count} finals that may have been assigned here. */
    BitSet touched(int count) {
        return touched.get(0, count);
    }
}
