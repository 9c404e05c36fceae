package dev.smelt.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks with settings that take about a minute, and prints a table of ratios. Arguments are JMH's own and
 * override the settings: {@code Saxpy -f 3 -i 10}.
 */
public final class BenchmarkRunner {
    private BenchmarkRunner() {}

    /** Ends the process with 0, with 1 if a benchmark fails, or with 2 for wrong arguments. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Collection<RunResult> results = new Runner(options(args)).run();
            out.println();
            RatioTable.of(results).print(out);
            return 0;
        } catch (CommandLineOptionException e) {
            err.println("benchmarks: " + e.getMessage());
            return 2;
        } catch (RunnerException e) {
            err.println("benchmarks: " + e.getMessage());
            return 1;
        }
    }

    private static Options options(String[] args) throws CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(args);
        // It needs a Metal device, and DispatchComparison runs it.
        boolean wanted = given.getIncludes().stream().anyMatch(name -> name.contains("Dispatch"));
        return new OptionsBuilder()
                .exclude(wanted ? "^$" : "\\.DispatchBenchmark\\.")
                .parent(given)
                .forks(given.getForkCount().orElse(1))
                .warmupIterations(given.getWarmupIterations().orElse(3))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(2)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                .shouldFailOnError(given.shouldFailOnError().orElse(true))
                .build();
    }
}
