package dev.smelt.examples.fourier;

import dev.smelt.examples.fourier.PlainJava.Loop;
import java.util.function.Consumer;

/** Median times of one piece of work in milliseconds: by kernels, and by plain Java on one thread and in parallel. */
record Times(double smelt, double oneThread, double parallel) {
    static Times measure(Runnable kernels, Consumer<Loop> plainJava) {
        return new Times(
                Stopwatch.medianMillis(kernels),
                Stopwatch.medianMillis(() -> plainJava.accept(Loop.ONE_THREAD)),
                Stopwatch.medianMillis(() -> plainJava.accept(Loop.PARALLEL)));
    }
}
