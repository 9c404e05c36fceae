package dev.smelt.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class BenchmarkRunnerTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void runsBothSidesAndPrintsTheirRatio() {
        assertThat(run("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-v", "SILENT", "Saxpy"))
                .isZero();
        assertThat(out.toString(UTF_8))
                .containsPattern("Saxpy +plainJava .*x")
                .containsPattern("Saxpy +smelt .*1\\.00x");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void refusesWrongArgumentsInOneLine() {
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().startsWith("benchmarks: ");
    }

    @Test
    void saysInOneLineIfThereIsNoSuchBenchmark() {
        assertThat(run("-v", "SILENT", "NoSuchBenchmark")).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().startsWith("benchmarks: ");
    }

    private int run(String... arguments) {
        return BenchmarkRunner.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
