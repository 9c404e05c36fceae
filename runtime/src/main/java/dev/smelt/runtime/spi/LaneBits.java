package dev.smelt.runtime.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Objects;

/**
 * Loops over the bits of floats, which HotSpot turns into SIMD. {@code Float.floatToRawIntBits} in a loop keeps it from
 * that; to read a {@code float[]} as ints does not. Java has two ways for this, of which each release has one that is fast
 * and gives no warnings: {@code sun.misc.Unsafe} up to 23, {@code java.lang.foreign} from 24 on. Both are reached through
 * method handles in constants, which cost nothing once compiled. Where there is neither, the loops stay right and are slow.
 */
final class LaneBits {
    /** Bits of all but the sign. */
    static final int MAGNITUDE = Integer.MAX_VALUE;

    private static final int INFINITE = 0x7f80_0000;
    private static final int MANTISSA_BITS = 23;
    private static final int SIGN_SHIFT = 31;
    private static final int FIRST_WITH_SEGMENTS = 24;

    /** Until JDK 21 a reduction leaves SIMD in each round. */
    private static final boolean GATHERS_IN_EACH_ROUND = Runtime.version().feature() < 21;

    /** The strips of kernels without threadgroups of their own. */
    private static final int FULL_STRIP = 1024;

    private static final int QUARTER = FULL_STRIP / 4;

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

    private LaneBits() {}

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
                lookup.findStatic(LaneBits.class, "converted", get),
                lookup.findStatic(LaneBits.class, "convert", put),
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
    private static Object view(float[] array, int lanes) {
        Objects.checkFromToIndex(0, lanes, array.length);
        try {
            return (Object) VIEW.invokeExact(array);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static int get(Object view, int lane) {
        try {
            return (int) GET.invokeExact(view, BASE + (long) Float.BYTES * lane);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void put(Object view, int lane, int bits) {
        try {
            PUT.invokeExact(view, BASE + (long) Float.BYTES * lane, bits);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Whether some lane is farther from 0 than a limit, or NaN. JDK 17 gathers the result from the parts of a SIMD register
     * in each round, for 0.14 ns a lane; so a full strip is looked at in four places at once, for 0.06.
     */
    static boolean anyBeyond(float[] x, int limit, int lanes) {
        Object from = view(x, lanes);
        int within = 0;
        if (GATHERS_IN_EACH_ROUND && lanes == FULL_STRIP) {
            for (int lane = 0; lane < QUARTER; lane++) {
                int first = limit - (get(from, lane) & MAGNITUDE);
                int second = limit - (get(from, lane + QUARTER) & MAGNITUDE);
                int third = limit - (get(from, lane + 2 * QUARTER) & MAGNITUDE);
                int fourth = limit - (get(from, lane + 3 * QUARTER) & MAGNITUDE);
                within |= (first | second) | (third | fourth);
            }
            return within < 0;
        }
        for (int lane = 0; lane < lanes; lane++) {
            within |= limit - (get(from, lane) & MAGNITUDE);
        }
        return within < 0;
    }

    /** Whether some lane's bits, as signed integers, are below one limit or above another, both 0 or more. */
    static boolean anyOutside(float[] x, int least, int most, int lanes) {
        Object from = view(x, lanes);
        int within = 0;
        if (GATHERS_IN_EACH_ROUND && lanes == FULL_STRIP) {
            for (int lane = 0; lane < QUARTER; lane++) {
                int first = inside(get(from, lane), least, most);
                int second = inside(get(from, lane + QUARTER), least, most);
                int third = inside(get(from, lane + 2 * QUARTER), least, most);
                int fourth = inside(get(from, lane + 3 * QUARTER), least, most);
                within |= (first | second) | (third | fourth);
            }
            return within < 0;
        }
        for (int lane = 0; lane < lanes; lane++) {
            within |= inside(get(from, lane), least, most);
        }
        return within < 0;
    }

    /** Below 0 if not. */
    private static int inside(int bits, int least, int most) {
        return bits | (bits - least) | (most - bits);
    }

    /** Multiplies each lane by 2^n, n being in the low bits of another's float; no result may leave the normal range. */
    static void scale(float[] powers, float[] results, int lanes) {
        Object from = view(powers, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            put(to, lane, get(to, lane) + (get(from, lane) << MANTISSA_BITS));
        }
    }

    /** The factor of each normal x that is left without a power of 2: from {@code least} on to below twice that. */
    static void factors(float[] x, int least, float[] factors, int lanes) {
        Object from = view(x, lanes);
        Object to = view(factors, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int bits = get(from, lane);
            put(to, lane, bits - ((bits - least) >> MANTISSA_BITS << MANTISSA_BITS));
        }
    }

    /** That power, added to the low bits of a float. */
    static void powers(float[] x, int least, int to, float[] powers, int lanes) {
        Object from = view(x, lanes);
        Object result = view(powers, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            put(result, lane, ((get(from, lane) - least) >> MANTISSA_BITS) + to);
        }
    }

    /** {@code differences < 0 ? then : results} to the results, bit by bit; NaN and -0 are not below 0. */
    static void selectNegative(float[] differences, float[] then, float[] results, int lanes) {
        Object by = view(differences, lanes);
        Object from = view(then, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int bits = get(by, lane);
            int magnitude = bits & MAGNITUDE;
            int mask = (bits & -magnitude & ~(INFINITE - magnitude)) >> SIGN_SHIFT;
            put(to, lane, (get(from, lane) & mask) | (get(to, lane) & ~mask));
        }
    }

    /** {@code differences <= 0 ? then : results} to the results, bit by bit; NaN is not. */
    static void selectNotPositive(float[] differences, float[] then, float[] results, int lanes) {
        Object by = view(differences, lanes);
        Object from = view(then, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int bits = get(by, lane);
            int magnitude = bits & MAGNITUDE;
            int mask = ((bits & ~(INFINITE - magnitude)) | (magnitude - 1)) >> SIGN_SHIFT;
            put(to, lane, (get(from, lane) & mask) | (get(to, lane) & ~mask));
        }
    }
}
