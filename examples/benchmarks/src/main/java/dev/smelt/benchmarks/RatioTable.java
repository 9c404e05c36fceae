package dev.smelt.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** For each workload, what each way of doing it takes, and how many times the kernels' time that is. */
final class RatioTable {
    private static final String KERNELS = "smelt";

    /** What iterations took: the median, and where the middle half of them begins and ends. */
    record Time(double low, double median, double high, String unit) {}

    /** Times by workload and method. */
    private final SortedMap<String, SortedMap<String, Time>> workloads = new TreeMap<>();

    static RatioTable of(Collection<RunResult> results) {
        RatioTable table = new RatioTable();
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            Statistics times = result.getStatistics();
            table.add(
                    run.getParams().getBenchmark(),
                    new Time(
                            times.getPercentile(25),
                            times.getPercentile(50),
                            times.getPercentile(75),
                            result.getScoreUnit()));
        }
        return table;
    }

    /** Adds what a benchmark took: {@code package.FourierBenchmark.smelt}. */
    void add(String benchmark, Time time) {
        int method = benchmark.lastIndexOf('.') + 1;
        int type = benchmark.lastIndexOf('.', method - 2) + 1;
        String workload = benchmark.substring(type, method - 1).replace("Benchmark", "");
        workloads.computeIfAbsent(workload, unused -> new TreeMap<>()).put(benchmark.substring(method), time);
    }

    void print(PrintStream out) {
        out.printf("%-12s %-12s %10s  %-6s %21s %10s%n", "workload", "", "median", "", "middle half", "ratio");
        workloads.forEach((workload, times) -> {
            Time kernels = times.get(KERNELS);
            times.forEach((method, time) -> {
                String ratio =
                        kernels == null ? "" : String.format(Locale.ROOT, "%.2fx", time.median() / kernels.median());
                out.println(String.format(
                        Locale.ROOT,
                        "%-12s %-12s %10.3f  %-6s %8.3f to %9.3f %10s",
                        workload,
                        method,
                        time.median(),
                        time.unit(),
                        time.low(),
                        time.high(),
                        ratio));
            });
        });
    }
}
