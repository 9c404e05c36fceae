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
        table.add("a.FourierBenchmark.smelt", new Time(1.75, 2, 2.25, "ms/op"));
        table.add("a.FourierBenchmark.plainJava", new Time(8, 9, 12, "ms/op"));
        table.add("a.OtherBenchmark.plainJava", new Time(0.5, 1, 2, "ms/op"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, UTF_8));
        assertThat(bytes.toString(UTF_8).lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactly(
                        "workload median middle half ratio",
                        "Fourier plainJava 9.000 ms/op 8.000 to 12.000 4.50x",
                        "Fourier smelt 2.000 ms/op 1.750 to 2.250 1.00x",
                        "Other plainJava 1.000 ms/op 0.500 to 2.000");
    }
}
