package dev.smelt.benchmarks.sidebyside;

import dev.smelt.benchmarks.sidebyside.Times.Spread;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The times of all workloads as text. */
final class Table {
    private Table() {}

    static void print(List<Times> all, PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "%-15s %-16s %10s %20s %8s %16s",
                "workload",
                "",
                "median ms",
                "middle half",
                "ratio",
                ""));
        for (Times times : all) {
            for (String side : times.millis().keySet()) {
                Spread time = times.of(side);
                Spread ratio = times.ratio(side);
                out.println(String.format(
                        Locale.ROOT,
                        "%-15s %-16s %10.2f %9.2f to %7.2f %8.2f %7.2f to %5.2f",
                        times.workload(),
                        side,
                        time.median(),
                        time.low(),
                        time.high(),
                        ratio.median(),
                        ratio.low(),
                        ratio.high()));
            }
        }
    }
}
