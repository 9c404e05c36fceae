package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.smelt.dsl.Float4;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Texture;
import dev.smelt.runtime.TextureFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract promises of textures, on every device. */
final class TextureTest {
    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void isZeroAtFirst(Device device) {
        try (device) {
            for (TextureFormat format : TextureFormat.values()) {
                try (Texture texture = device.texture(format, 3, 2)) {
                    assertThat(texture.toArray())
                            .hasSize(6 * format.components())
                            .containsOnly(0f);
                    assertThat(texture.toBytes())
                            .hasSize(6 * format.bytesPerPixel())
                            .containsOnly(0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void keepsFloatsAsTheyAre(Device device) {
        float[] values = {1e-40f, -0f, Float.NaN, Float.MAX_VALUE, 5f, 6f, 7f, 8f};
        try (device;
                Texture four = device.texture(TextureFormat.RGBA32_FLOAT, 2, 1);
                Texture one = device.texture(TextureFormat.R32_FLOAT, 4, 2)) {
            four.copyFrom(values);
            one.copyFrom(values);

            assertThat(four.toArray()).containsExactly(values);
            assertThat(one.toArray()).containsExactly(values);
            assertThat(four.get(1, 0)).isEqualTo(new Float4(5f, 6f, 7f, 8f));
            assertThat(one.get(1, 1)).isEqualTo(new Float4(6f, 0f, 0f, 1f));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void roundsToTheNearestOf256Steps(Device device) {
        try (device;
                Texture texture = device.texture(TextureFormat.RGBA8_UNORM, 1, 2)) {
            texture.copyFrom(new float[] {0.5f, -1f, 2f, Float.NaN, 1f / 255f, 0.9f / 255f, 0.4f / 255f, 1f});
            assertThat(texture.toBytes()).containsExactly(128, 0, 255, 0, 1, 1, 0, 255);

            texture.copyFrom(new byte[] {(byte) 255, (byte) 128, 0, 51, 1, 2, 3, 4});
            assertThat(texture.get(0, 0)).isEqualTo(new Float4(1f, 128 / 255f, 0f, 0.2f));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void setsSinglePixels(Device device) {
        try (device;
                Texture texture = device.texture(TextureFormat.R8_UNORM, 3, 3);
                Texture floats = device.texture(TextureFormat.RGBA32_FLOAT, 2, 2)) {
            texture.set(1, 2, new Float4(1f, 0.5f, 0.5f, 0.5f));
            floats.set(1, 0, new Float4(1f, 2f, 3f, 4f));

            assertThat(texture.toBytes()).containsExactly(0, 0, 0, 0, 0, 0, 0, 255, 0);
            assertThat(floats.toArray()).startsWith(0f, 0f, 0f, 0f, 1f, 2f, 3f, 4f, 0f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesWrongUse(Device device) {
        try (device) {
            assertThatNullPointerException()
                    .isThrownBy(() -> device.texture(null, 1, 1))
                    .withMessage("format");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.texture(TextureFormat.R32_FLOAT, 0, 4))
                    .withMessage("a texture cannot have 0 x 4 pixels: each side is from 1 to 16384");
            assertThatIllegalArgumentException().isThrownBy(() -> device.texture(TextureFormat.R32_FLOAT, 1, 16_385));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.texture(TextureFormat.RGBA32_FLOAT, 16_384, 16_384))
                    .withMessage(
                            "a texture of 16384 x 16384 RGBA32_FLOAT takes 4294967296 bytes; at most 2147483647 can"
                                    + " be copied to it");
            Texture texture = device.texture(TextureFormat.RGBA8_UNORM, 3, 2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> texture.copyFrom(new float[23]))
                    .withMessage("a Java float array of length 23 does not fit Texture of 3 x 2 RGBA8_UNORM: it has to"
                            + " have 24 elements, 4 a pixel");
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> texture.get(3, 0))
                    .withMessage("pixel (3, 0) is out of bounds for Texture of 3 x 2 RGBA8_UNORM");
            texture.close();
            texture.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> texture.set(0, 0, new Float4(0f, 0f, 0f, 0f)))
                    .withMessage("Texture of 3 x 2 RGBA8_UNORM is closed");
            assertThatIllegalStateException().isThrownBy(texture::toArray);
        }
    }
}
