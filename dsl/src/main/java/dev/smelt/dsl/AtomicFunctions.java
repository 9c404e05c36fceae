package dev.smelt.dsl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntBinaryOperator;

/**
 * Operations on the elements of arrays that other threads cannot come between (MSL specification, section 6.15), in device
 * and threadgroup memory. They order nothing else: what a thread has written elsewhere, others see behind a barrier or
 * when the kernel is done.
 *
 * @see AtomicFloatFunctions
 */
abstract class AtomicFunctions extends SimdgroupMoves {
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    /** Adds {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_add", effect = Builtin.Effect.ATOMIC)
    public static int atomicAdd(int[] array, int index, int value) {
        return (int) INTS.getAndAdd(array, index, value);
    }

    /** Subtracts {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_sub", effect = Builtin.Effect.ATOMIC)
    public static int atomicSub(int[] array, int index, int value) {
        return (int) INTS.getAndAdd(array, index, -value);
    }

    /** Takes the lesser of the element and {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_min", effect = Builtin.Effect.ATOMIC)
    public static int atomicMin(int[] array, int index, int value) {
        return update(array, index, value, Math::min);
    }

    /** Takes the greater of the element and {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_max", effect = Builtin.Effect.ATOMIC)
    public static int atomicMax(int[] array, int index, int value) {
        return update(array, index, value, Math::max);
    }

    /** Keeps the bits that {@code value} has too. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_and", effect = Builtin.Effect.ATOMIC)
    public static int atomicAnd(int[] array, int index, int value) {
        return (int) INTS.getAndBitwiseAnd(array, index, value);
    }

    /** Sets the bits of {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_or", effect = Builtin.Effect.ATOMIC)
    public static int atomicOr(int[] array, int index, int value) {
        return (int) INTS.getAndBitwiseOr(array, index, value);
    }

    /** Flips the bits of {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_xor", effect = Builtin.Effect.ATOMIC)
    public static int atomicXor(int[] array, int index, int value) {
        return (int) INTS.getAndBitwiseXor(array, index, value);
    }

    /** Sets {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_exchange", effect = Builtin.Effect.ATOMIC)
    public static int atomicExchange(int[] array, int index, int value) {
        return (int) INTS.getAndSet(array, index, value);
    }

    /** The element. */
    @Builtin(value = "smelt_atomic_load", effect = Builtin.Effect.ATOMIC_LOAD)
    public static int atomicLoad(int[] array, int index) {
        return (int) INTS.getVolatile(array, index);
    }

    /** Sets the element to {@code value}. */
    @Builtin(value = "smelt_atomic_store", effect = Builtin.Effect.ATOMIC)
    public static void atomicStore(int[] array, int index, int value) {
        INTS.setVolatile(array, index, value);
    }

    /** Sets the element to {@code desired} if it is {@code expected}. Returns what it was before. */
    @Builtin(value = "smelt_atomic_compare_exchange", effect = Builtin.Effect.ATOMIC)
    public static int atomicCompareExchange(int[] array, int index, int expected, int desired) {
        return (int) INTS.compareAndExchange(array, index, expected, desired);
    }

    /**
     * Takes the lesser of the element and {@code value}, both without a sign. All that Metal has for 64 bits: in device memory,
     * without a result, on newer GPUs (Apple9 on).
     */
    @Builtin(value = "smelt_atomic_min_unsigned", effect = Builtin.Effect.ATOMIC)
    public static void atomicMinUnsigned(long[] array, int index, long value) {
        long before = (long) LONGS.getVolatile(array, index);
        while (Long.compareUnsigned(value, before) < 0) {
            long found = (long) LONGS.compareAndExchange(array, index, before, value);
            if (found == before) {
                return;
            }
            before = found;
        }
    }

    /**
     * Takes the greater of the element and {@code value}, both without a sign. All that Metal has for 64 bits: in device memory,
     * without a result, on newer GPUs (Apple9 on).
     */
    @Builtin(value = "smelt_atomic_max_unsigned", effect = Builtin.Effect.ATOMIC)
    public static void atomicMaxUnsigned(long[] array, int index, long value) {
        long before = (long) LONGS.getVolatile(array, index);
        while (Long.compareUnsigned(value, before) > 0) {
            long found = (long) LONGS.compareAndExchange(array, index, before, value);
            if (found == before) {
                return;
            }
            before = found;
        }
    }

    private static int update(int[] array, int index, int value, IntBinaryOperator operator) {
        int before = (int) INTS.getVolatile(array, index);
        while (true) {
            int found = (int) INTS.compareAndExchange(array, index, before, operator.applyAsInt(before, value));
            if (found == before) {
                return before;
            }
            before = found;
        }
    }
}
