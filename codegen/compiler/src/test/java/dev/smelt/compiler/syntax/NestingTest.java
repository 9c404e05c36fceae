package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostic;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingTest {
    private static String nested(String open, String middle, String close, int depth) {
        return open.repeat(depth) + middle + close.repeat(depth);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (        | 1     | )
            f(       | 1     | )
            a[       | 1     | ]
            -        | 1     |
            (int)    | 1     |
            (A) (    | 1     | )
            !(       | a     | )
            a ?      | b     | : c
            a ? b :  | c     |
            a =      | 1     |
            x ->     | 1     |
            new A(   | 1     | )
            a + (    | 1     | )
            a.       | b     |
            g(1,     | 1     | , 2)
            switch (a) { default -> | 1; | };
            """)
    void nestsAsDeepAsProgramsDoAndReportsMore(String open, String middle, String close) {
        String end = close == null ? "" : close.strip();
        String start = open + " ";
        String deep = nested(start, middle, end, 120).replace("};;", "};").replaceFirst("\\};$", "}");
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Sources.expr(deep));
        assertTooDeep("{ x = " + nested(start, middle, end, 5000) + "; }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                   | ;  | }
            if (a)              | ;  |
            if (a) {            | ;  | }
            while (a)           | ;  |
            for (;;)            | ;  |
            do                  | ;  | while (a);
            a:                  | ;  |
            switch (a) { case 1: | ; | }
            if (a) ; else while (b) | ; |
            """)
    void nestsStatementsAsDeepAsProgramsDoAndReportsMore(String open, String middle, String close) {
        String end = close == null ? "" : close;
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Sources.stmt(nested(open + " ", middle, end, 90)));
        assertTooDeep("{" + nested(open + " ", middle, end, 5000) + "}");
    }

    private static void assertTooDeep(String body) {
        Diagnostics diagnostics = new Diagnostics();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> JavaParser.parseBody(Sources.span(body), diagnostics));
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsExactly(Code.NESTED_TOO_DEEP);
    }

    @Test
    void nestsTypesAsDeepAsProgramsDoAndReportsMore() {
        assertThat(Sources.mistakes(nested("class A {", "", "}", 150))).isEmpty();
        assertThat(Sources.mistakes(nested("class A {", "", "}", 5000)))
                .contains("error[S0103]: this is nested too deep");
        assertThat(Sources.mistakes("class A { " + nested("B<", "C", ">", 150) + " x; }"))
                .isEmpty();
        assertThat(Sources.mistakes("class A { " + nested("B<", "C", ">", 5000) + " x; }"))
                .contains("error[S0103]");
    }

    @Test
    void bodiesThatNoKernelUsesMayNestAtWill() {
        Diagnostics diagnostics = new Diagnostics();
        String text = "class A { int f() { return " + nested("(", "1", ")", 20000) + "; } }";
        JavaParser.parseFile(new SourceFile("A.java", text), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void sumsOfThousandsOfTermsAreFlat() {
        JavaExpr expr = Sources.expr("a" + " + a * 2".repeat(3000));
        int terms = 1;
        while (expr instanceof JavaExpr.Binary binary) {
            terms++;
            expr = binary.left();
        }
        assertThat(terms).isEqualTo(3001);
    }

    @Test
    void chainsOfElseIfOfSeveralHundredsAreFine() {
        Sources.stmt("if (a) b();" + " else if (a) b();".repeat(400) + " else c();");
    }

    @Test
    void longTextsTakeTimeInProportion() {
        String statement = "y[i] = a * x[i] + (float) f(b < c ? 1 : 2, new Float4(1f, 2f, 3f, 4f).xyz()) - 0x1p-3f;\n";
        String body = "{" + statement.repeat(1_000_000 / statement.length()) + "}";
        Sources.block("a = b;");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(JavaParser.parseBody(Sources.span(body), new Diagnostics()))
                        .isPresent());
        String open = "{ x = " + "a < ".repeat(100_000) + "b; }";
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> JavaParser.parseBody(Sources.span(open), new Diagnostics()));
        for (String nonsense :
                new String[] {"(", "{", "[", ")", "}", "<", "@A(", "new A<", "a<b,", "case", "? ", "class A"}) {
            String text = nonsense.repeat(100_000);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Sources.mistakes("class A { void f() { " + text));
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Sources.mistakes("class A { " + text));
        }
    }
}
