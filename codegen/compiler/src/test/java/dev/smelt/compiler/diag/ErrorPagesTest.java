package dev.smelt.compiler.diag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the pages of {@code docs/errors} against the compiler. {@code -Dgolden.update=true} rewrites what they quote,
 * and the index.
 */
class ErrorPagesTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path INDEX = ErrorPage.FOLDER.resolve("README.md");

    private static Path path(Code code) {
        return ErrorPage.FOLDER.resolve(code.id() + ".md");
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return Arrays.stream(Code.values())
                .map(code -> DynamicTest.dynamicTest(code.id() + " " + code, () -> {
                    assertThat(path(code)).exists();
                    check(code, ErrorPage.read(path(code)));
                }));
    }

    private static void check(Code code, ErrorPage page) throws IOException {
        assertThat(page.title()).startsWith(code.id() + ": ");
        String rendered = page.rendered();
        assertThat(rendered).contains(code.severity().label() + "[" + code.id() + "]: ");
        assertThat(Compiling.rendered(page.compiledInstead()))
                .as("what to write instead of " + code)
                .isEmpty();
        assertThat(page.compiledInstead().files()).isNotEmpty();
        if (UPDATE) {
            page.update(rendered);
        } else {
            assertThat(page.said())
                    .as(page.path() + "; -Dgolden.update=true rewrites it")
                    .isEqualTo(rendered);
        }
    }

    @Test
    void hasNoPageWithoutCode() throws IOException {
        try (Stream<Path> files = Files.list(ErrorPage.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("README.md"),
                                    Arrays.stream(Code.values()).map(code -> code.id() + ".md"))
                            .toList());
        }
    }

    @Test
    void givesNoIdTwice() {
        assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates();
    }

    @Test
    void listsAllPagesInTheIndex() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Code code : Code.values()) {
            String title = ErrorPage.read(path(code)).title().substring(7);
            rows.add("| [%s](%s.md) | %s | %s |"
                    .formatted(code.id(), code.id(), code.severity().label(), title));
        }
        String index = Files.readString(INDEX);
        String head = index.substring(0, index.indexOf("|---|---|---|\n") + "|---|---|---|\n".length());
        String expected = head + String.join("\n", rows) + "\n";
        if (UPDATE) {
            Files.writeString(INDEX, expected);
        } else {
            assertThat(index).isEqualTo(expected);
        }
    }

    /** What a page recommends is Java that javac takes, and so is what is generated from it. */
    @Test
    void recommendsWhatJavacAccepts() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Code code : Code.values()) {
            String packageName = code.id().toLowerCase(Locale.ROOT);
            SourceFile file = ErrorPage.read(path(code)).insteadIn(packageName);
            sources.put(packageName + "/" + file.path(), file.text());
            sources.putAll(Compiling.java(Compiling.compile(file)));
        }
        JavaClasses.compile(sources);
    }
}
