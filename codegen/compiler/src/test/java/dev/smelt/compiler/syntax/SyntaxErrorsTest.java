package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorsTest {
    private static String inBody(String statements) {
        return Sources.mistakes("class A { static int f(int x) {\n" + statements + "\n} }");
    }

    @Test
    void saysEachMistakeOnceAndGoesOnBehindIt() {
        assertThat(Sources.mistakes("""
                class A {
                  static final float K = 1f
                  @Kernel static float f(float x) {
                    float y = x
                    float z = y +;
                    if (y > 0 { z = 1; }
                    return z
                  }
                  static g(float x) { return x; }
                  static float h(float x) { return f(x, ); }
                }
                """)).isEqualTo("""
                A.java:2:28: error[S0101]: expected ';'
                      static final float K = 1f
                                               ^
                  help: add ';'
                A.java:4:16: error[S0101]: expected ';'
                        float y = x
                                   ^
                  help: add ';'
                A.java:5:18: error[S0101]: unexpected ';'
                        float z = y +;
                                     ^
                  help: write an expression here
                A.java:6:14: error[S0101]: expected ')'
                        if (y > 0 { z = 1; }
                                 ^
                  help: add ')', or an operator or ',' before what follows
                A.java:7:13: error[S0101]: expected ';'
                        return z
                                ^
                  help: add ';'
                A.java:9:10: error[S0101]: 'g' has no return type
                      static g(float x) { return x; }
                             ^
                  help: write 'void' or the type of its result before it
                A.java:10:41: error[S0101]: unexpected ')'
                      static float h(float x) { return f(x, ); }
                                                            ^
                  help: write an expression here
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + 1;", "(x = 1);", "x;", "1;"})
    void saysThatAValueIsNoStatement(String statement) {
        assertThat(inBody(statement))
                .startsWith("A.java:2:1: error[S0501]: this computes a value, and nothing is done with it\n");
        assertThat(inBody(statement).split("error\\[", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            else { }                    | 2:1  | unexpected 'else'
            case 1: x = 2;              | 2:1  | unexpected 'case'
            int if = 3;                 | 2:5  | expected a name, found 'if'
            int x y;                    | 2:6  | expected ';'
            x[1 = 2;                    | 2:8  | expected ']'
            x = x > > 2;                | 2:9  | unexpected '>'
            while x > 3 { }             | 2:7  | expected '(', found 'x'
            do { } while (x)            | 2:17 | expected ';'
            for (int i = 0; i < 3) { }  | 2:22 | expected ';'
            x = {1, 2};                 | 2:5  | unexpected '{'
            int[] a = {1, 2;            | 2:16 | expected '}'
            x = new int[];              | 2:14 | this array has neither a length nor elements
            switch (x) { x = 1; }       | 2:14 | unexpected 'x'
            switch (x) { case: }        | 2:18 | unexpected ':'
            static int y = 1;           | 2:1  | unexpected 'static'
            x = 1_;                     | 2:5  | '1_' is not a number
            x = 0xG;                    | 2:5  | '0xG' is not a number
            x = 1 # 2;                  | 2:7  | unexpected character '#'
            String s = "abc;            | 2:12 | this string is not closed on its line
            x = 'ab';                   | 2:5  | a character literal holds one character
            x = ';                      | 2:5  | this character literal is not closed on its line
            x = \\u12;                  | 2:5  | unexpected '\\'
            """)
    void saysOneThingOfEachMistake(String statement, String place, String message) {
        assertThat(inBody(statement)).startsWith("A.java:" + place + ": error[S0101]: " + message + "\n");
        assertThat(inBody(statement).split("error\\[", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            clas A { }                           | 1:1  | unexpected 'clas'
            class { }                            | 1:7  | expected a name, found '{'
            import a.b                           | 1:11 | expected ';'
            float f() { return 1; }              | 1:1  | unexpected 'float'
            class A { float this; }              | 1:17 | expected a name, found 'this'
            class A { int a = ; }                | 1:19 | expected a value, found ';'
            class A { int f(int x { return 1; } } | 1:22 | expected ')'
            interface A { int f() }              | 1:22 | expected '{' or ';'
            record A { }                         | 1:10 | expected '(', found '{'
            class A { void f() { }               | 1:22 | the source ends here, but the '{' of line 1 is not closed
            class A { } }                        | 1:13 | unexpected '}'
            class A { /* }                       | 1:11 | this comment is never closed
            enum A { B C }                       | 1:12 | unexpected 'C'
            """)
    void saysOneThingOfEachMistakeOutsideOfBodies(String text, String place, String message) {
        String mistakes = Sources.mistakes(text);
        assertThat(mistakes).startsWith("A.java:" + place + ": error[S0101]: " + message + "\n");
        assertThat(mistakes.split("error\\[", -1)).hasSize(2);
    }

    @Test
    void pointsToAMethodInAMethodWhenABraceIsMissing() {
        assertThat(Sources.mistakes("""
                class A {
                  static int f(int x) {
                    if (x > 0) {
                      x = 1;
                  }
                  @Kernel static float g(float x) { return x; }
                }
                """)).isEqualTo("""
                A.java:6:11: error[S0101]: unexpected 'static'
                      @Kernel static float g(float x) { return x; }
                              ^^^^^^
                  help: a method can't stand in a method; look for a missing '}' above
                A.java:7:1: error[S0101]: the source ends here, but the '{' of line 1 is not closed
                    }
                    ^
                  help: look for a missing '}', ')' or ';'
                """);
    }

    @Test
    void countsLinesAndColumnsByCharacters() {
        assertThat(inBody("\r\n\tx = 1 +;\r y = ;\n")).isEqualTo("""
                A.java:3:9: error[S0101]: unexpected ';'
                    \tx = 1 +;
                    \t       ^
                  help: write an expression here
                A.java:4:6: error[S0101]: unexpected ';'
                     y = ;
                         ^
                  help: write an expression here
                """);
    }
}
