package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.SourceReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodingTest {
    /** Latin-1, in which 'é' is a byte that no UTF-8 has. */
    private static SourceFile latin1(String text) {
        return SourceReader.read(text.getBytes(StandardCharsets.ISO_8859_1), "A.java");
    }

    @Test
    void invalidBytesInCommentsAreHarmless() {
        assertThat(Sources.mistakes(latin1("// é\nclass A { /* é\n é */ static int f() { return 1; /** é */ } } // é")))
                .isEmpty();
    }

    @Test
    void invalidBytesInCodeAreReportedAtTheirLine() {
        assertThat(Sources.mistakes(latin1("class A {\n  static int caf\u00e9 = 1;\n  String s = \"\u00e9\u00e9\"; }")))
                .isEqualTo("""
                A.java:2:17: error[S0102]: these bytes are not UTF-8
                      static int caf\uFFFD = 1;
                                    ^
                  help: save the file as UTF-8, or write the character as a unicode escape
                A.java:3:15: error[S0102]: these bytes are not UTF-8
                      String s = "\uFFFD\uFFFD"; }
                                  ^
                  help: save the file as UTF-8, or write the character as a unicode escape
                """);
    }

    @Test
    void aReplacementCharacterThatWasWrittenIsNoMistake() {
        SourceFile file =
                SourceReader.read("class A { String s = \"\uFFFD\"; }".getBytes(StandardCharsets.UTF_8), "A.java");
        assertThat(Sources.mistakes(file)).isEmpty();
    }

    @Test
    void overlongFormsAndSurrogatesAreNotUtf8() {
        byte[] bytes = "class A { String s = \"__\"; }".getBytes(StandardCharsets.US_ASCII);
        bytes[22] = (byte) 0xC0;
        bytes[23] = (byte) 0x80;
        assertThat(Sources.mistakes(SourceReader.read(bytes, "A.java"))).contains("A.java:1:23: error[S0102]");
    }

    @Test
    void dropsAByteOrderMarkAndCountsWithoutIt() {
        SourceFile file = SourceReader.read("\uFEFFclass A { ! }".getBytes(StandardCharsets.UTF_8), "A.java");
        assertThat(Sources.mistakes(file)).startsWith("A.java:1:11: ");
    }

    @Test
    void acceptsFormFeedsAndCtrlZAtTheEnd() {
        assertThat(Sources.mistakes("class A {\f int\fx; }\n\u001a")).isEmpty();
        assertThat(Sources.mistakes("class A { int x; } \u001a ")).contains("unexpected character U+001A");
    }

    @Test
    void reportsNulBytes() {
        assertThat(Sources.mistakes("class A { \0 int x; }"))
                .startsWith("A.java:1:11: error[S0101]: unexpected character U+0000");
    }

    @Test
    void translatesUnicodeEscapesEverywhere() {
        String text =
                "class \\u0041 \\u007b static int \\uuu0078y = 1; // \\u000a int z; /* \\u002a/ int \\ud835\\udcb3; \\u007d";
        CompilationUnit unit = JavaParser.parseFile(new SourceFile("A.java", text), new Diagnostics());
        assertThat(AstDump.dump(unit.types().get(0)))
                .isEqualTo("(CLASS A\n (field int xy static = 43-44)\n (field int z)\n (field int \ud835\udcb3))");
        assertThat(Sources.mistakes(text)).isEmpty();
    }

    @Test
    void anEscapedBackslashStartsNoUnicodeEscape() {
        assertThat(Sources.mistakes("class A { String s = \"\\\\u0022\"; int x; }"))
                .isEmpty();
        assertThat(Sources.file("class A { String s = \"\\\\u0022\"; int x; }")
                        .types()
                        .get(0)
                        .fields())
                .hasSize(2);
    }

    @Test
    void identifiersMayUseAnyLetterOfJava() {
        assertThat(Sources.file("class Été { int $ = 1, _a, 变量, ñ1, a\u200Db; }")
                        .types()
                        .get(0)
                        .fields())
                .extracting(f -> f.name())
                .containsExactly("$", "_a", "变量", "ñ1", "ab");
    }
}
