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

    /** A check that failed, at a line of Java. */
    public KernelCheckException(Kind kind, KernelLocation location, Position thread, @Nullable Access access) {
        super("kernel " + location + ": the thread at " + thread + " " + what(kind, access), location, (Throwable)
                null);
        this.kind = kind;
        this.thread = thread;
        this.access = access;
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

    private static String what(Kind kind, @Nullable Access access) {
        return switch (kind) {
            case INDEX_OUT_OF_BOUNDS ->
                access == null
                        ? "accesses an index out of bounds"
                        : "accesses index " + access.index() + " of array '" + access.array() + "', whose length is "
                                + access.length();
            case DIVISION_BY_ZERO -> "divides by zero";
            case ASSERTION -> "finds an assertion to be false";
        };
    }
}
