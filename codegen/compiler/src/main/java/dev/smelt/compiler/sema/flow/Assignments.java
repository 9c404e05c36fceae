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

    private Assignments(BitSet assigned, BitSet touched) {
        this.assigned = assigned;
        this.touched = touched;
    }

    /** At the start of a method. */
    static Assignments none() {
        return new Assignments(new BitSet(), new BitSet());
    }

    /** Where no path leads, while so many variables are declared. */
    static Assignments unreachable(int variables) {
        BitSet all = new BitSet();
        all.set(0, variables);
        return new Assignments(all, new BitSet());
    }

    Assignments copy() {
        return new Assignments((BitSet) assigned.clone(), (BitSet) touched.clone());
    }

    /** Becomes what holds where the path from another place joins this one. */
    void join(Assignments other) {
        assigned.and(other.assigned);
        touched.or(other.touched);
    }

    boolean isAssigned(LocalVariable variable) {
        return assigned.get(variable.index());
    }

    boolean isUnassigned(LocalVariable variable) {
        return !touched.get(variable.index());
    }

    void assign(LocalVariable variable) {
        assigned.set(variable.index());
        if (variable.kind() == LocalVariable.Kind.FINAL) {
            touched.set(variable.index());
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
