package dev.smelt.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks with settings that take about a minute, and prints a table of ratios. Arguments are JMH's own and
 * override the settings: {@code Saxpy -f 5 -i 10}. The forks of all benchmarks take turns, where JMH runs all of one
 * first: so that a machine that gets slower in the meantime gets so for all.
 */
public final class BenchmarkRunner {
    private static final int FORKS = 3;

    private BenchmarkRunner() {}

    /** Ends the process with 0, with 1 if a benchmark fails, or with 2 for wrong arguments. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            CommandLineOptions given = new CommandLineOptions(args);
            Collection<RunResult> results = inTurns(given);
            write(results, given);
            out.println();
            RatioTable.of(results).print(out);
            return 0;
        } catch (CommandLineOptionException e) {
            err.println("benchmarks: " + e.getMessage());
            return 2;
        } catch (RunnerException e) {
            err.println("benchmarks: " + Objects.requireNonNullElse(e.getMessage(), e.toString()));
            return 1;
        }
    }

    /** One fork of each benchmark after the other, as often as there are to be forks. */
    private static Collection<RunResult> inTurns(CommandLineOptions given) throws RunnerException {
        int forks = given.getForkCount().orElse(FORKS);
        Options turn = turn(given, Math.min(forks, 1));
        Map<String, List<RunResult>> turns = new TreeMap<>();
        for (int i = 0; i < Math.max(forks, 1); i++) {
            for (RunResult result : new Runner(turn).run()) {
                turns.computeIfAbsent(result.getParams().id(), unused -> new ArrayList<>())
                        .add(result);
            }
        }
        return turns.values().stream().map(BenchmarkRunner::joined).toList();
    }

    private static RunResult joined(List<RunResult> turns) {
        List<BenchmarkResult> results = turns.stream()
                .flatMap(turn -> turn.getBenchmarkResults().stream())
                .toList();
        return new RunResult(turns.get(0).getParams(), results);
    }

    /** JMH has written a file after each turn. */
    private static void write(Collection<RunResult> results, CommandLineOptions given) {
        if (given.getResult().hasValue() || given.getResultFormat().hasValue()) {
            ResultFormatType format = given.getResultFormat().orElse(Defaults.RESULT_FORMAT);
            String file = given.getResult()
                    .orElse(Defaults.RESULT_FILE_PREFIX + "."
                            + format.toString().toLowerCase(Locale.ROOT));
            ResultFormatFactory.getInstance(format, file).writeOut(results);
        }
    }

    private static Options turn(CommandLineOptions given, int forks) {
        // It needs a Metal device, and DispatchComparison runs it.
        boolean wanted = given.getIncludes().stream().anyMatch(name -> name.contains("Dispatch"));
        return new OptionsBuilder()
                .exclude(wanted ? "^$" : "\\.DispatchBenchmark\\.")
                .parent(given)
                .forks(forks)
                .warmupIterations(given.getWarmupIterations().orElse(2))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
                .measurementIterations(given.getMeasurementIterations().orElse(3))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                .shouldFailOnError(given.shouldFailOnError().orElse(true))
                .build();
    }
}
