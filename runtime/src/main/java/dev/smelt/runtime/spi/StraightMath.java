package dev.smelt.runtime.spi;

/**
 * The functions of {@link LaneMath} whose method is straight code with floats, for one lane each: calls that stand in a
 * loop over the lanes become SIMD instructions together with what is around them. The results are those of {@link LaneMath}
 * to the bit, by the same code, for arguments that the method serves; for others they are nothing. Who calls them asks for
 * {@link #isFast}, and for the range, before the loop.
 */
public final class StraightMath {
    /** Up to here an angle has fewer than 2^14 half turns, and its rest is good to the last bit. */
    public static final float LARGEST_ANGLE = 30_000f;

    private StraightMath() {}

    /** Whether the processor has what these functions need: else each takes thousands of times as long. */
    public static boolean isFast() {
        return FastFma.PRESENT;
    }

    /**
     * What no lane's value is farther from 0 than, as near as that can be: the largest magnitude; infinite or NaN if some
     * value is. For use before loops in which the values stay the same.
     */
    public static float largestMagnitude(LaneMask mask, float[] x) {
        return Float.intBitsToFloat(LaneBits.largestMagnitude(x, mask.lanes()));
    }

    /** The sine, up to {@link #LARGEST_ANGLE}. */
    public static float sin(float x) {
        return LaneAngles.sin(x);
    }

    /** The cosine, up to {@link #LARGEST_ANGLE}. */
    public static float cos(float x) {
        return LaneAngles.cos(x);
    }
}
