package dev.smelt.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.SmeltCompiler;
import dev.smelt.compiler.build.BuildOutcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds in a process, and compares with the same build in this one. */
class BuildProcessTest {
    private static final String IDENTITY = "compiler";

    @TempDir
    private Path base;

    @Test
    void buildsAsThisProcessDoes() throws Exception {
        write("Activations", "@Kernel static float twice(float x) { return 2f * x; }");

        assertThat(new BuildProcess(IDENTITY).build(request("there"))).contains(here("here"));
        assertThat(contents("there")).isEqualTo(contents("here")).hasSizeGreaterThan(4);
    }

    @Test
    void reportsEveryMistake() throws Exception {
        write("Broken", "@Kernel static float twice(float x) { return y + \u00e4\u4e16; }");

        BuildOutcome there = new BuildProcess(IDENTITY).build(request("there")).orElseThrow();

        assertThat(there.status()).isEqualTo(Status.FAILED);
        assertThat(there).isEqualTo(here("here"));
        assertThat(there.messages()).hasSize(2);
    }

    @Test
    void throwsWhatTheBuildThrows() {
        assertThatThrownBy(() -> new BuildProcess(IDENTITY).build(request("there")))
                .isInstanceOf(BuildException.class)
                .hasMessage("source directory does not exist: src");
    }

    @Test
    void leavesTheBuildToOthersIfItCannotStart() throws Exception {
        write("Activations", "@Kernel static float twice(float x) { return 2f * x; }");

        assertThat(new BuildProcess(base.resolve("no-java"), IDENTITY).build(request("there")))
                .isEmpty();
        assertThat(base.resolve("there")).doesNotExist();
    }

    @Test
    void isWhereManySourcesAreBuilt() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("Activations" + i, "@Kernel static float times(float x) { return " + i + "f * x; }");
        }
        assertThat(KernelBuild.run(request("out")).summary())
                .isEqualTo("generated 120 files from 20 sources (120 written, 0 unchanged, 0 removed)");
        assertThat(KernelBuild.run(request("out")).status()).isEqualTo(Status.UP_TO_DATE);
    }

    private BuildOutcome here(String output) throws BuildException {
        return new KernelBuild(SmeltCompiler::compile, IDENTITY).build(request(output));
    }

    private BuildRequest request(String output) {
        return new BuildRequest(
                base,
                List.of(Path.of("src")),
                Path.of(output, "sources"),
                Path.of(output, "classes"),
                Path.of(output, ".smelt-state"),
                false);
    }

    private void write(String type, String members) throws IOException {
        Files.createDirectories(base.resolve("src/demo"));
        Files.writeString(
                base.resolve("src/demo/" + type + ".java"),
                "package demo; import dev.smelt.dsl.*; final class " + type + " { " + members + " }");
    }

    private Map<String, String> contents(String output) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path directory = base.resolve(output);
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
