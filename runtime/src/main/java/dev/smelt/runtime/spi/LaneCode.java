package dev.smelt.runtime.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A method of generated code that HotSpot's C2 compiles by itself. Put into its caller's loop, a loop over lanes that stores
 * into several arrays is no SIMD on JDK 17. What a handle calls is put into its caller only if the handle is a constant,
 * and a field that is not final never is.
 */
public final class LaneCode {
    private static final MethodType TYPE = MethodType.methodType(void.class, Object.class);

    @SuppressWarnings("FieldMayBeFinal") // for the class's whole purpose
    private MethodHandle handle;

    private LaneCode(MethodHandle handle) {
        this.handle = handle;
    }

    /**
     * A static method without a result of the class that looks it up.
     *
     * @param lookup with private access to that class
     * @param lanes the type of its only parameter
     */
    public static LaneCode of(MethodHandles.Lookup lookup, String method, Class<?> lanes) {
        try {
            MethodType type = MethodType.methodType(void.class, lanes);
            return new LaneCode(
                    lookup.findStatic(lookup.lookupClass(), method, type).asType(TYPE));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Runs it on the object of a threadgroup. */
    public void run(Object lanes) {
        try {
            handle.invokeExact(lanes);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("kernels throw nothing that is checked", e);
        }
    }
}
