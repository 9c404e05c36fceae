package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class HalfTest {

    private static final int INFINITY = 0x7c00;

    @Test
    void everyHalfIsItsOwnNearest() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            Half half = Half.fromBits((short) bits);
            assertThat(half.bits()).isEqualTo((short) bits);
            if ((bits & 0x7fff) > INFINITY) {
                assertThat(half.floatValue()).isNaN();
                assertThat(Half.of(half.floatValue()).floatValue()).isNaN();
            } else {
                assertThat(Half.of(half.floatValue())).isEqualTo(half);
            }
        }
    }

    @Test
    void everyHalfHasItsValueByDefinition() {
        for (int bits = 0; bits < INFINITY; bits++) {
            int exponent = bits >> 10;
            int fraction = bits & 0x3ff;
            double value = exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.pow(2, exponent - 25);
            assertThat((double) Half.fromBits((short) bits).floatValue()).isEqualTo(value);
            assertThat((double) Half.fromBits((short) (bits | 0x8000)).floatValue())
                    .isEqualTo(-value);
        }
        assertThat(Half.fromBits((short) INFINITY).floatValue()).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void aFloatHalfwayGoesToTheEvenOne() {
        for (int bits = 0; bits < INFINITY; bits++) {
            float low = Half.fromBits((short) bits).floatValue();
            float high = bits + 1 == INFINITY
                    ? 65536f
                    : Half.fromBits((short) (bits + 1)).floatValue();
            float tie = (low + high) / 2f;
            int even = bits + (bits & 1);
            assertThat(Half.of(tie).bits()).as("tie above %x", bits).isEqualTo((short) even);
            assertThat(Half.of(Math.nextDown(tie)).bits()).isEqualTo((short) bits);
            assertThat(Half.of(Math.nextUp(tie)).bits()).isEqualTo((short) (bits + 1));
            assertThat(Half.of(-tie).bits()).isEqualTo((short) (even | 0x8000));
        }
    }

    @Test
    void largeFloatsBecomeInfinite() {
        assertThat(Half.of(65519.99f).floatValue()).isEqualTo(65504f);
        assertThat(Half.of(65520f).floatValue()).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Half.of(Float.MAX_VALUE).floatValue()).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Half.of(Float.NEGATIVE_INFINITY).floatValue()).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void smallFloatsBecomeZerosOfTheirSign() {
        assertThat(Half.of(Float.MIN_VALUE).bits()).isZero();
        assertThat(Half.of(-Float.MIN_VALUE).bits()).isEqualTo(Short.MIN_VALUE);
        assertThat(Half.of(0x1p-25f).bits()).isZero();
        assertThat(Half.of(Math.nextUp(0x1p-25f)).bits()).isEqualTo((short) 1);
    }

    @Test
    void everyNanStaysOne() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int fraction = 1 + random.nextInt(0x7fffff);
            float nan = Float.intBitsToFloat(0x7f800000 | fraction | (random.nextInt() & 0x80000000));
            assertThat(Half.of(nan).floatValue()).isNaN();
        }
        assertThat(Half.of(Float.intBitsToFloat(0x7f800001)).floatValue()).isNaN();
    }

    @Test
    void equalityIsOfBits() {
        assertThat(Half.of(1f))
                .isEqualTo(Half.of(1f))
                .hasSameHashCodeAs(Half.of(1f))
                .hasToString("1.0");
        assertThat(Half.of(0f)).isNotEqualTo(Half.of(-0f));
        assertThat(Half.of(Float.NaN)).isEqualTo(Half.of(Float.NaN));
    }
}
