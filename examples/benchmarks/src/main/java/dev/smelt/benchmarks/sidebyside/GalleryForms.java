package dev.smelt.benchmarks.sidebyside;

import dev.smelt.runtime.Device;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures the kernels of {@code examples/gallery} on the JVM device in their usual form, beside that in which each thread does
 * all its work alone, and says which are slower so. Kernels of which both forms are the same text are named only. Arguments:
 * {@code --sources FOLDER} (where the gallery's sources are), {@code --rounds N} (15), {@code --processor-time}, and names of
 * classes, of which it does only those.
 */
public final class GalleryForms {
    /** A kernel is called slower below this ratio: medians vary. */
    private static final double SLOWER = 0.9;

    private GalleryForms() {}

    /** Ends the process with 0, with 1 if something fails, or with 2 for wrong arguments. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        Optional<Options> parsed = Options.parse(args, "--sources");
        if (parsed.isEmpty()) {
            err.println("usage: --sources FOLDER, --rounds N, --processor-time, names of classes");
            return 2;
        }
        Options options = parsed.get();
        Path sources = options.path().orElse(Path.of("examples/gallery/src/main/java"));
        try (Device device = Device.jvm();
                LaneByLane laneByLane = LaneByLane.of(sources)) {
            out.println(device.name());
            out.println("The same text in both forms: " + String.join(", ", laneByLane.same()));
            Measurement measurement = new Measurement(options.rounds(), Optional.empty(), options.processorTime());
            List<Times> all = new ArrayList<>();
            new GalleryContests(device, laneByLane.loader()).all().forEach((name, contest) -> {
                if (options.includes(name)) {
                    all.add(measurement.measure(contest.get()));
                }
            });
            Table.print(all, out);
            for (Times times : all) {
                double ratio = times.ratio(Contest.LANE_BY_LANE).median();
                if (ratio < SLOWER) {
                    out.println(String.format(
                            Locale.ROOT, "%s is slower than lane by lane: %.2f", times.workload(), ratio));
                }
            }
            return 0;
        } catch (IOException | IllegalStateException e) {
            err.println("gallery: " + e.getMessage());
            return 1;
        }
    }
}
