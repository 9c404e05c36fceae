package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.smelt.dsl.Float4;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.StructArray;
import dev.smelt.runtime.spi.KernelLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake in a call, with the whole message; nothing may have run. */
final class WrongUseTest {
    private static final String SAXPY = "kernel saxpy (Activations.java:17)";

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesNullNamingTheParameter(Device device) {
        try (device;
                FloatArray x = device.floats(3)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            assertThatNullPointerException()
                    .isThrownBy(() -> kernels.saxpy(Grid.of(3), 2f, x, (FloatArray) null))
                    .withMessage(SAXPY + ": argument 'y' is null");
            assertThatNullPointerException()
                    .isThrownBy(() -> kernels.saxpy(Grid.of(3), 2f, new float[3], (float[]) null))
                    .withMessage(SAXPY + ": argument 'y' is null");
            assertThatNullPointerException()
                    .isThrownBy(() -> kernels.saxpy(null, 2f, x, x))
                    .withMessage(SAXPY + ": argument 'grid' is null");
            assertThatNullPointerException()
                    .isThrownBy(() -> kernels.sigmoid((float[]) null))
                    .withMessage("x");
            assertThatNullPointerException().isThrownBy(() -> kernels.in(null)).withMessage("batch");
            assertThatNullPointerException()
                    .isThrownBy(() -> ActivationsKernels.load(null))
                    .withMessage("device");
            assertThatNullPointerException()
                    .isThrownBy(() -> device.floats((float[]) null))
                    .withMessage("values");
            assertThatNullPointerException()
                    .isThrownBy(() -> device.array((Float4[]) null))
                    .withMessage("values");
            assertThatNullPointerException()
                    .isThrownBy(() -> device.array((Class<Float4>) null, 3))
                    .withMessage("type");
            assertThatNullPointerException().isThrownBy(() -> x.copyFrom(null)).withMessage("source");
            assertThatNullPointerException().isThrownBy(() -> x.copyTo(null)).withMessage("target");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesArraysTooShortForTheGrid(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f, 1f, 1f});
                FloatArray y = device.floats(2);
                IntArray out = device.ints(11)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.saxpy(Grid.of(3), 2f, x, y))
                    .withMessage(
                            SAXPY + ": array 'y' has 2 elements, but the thread at 2 of Grid.of(3) accesses index 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.saxpy(Grid.of(3), 2f, new float[3], new float[1]))
                    .withMessage(
                            SAXPY + ": array 'y' has 1 element, but the thread at 2 of Grid.of(3) accesses index 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.positions(Grid.of(4, 3).threadgroup(2, 2), out))
                    .withMessage(
                            "kernel positions (Activations.java:22): array 'out' has 11 elements, but the thread at"
                                    + " (3, 2) of Grid.of(4, 3).threadgroup(2, 2) accesses index 11");
            assertThat(y.toArray()).containsExactly(0f, 0f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesMapArraysOfDifferentLengths(Device device) {
        try (device;
                FloatArray x = device.floats(1);
                FloatArray result = device.floats(4)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.sigmoid(x, result))
                    .withMessage(
                            "kernel sigmoid (Activations.java:9): the arrays have different lengths: x has 1 element,"
                                    + " result has 4 elements");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesWhatIsClosed(Device device) {
        FloatArray open = device.floats(3);
        FloatArray closed = device.floats(3);
        closed.close();
        closed.close();
        ActivationsKernels kernels = ActivationsKernels.load(device);

        assertThatIllegalStateException()
                .isThrownBy(() -> kernels.saxpy(Grid.of(3), 2f, open, closed))
                .withMessage(SAXPY + ": array 'y' (FloatArray of 3 elements) is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.get(0))
                .withMessage("FloatArray of 3 elements is closed");
        assertThatIllegalStateException().isThrownBy(() -> closed.set(0, 1f));
        assertThatIllegalStateException().isThrownBy(() -> closed.copyFrom(new float[3]));
        assertThatIllegalStateException().isThrownBy(closed::toArray);
        assertThatIllegalStateException().isThrownBy(closed::buffer);

        Batch batch = device.batch();
        device.close();
        device.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> kernels.saxpy(Grid.of(3), 2f, open, open))
                .withMessage(SAXPY + ": array 'x' (FloatArray of 3 elements) belongs to a closed device");
        assertThatIllegalStateException().isThrownBy(() -> kernels.saxpy(Grid.of(0), 2f, new float[0], new float[0]));
        assertThatIllegalStateException()
                .isThrownBy(() -> open.get(0))
                .withMessage("FloatArray of 3 elements belongs to a closed device");
        assertThatIllegalStateException()
                .isThrownBy(() -> device.floats(1))
                .withMessage("device " + device.name() + " is closed");
        assertThatIllegalStateException().isThrownBy(device::batch);
        assertThatIllegalStateException().isThrownBy(batch::submit);
        assertThatIllegalStateException()
                .isThrownBy(() -> ActivationsKernels.load(device))
                .withMessage("demo.Activations: device " + device.name() + " is closed");
        open.close();
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesIndicesOutOfBounds(Device device) {
        try (device;
                FloatArray one = device.floats(1);
                StructArray<Float4> none = device.array(Float4.class, 0)) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> one.get(1))
                    .withMessage("index 1 is out of bounds for FloatArray of 1 element");
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> one.set(-1, 0f))
                    .withMessage("index -1 is out of bounds for FloatArray of 1 element");
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> none.get(0))
                    .withMessage("index 0 is out of bounds for StructArray<Float4> of 0 elements");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesLengthsThatDoNotFit(Device device) {
        try (device;
                FloatArray x = device.floats(3)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.copyFrom(new float[2]))
                    .withMessage(
                            "a Java array of length 2 does not fit FloatArray of 3 elements: the lengths must be equal");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> x.copyTo(new float[4]))
                    .withMessage(
                            "a Java array of length 4 does not fit FloatArray of 3 elements: the lengths must be equal");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.floats(-1))
                    .withMessage("an array of float cannot have -1 elements");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.array(Particle.class, -2))
                    .withMessage("an array of Particle cannot have -2 elements");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesToMixDevices(Device device) {
        try (device;
                Device other = Device.jvm();
                Batch batch = other.batch();
                FloatArray x = device.floats(3);
                FloatArray y = other.floats(3)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.saxpy(Grid.of(3), 2f, x, y))
                    .withMessage(SAXPY + ": array 'y' (FloatArray of 3 elements) belongs to another device ("
                            + other.name() + ") than the kernel (" + device.name() + ")");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.in(batch).saxpy(Grid.of(3), 2f, x, x))
                    .withMessage(SAXPY + ": the batch belongs to another device (" + other.name()
                            + ") than the kernel (" + device.name() + ")");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesElementsOfAnotherType(Device device) {
        try (device;
                StructArray<Float4> wrong = device.array(Float4.class, 3)) {
            KernelLibrary library = KernelLibrary.load(device, ActivationsKernels.MODULE);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> library.invocation(ActivationsKernels.MOVE, Grid.of(3))
                            .array(0, wrong))
                    .withMessage(
                            "kernel move (Activations.java:34): array 'particles' has elements of dev.smelt.dsl.Float4,"
                                    + " but the kernel's are demo.Particle");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesThreadgroupsThatAreTooLarge(Device device) {
        try (device;
                IntArray out = device.ints(9)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.positions(Grid.of(3, 3).threadgroup(64, 32), out))
                    .withMessage(
                            "kernel positions (Activations.java:22): the threadgroup of Grid.of(3, 3).threadgroup(64, 32)"
                                    + " is too large: the kernel runs in threadgroups of at most 1024 threads on "
                                    + device.name());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.positions(
                            Grid.of(3, 3).threadgroup(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE), out));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesElementsThatMetalHasNoTypeFor(Device device) {
        try (device) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.array(String.class, 1))
                    .withMessage(
                            "java.lang.String cannot be an element of an array: elements are scalars, Half, vectors,"
                                    + " matrices and records");
        }
    }
}
