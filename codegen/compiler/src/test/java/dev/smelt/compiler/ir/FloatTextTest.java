package dev.smelt.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {
    @ParameterizedTest
    @CsvSource({
        "0.0",
        "-0.0",
        "1.0",
        "-1.5",
        "0.1",
        "100.0",
        "1234567.0",
        "1.0E7",
        "1.2345678E7",
        "0.001",
        "1.0E-4",
        "3.4028235E38",
        "1.1754944E-38",
        "1.4E-45",
        "3.1415927",
        "2.0E-3",
        "9999999.0"
    })
    void isShortAndAsJavaWritesIt(String text) {
        float value = Float.parseFloat(text);
        assertThat(FloatText.of(value)).isEqualTo(text.equals("1.4E-45") ? "1.0E-45" : text.replace("2.0E-3", "0.002"));
    }

    @Test
    void isTheSameFloatAndNeverLongerThanJavas() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                String text = FloatText.of(value);
                assertThat(Float.parseFloat(text)).isEqualTo(value);
                assertThat(new BigDecimal(text).precision())
                        .isLessThanOrEqualTo(new BigDecimal(Float.toString(value)).precision());
            }
        }
    }
}
