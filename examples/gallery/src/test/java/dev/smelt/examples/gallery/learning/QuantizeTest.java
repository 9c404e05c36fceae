package dev.smelt.examples.gallery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.ByteArray;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.HalfArray;
import java.util.Arrays;

class QuantizeTest {
    private static final int COUNT = 1_003;

    @EachDevice
    void comesBackWithinHalfAStep(Device device) {
        float[] weights = Inputs.floats(COUNT, -3, 3, 35);
        Arrays.fill(weights, 64, 96, 0f);
        int blocks = (COUNT + Quantize.BLOCK - 1) / Quantize.BLOCK;
        QuantizeKernels kernels = QuantizeKernels.load(device);
        try (FloatArray in = device.floats(weights);
                ByteArray quantized = device.bytes(COUNT);
                HalfArray scales = device.halfs(blocks);
                FloatArray out = device.floats(COUNT)) {
            kernels.quantize(Grid.of(blocks), in, quantized, scales);
            kernels.restore(Grid.of(COUNT), quantized, scales, out);
            for (int i = 0; i < COUNT; i++) {
                float most = 0;
                for (int k = i / Quantize.BLOCK * Quantize.BLOCK;
                        k < COUNT && k / Quantize.BLOCK == i / Quantize.BLOCK;
                        k++) {
                    most = Math.max(most, Math.abs(weights[k]));
                }
                // A scale in half precision is off by 2^-11; what is largest may be cut by as much.
                double step = most / 127 * (1 + 0x1p-11);
                assertThat((double) out.get(i))
                        .as("weight %d", i)
                        .isCloseTo(weights[i], within(step / 2 + most * 0x1p-10));
                assertThat(Math.abs(quantized.get(i))).isLessThanOrEqualTo(127);
            }
        }
    }
}
