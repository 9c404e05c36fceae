package dev.smelt.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Compares {@link DispatchBenchmark} with a C program that makes the same calls, and prints a table. It needs the bridge
 * that the system property {@code smelt.native.library} names, and a C compiler, {@code cc}.
 *
 * <p>Arguments: the folder with {@code smelt.h}, and the folder of {@code dispatches.c}.
 */
public final class DispatchComparison {
    private static final String SECONDS = "2";

    /** What a dispatch takes: nanoseconds, and bytes of garbage. */
    record Cost(double nanos, double bytes) {}

    private DispatchComparison() {}

    /** Prints the table. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        if (args.length != 2 || System.getProperty("smelt.native.library") == null) {
            System.err.println("usage: java -Dsmelt.native.library=LIBRARY DispatchComparison INCLUDE-DIR C-DIR");
            System.exit(2);
        }
        Path library = Path.of(System.getProperty("smelt.native.library"));
        Map<String, Double> c = runC(library, Path.of(args[0]), Path.of(args[1]));
        print(c, runJava(library), System.out);
    }

    private static Map<String, Double> runC(Path library, Path include, Path source)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("smelt-dispatches");
        Path program = folder.resolve("dispatches");
        Path text = folder.resolve("kernels.metal");
        try (InputStream in = Objects.requireNonNull(
                DispatchComparison.class.getResourceAsStream("/META-INF/smelt/dev.smelt.benchmarks.Workloads.metal"))) {
            Files.copy(in, text);
        }
        String from = library.toAbsolutePath().toString();
        output(List.of(
                "cc",
                "-O2",
                "-I" + include,
                source.resolve("dispatches.c").toString(),
                from,
                "-o",
                program.toString()));
        Map<String, Double> nanos = new HashMap<>();
        for (String line : output(List.of(program.toString(), text.toString(), SECONDS))
                .lines()
                .toList()) {
            String[] parts = line.split(" ", 2);
            nanos.put(parts[0], Double.parseDouble(parts[1]));
        }
        return nanos;
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
        return output;
    }

    private static Map<String, Cost> runJava(Path library) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("DispatchBenchmark")
                        .addProfiler(GCProfiler.class)
                        .jvmArgsAppend("-Dsmelt.native.library=" + library.toAbsolutePath())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<String, Cost> costs = new TreeMap<>();
        for (RunResult run : results) {
            String benchmark = run.getParams().getBenchmark();
            Result<?> bytes = run.getSecondaryResults().get("gc.alloc.rate.norm");
            costs.put(
                    benchmark.substring(benchmark.lastIndexOf('.') + 1),
                    new Cost(run.getPrimaryResult().getScore(), bytes == null ? Double.NaN : bytes.getScore()));
        }
        return costs;
    }

    static void print(Map<String, Double> c, Map<String, Cost> java, PrintStream out) {
        out.printf(
                Locale.ROOT, "%n%-14s %12s %12s %8s %14s%n", "a dispatch of", "Java ns", "C ns", "ratio", "Java bytes");
        java.forEach((name, cost) -> {
            Double other = c.get(name);
            out.printf(
                    Locale.ROOT,
                    "%-14s %12.0f %12s %8s %14.1f%n",
                    name,
                    cost.nanos(),
                    other == null ? "" : String.format(Locale.ROOT, "%.0f", other),
                    other == null ? "" : String.format(Locale.ROOT, "%.2f", cost.nanos() / other),
                    cost.bytes());
        });
    }
}
