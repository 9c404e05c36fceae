package dev.smelt.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** For each workload, what each way of doing it takes, and how many times the kernels' time that is. */
final class RatioTable {
    private static final String KERNELS = "smelt";

    /** One measurement: the mean time and half of its 99.9% confidence interval. */
    record Time(double mean, double error, String unit) {}

    /** Times by workload and method. */
    private final SortedMap<String, SortedMap<String, Time>> workloads = new TreeMap<>();

    static RatioTable of(Collection<RunResult> results) {
        RatioTable table = new RatioTable();
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            table.add(
                    run.getParams().getBenchmark(),
                    new Time(result.getScore(), result.getScoreError(), result.getScoreUnit()));
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
        out.printf("%-12s %-12s %12s %12s  %-6s %10s%n", "workload", "", "time", "+/-", "", "ratio");
        workloads.forEach((workload, times) -> {
            Time kernels = times.get(KERNELS);
            times.forEach((method, time) -> {
                String ratio = kernels == null ? "" : String.format(Locale.ROOT, "%.2fx", time.mean() / kernels.mean());
                out.println(String.format(
                        Locale.ROOT,
                        "%-12s %-12s %12.3f %12.3f  %-6s %10s",
                        workload,
                        method,
                        time.mean(),
                        time.error(),
                        time.unit(),
                        ratio));
            });
        });
    }
}
