package dev.smelt.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In checked mode ({@code smelt.checks}), a thread of a kernel did what it must not. What its arrays hold is undefined:
 * other threads may have run on.
 */
public final class KernelCheckException extends KernelExecutionException {
    /** What a thread did. */
    public enum Kind {
        /** It accessed an index that the array does not have. */
        INDEX_OUT_OF_BOUNDS,
        /** It divided an integer by zero. */
        DIVISION_BY_ZERO,
        /** It found an {@code assert} to be false. */
        ASSERTION
    }

    /**
     * Where in the grid a thread is.
     *
     * @param x its position in x
     * @param y its position in y
     * @param z its position in z
     */
    public record Position(int x, int y, int z) {
        /** {@code (3, 0, 0)}. */
        @Override
        public String toString() {
            return "(" + x + ", " + y + ", " + z + ")";
        }
    }

    /**
     * An access out of bounds.
     *
     * @param array the name of the array
     * @param index the index that was accessed
     * @param length how many elements there are
     */
    public record Access(String array, int index, int length) {}

    private final Kind kind;
    private final transient Position thread;
    private final transient @Nullable Access access;

    private KernelCheckException(
            Kind kind, KernelLocation location, Position thread, @Nullable Access access, String what) {
        super("kernel " + location + ": the thread at " + thread + " " + what, location, (Throwable) null);
        this.kind = kind;
        this.thread = thread;
        this.access = access;
    }

    /** A thread accessed an index that an array does not have, at a line of Java. */
    public static KernelCheckException ofIndex(KernelLocation location, Position thread, Access access) {
        String what = "accesses index " + access.index() + " of array '" + access.array() + "', whose length is "
                + access.length();
        return new KernelCheckException(Kind.INDEX_OUT_OF_BOUNDS, location, thread, access, what);
    }

    /** A thread divided an integer by zero, at a line of Java. */
    public static KernelCheckException ofDivision(KernelLocation location, Position thread) {
        return new KernelCheckException(Kind.DIVISION_BY_ZERO, location, thread, null, "divides by zero");
    }

    /** A thread found an {@code assert} to be false, at a line of Java. */
    public static KernelCheckException ofAssertion(KernelLocation location, Position thread, String condition) {
        String what = "finds the assertion '" + condition + "' to be false";
        return new KernelCheckException(Kind.ASSERTION, location, thread, null, what);
    }

    /** What the thread did. */
    public Kind kind() {
        return kind;
    }

    /** Where in the grid the thread is. */
    public Position thread() {
        return thread;
    }

    /** The access, if it was one out of bounds. */
    public Optional<Access> access() {
        return Optional.ofNullable(access);
    }
}
