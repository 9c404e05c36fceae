package dev.smelt.runtime.spi;

import static dev.smelt.runtime.spi.FloatBits.get;
import static dev.smelt.runtime.spi.FloatBits.put;
import static dev.smelt.runtime.spi.FloatBits.view;

/** Loops over the bits of floats, which HotSpot turns into SIMD ({@link FloatBits}). */
final class LaneBits {
    /** Bits of all but the sign. */
    static final int MAGNITUDE = Integer.MAX_VALUE;

    /** Of the infinite float that is above 0. */
    static final int INFINITE = 0x7f80_0000;

    private static final int SIGN = Integer.MIN_VALUE;
    private static final int MANTISSA_BITS = 23;
    private static final int BIAS = 127;
    private static final int SIGN_SHIFT = 31;
    private static final int PI = Float.floatToRawIntBits((float) Math.PI);
    private static final int HALF_PI = Float.floatToRawIntBits((float) (Math.PI / 2));

    /** Until JDK 21 a reduction leaves SIMD in each round. */
    private static final boolean GATHERS_IN_EACH_ROUND = Runtime.version().feature() < 21;

    /** The strips of kernels without threadgroups of their own. */
    private static final int FULL_STRIP = 1024;

    private static final int QUARTER = FULL_STRIP / 4;

    private LaneBits() {}

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

    /** The bits of the largest magnitude. JDK 17 has no SIMD for it: 0.3 to 0.5 ns a lane, to be spent outside of loops. */
    static int largestMagnitude(float[] x, int lanes) {
        Object from = view(x, lanes);
        int largest = 0;
        for (int lane = 0; lane < lanes; lane++) {
            largest = Math.max(largest, get(from, lane) & MAGNITUDE);
        }
        return largest;
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

    /** Notes which lanes these are, in ascending order; how many. Without a branch, which nobody could foretell. */
    static int findOutside(float[] x, int least, int most, int[] places, int lanes) {
        Object from = view(x, lanes);
        int count = 0;
        for (int lane = 0; lane < lanes; lane++) {
            places[count] = lane;
            count += inside(get(from, lane), least, most) >>> SIGN_SHIFT;
        }
        return count;
    }

    /**
     * Takes 1 from each lane's count for each of four rounds whose margin's bits, as signed integers, are below the least or
     * above those of infinity, and for each round behind one.
     */
    static void countMissed(
            float[] first, float[] second, float[] third, float[] fourth, int least, int[] counts, int lanes) {
        Object firsts = view(first, lanes);
        Object seconds = view(second, lanes);
        Object thirds = view(third, lanes);
        Object fourths = view(fourth, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int count = counts[lane];
            int left = count | inside(get(firsts, lane), least, INFINITE);
            count += left >> SIGN_SHIFT;
            left |= inside(get(seconds, lane), least, INFINITE);
            count += left >> SIGN_SHIFT;
            left |= inside(get(thirds, lane), least, INFINITE);
            count += left >> SIGN_SHIFT;
            left |= inside(get(fourths, lane), least, INFINITE);
            counts[lane] = count + (left >> SIGN_SHIFT);
        }
    }

    /** The same for one round. */
    static void countMissed(float[] margins, int least, int[] counts, int lanes) {
        Object from = view(margins, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int count = counts[lane];
            counts[lane] = count + ((count | inside(get(from, lane), least, INFINITE)) >> SIGN_SHIFT);
        }
    }

    /** Whether some lane's count is below 0. */
    static boolean anyNegative(int[] counts, int lanes) {
        int any = 0;
        for (int lane = 0; lane < lanes; lane++) {
            any |= counts[lane];
        }
        return any < 0;
    }

    /** Notes which lanes these are, in ascending order; how many. */
    static int findNegative(int[] counts, int[] places, int lanes) {
        int found = 0;
        for (int lane = 0; lane < lanes; lane++) {
            places[found] = lane;
            found += counts[lane] >>> SIGN_SHIFT;
        }
        return found;
    }

    /** Below 0 if not; what is below the least wraps around to beyond the most, or stays below 0. */
    private static int inside(int bits, int least, int most) {
        int above = bits - least;
        return above | (most - least - above);
    }

    /** Multiplies each lane by 2^n, n being in the low bits of another's float; no result may leave the normal range. */
    static void scale(float[] powers, float[] results, int lanes) {
        Object from = view(powers, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            put(to, lane, get(to, lane) + (get(from, lane) << MANTISSA_BITS));
        }
    }

    /** 2^n, n being in the low bits of another's float; n from -126 to 127. */
    static void powersOfTwo(float[] exponents, float[] powers, int lanes) {
        Object from = view(exponents, lanes);
        Object to = view(powers, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            put(to, lane, (get(from, lane) + BIAS) << MANTISSA_BITS);
        }
    }

    /** Changes the sign of each lane whose x has one. */
    static void flipSigns(float[] x, float[] results, int lanes) {
        Object from = view(x, lanes);
        Object to = view(results, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            put(to, lane, get(to, lane) ^ (get(from, lane) & SIGN));
        }
    }

    /**
     * For the angle of a point whose smaller coordinate by its larger one is the tangent of an angle up to pi/4: that angle
     * with its sign in the angle of the point.
     */
    static void signArcs(float[] y, float[] x, float[] arcs, int lanes) {
        Object rises = view(y, lanes);
        Object runs = view(x, lanes);
        Object to = view(arcs, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int rise = get(rises, lane);
            int run = get(runs, lane);
            int steep = (run & MAGNITUDE) - (rise & MAGNITUDE);
            put(to, lane, get(to, lane) ^ ((steep ^ rise ^ run) & SIGN));
        }
    }

    /** What is to be added to that: 0, pi/2, or pi, with the sign of y. */
    static void baseArcs(float[] y, float[] x, float[] bases, int lanes) {
        Object rises = view(y, lanes);
        Object runs = view(x, lanes);
        Object to = view(bases, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int rise = get(rises, lane);
            int run = get(runs, lane);
            int steep = ((run & MAGNITUDE) - (rise & MAGNITUDE)) >> SIGN_SHIFT;
            int base = (steep & HALF_PI) | (~steep & (run >> SIGN_SHIFT) & PI);
            put(to, lane, base | (rise & SIGN));
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
}
