package dev.smelt.examples.gallery.finance;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Int4;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/**
 * What an option on the mean price of a stock pays, along random ways: Monte Carlo with random numbers that depend on
 * nothing but the way, the step and the seed, so that every device draws the same ones.
 */
final class AsianOption {
    private AsianOption() {}

    /**
     * What each way pays at its end.
     *
     * @param seed any two numbers
     * @param steps of time, twice as many as random draws
     * @param drift of the logarithm of the price in a step
     * @param deviation of the logarithm of the price in a step
     */
    @Kernel
    static void pay(
            float[] payoffs,
            Int2 seed,
            int steps,
            float spot,
            float strike,
            float drift,
            float deviation,
            @ThreadPositionInGrid int way) {
        float logarithm = 0f;
        float sum = 0f;
        for (int step = 0; step < steps; step++) {
            Int4 bits = philox4x32(new Int4(step, way, 0, 0), seed);
            Float2 normals = normals(bits.x(), bits.y());
            logarithm += drift + deviation * normals.x();
            sum += exp(logarithm);
            logarithm += drift + deviation * normals.y();
            sum += exp(logarithm);
        }
        payoffs[way] = Math.max(spot * sum / (2 * steps) - strike, 0f);
    }

    /** Two normally distributed numbers of 64 random bits, by G. E. P. Box and M. E. Muller (1958). */
    static Float2 normals(int a, int b) {
        float radius = sqrt(-2f * log(unit(a)));
        float angle = 2f * (float) Math.PI * unit(b);
        return new Float2(radius * cos(angle), radius * sin(angle));
    }

    /** A number between 0 and 1, never 0, of the upper 24 bits. */
    static float unit(int bits) {
        return ((bits >>> 8) + 0.5f) * 0x1p-24f;
    }
}
