package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smelt.compiler.diag.Diagnostic;
import dev.smelt.compiler.diag.DiagnosticRenderer;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, there are diagnostics, and neither exceptions nor long waits. */
class RobustnessTest {
    private static final String[] PIECES = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "<",
        ">",
        ";",
        ",",
        ".",
        ":",
        "?",
        "->",
        "::",
        "@",
        "=",
        "+",
        "-",
        "\"",
        "'",
        "\\",
        "/*",
        "*/",
        "//",
        "\"\"\"",
        "\n",
        "class ",
        "record ",
        "enum ",
        "switch ",
        "case ",
        "default ",
        "if ",
        "else ",
        "for ",
        "new ",
        "static ",
        "yield ",
        "int ",
        "a ",
        "1",
        "0x",
        ".5f",
        "\u0000",
        "\uD800",
        "\\u00",
        "\u001a"
    };

    private static void check(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Diagnostics diagnostics = new Diagnostics();
            Sources.parseAll(new SourceFile("A.java", text), diagnostics);
            for (Diagnostic diagnostic : diagnostics.sorted()) {
                assertThat(DiagnosticRenderer.render(diagnostic)).contains(diagnostic.message());
                assertThat(diagnostic.message())
                        .isNotEmpty()
                        .doesNotContain("something else", "''", "'(', found '('")
                        .doesNotEndWith(".");
                assertThat(diagnostic.help()).isNotEmpty().doesNotEndWith(".");
            }
        });
    }

    @Test
    void survivesTheEndOfTheTextAnywhere() throws IOException {
        for (String name : new String[] {"Zoo.java", "Sample.java"}) {
            String text = Sources.resource(name).text();
            for (int end = 0; end < text.length(); end += 3) {
                check(text.substring(0, end));
            }
        }
    }

    @Test
    void survivesRandomChanges() throws IOException {
        Random random = new Random(42);
        String[] texts = {
            Sources.resource("Zoo.java").text(),
            Sources.resource("Bodies.java").text(),
            Sources.resource("Sample.java").text()
        };
        for (int i = 0; i < 1500; i++) {
            StringBuilder text = new StringBuilder(texts[i % texts.length]);
            for (int change = 0; change <= i % 4; change++) {
                int at = random.nextInt(text.length());
                int length = Math.min(random.nextInt(4), text.length() - at);
                text.replace(at, at + length, PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.toString());
        }
    }

    @Test
    void survivesAnyMixOfTokens() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("class A { int x = 1; int f() {");
            for (int piece = 0; piece < 1 + i % 40; piece++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            check(text.append(i % 2 == 0 ? "} }" : "").toString());
        }
    }
}
