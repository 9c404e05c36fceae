package dev.smelt.examples.mandelbrot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Float2;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arithmetic of pairs, called as the plain Java that it is too. */
class DeepEscapeTest {
    private static final BigDecimal BOUND = BigDecimal.ONE.divide(BigDecimal.valueOf(1L << 45));

    private final Random random = new Random(8);

    @Test
    void productsKeep45Bits() {
        for (int i = 0; i < 100_000; i++) {
            Float2 a = pair();
            Float2 b = pair();
            assertClose(DeepEscape.mul(a, b), exact(a).multiply(exact(b)), exact(a).multiply(exact(b)));
        }
    }

    @Test
    void sumsKeep45BitsOfTheLargerOne() {
        for (int i = 0; i < 100_000; i++) {
            Float2 a = pair();
            Float2 b = pair();
            assertClose(
                    DeepEscape.add(a, b), exact(a).add(exact(b)), exact(a).abs().max(exact(b).abs()));
        }
    }

    @Test
    void splittingKeeps48Bits() {
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextGaussian();
            Float2 pair = DeepEscape.split(value);
            assertThat(pair.x()).isEqualTo((float) value);
            assertThat(Math.abs(value - (double) pair.x() - pair.y())).isLessThanOrEqualTo(0x1p-48 * Math.abs(value));
        }
    }

    private static void assertClose(Float2 actual, BigDecimal exact, BigDecimal scale) {
        assertThat(exact(actual).subtract(exact).abs())
                .isLessThanOrEqualTo(scale.abs().multiply(BOUND, MathContext.DECIMAL64));
        assertThat(actual.x() + actual.y()).as("the first is the sum rounded").isEqualTo(actual.x());
    }

    private Float2 pair() {
        return DeepEscape.split(4 * random.nextDouble() - 2);
    }

    private static BigDecimal exact(Float2 pair) {
        return new BigDecimal(pair.x()).add(new BigDecimal(pair.y()));
    }
}
