package dev.smelt.maven.metallib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.build.BuildException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetallibBuildTest {
    private static final String PROBE = "-sdk macosx metal --version";

    @TempDir
    private Path base;

    private Path classes;
    private FakeXcrun xcrun;

    @BeforeEach
    void writeTexts() throws IOException {
        classes = Files.createDirectories(base.resolve("classes"));
        xcrun = FakeXcrun.working(Files.createDirectories(base.resolve("bin")));
        write("demo.A.metal", "text of A");
        write("demo.B.metal", "text of B");
    }

    @Test
    void buildsALibraryBesideEachText() throws Exception {
        MetallibOutcome outcome = run("14.0");

        assertThat(outcome.summary()).isEqualTo("built 2 libraries");
        assertThat(classes.resolve("demo.A.metallib")).hasContent("library of\ntext of A");
        assertThat(classes.resolve("demo.B.metallib")).hasContent("library of\ntext of B");
        assertThat(xcrun.calls())
                .startsWith(PROBE)
                .hasSize(5)
                .contains(
                        "-sdk macosx metal -std=metal3.1 -mmacosx-version-min=14.0 -fno-fast-math -ffp-contract=off"
                                + " -frecord-sources -gline-tables-only -Wall -Wextra -Werror"
                                + " -c demo.A.metal -o demo.A.air",
                        "-sdk macosx metallib demo.A.air -o demo.A.metallib");
    }

    @Test
    void hasNothingToDoWhenNothingHasChanged() throws Exception {
        run("14.0");
        xcrun.calls();
        MetallibOutcome outcome = run("14.0");

        assertThat(outcome.summary()).isEqualTo("nothing to do: 2 libraries");
        assertThat(xcrun.calls()).containsExactly(PROBE);
    }

    @Test
    void buildsAgainWhatChanged() throws Exception {
        run("14.0");
        write("demo.A.metal", "new text of A");
        assertThat(run("14.0").summary()).isEqualTo("built 1 library, 1 up to date");
        assertThat(classes.resolve("demo.A.metallib")).hasContent("library of\nnew text of A");

        write("demo.B.metallib", "not what was built");
        assertThat(run("14.0").summary()).isEqualTo("built 1 library, 1 up to date");
        assertThat(classes.resolve("demo.B.metallib")).hasContent("library of\ntext of B");

        assertThat(run("15.0").summary()).isEqualTo("built 2 libraries");
    }

    @Test
    void removesStaleLibrariesEvenWithoutACompiler() throws Exception {
        run("14.0");
        write("demo.A.metal", "new text of A");
        write("demo.Gone.metallib", "no text beside it");
        xcrun = FakeXcrun.failing(base.resolve("bin"), 72, "xcrun: error: unable to find utility \"metal\"");
        MetallibOutcome outcome = run("14.0");

        assertThat(outcome.missing()).isNotNull();
        assertThat(outcome.summary())
                .isEqualTo(
                        "no library was built: xcrun finds no Metal compiler; Xcode has one, the Command Line Tools"
                                + " alone have none; to mend it, install Xcode from the App Store, then type: sudo xcode-select"
                                + " --switch /Applications/Xcode.app/Contents/Developer; the Mac compiles the Metal text when it is first loaded");
        assertThat(names()).containsExactly("demo.A.metal", "demo.B.metal", "demo.B.metallib");
    }

    @Test
    void mapsErrorsToLinesOfJava() throws Exception {
        Path root = base.resolve("src/main/java");
        Files.createDirectories(root.resolve("demo"));
        Files.writeString(root.resolve("demo/A.java"), "");
        write("demo.A.metallib", "stale");
        write("demo.A.metal", "BAD");
        MetallibOutcome outcome = run("14.0");

        assertThat(outcome.failed()).isEqualTo(1);
        assertThat(outcome.built()).isEqualTo(1);
        assertThat(outcome.summary()).startsWith("Metal's compiler refused 1 of 2 generated files");
        assertThat(outcome.errors())
                .containsExactly(
                        """
                        src/main/java/demo/A.java:7: error: use of undeclared identifier 'BAD'
                            out[i] = BAD;
                                     ^""".replace("\n", System.lineSeparator()),
                        "src/main/java/demo/A.java:9: warning: unused variable 'x' [-Wunused-variable]");
        assertThat(classes.resolve("demo.A.metallib")).doesNotExist();
    }

    @Test
    void removesAllLibrariesOnRequest() throws Exception {
        run("14.0");
        build("14.0").removeLibraries();

        assertThat(names()).containsExactly("demo.A.metal", "demo.B.metal");
    }

    @Test
    void runsNothingWithoutTexts() throws Exception {
        Files.delete(classes.resolve("demo.A.metal"));
        Files.delete(classes.resolve("demo.B.metal"));
        assertThat(run("14.0").summary()).isEqualTo("no library to build: no kernels");
        Files.delete(classes);
        assertThat(run("14.0").summary()).isEqualTo("no library to build: no kernels");
        assertThat(xcrun.calls()).isEmpty();
    }

    private MetallibOutcome run(String target) throws Exception {
        return build(target).run();
    }

    private MetallibBuild build(String target) throws BuildException {
        MetallibRequest request = new MetallibRequest(
                classes,
                base.resolve("work"),
                DeploymentTarget.of(target),
                base,
                List.of(base.resolve("src/main/java")));
        return new MetallibBuild(request, xcrun.toolchain());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(classes.resolve(name), text);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(classes)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
