package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextureTest {
    /** Four pixels in a row: 0, 10, 20 and 30. */
    private final Texture2d row = Texture2d.of(4, 1);

    TextureTest() {
        for (int x = 0; x < 4; x++) {
            row.write(new Float4(10 * x, 0f, 0f, 1f), new Int2(x, 0));
        }
    }

    @Test
    void isZeroAtFirstAndOutside() {
        Texture2d texture = Texture2d.of(2, 3);
        assertThat(texture.width()).isEqualTo(2);
        assertThat(texture.height()).isEqualTo(3);
        texture.write(new Float4(1f), new Int2(2, 0));
        texture.write(new Float4(1f), new Int2(0, -1));
        for (int i = -1; i < 8; i++) {
            assertThat(texture.read(new Int2(i % 3, i / 3))).isEqualTo(new Float4(0f));
        }
        assertThatThrownBy(() -> Texture2d.of(0, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Centres lie at 1/8, 3/8, 5/8 and 7/8. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 15",
        "0.125, 0, 0, 0, 0",
        "0.24, 0, 0, 4.6, 4.6",
        "0.25, 10, 10, 5, 5",
        "0.375, 10, 10, 10, 10",
        "0.9375, 30, 30, 30, 22.5",
        "1, 30, 0, 30, 15",
        "1.25, 30, 10, 30, 5",
        "-0.0625, 0, 30, 0, 22.5",
        "-1.625, 0, 10, 0, 10"
    })
    void isSampledBetweenCentres(
            float x, float nearestClamp, float nearestRepeat, float linearClamp, float linearRepeat) {
        Float2 place = new Float2(x, 0.5f);
        assertThat(row.sample(Sampler.NEAREST_CLAMP, place).x()).isEqualTo(nearestClamp);
        assertThat(row.sample(Sampler.NEAREST_REPEAT, place).x()).isEqualTo(nearestRepeat);
        assertThat(row.sample(Sampler.LINEAR_CLAMP, place).x()).isCloseTo(linearClamp, within());
        assertThat(row.sample(Sampler.LINEAR_REPEAT, place).x()).isCloseTo(linearRepeat, within());
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.data.Offset.offset(1e-5f);
    }

    @Test
    void mixesFourPixels() {
        Texture2d square = Texture2d.of(2, 2);
        for (int i = 0; i < 4; i++) {
            square.write(new Float4(i * i, 0f, 0f, 0f), new Int2(i % 2, i / 2));
        }
        assertThat(square.sample(Sampler.LINEAR_CLAMP, new Float2(0.5f, 0.5f)).x())
                .isEqualTo(3.5f);
        assertThat(square.sample(Sampler.LINEAR_CLAMP, new Float2(0.375f, 0.25f))
                        .x())
                .isEqualTo(0.25f);
    }
}
