package dev.smelt.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.build.BuildOutcome.Message;
import dev.smelt.compiler.build.BuildOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelBuildTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path base;

    private final FakeCompiler compiler = new FakeCompiler();

    @BeforeEach
    void writeSources() throws IOException {
        write("src/demo/A.java", "class A {}");
        write("src/demo/B.java", "class B {}");
    }

    @Test
    void generatesSourcesAndResources() throws Exception {
        BuildOutcome outcome = build();

        assertThat(outcome.status()).isEqualTo(Status.GENERATED);
        assertThat(outcome.summary()).isEqualTo("generated 4 files from 2 sources (4 written, 0 unchanged, 0 removed)");
        assertThat(outputs())
                .containsOnly(
                        "classes/META-INF/smelt/demo.A.metal",
                        "classes/META-INF/smelt/demo.B.metal",
                        "sources/demo/AKernels.java",
                        "sources/demo/BKernels.java");
        assertThat(base.resolve("out/sources/demo/AKernels.java")).hasContent("// class A {}");
    }

    @Test
    void doesNothingWhenNothingHasChanged() throws Exception {
        build();
        BuildOutcome second = build();

        assertThat(second.status()).isEqualTo(Status.UP_TO_DATE);
        assertThat(second.summary()).isEqualTo("nothing to do: 4 generated files up to date with 2 sources");
        assertThat(compiler.runs).isEqualTo(1);
    }

    @Test
    void touchesOnlyWhatChanged() throws Exception {
        build();
        makeOld();
        write("src/demo/A.java", "class A { int x; }");
        BuildOutcome outcome = build();

        assertThat(outcome.written()).isEqualTo(2);
        assertThat(Files.getLastModifiedTime(base.resolve("out/sources/demo/BKernels.java")))
                .isEqualTo(LONG_AGO);
        assertThat(base.resolve("out/sources/demo/AKernels.java")).hasContent("// class A { int x; }");
    }

    @Test
    void removesWhatEarlierBuildsGeneratedAndEmptyDirectories() throws Exception {
        build();
        write("out/sources/demo/Mine.txt", "not Smelt's");
        Files.delete(base.resolve("src/demo/B.java"));
        BuildOutcome outcome = build();

        assertThat(outcome.deleted()).isEqualTo(2);
        assertThat(outputs())
                .containsOnly(
                        "classes/META-INF/smelt/demo.A.metal", "sources/demo/AKernels.java", "sources/demo/Mine.txt");

        Files.delete(base.resolve("src/demo/A.java"));
        build();
        assertThat(outputs()).containsOnly("sources/demo/Mine.txt");
        assertThat(base.resolve("out/classes/META-INF")).doesNotExist();
    }

    @Test
    void repairsOutputsThatWereChangedOrDeleted() throws Exception {
        build();
        write("out/sources/demo/AKernels.java", "broken");
        Files.delete(base.resolve("out/classes/META-INF/smelt/demo.B.metal"));
        BuildOutcome outcome = build();

        assertThat(outcome.written()).isEqualTo(2);
        assertThat(base.resolve("out/sources/demo/AKernels.java")).hasContent("// class A {}");
        assertThat(base.resolve("out/classes/META-INF/smelt/demo.B.metal")).exists();
    }

    @Test
    void buildsAgainWithAnotherCompilerOrWhenForced() throws Exception {
        build();
        assertThat(new KernelBuild(compiler, "another").build(request(false)).status())
                .isEqualTo(Status.GENERATED);
        assertThat(new KernelBuild(compiler, "another").build(request(true)).status())
                .isEqualTo(Status.GENERATED);
        assertThat(compiler.runs).isEqualTo(3);
    }

    @Test
    void noticesAChangeThatLeavesSizeAndTimeAsTheyWere() throws Exception {
        Files.setLastModifiedTime(base.resolve("src/demo/A.java"), LONG_AGO);
        build();
        write("src/demo/A.java", "class A {;");
        Files.setLastModifiedTime(base.resolve("src/demo/A.java"), LONG_AGO);

        assertThat(build().status()).isEqualTo(Status.GENERATED);
    }

    @Test
    void leavesTheOutputsAsTheyWereWhenCompilationFails() throws Exception {
        build();
        Map<String, String> before = contents();
        write("src/demo/A.java", "class A {\n  BAD\n}");
        write("src/demo/C.java", "class C {}");
        BuildOutcome outcome = build();

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.summary()).isEqualTo("1 error");
        assertThat(outcome.messages()).containsExactly(new Message(true, """
                        src/demo/A.java:2:3: error[S0101]: this is BAD
                              BAD
                              ^^^
                          help: write better"""));
        assertThat(contents()).isEqualTo(before);
        assertThat(build().failed()).as("errors come again").isTrue();
    }

    @Test
    void saysTheSameWarningsWhenNothingHasChanged() throws Exception {
        write("src/demo/A.java", "class A { ODD }");
        BuildOutcome first = build();
        BuildOutcome second = build();

        assertThat(second.status()).isEqualTo(Status.UP_TO_DATE);
        assertThat(first.counts()).isEqualTo("1 warning");
        assertThat(second.messages()).isEqualTo(first.messages());
    }

    @Test
    void removesTheLibraryOfAMetalTextThatChanges() throws Exception {
        build();
        write("out/classes/META-INF/smelt/demo.A.metallib", "library");
        write("out/classes/META-INF/smelt/demo.B.metallib", "library");
        write("src/demo/A.java", "class A { int x; }");
        build();

        assertThat(base.resolve("out/classes/META-INF/smelt/demo.A.metallib")).doesNotExist();
        assertThat(base.resolve("out/classes/META-INF/smelt/demo.B.metallib")).exists();
    }

    @Test
    void recoversFromAStateFileThatIsDamaged() throws Exception {
        build();
        write("out/.smelt-state", "smelt-build 1\noutput nonsense\nend\n");
        BuildOutcome outcome = build();

        assertThat(outcome.status()).isEqualTo(Status.GENERATED);
        assertThat(outcome.written()).isZero();
    }

    @Test
    void refusesTwoFilesOfOneName() throws Exception {
        write("src/other/A.java", "class A {}");

        assertThatThrownBy(this::build)
                .isInstanceOf(BuildException.class)
                .hasMessage("two sources generate demo/AKernels.java: a class is declared twice");
    }

    @Test
    void saysWhyOutputsCannotBeWritten() throws Exception {
        write("out/sources", "a file where a directory should be");

        assertThatThrownBy(this::build)
                .isInstanceOf(BuildException.class)
                .hasMessageStartingWith("cannot write the generated files: ")
                .hasMessageEndingWith("ot a directory");
    }

    private BuildOutcome build() throws BuildException {
        return new KernelBuild(compiler, "compiler").build(request(false));
    }

    private BuildRequest request(boolean force) {
        return new BuildRequest(
                base,
                List.of(Path.of("src")),
                Path.of("out/sources"),
                Path.of("out/classes"),
                Path.of("out/.smelt-state"),
                force);
    }

    private void write(String file, String text) throws IOException {
        Path path = base.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void makeOld() throws IOException {
        for (String output : outputs()) {
            Files.setLastModifiedTime(base.resolve("out").resolve(output), LONG_AGO);
        }
    }

    private List<String> outputs() throws IOException {
        return List.copyOf(contents().keySet());
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path out = base.resolve("out");
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        contents.remove(".smelt-state");
        return contents;
    }
}
