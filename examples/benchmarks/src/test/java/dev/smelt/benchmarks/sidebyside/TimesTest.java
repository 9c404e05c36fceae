package dev.smelt.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.benchmarks.sidebyside.Times.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final Times times = new Times(
            "w",
            "",
            Map.of(Contest.SMELT, List.of(1.0, 2.0, 4.0, 1.0, 1.0), Contest.JAVA, List.of(3.0, 2.0, 20.0, 4.0, 6.0)));

    @Test
    void takesTheMiddleOfTheTimes() {
        assertThat(times.of(Contest.JAVA)).isEqualTo(new Spread(3, 4, 6));
    }

    @Test
    void comparesRoundByRound() {
        assertThat(times.ratio(Contest.JAVA)).isEqualTo(new Spread(3, 4, 5));
        assertThat(times.ratio(Contest.SMELT)).isEqualTo(new Spread(1, 1, 1));
    }
}
