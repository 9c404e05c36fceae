package dev.smelt.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.benchmarks.DispatchComparison.Cost;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DispatchComparisonTest {
    @Test
    void printsWhatJavaAddsWhereCDoesTheSame() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, Cost> java = new TreeMap<>(Map.of("plainCall", new Cost(1500, 0.04), "record", new Cost(120, 32)));

        DispatchComparison.print(Map.of("plainCall", 1000.0), java, new PrintStream(out, true, UTF_8));

        assertThat(out.toString(UTF_8).lines().filter(line -> !line.isEmpty()))
                .containsExactly(
                        "a dispatch of       Java ns         C ns    ratio     Java bytes",
                        "plainCall              1500         1000     1.50            0.0",
                        "record                  120                                 32.0");
    }
}
