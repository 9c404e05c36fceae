package dev.smelt.examples.mandelbrot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MandelbrotExampleTest {
    @TempDir
    Path folder;

    @Test
    void drawsTheSet() throws IOException {
        Path file = folder.resolve("new/set.png");
        Outcome outcome = Outcome.of("--size=161x101", "--iterations=200", "--output=" + file);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).first().asString().startsWith("device: ");
        assertThat(outcome.output()).last().isEqualTo("picture: " + file);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(161);
        assertThat(picture.getHeight()).isEqualTo(101);
        int[] pixels = picture.getRGB(0, 0, 161, 101, null, 0, 161);
        // The set's area is 1.507 of the 3.98 by 2.5 that are shown: 15 percent.
        assertThat(Arrays.stream(pixels).filter(pixel -> pixel == 0xff000000).count() / (161.0 * 101))
                .isBetween(0.13, 0.17);
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(1000);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 161; x++) {
                assertThat(pixels[y * 161 + x]).as("mirrored").isEqualTo(pixels[(100 - y) * 161 + x]);
            }
        }
    }

    @Test
    void drawsDeepInPairsOfFloats() throws IOException {
        Path file = folder.resolve("deep.png");
        Outcome outcome = Outcome.of(
                "--size=40x30", "--zoom=1e8", "--centre=-0.743643887037151,0.131825904205330", "-i=5000", "-o=" + file);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.output()).anyMatch(line -> line.endsWith("in pairs of floats"));
        int[] pixels = ImageIO.read(file.toFile()).getRGB(0, 0, 40, 30, null, 0, 40);
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(200);
    }

    @Test
    void drawsASinglePixel() throws IOException {
        Path file = folder.resolve("pixel.png");
        assertThat(Outcome.of("--size=1x1", "--samples=1", "-o=" + file).exitCode())
                .isZero();
        assertThat(ImageIO.read(file.toFile()).getRGB(0, 0)).isEqualTo(0xff000000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--size=0x10",
                "--size=10x0",
                "--size=-3x10",
                "--size=10",
                "--size=1.5x2",
                "--size=axb",
                "--size=NaNxNaN",
                "--size=99999x2",
                "--size=16384x16384",
                "--centre=1",
                "--centre=left,top",
                "--centre=NaN,0",
                "--centre=5,0",
                "--zoom=0",
                "--zoom=-2",
                "--zoom=NaN",
                "--zoom=1e11",
                "--iterations=0",
                "--iterations=many",
                "--samples=0",
                "--samples=9",
                "--unknown",
                "file.png"
            })
    void refusesWrongArgumentsInOneLine(String argument) {
        Outcome outcome = Outcome.of(argument);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).singleElement().asString().startsWith("mandelbrot: ");
        assertThat(outcome.output()).isEmpty();
    }

    @Test
    void saysInOneLineIfThePictureCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path wrong : new Path[] {folder, file.resolve("picture.png")}) {
            Outcome outcome = Outcome.of("--size=3x3", "-o=" + wrong);
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.errors()).singleElement().asString().startsWith("mandelbrot: cannot write ");
        }
    }
}
