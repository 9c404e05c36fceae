package dev.smelt.runtime.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Objects;

/**
 * Reads and writes the elements of a {@code float[]} as ints, so that HotSpot can turn loops over them into SIMD. {@code
 * Float.floatToRawIntBits} in a loop keeps it from that. Java has two ways for this, of which each release has one that is
 * fast and gives no warnings: {@code sun.misc.Unsafe} up to 23, {@code java.lang.foreign} from 24 on. Both are reached
 * through method handles in constants, which cost nothing once compiled. Where there is neither, the loops stay right and
 * are slow.
 */
final class FloatBits {
    private static final int FIRST_WITH_SEGMENTS = 24;

    /** Of type {@code (float[])Object}: what the others take for an array. */
    private static final MethodHandle VIEW;
    /** Of type {@code (Object, long)int}. */
    private static final MethodHandle GET;
    /** Of type {@code (Object, long, int)void}. */
    private static final MethodHandle PUT;
    /** Where element 0 is. */
    private static final long BASE;

    /** How the bits are reached. */
    private record Access(MethodHandle view, MethodHandle get, MethodHandle put, long base) {}

    static {
        Access access = access();
        VIEW = access.view().asType(MethodType.methodType(Object.class, float[].class));
        GET = access.get().asType(MethodType.methodType(int.class, Object.class, long.class));
        PUT = access.put().asType(MethodType.methodType(void.class, Object.class, long.class, int.class));
        BASE = access.base();
    }

    private FloatBits() {}

    private static Access access() {
        try {
            try {
                return Runtime.version().feature() < FIRST_WITH_SEGMENTS ? byUnsafe() : bySegments();
            } catch (ReflectiveOperationException | RuntimeException e) {
                // A runtime without these parts.
                return byConversion();
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("methods of this class", e);
        }
    }

    private static Access byUnsafe() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Object unsafe = field.get(null);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle get = lookup.unreflect(type.getMethod("getInt", Object.class, long.class));
        MethodHandle put = lookup.unreflect(type.getMethod("putInt", Object.class, long.class, int.class));
        Object base = type.getMethod("arrayBaseOffset", Class.class).invoke(unsafe, float[].class);
        return new Access(
                MethodHandles.identity(float[].class),
                get.bindTo(unsafe),
                put.bindTo(unsafe),
                ((Number) base).longValue());
    }

    private static Access bySegments() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle view = lookup.unreflect(
                Class.forName("java.lang.foreign.MemorySegment").getMethod("ofArray", float[].class));
        Class<?> layouts = Class.forName("java.lang.foreign.ValueLayout");
        Object layout = layouts.getField("JAVA_INT").get(null);
        VarHandle ints = (VarHandle) layouts.getMethod("varHandle").invoke(layout);
        return new Access(
                view, ints.toMethodHandle(VarHandle.AccessMode.GET), ints.toMethodHandle(VarHandle.AccessMode.SET), 0);
    }

    private static Access byConversion() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodType get = MethodType.methodType(int.class, Object.class, long.class);
        MethodType put = MethodType.methodType(void.class, Object.class, long.class, int.class);
        return new Access(
                MethodHandles.identity(float[].class),
                lookup.findStatic(FloatBits.class, "converted", get),
                lookup.findStatic(FloatBits.class, "convert", put),
                0);
    }

    @SuppressWarnings("UnusedMethod") // found by name
    private static int converted(Object array, long at) {
        return Float.floatToRawIntBits(((float[]) array)[(int) (at / Float.BYTES)]);
    }

    @SuppressWarnings("UnusedMethod") // found by name
    private static void convert(Object array, long at, int bits) {
        ((float[]) array)[(int) (at / Float.BYTES)] = Float.intBitsToFloat(bits);
    }

    /** The array as the loops want it, which do not check the indices of lanes. */
    static Object view(float[] array, int lanes) {
        Objects.checkFromToIndex(0, lanes, array.length);
        try {
            return (Object) VIEW.invokeExact(array);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int get(Object view, int lane) {
        try {
            return (int) GET.invokeExact(view, BASE + (long) Float.BYTES * lane);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static void put(Object view, int lane, int bits) {
        try {
            PUT.invokeExact(view, BASE + (long) Float.BYTES * lane, bits);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
