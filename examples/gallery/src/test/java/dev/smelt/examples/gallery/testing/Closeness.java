package dev.smelt.examples.gallery.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Compares floats with what was computed in double precision. */
public final class Closeness {
    /** The relative error of one operation on floats that is rounded to nearest. */
    public static final double UNIT = 0x1p-24;

    private Closeness() {}

    /**
     * Fails unless every value is as close to the expected one as its bound says.
     *
     * @param bounds of the absolute error of each
     */
    public static void assertClose(float[] actual, double[] expected, double[] bounds) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).as("element %d", i).isCloseTo(expected[i], within(bounds[i]));
        }
    }

    /** The same with one bound for all. */
    public static void assertClose(float[] actual, double[] expected, double bound) {
        double[] bounds = new double[expected.length];
        Arrays.fill(bounds, bound);
        assertClose(actual, expected, bounds);
    }
}
