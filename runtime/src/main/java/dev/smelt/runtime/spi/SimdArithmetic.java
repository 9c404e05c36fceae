package dev.smelt.runtime.spi;

import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;

/** Combines the values of the lanes of each simdgroup that take part, in the order of the lanes. */
final class SimdArithmetic {
    /** An operator on floats. */
    @FunctionalInterface
    interface FloatOperator {
        float apply(float a, float b);
    }

    private SimdArithmetic() {}

    private static int end(LaneMask mask, int first) {
        return Math.min(first + LaneMask.SIMD_WIDTH, mask.lanes());
    }

    static void reduce(LaneMask mask, float[] values, float[] results, FloatOperator operator) {
        for (int first = 0; first < mask.lanes(); first += LaneMask.SIMD_WIDTH) {
            boolean any = false;
            float total = 0f;
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    total = any ? operator.apply(total, values[lane]) : values[lane];
                    any = true;
                }
            }
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    results[lane] = total;
                }
            }
        }
    }

    static void reduce(LaneMask mask, int[] values, int[] results, IntBinaryOperator operator) {
        for (int first = 0; first < mask.lanes(); first += LaneMask.SIMD_WIDTH) {
            boolean any = false;
            int total = 0;
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    total = any ? operator.applyAsInt(total, values[lane]) : values[lane];
                    any = true;
                }
            }
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    results[lane] = total;
                }
            }
        }
    }

    /** The same for vectors; {@code start} is what the operator leaves everything as it is with. */
    static <T> void reduce(LaneMask mask, T[] values, T[] results, T start, BinaryOperator<T> operator) {
        for (int first = 0; first < mask.lanes(); first += LaneMask.SIMD_WIDTH) {
            T total = start;
            boolean any = false;
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    total = any ? operator.apply(total, values[lane]) : values[lane];
                    any = true;
                }
            }
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    results[lane] = total;
                }
            }
        }
    }

    /**
     * Gives each lane what the lanes before it combine to.
     *
     * @param inclusive whether its own value is part of that
     */
    static void scan(
            LaneMask mask, float[] values, float[] results, boolean inclusive, float start, FloatOperator operator) {
        for (int first = 0; first < mask.lanes(); first += LaneMask.SIMD_WIDTH) {
            float total = start;
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    float next = operator.apply(total, values[lane]);
                    results[lane] = inclusive ? next : total;
                    total = next;
                }
            }
        }
    }

    static void scan(
            LaneMask mask, int[] values, int[] results, boolean inclusive, int start, IntBinaryOperator operator) {
        for (int first = 0; first < mask.lanes(); first += LaneMask.SIMD_WIDTH) {
            int total = start;
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    int next = operator.applyAsInt(total, values[lane]);
                    results[lane] = inclusive ? next : total;
                    total = next;
                }
            }
        }
    }

    static <T> void scan(
            LaneMask mask, T[] values, T[] results, boolean inclusive, T start, BinaryOperator<T> operator) {
        for (int first = 0; first < mask.lanes(); first += LaneMask.SIMD_WIDTH) {
            T total = start;
            for (int lane = first; lane < end(mask, first); lane++) {
                if (mask.takesPart(lane)) {
                    T next = operator.apply(total, values[lane]);
                    results[lane] = inclusive ? next : total;
                    total = next;
                }
            }
        }
    }
}
