package demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Half;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.StructArray;
import java.nio.FloatBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract promises of calls, on every device. */
final class CallsTest {
    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void mapsPlainArrays(Device device) {
        try (device) {
            float[] y = ActivationsKernels.load(device).sigmoid(new float[] {-1f, 0f, 1f});

            assertThat(y).containsExactly(Activations.sigmoid(-1f), 0.5f, Activations.sigmoid(1f));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void runsTheExampleOfTheContract(Device device) {
        try (device;
                FloatArray x = device.floats(100_000);
                FloatArray out = device.floats(100_000)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            x.set(0, 1.5f);

            kernels.sigmoid(x, out);
            kernels.saxpy(Grid.of(100_000), 2f, x, out);

            float[] result = out.toArray();
            assertThat(result).hasSize(100_000);
            assertThat(result[0]).isEqualTo(2f * 1.5f + Activations.sigmoid(1.5f));
            assertThat(result[99_999]).isEqualTo(0.5f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void givesUniformsToMapKernels(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f, 2f});
                FloatArray out = device.floats(2)) {
            ActivationsKernels.load(device).scaled(x, 3f, out);

            assertThat(out.toArray()).containsExactly(3f, 6f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void copiesBackWhatAGridKernelWrites(Device device) {
        try (device) {
            float[] x = {1f, 2f, 3f};
            float[] y = {10f, 20f, 30f};

            ActivationsKernels.load(device).saxpy(Grid.of(2), 2f, x, y);

            assertThat(y).containsExactly(12f, 24f, 30f);
            assertThat(x).containsExactly(1f, 2f, 3f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void takesTheSameArrayTwice(Device device) {
        try (device) {
            float[] x = {1f, 2f, 3f};

            ActivationsKernels.load(device).saxpy(Grid.of(3), 2f, x, x);

            assertThat(x).containsExactly(3f, 6f, 9f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void takesTheSameDeviceArrayTwice(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f, 2f, 3f})) {
            ActivationsKernels.load(device).saxpy(Grid.of(3), 2f, x, x);

            assertThat(x.toArray()).containsExactly(3f, 6f, 9f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void runsEachPositionOfARaggedPlaneOnce(Device device) {
        try (device;
                IntArray out = device.ints(7 * 5)) {
            for (Grid grid : new Grid[] {Grid.of(7, 5), Grid.of(7, 5).threadgroup(3, 2), Grid.of(7, 5, 1)}) {
                out.copyFrom(new int[35]);

                ActivationsKernels.load(device).positions(grid, out);

                for (int y = 0; y < 5; y++) {
                    for (int x = 0; x < 7; x++) {
                        assertThat(out.get(y * 7 + x)).isEqualTo(1000 * y + x);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void passesEveryScalarTypeAndTheLengthOfAnArray(Device device) {
        try (device) {
            boolean[] negate = {false, true};
            Half[] half = {Half.of(1.5f), null};
            long[] sum = new long[2];

            ActivationsKernels.load(device)
                    .widen(
                            Grid.of(2),
                            negate,
                            new byte[] {-1, 2},
                            new short[] {-300, 400},
                            new int[] {70_000, -80_000, 0},
                            sum,
                            half);

            assertThat(sum).containsExactly(-1 - 300 + 70_000 + 3, -(2 + 400 - 80_000 + 3));
            assertThat(negate).containsExactly(true, false);
            assertThat(half).containsExactly(Half.of(3f), Half.of(0f));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void passesRecordsWithVectors(Device device) {
        Particle particle = new Particle(new Float3(1f, 2f, 3f), new Float3(10f, 20f, 30f), 4f);
        try (device;
                StructArray<Particle> particles = device.array(Particle.class, 2)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            particles.set(1, particle);
            Particle[] plain = {null, particle};

            kernels.move(Grid.of(2), 0.5f, particles);
            kernels.move(Grid.of(2), 0.5f, plain);

            Particle zero = new Particle(new Float3(0f, 0f, 0f), new Float3(0f, 0f, 0f), 0f);
            Particle moved = new Particle(new Float3(6f, 12f, 18f), new Float3(10f, 20f, 30f), 4f);
            assertThat(particles.toArray()).containsExactly(zero, moved);
            assertThat(plain).containsExactly(zero, moved);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void sharesMemoryWithItsView(Device device) {
        try (device;
                FloatArray x = device.floats(3);
                FloatArray out = device.floats(3)) {
            FloatBuffer written = x.buffer();
            written.put(1, 2f);

            ActivationsKernels.load(device).scaled(x, 3f, out);

            assertThat(out.buffer().get(1)).isEqualTo(6f);
            assertThat(out.buffer().capacity()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void runsNothingForAnEmptyGrid(Device device) {
        try (device) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            float[] y = {1f};

            kernels.saxpy(Grid.of(0), 2f, y, y);
            kernels.positions(Grid.of(3, 0), new int[0]);

            assertThat(y).containsExactly(1f);
            assertThat(kernels.sigmoid(new float[0])).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void coversAGridInWholeThreadgroups(Device device) {
        try (device) {
            float[] x = new float[512];
            float[] y = new float[512];
            x[511] = 1f;

            ActivationsKernels.load(device).saxpy(Grid.covering(300, 256), 2f, x, y);

            assertThat(y[511]).isEqualTo(2f);
        }
    }
}
