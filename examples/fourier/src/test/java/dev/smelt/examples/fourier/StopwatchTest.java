package dev.smelt.examples.fourier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwo() {
        assertThat(Stopwatch.median(new double[] {5, 1, 3})).isEqualTo(3);
        assertThat(Stopwatch.median(new double[] {7, 1, 3, 5})).isEqualTo(4);
    }

    @Test
    void runsMoreThanOnce() {
        AtomicInteger runs = new AtomicInteger();
        assertThat(Stopwatch.medianMillis(runs::incrementAndGet)).isNotNegative();
        assertThat(runs.get()).isGreaterThan(3);
    }
}
