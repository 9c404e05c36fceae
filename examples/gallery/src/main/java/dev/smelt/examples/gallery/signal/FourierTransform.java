package dev.smelt.examples.gallery.signal;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/**
 * The fast Fourier transform of a power of two of complex numbers, in Stockham's order: each stage reads one array and
 * writes another, and the result comes out sorted. See C. Van Loan, Computational Frameworks for the FFT (1992), 1.7.
 */
final class FourierTransform {
    private FourierTransform() {}

    /**
     * One stage, a thread for each butterfly, half as many as there are numbers.
     *
     * @param span 1 in the first stage, and doubled from stage to stage
     * @param direction -1 forwards, 1 backwards
     */
    @Kernel
    static void stage(Float2[] from, Float2[] to, int span, float direction, @ThreadPositionInGrid int i) {
        int half = from.length / 2;
        int k = i & (span - 1);
        float angle = direction * (float) Math.PI * k / span;
        Float2 a = from[i];
        Float2 b = times(from[i + half], new Float2(cos(angle), sin(angle)));
        int at = 2 * (i - k) + k;
        to[at] = a.add(b);
        to[at + span] = a.sub(b);
    }

    /** The product of two complex numbers. */
    static Float2 times(Float2 a, Float2 b) {
        return new Float2(a.x() * b.x() - a.y() * b.y(), a.x() * b.y() + a.y() * b.x());
    }
}
