package dev.smelt.dsl;

import static dev.smelt.dsl.Msl.philox4x32;
import static dev.smelt.dsl.Msl.unitFloat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhiloxTest {

    /** The known answers that are published with Random123, in its file {@code kat_vectors}. */
    @ParameterizedTest
    @CsvSource({
        "00000000, 00000000, 00000000, 00000000, 00000000, 00000000, 6627e8d5, e169c58d, bc57ac4c, 9b00dbd8",
        "ffffffff, ffffffff, ffffffff, ffffffff, ffffffff, ffffffff, 408f276d, 41c83b0e, a20bc7c6, 6d5451fd",
        "243f6a88, 85a308d3, 13198a2e, 03707344, a4093822, 299f31d0, d16cfe09, 94fdcceb, 5001e420, 24126ea1"
    })
    void givesThePublishedAnswers(
            String c0,
            String c1,
            String c2,
            String c3,
            String k0,
            String k1,
            String x0,
            String x1,
            String x2,
            String x3) {
        Int4 counter = new Int4(hex(c0), hex(c1), hex(c2), hex(c3));
        assertThat(philox4x32(counter, new Int2(hex(k0), hex(k1))))
                .isEqualTo(new Int4(hex(x0), hex(x1), hex(x2), hex(x3)));
    }

    private static int hex(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }

    @Test
    void makesFloatsFromZeroToBelowOne() {
        assertThat(unitFloat(0)).isZero();
        assertThat(unitFloat(255)).isZero();
        assertThat(unitFloat(256)).isEqualTo(0x1p-24f);
        assertThat(unitFloat(Integer.MIN_VALUE)).isEqualTo(0.5f);
        assertThat(unitFloat(-1)).isEqualTo(Math.nextDown(1f));
    }
}
