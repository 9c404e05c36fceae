package dev.smelt.runtime.spi;

/**
 * Atomic operations on threadgroup memory, which no other Java thread ever sees: all lanes of a threadgroup are run by one,
 * so that nothing can come between. Named as the functions of {@code dsl} that work on any memory, and with their results.
 */
public final class LaneAtomics {
    private LaneAtomics() {}

    /** Adds. */
    public static int atomicAdd(int[] array, int index, int value) {
        int before = array[index];
        array[index] = before + value;
        return before;
    }

    /** Subtracts. */
    public static int atomicSub(int[] array, int index, int value) {
        int before = array[index];
        array[index] = before - value;
        return before;
    }

    /** Takes the lesser. */
    public static int atomicMin(int[] array, int index, int value) {
        int before = array[index];
        array[index] = Math.min(before, value);
        return before;
    }

    /** Takes the greater. */
    public static int atomicMax(int[] array, int index, int value) {
        int before = array[index];
        array[index] = Math.max(before, value);
        return before;
    }

    /** Keeps bits. */
    public static int atomicAnd(int[] array, int index, int value) {
        int before = array[index];
        array[index] = before & value;
        return before;
    }

    /** Sets bits. */
    public static int atomicOr(int[] array, int index, int value) {
        int before = array[index];
        array[index] = before | value;
        return before;
    }

    /** Flips bits. */
    public static int atomicXor(int[] array, int index, int value) {
        int before = array[index];
        array[index] = before ^ value;
        return before;
    }

    /** Sets the element. */
    public static int atomicExchange(int[] array, int index, int value) {
        int before = array[index];
        array[index] = value;
        return before;
    }

    /** Adds. */
    public static float atomicAdd(float[] array, int index, float value) {
        float before = array[index];
        array[index] = before + value;
        return before;
    }

    /** Subtracts. */
    public static float atomicSub(float[] array, int index, float value) {
        float before = array[index];
        array[index] = before - value;
        return before;
    }

    /** Takes the lesser, by {@link Math#min}. */
    public static float atomicMin(float[] array, int index, float value) {
        float before = array[index];
        array[index] = Math.min(before, value);
        return before;
    }

    /** Takes the greater, by {@link Math#max}. */
    public static float atomicMax(float[] array, int index, float value) {
        float before = array[index];
        array[index] = Math.max(before, value);
        return before;
    }

    /** Sets the element. */
    public static float atomicExchange(float[] array, int index, float value) {
        float before = array[index];
        array[index] = value;
        return before;
    }
}
