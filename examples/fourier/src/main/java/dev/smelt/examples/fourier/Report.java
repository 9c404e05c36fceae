package dev.smelt.examples.fourier;

import dev.smelt.examples.fourier.Experiment.Series;
import dev.smelt.examples.fourier.Experiment.Sigmoid;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints what came of the experiment. */
final class Report {
    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    void title(String device, int samples) {
        print("Sigmoid, and the Fourier series of a square wave with its numerical derivative");
        print("device: %s", device);
        print("samples: %,d over one period", samples);
        print("");
        print("Median times in ms, after warm-up (ratio to the kernels')");
        print("%-32s %10s %21s %21s", "", "kernels", "Java, one thread", "Java, parallel");
    }

    void times(Sigmoid sigmoid) {
        times(name(sigmoid), sigmoid.times());
    }

    void times(Series series) {
        times(name(series) + ", slope", series.times());
    }

    private void times(String name, Times times) {
        print(
                "%-32s %10.2f %10.2f %9.1fx %10.2f %9.1fx",
                name,
                times.smelt(),
                times.oneThread(),
                times.oneThread() / times.smelt(),
                times.parallel(),
                times.parallel() / times.smelt());
    }

    /** How cost grows from the smallest function to the largest; says nothing of a single one. */
    void growth(List<Series> all) {
        Series first = all.get(0);
        Series last = all.get(all.size() - 1);
        if (first.terms() == last.terms()) {
            return;
        }
        print("");
        print(
                "From %,d to %,d terms the time grows %.0fx with kernels, %.0fx and %.0fx with plain Java.",
                first.terms(),
                last.terms(),
                last.times().smelt() / first.times().smelt(),
                last.times().oneThread() / first.times().oneThread(),
                last.times().parallel() / first.times().parallel());
    }

    void agreement(Sigmoid sigmoid, List<Series> all) {
        print("");
        print("The kernels' float results against double precision");
        print("%-32s %18s %14s %14s", "", "cosine similarity", "largest error", "largest value");
        agreement(name(sigmoid), sigmoid.agreement());
        for (Series series : all) {
            agreement(name(series), series.seriesAgreement());
            agreement("  its slope", series.slopeAgreement());
        }
    }

    private void agreement(String name, Agreement agreement) {
        print(
                "%-32s %18.10f %14.1e %14.4g",
                name, agreement.cosine(), agreement.largestError(), agreement.largestValue());
    }

    void picture(Path path) {
        print("");
        print("picture: %s", path);
    }

    private static String name(Sigmoid sigmoid) {
        return String.format(Locale.ROOT, "sigmoid, %,d values", sigmoid.values());
    }

    private static String name(Series series) {
        return String.format(Locale.ROOT, "series, %,d %s", series.terms(), series.terms() == 1 ? "term" : "terms");
    }

    /** Flushes: the next line may take seconds. */
    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
        out.flush();
    }
}
