package dev.smelt.examples.fourier;

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

class FourierExampleTest {
    @TempDir
    Path folder;

    @Test
    void printsItsTablesAndDrawsThePicture() throws IOException {
        Path file = folder.resolve("new/curves.png");
        Outcome outcome = Outcome.of("--samples", "1001", "--terms", "1,25", "--output", file.toString());

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .anyMatch(line -> line.startsWith("device: "))
                .anyMatch(line -> line.matches("sigmoid, 10,010 values( +[0-9.]+x?){5}"))
                .anyMatch(line -> line.matches("series, 1 term, slope( +[0-9.]+x?){5}"))
                .anyMatch(line -> line.matches("series, 25 terms, slope( +[0-9.]+x?){5}"))
                .anyMatch(line -> line.matches("From 1 to 25 terms the time grows .*"))
                .filteredOn(line -> line.matches(".* (1\\.0{7}\\d{3}|0\\.9{7}\\d{3}) .*"))
                .as("cosine similarities of the sigmoid, and of each series and slope")
                .hasSize(5);
        assertThat(outcome.output()).last().isEqualTo("picture: " + file);
        BufferedImage picture = ImageIO.read(file.toFile());
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void drawsFewSamples(int samples) throws IOException {
        Path file = folder.resolve("few.png");
        Outcome outcome = Outcome.of("--samples=" + samples, "--terms=3", "-o", file.toString());
        assertThat(outcome.errors()).isEmpty();
        assertThat(ImageIO.read(file.toFile())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--samples=1",
                "--samples=-5",
                "--samples=many",
                "--samples=1000001",
                "--terms=0",
                "--terms=10,5",
                "--terms=",
                "--terms=1,x",
                "--unknown",
                "file.txt"
            })
    void refusesWrongArgumentsInOneLine(String argument) {
        Outcome outcome = Outcome.of(argument);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).singleElement().asString().startsWith("fourier: ");
        assertThat(outcome.output()).isEmpty();
    }

    @Test
    void refusesADirectoryInOneLine() {
        Outcome outcome = Outcome.of("--output", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).containsExactly("fourier: --output is a directory: " + folder);
    }

    @Test
    void saysInOneLineIfThePictureCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Outcome outcome = Outcome.of("--samples=5", "--terms=1", "--output=" + file.resolve("picture.png"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).singleElement().asString().startsWith("fourier: cannot write ");
    }

    @Test
    void tellsItsOptions() {
        Outcome outcome = Outcome.of("--help");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).anyMatch(line -> line.contains("--terms"));
    }
}
