package dev.smelt.examples.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void ofTheSameValuesIsPerfect() {
        Agreement agreement = Agreement.of(new float[] {1, -2, 2}, new double[] {1, -2, 2});
        assertThat(agreement.cosine()).isCloseTo(1, within(1e-15));
        assertThat(agreement.largestError()).isZero();
        assertThat(agreement.largestValue()).isEqualTo(2);
    }

    @Test
    void ofPerpendicularValuesIsZero() {
        Agreement agreement = Agreement.of(new float[] {3, 4}, new double[] {-4, 3});
        assertThat(agreement.cosine()).isCloseTo(0, within(1e-15));
        assertThat(agreement.largestError()).isEqualTo(7);
    }

    @Test
    void isNotANumberIfAValueIsNot() {
        Agreement agreement = Agreement.of(new float[] {1, Float.NaN}, new double[] {1, 2});
        assertThat(agreement.cosine()).isNaN();
        assertThat(agreement.largestError()).isNaN();
    }
}
