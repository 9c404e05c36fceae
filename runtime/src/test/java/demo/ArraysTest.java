package demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float3x3;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Half;
import dev.smelt.dsl.Int2;
import dev.smelt.runtime.BooleanArray;
import dev.smelt.runtime.ByteArray;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceArray;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.HalfArray;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.LongArray;
import dev.smelt.runtime.ShortArray;
import dev.smelt.runtime.StructArray;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract promises of arrays, of every type and on every device. */
final class ArraysTest {
    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void areZeroWhenNew(Device device) {
        try (device) {
            assertThat(device.floats(3).toArray()).containsExactly(0f, 0f, 0f);
            assertThat(device.ints(2).toArray()).containsExactly(0, 0);
            assertThat(device.longs(2).toArray()).containsExactly(0L, 0L);
            assertThat(device.shorts(2).toArray()).containsExactly((short) 0, (short) 0);
            assertThat(device.bytes(2).toArray()).containsExactly(0, 0);
            assertThat(device.booleans(2).toArray()).containsExactly(false, false);
            assertThat(device.halfs(1).toArray()).containsExactly(Half.of(0f));
            assertThat(device.array(Int2.class, 1).toArray()).containsExactly(new Int2(0, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void mayBeEmpty(Device device) {
        try (device) {
            Stream<DeviceArray> empty = Stream.of(
                    device.floats(0),
                    device.ints(new int[0]),
                    device.longs(0),
                    device.shorts(0),
                    device.bytes(0),
                    device.booleans(0),
                    device.halfs(new Half[0]),
                    device.array(new Float4[0]));
            assertThat(empty).allSatisfy(array -> {
                assertThat(array.length()).isZero();
                assertThat(array.buffer().capacity()).isZero();
            });
            FloatArray none = device.floats(0);
            none.copyFrom(new float[0]);
            assertThat(none.toArray()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void keepWhatIsSet(Device device) {
        try (device;
                FloatArray floats = device.floats(2);
                IntArray ints = device.ints(2);
                LongArray longs = device.longs(2);
                ShortArray shorts = device.shorts(2);
                ByteArray bytes = device.bytes(2);
                BooleanArray booleans = device.booleans(2);
                HalfArray halfs = device.halfs(2);
                StructArray<Float3> vectors = device.array(Float3.class, 2)) {
            floats.set(1, Float.NaN);
            ints.set(1, Integer.MIN_VALUE);
            longs.set(1, Long.MIN_VALUE);
            shorts.set(1, Short.MIN_VALUE);
            bytes.set(1, Byte.MIN_VALUE);
            booleans.set(1, true);
            halfs.set(1, Half.of(-1.5f));
            vectors.set(1, new Float3(1f, 2f, 3f));

            assertThat(floats.get(1)).isNaN();
            assertThat(ints.get(1)).isEqualTo(Integer.MIN_VALUE);
            assertThat(longs.get(1)).isEqualTo(Long.MIN_VALUE);
            assertThat(shorts.get(1)).isEqualTo(Short.MIN_VALUE);
            assertThat(bytes.get(1)).isEqualTo(Byte.MIN_VALUE);
            assertThat(booleans.get(1)).isTrue();
            assertThat(halfs.get(1)).isEqualTo(Half.of(-1.5f));
            assertThat(vectors.get(1)).isEqualTo(new Float3(1f, 2f, 3f));
            assertThat(vectors.get(0)).isEqualTo(new Float3(0f, 0f, 0f));

            halfs.set(1, null);
            vectors.set(1, null);
            assertThat(halfs.get(1)).isEqualTo(Half.of(0f));
            assertThat(vectors.get(1)).isEqualTo(new Float3(0f, 0f, 0f));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void copyFromAndToPlainArrays(Device device) {
        try (device) {
            float[] source = {1f, 2f};
            FloatArray floats = device.floats(source);
            source[0] = 9f;
            assertThat(floats.toArray()).containsExactly(1f, 2f);
            assertThat(device.ints(new int[] {1, -2}).toArray()).containsExactly(1, -2);
            assertThat(device.longs(new long[] {1L << 40, -2}).toArray()).containsExactly(1L << 40, -2L);
            assertThat(device.shorts(new short[] {1, -2}).toArray()).containsExactly((short) 1, (short) -2);
            assertThat(device.bytes(new byte[] {1, -2}).toArray()).containsExactly(1, -2);
            assertThat(device.booleans(new boolean[] {true, false}).toArray()).containsExactly(true, false);
            assertThat(device.halfs(new Half[] {Half.of(2f), null}).toArray())
                    .containsExactly(Half.of(2f), Half.of(0f));
            Float3x3 matrix = new Float3x3(new Float3(1, 2, 3), new Float3(4, 5, 6), new Float3(7, 8, 9));
            Float3x3 zero = new Float3x3(new Float3(0, 0, 0), new Float3(0, 0, 0), new Float3(0, 0, 0));
            assertThat(device.array(new Float3x3[] {null, matrix}).toArray()).containsExactly(zero, matrix);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void showTheirMemoryInNativeOrder(Device device) {
        try (device) {
            FloatArray floats = device.floats(new float[] {1f, 2f});
            StructArray<Float3> vectors = device.array(new Float3[] {null, new Float3(5f, 6f, 7f)});
            HalfArray halfs = device.halfs(new Half[] {Half.of(1f)});
            BooleanArray booleans = device.booleans(new boolean[] {true});

            assertThat(floats.buffer().get(1)).isEqualTo(2f);
            assertThat(floats.buffer().order()).isEqualTo(ByteOrder.nativeOrder());
            assertThat(vectors.buffer().order()).isEqualTo(ByteOrder.nativeOrder());
            assertThat(vectors.stride()).isEqualTo(16);
            assertThat(vectors.type()).isEqualTo(Float3.class);
            assertThat(vectors.buffer().getFloat(16 + 4)).isEqualTo(6f);
            assertThat(halfs.buffer().get(0)).isEqualTo(Half.of(1f).bits());
            assertThat(booleans.buffer().get(0)).isEqualTo((byte) 1);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void giveViewsThatOutliveThem(Device device) {
        try (device) {
            FloatArray floats = device.floats(new float[] {1f, 2f});
            var view = floats.buffer();
            view.position(1);
            floats.close();

            assertThat(view.get(1)).isEqualTo(2f);
            assertThat(view.remaining()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void nameThemselves(Device device) {
        try (device) {
            FloatArray one = device.floats(1);
            assertThat(one).hasToString("FloatArray of 1 element");
            assertThat(device.array(Particle.class, 2)).hasToString("StructArray<Particle> of 2 elements");
            assertThat(one.device()).isSameAs(device);
        }
    }
}
