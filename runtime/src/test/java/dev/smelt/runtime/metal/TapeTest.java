package dev.smelt.runtime.metal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The tape against the layout in smelt.h, byte by byte. */
final class TapeTest {
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private static String hex(ByteBuffer tape) {
        byte[] bytes = new byte[tape.limit()];
        tape.get(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void isAHeaderAloneWhenThereIsNothingToRun() {
        Tape tape = new Tape();
        tape.begin();

        assertThat(hex(end(tape)))
                .isEqualTo(
                        "534d4c54" // magic, "SMLT"
                                + "02000000" // version
                                + "1800000000000000" // length: 24
                                + "00000000" // dispatches
                                + "00000000");
    }

    @Test
    void holdsEachDispatchWithItsBindingsAndPaddedUniforms() {
        Tape tape = new Tape();
        tape.begin();
        tape.dispatch(0x1122334455667788L, new Tape.Size(1000, 1, 1), new Tape.Size(256, 1, 1), 2, 0, 4);
        tape.binding(7, 0, false);
        tape.binding(8, 1, true);
        tape.uniforms(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x0a0b0c0d));
        tape.dispatch(5, new Tape.Size(3, 2, 1), new Tape.Size(0, 0, 0), 1, 0, 0);
        tape.binding(9, 0, true);
        tape.uniforms(NONE);

        assertThat(hex(end(tape)))
                .isEqualTo("534d4c54" + "02000000" + "e000000000000000" + "02000000"
                        + "00000000" // 224 bytes, 2 dispatches
                        // the first dispatch
                        + "8877665544332211" // pipeline
                        + "e8030000" + "01000000" + "01000000" // grid
                        + "00010000" + "01000000" + "01000000" // threadgroup
                        + "02000000" // buffers
                        + "02000000" // slot of the uniforms
                        + "04000000" // length of the uniforms
                        + "00000000" + "00000000" // no textures, and 0
                        + "78000000" // length: 56 + 2 * 24 + 16
                        + "0700000000000000" + "0000000000000000" + "00000000" + "00000000"
                        + "0800000000000000" + "0000000000000000" + "01000000" + "01000000"
                        + "0d0c0b0a" + "000000000000000000000000" // uniforms and padding
                        // the second
                        + "0500000000000000" + "03000000" + "02000000" + "01000000"
                        + "00000000" + "00000000" + "00000000" // the bridge chooses the threadgroup
                        + "01000000" + "ffffffff" + "00000000" // no uniforms
                        + "00000000" + "00000000" + "50000000" // no textures; 56 + 24
                        + "0900000000000000" + "0000000000000000" + "00000000" + "01000000");
    }

    @Test
    void padsUniformsToSixteen() {
        for (int length : new int[] {4, 12, 16, 20}) {
            Tape tape = new Tape();
            tape.begin();
            tape.dispatch(1, new Tape.Size(1, 1, 1), new Tape.Size(0, 0, 0), 0, 0, length);
            ByteBuffer uniforms = ByteBuffer.allocate(length);
            uniforms.put(length - 1, (byte) 0x5a);
            tape.uniforms(uniforms);

            ByteBuffer end = end(tape);

            assertThat(end.limit()).isEqualTo(24 + 56 + (length + 15) / 16 * 16);
            assertThat(end.get(24 + 56 + length - 1)).isEqualTo((byte) 0x5a);
            assertThat(end.getInt(24 + 52)).isEqualTo(end.limit() - 24);
        }
    }

    @Test
    void growsAndStartsAnew() {
        Tape tape = new Tape();
        String first = "";
        for (int round = 0; round < 2; round++) {
            tape.begin();
            for (int i = 0; i < 1000; i++) {
                tape.dispatch(i, new Tape.Size(1, 1, 1), new Tape.Size(1, 1, 1), 1, 0, 4);
                tape.binding(i, 0, true);
                tape.uniforms(ByteBuffer.allocate(4).putInt(0, i));
            }
            ByteBuffer end = end(tape);
            assertThat(end.isDirect()).isTrue();
            assertThat(end.limit()).isEqualTo(24 + 1000 * 96);
            assertThat(end.getLong(24 + 999 * 96)).isEqualTo(999);
            assertThat(first).isIn("", hex(end));
            first = hex(end);
        }
    }

    private static ByteBuffer end(Tape tape) {
        tape.end();
        return tape.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
    }
}
