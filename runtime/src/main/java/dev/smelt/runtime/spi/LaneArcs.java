package dev.smelt.runtime.spi;

/** Loops for the inverse functions of angles ({@link LaneMath}). */
final class LaneArcs {
    private static final float ROUNDER = LaneExponentials.ROUNDER;
    /** The parts of pi/2, both positive, so that their products with -0 are -0. */
    private static final float HALF_PI_HIGH = 0x1.921fb4p0f;

    private static final float HALF_PI_LOW = 0x1.4442dp-24f;

    /** What is larger than 1 by the least that a float can be, times this, is 2. */
    private static final float LARGE = 0x1p24f;

    private LaneArcs() {}

    /**
     * The arc sine, for x beyond 0.5 as pi/2 less twice that of the root of (1 - x) / 2. Whether it is beyond, and with what
     * sign, is what x gives when rounded to an integer.
     */
    static void asin(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float sign = -(ROUNDER - (x[lane] + ROUNDER)); // of 0 is -0
            float beyond = sign * sign;
            float arc = arcSine(x[lane], sign, beyond);
            float sum = Math.fma(arc, Math.fma(beyond, -3f, 1f), sign * HALF_PI_LOW);
            results[lane] = Math.fma(sign, HALF_PI_HIGH, sum);
        }
    }

    /** The arc cosine, pi/2 less that. */
    static void acos(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float sign = -(ROUNDER - (x[lane] + ROUNDER));
            float beyond = sign * sign;
            float arc = arcSine(x[lane], sign, beyond);
            float quarters = 1f - sign;
            float sum = Math.fma(arc, Math.fma(beyond, 3f, -1f), quarters * HALF_PI_LOW);
            results[lane] = Math.fma(quarters, HALF_PI_HIGH, sum);
        }
    }

    /** Of x or that root, with the sign of x; relative error of the polynomial 4.9e-9. */
    private static float arcSine(float x, float sign, float beyond) {
        float root = (float) Math.sqrt(Math.fma(Math.abs(x), -0.5f, 0.5f));
        float sine = Math.fma(sign, root, (1f - beyond) * x);
        float square = sine * sine;
        float tail = Math.fma(square, 0x1.595c6p-5f, 0x1.8c3e5p-6f);
        tail = Math.fma(square, tail, 0x1.747bb8p-5f);
        tail = Math.fma(square, tail, 0x1.330204p-4f);
        tail = Math.fma(square, tail, 0x1.5555c8p-3f);
        return Math.fma(sine * square, tail, sine);
    }

    /** {@code (atan(t) - t) / t^3}, of t^2, for |t| up to 1; relative error of the arc by it 2.6e-9. */
    private static float tail(float square) {
        float tail = Math.fma(square, -0x1.d4984ap-10f, 0x1.64c1cep-7f);
        tail = Math.fma(square, tail, -0x1.fdfc1cp-6f);
        tail = Math.fma(square, tail, 0x1.da5ed4p-5f);
        tail = Math.fma(square, tail, -0x1.58155ep-4f);
        tail = Math.fma(square, tail, 0x1.c08f64p-4f);
        tail = Math.fma(square, tail, -0x1.2420b6p-3f);
        tail = Math.fma(square, tail, 0x1.9991e6p-3f);
        return Math.fma(square, tail, -0x1.55553ep-2f);
    }

    /** The arc tangent, for x beyond 1 as pi/2 less that of 1 / x. */
    static void atan(float[] x, float[] results, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float small = Math.max(-1f, Math.min(1f, x[lane]));
            float large = Math.max(1f, Math.abs(x[lane]));
            float tangent = small / large;
            float square = tangent * tangent;
            float arc = Math.fma(tangent * square, tail(square), tangent);
            float beyond = Math.min(1f, (large - 1f) * LARGE);
            float quarters = beyond * small;
            float sum = Math.fma(arc, Math.fma(beyond, -2f, 1f), quarters * HALF_PI_LOW);
            results[lane] = Math.fma(quarters, HALF_PI_HIGH, sum);
        }
    }

    static void largest(float[] y, float[] x, float[] largest, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            largest[lane] = Math.max(Math.abs(y[lane]), Math.abs(x[lane]));
        }
    }

    /** The arc tangent of the smaller coordinate by the larger one, without signs. */
    static void firstOctant(float[] y, float[] x, float[] largest, float[] arcs, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            float tangent = Math.min(Math.abs(y[lane]), Math.abs(x[lane])) / largest[lane];
            float square = tangent * tangent;
            arcs[lane] = Math.fma(tangent * square, tail(square), tangent);
        }
    }

    static void add(float[] terms, float[] sums, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] += terms[lane];
        }
    }
}
