package dev.smelt.runtime.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * A function of {@link LaneMathLoops} that HotSpot compiles by itself. Put into what calls it, with all else that is put
 * there, its loops exceed what HotSpot puts into one method: on JDK 25, where a float's bits are reached through many small
 * methods, some of these then are called for each lane. The handle is not constant for HotSpot, as that of a {@link
 * LaneCode}; it is looked up by the first call, since few programs need all functions.
 */
final class LaneCall {
    private final String name;
    private final int arrays;
    private @Nullable MethodHandle handle;

    /**
     * A function.
     *
     * @param arrays how many arrays it is given, with that of its results
     */
    LaneCall(String name, int arrays) {
        this.name = name;
        this.arrays = arrays;
    }

    private MethodHandle handle() {
        MethodHandle found = handle;
        if (found == null) {
            found = find();
            handle = found;
        }
        return found;
    }

    private MethodHandle find() {
        try {
            MethodType type = MethodType.methodType(void.class, int.class)
                    .appendParameterTypes(Collections.nCopies(arrays, float[].class));
            return MethodHandles.lookup().findVirtual(LaneMathLoops.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    void run(LaneMathLoops loops, int lanes, float[] x, float[] results) {
        try {
            handle().invokeExact(loops, lanes, x, results);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    void run(LaneMathLoops loops, int lanes, float[] x, float[] y, float[] results) {
        try {
            handle().invokeExact(loops, lanes, x, y, results);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    void run(LaneMathLoops loops, int lanes, float[] x, float[] y, float[] z, float[] results) {
        try {
            handle().invokeExact(loops, lanes, x, y, z, results);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    void run(LaneMathLoops loops, int lanes, float[] x, float[] y, float[] z, float[] w, float[] results) {
        try {
            handle().invokeExact(loops, lanes, x, y, z, w, results);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable e) {
        if (e instanceof RuntimeException exception) {
            return exception;
        } else if (e instanceof Error error) {
            throw error;
        }
        throw new AssertionError("functions throw nothing that is checked", e);
    }
}
