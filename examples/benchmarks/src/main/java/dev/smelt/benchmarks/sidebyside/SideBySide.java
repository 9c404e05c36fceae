package dev.smelt.benchmarks.sidebyside;

import dev.smelt.runtime.Device;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures all workloads on the JVM device, in plain parallel Java, in Aparapi's thread pool and in NumPy, and prints a
 * table. Arguments: {@code --rounds N} (15), {@code --chart FILE.png}, {@code
 * --processor-time}, and names of workloads, of which it does only those.
 */
public final class SideBySide {
    private SideBySide() {}

    /** Ends the process with 0, with 1 if something fails, or with 2 for wrong arguments. */
    public static void main(String[] args) {
        int status = run(args, System.out, System.err);
        // Aparapi's threads are no daemons.
        System.exit(status);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        Optional<Options> parsed = Options.parse(args, "--chart");
        if (parsed.isEmpty()) {
            err.println("usage: --rounds N, --chart FILE.png, --processor-time, names of workloads");
            return 2;
        }
        Options options = parsed.get();
        Optional<NumPy> numpy = NumPy.start();
        if (numpy.isEmpty()) {
            err.println("benchmarks: no python3 with numpy here, so NumPy is left out");
        }
        try (Device device = Device.jvm()) {
            String title =
                    device.name() + numpy.map(python -> ", " + python.version()).orElse("");
            out.println(title);
            List<Times> all = measure(
                    new Contests(device).all(),
                    options,
                    new Measurement(options.rounds(), numpy, options.processorTime()));
            Table.print(all, out);
            if (options.path().isPresent()) {
                Chart.save(all, title, options.path().get());
            }
            return 0;
        } catch (IOException | IllegalStateException e) {
            err.println("benchmarks: " + e.getMessage());
            return 1;
        } finally {
            numpy.ifPresent(NumPy::close);
        }
    }

    private static List<Times> measure(List<Supplier<Contest>> contests, Options options, Measurement measurement) {
        List<Times> all = new ArrayList<>();
        for (Supplier<Contest> each : contests) {
            Contest contest = each.get();
            if (options.includes(contest.name())) {
                all.add(measurement.measure(contest));
            }
        }
        return all;
    }
}
