package dev.smelt.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {
    @TempDir
    private Path temporary;

    @Test
    void sortsByNameAndShowsPathsRelativeToTheBase() throws Exception {
        touch("base/src/b/B.java", "base/src/a/A.java", "base/src/Z.java", "base/src/a/notes.txt", "base/gen/G.java");

        assertThat(find("src", "gen")).containsExactly("gen/G.java", "src/Z.java", "src/a/A.java", "src/b/B.java");
        assertThat(find(temporary.resolve("base/src/a").toString())).containsExactly("src/a/A.java");
    }

    @Test
    void showsAPathOutsideTheBaseAsItWasGiven() throws Exception {
        touch("base/x", "other/A.java");

        assertThat(find("../other")).containsExactly("../other/A.java");
        String absolute = temporary.resolve("other").toString();
        assertThat(find(absolute)).containsExactly(absolute + "/A.java");
    }

    @Test
    void skipsItsOwnOutputAndFilesWithoutClasses() throws Exception {
        touch("base/A.java", "base/out/sources/X.java", "base/out/classes/Y.java", "base/out/Z.java");
        touch("base/package-info.java", "base/module-info.java");

        assertThat(find(".")).containsExactly("A.java", "out/Z.java");
    }

    @Test
    void findsAFileOnce() throws Exception {
        touch("base/src/a/A.java");
        Files.createSymbolicLink(temporary.resolve("base/src/a/loop"), temporary.resolve("base/src"));
        Files.createSymbolicLink(temporary.resolve("base/linked"), temporary.resolve("base/src"));

        assertThat(find("src", "src/a", "linked")).containsExactly("src/a/A.java");
    }

    @Test
    void refusesDirectoriesThatCannotBeSources() throws Exception {
        touch("base/file", "base/out/sources/X.java");

        assertThatThrownBy(() -> find("absent"))
                .isInstanceOf(BuildException.class)
                .hasMessage("source directory does not exist: absent");
        assertThatThrownBy(() -> find("file")).hasMessage("not a directory: file");
        assertThatThrownBy(() -> find("out/sources"))
                .hasMessage("source directory is also the output directory: out/sources");
    }

    private List<String> find(String... roots) throws BuildException {
        List<Path> paths = List.of(roots).stream().map(Path::of).toList();
        BuildRequest request = new BuildRequest(
                temporary.resolve("base"),
                paths,
                Path.of("out/sources"),
                Path.of("out/classes"),
                Path.of("state"),
                false);
        return SourceFinder.find(request).stream()
                .map(SourceFinder.Found::display)
                .toList();
    }

    private void touch(String... files) throws IOException {
        for (String file : files) {
            Path path = temporary.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "");
        }
    }
}
