package dev.smelt.examples.mandelbrot;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/**
 * {@link Escape} for zooms beyond what a float resolves. GPUs that run Metal have no double, so a number is the sum of
 * two floats here, 48 bits of significand: {@code x()} is the sum rounded, {@code y()} what the rounding lost.
 *
 * <p>That works since a kernel's float arithmetic is Java's, bit for bit, on every device: nothing is lost but what the
 * rules of rounding say, and no compiler may simplify {@code (a + b) - a}. The formulas are those of Dekker, "A
 * floating-point technique for extending the available precision" (1971), and Knuth's sum; products by fma.
 */
final class DeepEscape {
    private DeepEscape() {}

    /**
     * Iterates each point of a picture until it escapes, as {@link Escape#escape} does.
     *
     * @param centreX real part of the point in the picture's middle, as two floats
     * @param centreY imaginary part of it, as two floats
     */
    @Kernel
    static void escape(
            Float2 centreX,
            Float2 centreY,
            float step,
            int limit,
            float[] speeds,
            @ThreadPositionInGrid Int2 position,
            @ThreadsPerGrid Int2 size) {
        Float2 cx = add(centreX, new Float2(Escape.offset(position.x(), size.x()) * step, 0f));
        Float2 cy = add(centreY, new Float2(-Escape.offset(position.y(), size.y()) * step, 0f));
        Float2 x = new Float2(0f, 0f);
        Float2 y = new Float2(0f, 0f);
        float radiusSquared = 0f;
        int count = 0;
        while (radiusSquared <= Escape.RADIUS_SQUARED && count < limit) {
            Float2 nextX = add(add(mul(x, x), mul(y, y).neg()), cx);
            y = add(mul(x, y).mul(2f), cy);
            x = nextX;
            radiusSquared = x.x() * x.x() + y.x() * y.x();
            count++;
        }
        speeds[position.y() * size.x() + position.x()] =
                radiusSquared > Escape.RADIUS_SQUARED ? Escape.smooth(count, radiusSquared) : Escape.NEVER;
    }

    /** The sum, within a relative error of about 2^-45 where the two do not nearly cancel. */
    static Float2 add(Float2 a, Float2 b) {
        float sum = a.x() + b.x();
        float part = sum - a.x();
        float lost = (a.x() - (sum - part)) + (b.x() - part);
        return normalized(sum, lost + (a.y() + b.y()));
    }

    /** The product, within a relative error of about 2^-45. */
    static Float2 mul(Float2 a, Float2 b) {
        float product = a.x() * b.x();
        float lost = fma(a.x(), b.x(), -product);
        return normalized(product, lost + (a.x() * b.y() + a.y() * b.x()));
    }

    /** The same sum, of which the second is what is lost by rounding it to the first. */
    private static Float2 normalized(float large, float small) {
        float sum = large + small;
        return new Float2(sum, small - (sum - large));
    }

    /** The number as the sum of two floats. */
    static Float2 split(double value) {
        float rounded = (float) value;
        return new Float2(rounded, (float) (value - rounded));
    }
}
