package dev.smelt.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void writesTheResultsOfAllForks(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("results.csv");
        assertThat(run(
                        "-f",
                        "2",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "10ms",
                        "-v",
                        "SILENT",
                        "-rf",
                        "csv",
                        "-rff",
                        file.toString(),
                        "SaxpyBenchmark.smelt"))
                .isZero();
        // "Benchmark","Mode","Threads","Samples", ...
        assertThat(file).content().contains("SaxpyBenchmark.smelt\",\"avgt\",1,2,");
    }

    @Test
    void refusesWrongArgumentsInOneLine() {
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().startsWith("benchmarks: ");
    }

    @Test
    void saysInOneLineIfThereIsNoSuchBenchmark() {
        assertThat(run("-v", "SILENT", "NoSuchBenchmark")).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("benchmarks: No benchmarks to run");
    }

    private int run(String... arguments) {
        return BenchmarkRunner.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
