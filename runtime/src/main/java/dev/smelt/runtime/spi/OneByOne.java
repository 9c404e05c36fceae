package dev.smelt.runtime.spi;

/** Lanes whose function is computed by the one for a single thread, since the loops cannot do it. */
final class OneByOne {
    private OneByOne() {}

    /** A function of one lane. */
    @FunctionalInterface
    interface OfOne {
        float of(float x);
    }

    /** The same of two arguments. */
    @FunctionalInterface
    interface OfTwo {
        float of(float x, float y);
    }

    /** Whether there is no way but one by one; then it has been done so. */
    static boolean isAllDone(float[] x, float[] results, int lanes, OfOne function) {
        for (int lane = 0; !FastFma.PRESENT && lane < lanes; lane++) {
            results[lane] = function.of(x[lane]);
        }
        return !FastFma.PRESENT;
    }

    static boolean isAllDone(float[] x, float[] y, float[] results, int lanes, OfTwo function) {
        for (int lane = 0; !FastFma.PRESENT && lane < lanes; lane++) {
            results[lane] = function.of(x[lane], y[lane]);
        }
        return !FastFma.PRESENT;
    }

    /** Does the lanes by themselves that are farther from 0 than a limit, or NaN. */
    static void repairBeyond(int limit, float[] x, float[] results, int lanes, OfOne function) {
        if (LaneBits.anyBeyond(x, limit, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                if ((Float.floatToRawIntBits(x[lane]) & LaneBits.MAGNITUDE) > limit) {
                    results[lane] = function.of(x[lane]);
                }
            }
        }
    }

    /** Does the lanes by themselves whose bits are below one limit or above another. */
    static void repairOutside(int least, int most, float[] x, float[] results, int lanes, OfOne function) {
        if (LaneBits.anyOutside(x, least, most, lanes)) {
            for (int lane = 0; lane < lanes; lane++) {
                int bits = Float.floatToRawIntBits(x[lane]);
                if (bits < least || bits > most) {
                    results[lane] = function.of(x[lane]);
                }
            }
        }
    }
}
