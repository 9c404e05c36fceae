package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BooleanArray;
import dev.smelt.runtime.Copying;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.HalfArray;
import dev.smelt.runtime.LongArray;
import dev.smelt.runtime.StructArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays over memory that the caller has, and what is copied. */
final class InPlaceTest {
    private static ByteBuffer aligned(Device device, int bytes) {
        int page = device.pageSize();
        return ByteBuffer.allocateDirect(bytes + 2 * page)
                .alignedSlice(page)
                .limit(bytes)
                .slice()
                .order(ByteOrder.nativeOrder());
    }

    @Test
    @EnabledIf("demo.Devices#hasMetal")
    void usesADirectBufferWhereItIs() {
        try (Device device = Devices.metal()) {
            ByteBuffer memory = aligned(device, 12);
            memory.putFloat(0, 1f).putFloat(8, 3f);
            FloatArray x = device.floats(memory, Copying.REFUSE);
            ActivationsKernels kernels = ActivationsKernels.load(device);

            kernels.scaled(x, 2f, x);

            assertThat(memory.getFloat(8)).isEqualTo(6f);
            assertThat(x.isInPlace()).isTrue();
            memory.putFloat(4, 7f);
            FloatBuffer view = x.buffer();
            assertThat(view.get(1)).isEqualTo(7f);
            assertThat(x.get(1)).isEqualTo(7f);
            x.close();
            assertThat(view.get(2)).isEqualTo(6f);
            assertThat(memory.getFloat(0)).isEqualTo(2f);
            assertThat(device.statistics().bytesCopied()).isZero();
        }
    }

    @Test
    @EnabledIf("demo.Devices#hasMetal")
    void usesAMappedFileWhereItIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("numbers");
        try (Device device = Devices.metal();
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Batch batch = device.batch()) {
            ByteBuffer mapped = channel.map(MapMode.READ_WRITE, 0, 5000).order(ByteOrder.nativeOrder());
            mapped.putFloat(4996, 5f);
            try (FloatArray x = device.floats(mapped, Copying.REFUSE)) {
                ActivationsKernels.load(device).in(batch).saxpy(Grid.of(1250), 1f, x, x);
                batch.submit().join();
                batch.submit().join();
            }
            ByteBuffer read = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder());
            channel.read(read, 4996);
            assertThat(read.getFloat(0)).isEqualTo(20f);
            assertThat(device.statistics().bytesCopied()).isZero();
            assertThat(device.statistics().submissions()).isEqualTo(2);
        }
    }

    @Test
    @EnabledIf("demo.Devices#hasMetal")
    void doesNotWriteWhatIsReadOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("numbers");
        try (Device device = Devices.metal();
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putFloat(4, 3f));
            ByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, 12);
            try (FloatArray x = device.floats(mapped, Copying.REFUSE);
                    FloatArray y = device.floats(3)) {
                ActivationsKernels kernels = ActivationsKernels.load(device);
                kernels.scaled(x, 2f, y);

                assertThat(x.isReadOnly()).isTrue();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> kernels.scaled(y, 2f, x))
                        .withMessage("kernel scaled (Activations.java:13): array 'result' (FloatArray of 3 elements) is"
                                + " over read-only memory, but the kernel writes it");
                assertThatExceptionOfType(ReadOnlyBufferException.class).isThrownBy(() -> x.set(0, 1f));
            }
        }
    }

    @Test
    @EnabledIf("demo.Devices#hasMetal")
    void refusesWhatMetalCannotUseInPlace() {
        try (Device device = Devices.metal()) {
            ByteBuffer memory = aligned(device, 64);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.ints(memory.duplicate().position(8), Copying.REFUSE))
                    .withMessage("the buffer cannot be used in place on " + device.name() + ": its bytes begin 8 bytes"
                            + " after a page boundary, and Metal wants them to begin at one; alignedSlice("
                            + device.pageSize() + ") of a larger buffer does");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.ints(ByteBuffer.allocate(64), Copying.REFUSE))
                    .withMessageContaining("a buffer on the Java heap is moved by the garbage collector");
        }
    }

    @Test
    void refusesScalarsOnTheJvm() {
        try (Device device = Device.jvm()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.shorts(aligned(device, 64), Copying.REFUSE))
                    .withMessage("the buffer cannot be used in place on " + device.name()
                            + ": the JVM device keeps elements of short in a Java array");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void usesBuffersOfRecordsOnEveryDevice(Device device) {
        try (device) {
            ByteBuffer memory = aligned(device, 96);
            memory.putFloat(48, 1f).putFloat(64, 2f);
            try (StructArray<Particle> particles = device.array(Particle.class, memory, Copying.REFUSE)) {
                ActivationsKernels.load(device).move(Grid.of(2), 0.5f, particles);
                assertThat(particles.isInPlace()).isTrue();
            }
            assertThat(memory.getFloat(48)).isEqualTo(2f);
            assertThat(device.statistics().bytesCopied()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void copiesWhereThatIsAllowed(Device device) {
        try (device) {
            ByteBuffer bytes = ByteBuffer.allocate(20).order(ByteOrder.nativeOrder());
            bytes.putLong(4, 77L).putLong(12, -1L).position(4);
            try (LongArray longs = device.longs(bytes, Copying.ALLOW);
                    HalfArray halfs = device.halfs(bytes, Copying.ALLOW);
                    BooleanArray none = device.booleans(bytes.duplicate().position(20), Copying.REFUSE)) {
                assertThat(device.statistics().bytesCopied()).isEqualTo(32);
                assertThat(longs.toArray()).containsExactly(77L, -1L);
                assertThat(longs.isInPlace()).isFalse();
                assertThat(halfs.length()).isEqualTo(8);
                assertThat(none.length()).isZero();
                bytes.putLong(4, 0L);
                assertThat(longs.get(0)).isEqualTo(77L);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.longs(bytes.duplicate().position(5), Copying.ALLOW))
                    .withMessage("a buffer with 15 bytes is no array of long, which takes 8 bytes an element");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void countsWhatIsCopied(Device device) {
        try (device;
                FloatArray x = device.floats(10);
                Batch batch = device.batch()) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            x.set(0, 1f);
            FloatBuffer view = x.buffer();
            view.put(1, 2f);
            kernels.sigmoid(x, x);
            kernels.in(batch).sigmoid(x, x);
            batch.submit().join();
            assertThat(device.statistics().bytesCopied()).isZero();
            assertThat(device.statistics().calls()).isEqualTo(1);

            float[] copy = x.toArray();
            x.copyFrom(copy);

            assertThat(device.statistics().bytesCopied()).isEqualTo(80);
            assertThat(device.statistics().failures()).isZero();
        }
    }
}
