package dev.smelt.examples.fourier;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;

/** Runs the kernels on a device, times them beside plain Java, and compares their results with double precision. */
final class Experiment {
    private final Device device;

    Experiment(Device device) {
        this.device = device;
    }

    /** What came of the sigmoid. */
    record Sigmoid(int values, Times times, Agreement agreement) {}

    /** What came of the series of {@code terms} terms and its slope. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Series(
            int terms,
            float[] x,
            float[] y,
            float[] slope,
            Times times,
            Agreement seriesAgreement,
            Agreement slopeAgreement) {}

    /** The sigmoid of {@code count} values from -8 to 8. */
    Sigmoid sigmoid(int count) {
        float[] x = samples(-8, 8, count);
        float[] plain = new float[count];
        ActivationsKernels kernels = ActivationsKernels.load(device);
        try (FloatArray input = device.floats(x);
                FloatArray result = device.floats(count)) {
            Times times =
                    Times.measure(() -> kernels.sigmoid(input, result), loop -> PlainJava.sigmoid(loop, x, plain));
            return new Sigmoid(count, times, Agreement.of(result.toArray(), Reference.sigmoid(x)));
        }
    }

    /** The series and its slope at {@code count} samples of one period, from -pi to pi. */
    Series series(int count, int terms) {
        float[] x = samples(-Math.PI, Math.PI, count);
        float[] plainY = new float[count];
        float[] plainSlope = new float[count];
        SquareWaveKernels kernels = SquareWaveKernels.load(device);
        try (FloatArray samples = device.floats(x);
                FloatArray y = device.floats(count);
                FloatArray slope = device.floats(count)) {
            Times times = Times.measure(() -> seriesAndSlope(kernels, samples, terms, y, slope), loop -> {
                PlainJava.series(loop, x, terms, plainY);
                PlainJava.slope(loop, x, plainY, plainSlope);
            });
            double[] exact = Reference.series(x, terms);
            return new Series(
                    terms,
                    x,
                    y.toArray(),
                    slope.toArray(),
                    times,
                    Agreement.of(y.toArray(), exact),
                    Agreement.of(slope.toArray(), Reference.slope(x, exact)));
        }
    }

    /** Two kernels in one batch: on a GPU they run one after the other without a way back to Java in between. */
    private void seriesAndSlope(SquareWaveKernels kernels, FloatArray x, int terms, FloatArray y, FloatArray slope) {
        try (Batch batch = device.batch()) {
            kernels.in(batch).series(x, terms, y);
            kernels.in(batch).slope(Grid.of(x.length()), x, y, slope);
            batch.submit().join();
        }
    }

    /** Equally spaced values, the first and the last included. */
    static float[] samples(double first, double last, int count) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (float) (first + (last - first) * i / (count - 1));
        }
        return samples;
    }
}
