package dev.smelt.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.benchmarks.RatioTable.Time;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class RatioTableTest {
    @Test
    void comparesWithTheKernels() {
        RatioTable table = new RatioTable();
        table.add("a.FourierBenchmark.smelt", new Time(2, 0.25, "ms/op"));
        table.add("a.FourierBenchmark.plainJava", new Time(9, 1, "ms/op"));
        table.add("a.OtherBenchmark.plainJava", new Time(1, 0.5, "ms/op"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, UTF_8));
        assertThat(bytes.toString(UTF_8).lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "workload time +/- ratio",
                        "Fourier plainJava 9.000 1.000 ms/op 4.50x",
                        "Fourier smelt 2.000 0.250 ms/op 1.00x",
                        "Other plainJava 1.000 0.500 ms/op");
    }
}
