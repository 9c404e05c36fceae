package dev.smelt.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder of expected texts. {@code -Dgolden.update=true} rewrites them, to be reviewed as a diff. */
public final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Path folder;
    private final String extension;

    /** @param folder below {@code src/test/resources/golden} */
    public Golden(String folder, String extension) {
        this.folder = Path.of("src/test/resources/golden", folder);
        this.extension = extension;
    }

    public void check(String name, String actual) {
        Path file = folder.resolve(name + extension);
        try {
            if (UPDATE) {
                Files.createDirectories(folder);
                Files.writeString(file, actual);
                return;
            }
            assertThat(file).as("run with -Dgolden.update=true to write it").exists();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if there is a text that no case stands for. */
    public void checkOrphans(List<String> names) {
        Set<String> expected = new TreeSet<>();
        names.forEach(name -> expected.add(name + extension));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("files of " + folder)
                    .isSubsetOf(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
