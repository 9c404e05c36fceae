package dev.smelt.examples.imagefilter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilterExampleTest {
    @TempDir
    Path folder;

    @Test
    void filtersThePictureThatItMakes() throws IOException {
        Outcome outcome = Outcome.of("--output", folder.resolve("new").toString());
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).hasSize(5).first().asString().startsWith("device: ");
        for (String name : new String[] {"test-picture", "test-picture-blurred", "test-picture-edges"}) {
            Path file = folder.resolve("new").resolve(name + ".png");
            Picture picture = PictureFiles.read(file);
            assertThat(picture.width()).isEqualTo(641);
            assertThat(picture.height()).isEqualTo(479);
            assertThat(outcome.output()).anyMatch(line -> line.endsWith(": " + file));
        }
    }

    @Test
    void filtersThePictureThatIsNamed() throws IOException {
        Path file = folder.resolve("my.photo.png");
        PictureFiles.write(new Picture(2, 1, new int[] {0xff000000, 0xffffffff}), file);
        Outcome outcome = Outcome.of(file.toString(), "--sigma=0", "-o", folder.toString());
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(PictureFiles.read(folder.resolve("my.photo-blurred.png")).argb())
                .containsExactly(0xff000000, 0xffffffff);
        assertThat(PictureFiles.read(folder.resolve("my.photo-edges.png")).argb())
                .containsExactly(0xffffffff, 0xffffffff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sigma=-1", "--sigma=NaN", "--sigma=1001", "--sigma=wide", "--sigma=", "--unknown"})
    void refusesWrongArgumentsInOneLine(String argument) {
        Outcome outcome = Outcome.of(argument, "-o", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).singleElement().asString().startsWith("image-filter: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesTwoPicturesInOneLine() {
        Outcome outcome = Outcome.of("a.png", "b.png");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).singleElement().asString().startsWith("image-filter: ");
    }

    @Test
    void saysInOneLineThatThePictureIsMissing() {
        Path missing = folder.resolve("missing.jpg");
        Outcome outcome = Outcome.of(missing.toString(), "-o", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).containsExactly("image-filter: " + missing + " does not exist");
    }

    @Test
    void saysInOneLineThatAFileIsNoPicture() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no picture");
        Outcome outcome = Outcome.of(text.toString(), "-o", folder.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors())
                .containsExactly("image-filter: " + text + " is not a picture that can be read; PNG and JPEG can");
    }

    @Test
    void saysInOneLineIfItCannotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Outcome outcome = Outcome.of("-o", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).containsExactly("image-filter: " + file + " cannot be made a folder");
    }
}
