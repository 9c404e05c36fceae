package dev.smelt.runtime.spi;

import java.util.Objects;
import java.util.function.IntBinaryOperator;

/** Gives lanes the values of other lanes of their simdgroup. */
final class SimdMoves {
    private SimdMoves() {}

    /**
     * The lane that each lane's value comes from: its own if the one that it asks for is not there or takes no part.
     *
     * @param amounts what each lane gave beside its value
     * @param source from a lane's place in its simdgroup and its amount, the place that it asks for
     */
    private static int[] sources(LaneMask mask, int[] amounts, IntBinaryOperator source) {
        int[] sources = new int[mask.lanes()];
        for (int lane = 0; lane < sources.length; lane++) {
            int place = lane % LaneMask.SIMD_WIDTH;
            int wanted = source.applyAsInt(place, amounts[lane]);
            int from = lane - place + wanted;
            boolean there = wanted >= 0 && wanted < LaneMask.SIMD_WIDTH && from < sources.length;
            sources[lane] = there && mask.takesPart(from) ? from : lane;
        }
        return sources;
    }

    /** Moves the elements of any array of Java, as each lane asks. */
    static void move(LaneMask mask, Object values, int[] amounts, Object results, IntBinaryOperator source) {
        take(mask, values, sources(mask, amounts, source), results);
    }

    /** Gives each lane the value of the first lane of its simdgroup that takes part. */
    static void first(LaneMask mask, Object values, Object results) {
        int[] sources = new int[mask.lanes()];
        for (int start = 0; start < sources.length; start += LaneMask.SIMD_WIDTH) {
            int end = Math.min(start + LaneMask.SIMD_WIDTH, sources.length);
            int first = start;
            while (first < end && !mask.takesPart(first)) {
                first++;
            }
            for (int lane = start; lane < end; lane++) {
                sources[lane] = first;
            }
        }
        take(mask, values, sources, results);
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the same type
    private static void take(LaneMask mask, Object values, int[] sources, Object results) {
        if (values instanceof float[] from && results instanceof float[] into) {
            for (int lane = 0; lane < sources.length; lane++) {
                if (mask.takesPart(lane)) {
                    into[lane] = from[sources[lane]];
                }
            }
        } else if (values instanceof int[] from && results instanceof int[] into) {
            for (int lane = 0; lane < sources.length; lane++) {
                if (mask.takesPart(lane)) {
                    into[lane] = from[sources[lane]];
                }
            }
        } else {
            Objects.requireNonNull(values, "values");
            for (int lane = 0; lane < sources.length; lane++) {
                if (mask.takesPart(lane)) {
                    System.arraycopy(values, sources[lane], results, lane, 1);
                }
            }
        }
    }
}
