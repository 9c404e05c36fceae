package dev.smelt.dsl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The operations of {@link AtomicFunctions} on floats. A GPU adds in the order in which threads come, so that sums differ
 * from run to run in their last bits. What Metal has no instruction for is done by comparing and exchanging bits, never
 * floats: a NaN is unequal to itself, and would be waited for forever.
 */
abstract class AtomicFloatFunctions extends AtomicFunctions {
    private static final VarHandle FLOATS = MethodHandles.arrayElementVarHandle(float[].class);

    /** Adds {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_add", effect = Builtin.Effect.ATOMIC)
    public static float atomicAdd(float[] array, int index, float value) {
        float before = (float) FLOATS.getVolatile(array, index);
        while (!FLOATS.weakCompareAndSet(array, index, before, before + value)) {
            before = (float) FLOATS.getVolatile(array, index);
        }
        return before;
    }

    /** Subtracts {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_sub", effect = Builtin.Effect.ATOMIC)
    public static float atomicSub(float[] array, int index, float value) {
        float before = (float) FLOATS.getVolatile(array, index);
        while (!FLOATS.weakCompareAndSet(array, index, before, before - value)) {
            before = (float) FLOATS.getVolatile(array, index);
        }
        return before;
    }

    /** Takes the lesser of the element and {@code value}, by {@link Math#min}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_min", effect = Builtin.Effect.ATOMIC)
    public static float atomicMin(float[] array, int index, float value) {
        float before = (float) FLOATS.getVolatile(array, index);
        while (!FLOATS.weakCompareAndSet(array, index, before, Math.min(before, value))) {
            before = (float) FLOATS.getVolatile(array, index);
        }
        return before;
    }

    /** Takes the greater of the element and {@code value}, by {@link Math#max}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_max", effect = Builtin.Effect.ATOMIC)
    public static float atomicMax(float[] array, int index, float value) {
        float before = (float) FLOATS.getVolatile(array, index);
        while (!FLOATS.weakCompareAndSet(array, index, before, Math.max(before, value))) {
            before = (float) FLOATS.getVolatile(array, index);
        }
        return before;
    }

    /** Sets {@code value}. Returns what the element was before. */
    @Builtin(value = "smelt_atomic_exchange", effect = Builtin.Effect.ATOMIC)
    public static float atomicExchange(float[] array, int index, float value) {
        return (float) FLOATS.getAndSet(array, index, value);
    }

    /** The element. */
    @Builtin(value = "smelt_atomic_load", effect = Builtin.Effect.ATOMIC_LOAD)
    public static float atomicLoad(float[] array, int index) {
        return (float) FLOATS.getVolatile(array, index);
    }

    /** Sets the element to {@code value}. */
    @Builtin(value = "smelt_atomic_store", effect = Builtin.Effect.ATOMIC)
    public static void atomicStore(float[] array, int index, float value) {
        FLOATS.setVolatile(array, index, value);
    }

    /** Sets the element to {@code desired} if it has the bits of {@code expected}. Returns what it was before. */
    @Builtin(value = "smelt_atomic_compare_exchange", effect = Builtin.Effect.ATOMIC)
    public static float atomicCompareExchange(float[] array, int index, float expected, float desired) {
        return (float) FLOATS.compareAndExchange(array, index, expected, desired);
    }
}
