package dev.smelt.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void generatesAndThenHasNothingToDo() throws IOException {
        Path source = Files.createDirectories(directory.resolve("a"));
        Path other = Files.createDirectories(directory.resolve("b"));
        Files.writeString(source.resolve("A.java"), "class A {}");
        Files.writeString(other.resolve("B.java"), "class B {}");
        String[] arguments = {"generate", "--source", source.toString(), "--source", other.toString(), "--output", out()
        };

        assertThat(run(arguments)).isZero();
        assertThat(out).hasToString("smelt: generated 0 files from 2 sources (0 written, 0 unchanged, 0 removed)\n");
        assertThat(run(arguments)).isZero();
        assertThat(out).hasToString("smelt: nothing to do: 0 generated files up to date with 2 sources\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void acceptsAssertionsInCheckedMode() throws IOException {
        Path source = Files.createDirectories(directory.resolve("src"));
        Files.writeString(source.resolve("A.java"), """
                class A {
                    @dev.smelt.dsl.Kernel
                    static float f(float x) {
                        assert x > 0f;
                        return x;
                    }
                }
                """);

        assertThat(run("generate", "--source", source.toString(), "--output", out()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("A.java:4:9: error[S0905]: kernels cannot have an assert statement");
        assertThat(run("generate", "--checks", "--source", source.toString(), "--output", out()))
                .isZero();
        assertThat(Path.of(out(), "classes/META-INF/smelt/checked/A.checks"))
                .content()
                .startsWith("ASSERTION\tA.java\t4\tx > 0f\n");
        assertThat(Path.of(out(), "sources/AKernelsJvmChecked.java")).exists();
    }

    @Test
    void refusesAMissingDirectory() {
        String missing = directory.resolve("missing").toString();

        assertThat(run("generate", "--source", missing, "--output", out())).isEqualTo(2);
        assertThat(err)
                .hasToString("smelt: source directory does not exist: " + missing + "\nTry 'smelt generate --help'.\n");
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("A.java"), "");

        assertThat(run("generate", "--source", file.toString(), "--output", out()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("smelt: not a directory: " + file);
    }

    @Test
    void saysWhenTheOutputCannotBeWritten() throws IOException {
        Path source = Files.createDirectories(directory.resolve("src"));
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(run("generate", "--source", source.toString(), "--output", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("smelt: cannot write the generated files: ")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: smelt");
        assertThat(run("generate")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required options: '--source=DIR', '--output=DIR'");
        assertThat(run("generate", "--nonsense")).isEqualTo(2);
        assertThat(run("degenerate")).isEqualTo(2);
        assertThat(err.toString()).contains("Unmatched argument");
    }

    @Test
    void showsHelpAndVersion() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("generate");
        assertThat(run("generate", "--help")).isZero();
        assertThat(out.toString()).contains("--source=DIR");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("smelt ");
        assertThat(err.toString()).isEmpty();
    }

    private String out() {
        return directory.resolve("out").toString();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }
}
