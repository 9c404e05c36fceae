package dev.smelt.examples.gallery.signal;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float2;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.StructArray;

class FourierTransformTest {
    private static final int COUNT = 1024;

    @EachDevice
    void agreesWithTheDefinition(Device device) {
        Float2[] signal = signal();
        Float2[] spectrum = transform(device, signal, -1f);
        double energy = 0;
        for (Float2 value : signal) {
            energy += value.x() * value.x() + value.y() * value.y();
        }
        // The root mean square error of an FFT is about 0.6 log2(n) units of the spectrum's (Schatzman 1996); with the
        // errors of the rotations, of 4 ulp, five times that in every single value is ample.
        double bound = 10 * 5 * UNIT * Math.sqrt(energy * COUNT) / Math.sqrt(COUNT) * 4;
        for (int k = 0; k < COUNT; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < COUNT; n++) {
                double angle = -2 * Math.PI * ((long) k * n % COUNT) / COUNT;
                re += signal[n].x() * Math.cos(angle) - signal[n].y() * Math.sin(angle);
                im += signal[n].x() * Math.sin(angle) + signal[n].y() * Math.cos(angle);
            }
            assertThat((double) spectrum[k].x()).as("real part %d", k).isCloseTo(re, within(bound));
            assertThat((double) spectrum[k].y()).as("imaginary part %d", k).isCloseTo(im, within(bound));
        }
    }

    @EachDevice
    void comesBack(Device device) {
        Float2[] signal = signal();
        Float2[] back = transform(device, transform(device, signal, -1f), 1f);
        for (int i = 0; i < COUNT; i++) {
            assertThat((double) back[i].x() / COUNT).isCloseTo(signal[i].x(), within(1e-5));
            assertThat((double) back[i].y() / COUNT).isCloseTo(signal[i].y(), within(1e-5));
        }
    }

    private static Float2[] signal() {
        float[] numbers = Inputs.floats(2 * COUNT, -1, 1, 14);
        Float2[] signal = new Float2[COUNT];
        for (int i = 0; i < COUNT; i++) {
            signal[i] = new Float2(numbers[2 * i], numbers[2 * i + 1]);
        }
        return signal;
    }

    private static Float2[] transform(Device device, Float2[] signal, float direction) {
        try (StructArray<Float2> a = device.array(signal);
                StructArray<Float2> b = device.array(Float2.class, COUNT);
                Batch batch = device.batch()) {
            var kernels = FourierTransformKernels.load(device).in(batch);
            StructArray<Float2> from = a;
            StructArray<Float2> to = b;
            for (int span = 1; span < COUNT; span *= 2) {
                kernels.stage(Grid.of(COUNT / 2), from, to, span, direction);
                StructArray<Float2> read = from;
                from = to;
                to = read;
            }
            batch.submit().join();
            return from.toArray();
        }
    }
}
