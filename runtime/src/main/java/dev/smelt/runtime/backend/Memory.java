package dev.smelt.runtime.backend;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * The memory of one array on a device, seen through {@code java.nio} views in native order. Only the view of the type's
 * own storage exists: floats of a {@code float} array, shorts of a {@code Half} array, bytes of booleans and structures.
 */
public interface Memory {
    /** What the elements are. */
    ElementType type();

    /** How many elements there are. */
    int length();

    /** A view of {@code float} elements, from the first to the last. */
    FloatBuffer floats();

    /** A view of {@code int} elements, from the first to the last. */
    IntBuffer ints();

    /** A view of {@code long} elements, from the first to the last. */
    LongBuffer longs();

    /** A view of {@code short} or {@code Half} elements, from the first to the last. */
    ShortBuffer shorts();

    /** A view of {@code byte} or {@code boolean} elements, or of the bytes of structures. */
    ByteBuffer bytes();

    /** Counts the kernels and the accesses in progress. */
    Lifetime lifetime();

    /**
     * Whether a read after freeing could harm the process. If so, each access counts as a use; if not, it only asks
     * whether this is closed.
     */
    boolean isNative();

    /** Whether its bytes are those of a buffer that the caller gave. */
    boolean isCallers();

    /** Whether it is the caller's own, and cannot be written. */
    boolean isReadOnly();

    /**
     * Says that a view goes to the user. From then on, closing no longer frees the memory: it is given back when the
     * last view is garbage, so that no view ever points to memory that is gone.
     */
    void expose();
}
