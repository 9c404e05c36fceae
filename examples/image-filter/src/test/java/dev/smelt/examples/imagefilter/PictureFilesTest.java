package dev.smelt.examples.imagefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFilesTest {
    @TempDir
    Path folder;

    @Test
    void everyPixelComesBack() throws IOException {
        int[] argb = new Random(5).ints(13 * 7).toArray();
        Path file = folder.resolve("picture.png");
        PictureFiles.write(new Picture(13, 7, argb), file);
        Picture back = PictureFiles.read(file);
        assertThat(back.width()).isEqualTo(13);
        assertThat(back.height()).isEqualTo(7);
        assertThat(back.argb()).containsExactly(argb);
    }

    @ParameterizedTest
    @CsvSource({"10, 128", "11, 32896"}) // TYPE_BYTE_GRAY and TYPE_USHORT_GRAY
    void greyStaysAsItIs(int type, int sample) throws IOException {
        BufferedImage image = new BufferedImage(3, 2, type);
        image.getRaster().setSample(1, 0, 0, sample);
        assertThat(read(image, "png").argb())
                .containsExactly(0xff000000, 0xff808080, 0xff000000, 0xff000000, 0xff000000, 0xff000000);
    }

    @Test
    void greyMayHaveAlpha() throws IOException {
        var grey = new ComponentColorModel(
                java.awt.color.ColorSpace.getInstance(java.awt.color.ColorSpace.CS_GRAY),
                true,
                false,
                java.awt.Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = grey.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, new int[] {128, 77});
        assertThat(read(new BufferedImage(grey, raster, false, null), "png").argb())
                .containsExactly(0x4d808080);
    }

    @Test
    void twoColoursAreRead() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xffffffff);
        assertThat(read(image, "png").argb()).containsExactly(0xff000000, 0xffffffff);
    }

    @Test
    void jpegIsRead() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        int[] red = new int[256];
        Arrays.fill(red, 0xc02040);
        image.setRGB(0, 0, 16, 16, red, 0, 16);
        for (int pixel : read(image, "jpg").argb()) {
            assertThat(ExactColors.distance(pixel, 0xffc02040)).isLessThan(4);
        }
    }

    @Test
    void greyJpegIsRead() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        int[] grey = new int[64];
        Arrays.fill(grey, 128);
        image.getRaster().setSamples(0, 0, 8, 8, 0, grey);
        for (int pixel : read(image, "jpg").argb()) {
            assertThat(ExactColors.distance(pixel, 0xff808080)).isLessThan(3);
        }
    }

    @Test
    void saysThatAFileIsMissing() {
        Path file = folder.resolve("missing.png");
        assertThatThrownBy(() -> PictureFiles.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "This is text.", "GIF89a", "\u0089PNG\r\n\u001a\n"})
    void saysThatAFileIsNoPicture(String content) throws IOException {
        Path file = folder.resolve("text.png");
        Files.write(file, content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PictureFiles.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysThatAFileIsCutOff() throws IOException {
        Path file = folder.resolve("cut.png");
        PictureFiles.write(new Picture(64, 64, new Random(6).ints(4096).toArray()), file);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 3000));
        assertThatThrownBy(() -> PictureFiles.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void saysThatADirectoryIsNoPicture() {
        assertThatThrownBy(() -> PictureFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + " is a directory, not a picture");
    }

    private Picture read(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("picture." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return PictureFiles.read(file);
    }
}
