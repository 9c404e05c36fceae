package dev.smelt.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.runtime.Device;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured does the same work on all sides. */
class ContestsTest {
    static Stream<Function<Contests, Contest>> contests() {
        return Stream.of(
                all -> all.fourier(1000),
                all -> all.sigmoid(5000),
                all -> all.saxpy(5000),
                all -> all.blackScholes(3000),
                all -> all.bodies(300),
                all -> all.mandelbrot(64),
                all -> all.product(64),
                all -> all.convolution(16),
                all -> all.sum(4),
                all -> all.histogram(2));
    }

    @ParameterizedTest
    @MethodSource("contests")
    void sidesAgree(Function<Contests, Contest> choose) {
        try (Device device = Device.jvm()) {
            Contest contest = choose.apply(new Contests(device));
            double expected = resultOf(contest, Contest.JAVA);
            assertThat(expected).isNotZero();
            for (String side : contest.sides().keySet()) {
                assertThat(resultOf(contest, side))
                        .as("%s: %s", contest.name(), side)
                        .isCloseTo(expected, within(1e-4 * Math.max(Math.abs(expected), 1)));
            }
        }
    }

    private static double resultOf(Contest contest, String name) {
        Side side = Objects.requireNonNull(contest.sides().get(name), name);
        side.run();
        return side.result();
    }
}
