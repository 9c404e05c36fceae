package dev.smelt.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.dsl.Bool2;
import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float2x2;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float3x3;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Float4x4;
import dev.smelt.dsl.Half;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Int4;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layouts against a table made by hand from the MSL specification, sections 2.1 to 2.3 and C++'s rules of structs. */
final class StructLayoutTest {
    record Bytes(byte a, boolean b, short c, byte d) {}

    record Wide(byte a, long b, int c) {}

    record Halves(Half a, float b, Half c) {}

    record AfterVector(Float3 a, float b) {}

    record BeforeVector(float a, Float3 b) {}

    record Pair(Float2 a, float b) {}

    record Ints(Int2 a, Int3 b, Int4 c) {}

    record Matrices(float a, Float2x2 b, Float3x3 c, Float4x4 d) {}

    record Inner(byte a, float b) {}

    record Outer(byte a, Inner b, byte c, Inner d) {}

    record Deep(Outer a, boolean b) {}

    record Row(Class<?> type, int size, int alignment, List<Integer> offsets) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static List<Row> table() {
        return List.of(
                new Row(Float2.class, 8, 8, List.of(0, 4)),
                new Row(Float3.class, 16, 16, List.of(0, 4, 8)),
                new Row(Float4.class, 16, 16, List.of(0, 4, 8, 12)),
                new Row(Int2.class, 8, 8, List.of(0, 4)),
                new Row(Int3.class, 16, 16, List.of(0, 4, 8)),
                new Row(Int4.class, 16, 16, List.of(0, 4, 8, 12)),
                new Row(Float2x2.class, 16, 8, List.of(0, 8)),
                new Row(Float3x3.class, 48, 16, List.of(0, 16, 32)),
                new Row(Float4x4.class, 64, 16, List.of(0, 16, 32, 48)),
                new Row(Bytes.class, 6, 2, List.of(0, 1, 2, 4)),
                new Row(Wide.class, 24, 8, List.of(0, 8, 16)),
                new Row(Halves.class, 12, 4, List.of(0, 4, 8)),
                new Row(AfterVector.class, 32, 16, List.of(0, 16)),
                new Row(BeforeVector.class, 32, 16, List.of(0, 16)),
                new Row(Pair.class, 16, 8, List.of(0, 8)),
                new Row(Ints.class, 48, 16, List.of(0, 16, 32)),
                new Row(Matrices.class, 144, 16, List.of(0, 8, 32, 80)),
                new Row(Inner.class, 8, 4, List.of(0, 4)),
                new Row(Outer.class, 24, 4, List.of(0, 4, 12, 16)),
                new Row(Deep.class, 28, 4, List.of(0, 24)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void laysOutAsMetalDoes(Row row) {
        StructLayout<?> layout = StructLayout.of(row.type);

        assertThat(layout.size()).isEqualTo(row.size);
        assertThat(layout.alignment()).isEqualTo(row.alignment);
        assertThat(layout.fields()).extracting(StructLayout.Field::offset).isEqualTo(row.offsets);
    }

    @Test
    void readsWhatItWrites() {
        Float4 column = new Float4(1f, 2f, 3f, 4f);
        List<Object> values = List.of(
                new Bytes((byte) -1, true, (short) -300, (byte) 7),
                new Wide((byte) 3, Long.MIN_VALUE + 5, -9),
                new Halves(Half.of(1.5f), Float.NEGATIVE_INFINITY, Half.of(-2f)),
                new AfterVector(new Float3(1f, 2f, 3f), 4f),
                new Ints(new Int2(1, 2), new Int3(3, 4, 5), new Int4(6, 7, 8, 9)),
                new Float4x4(column, column.mul(2f), column.mul(3f), column.mul(4f)),
                new Deep(new Outer((byte) 1, new Inner((byte) 2, 3f), (byte) 4, new Inner((byte) 5, 6f)), true));
        for (Object value : values) {
            StructLayout<?> layout = StructLayout.of(value.getClass());
            ByteBuffer bytes = ByteBuffer.allocate(3 * layout.size()).order(ByteOrder.nativeOrder());

            layout.write(value, bytes, layout.size());

            assertThat((Object) layout.read(bytes, layout.size())).isEqualTo(value);
        }
    }

    @Test
    void writesEachComponentToItsPlace() {
        StructLayout<Outer> layout = StructLayout.of(Outer.class);
        ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);

        layout.write(new Outer((byte) 1, new Inner((byte) 2, 3f), (byte) 4, new Inner((byte) 5, 6f)), bytes, 0);

        assertThat(bytes.array())
                .containsExactly(1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0x40, 0x40, 4, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0xc0, 0x40);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may do all the same
    void takesNullAsZeroAtEveryDepth() {
        StructLayout<Deep> layout = StructLayout.of(Deep.class);
        ByteBuffer bytes = ByteBuffer.allocate(56);
        Arrays.fill(bytes.array(), (byte) -1);

        layout.write(null, bytes, 28);
        layout.write(new Deep(new Outer((byte) 1, null, (byte) 4, null), true), bytes, 0);

        Inner zero = new Inner((byte) 0, 0f);
        assertThat(layout.read(bytes, 28)).isEqualTo(new Deep(new Outer((byte) 0, zero, (byte) 0, zero), false));
        assertThat(layout.read(bytes, 0)).isEqualTo(new Deep(new Outer((byte) 1, zero, (byte) 4, zero), true));
        Halves halves = new Halves(null, 1f, null);
        StructLayout.of(Halves.class).write(halves, bytes, 0);
        assertThat(StructLayout.of(Halves.class).read(bytes, 0)).isEqualTo(new Halves(Half.of(0f), 1f, Half.of(0f)));
    }

    record Many(
            float a,
            float b,
            float c,
            float d,
            float e,
            float f,
            float g,
            float h,
            float i,
            float j,
            float k,
            float l,
            long m,
            Float4 n,
            Float4 o,
            Float4 p,
            Float4 q,
            byte r,
            boolean s,
            Half t,
            int u,
            int v,
            int w,
            int x) {}

    @Test
    void readsRecordsOfManyComponents() {
        Float4 n = new Float4(1f, 2f, 3f, 4f);
        Many many = new Many(
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13L, n, n, n, n, (byte) 18, true, Half.of(20f), 21, 22, 23, 24);
        StructLayout<Many> layout = StructLayout.of(Many.class);
        ByteBuffer bytes = ByteBuffer.allocate(layout.size());

        layout.write(many, bytes, 0);

        assertThat(layout.read(bytes, 0)).isEqualTo(many);
    }

    record WithDouble(float a, double b) {}

    record WithChar(char a) {}

    @SuppressWarnings("ArrayRecordComponent") // to be refused
    record WithArray(float[] a) {}

    record WithBooleans(Bool2 a) {}

    record Endless(float a, Endless next) {}

    record Ping(Pong pong) {}

    record Pong(Ping ping) {}

    record Empty() {}

    @Test
    void refusesComponentsThatMetalHasNoTypeFor() {
        String known =
                "; components are float, int, long, short, byte, boolean, Half, vectors, matrices, and records of these";
        String here = "record dev.smelt.runtime.backend.StructLayoutTest$";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructLayout.of(WithDouble.class))
                .withMessage(here + "WithDouble: component 'b' is of type double" + known);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructLayout.of(WithArray.class))
                .withMessage(here + "WithArray: component 'a' is of type float[]" + known);
        assertThatIllegalArgumentException().isThrownBy(() -> StructLayout.of(WithChar.class));
        assertThatIllegalArgumentException().isThrownBy(() -> StructLayout.of(WithBooleans.class));
        assertThatIllegalArgumentException().isThrownBy(() -> StructLayout.of(Endless.class));
        assertThatIllegalArgumentException().isThrownBy(() -> StructLayout.of(Ping.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StructLayout.of(Empty.class))
                .withMessage(here + "Empty has no components");
        assertThatIllegalArgumentException().isThrownBy(() -> StructLayout.of(Bool2.class));
    }

    record Positive(float a) {
        Positive {
            if (a <= 0) {
                throw new ArithmeticException("not positive: " + a);
            }
        }
    }

    @Test
    void passesOnWhatARecordsOwnConstructorThrows() {
        assertThatThrownBy(() -> StructLayout.of(Positive.class).read(ByteBuffer.allocate(4), 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("not positive: 0.0");
    }
}
