package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.JavaExpr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1                          | 1
            a.b.c                      | (. (. a b) c)
            this                       | this
            this.x                     | (. this x)
            f(1, g())                  | (call f 1 (call g))
            a.f(1).g()                 | (call (call a f 1) g)
            a[1][i]                    | (at (at a 1) i)
            new Float2(1f, 2f)         | (new Float2 1f 2f)
            new a.b.Float2()           | (new a.b.Float2)
            new Box<>(1)               | (new Box<> 1)
            new float[3]               | (new float[] 3)
            new float[3][n][]          | (new float[][][] 3 n)
            new int[][] {{1}, {}}      | (new int[][] { { 1 } { } })
            {1, {2, 3,},}              | { 1 { 2 3 } }
            {}                         | { }
            -+!~a                      | (- (+ (! (~ a))))
            ++a[0]                     | (++ (at a 0))
            a.b--                      | ((. a b) --)
            a = b += c                 | (= a (+= b c))
            a >>>= b >>= c <<= d       | (>>>= a (>>= b (<<= c d)))
            a ? b : c ? d : e          | (? a b (? c d e))
            a ? b ? c : d : e          | (? a (? b c d) e)
            a ? b = 1 : c              | (? a (= b 1) c)
            (a)                        | a
            ((a + b)) * c              | (* (+ a b) c)
            (float) x                  | (cast float x)
            (int) -x                   | (cast int (- x))
            (a) - b                    | (- a b)
            (a) + (b)                  | (+ a b)
            (Float4) v                 | (cast Float4 v)
            (Float4) (v)               | (cast Float4 v)
            (Float4) !v                | (cast Float4 (! v))
            (float[]) a                | (cast float[] a)
            (List<A>) a                | (cast List<> a)
            (int) a * b                | (* (cast int a) b)
            (a.b.C) d.e                | (cast a.b.C (. d e))
            (a)[0]                     | (at a 0)
            (a) < b                    | (< a b)
            f(a < b, c > d)            | (call f (< a b) (> c d))
            f(a < b, c > (d))          | (call f (< a b) (> c d))
            a < b == c > d             | (== (< a b) (> c d))
            a >> b >>> c               | (>>> (>> a b) c)
            a>b                        | (> a b)
            x.y().z                    | (. (call x y) z)
            switch (a) { default -> 1; } + 1 | (+ (value-switch a (case default -> (yield 1))) 1)
            """)
    void groupsAsJavaDoes(String source, String tree) {
        assertThat(AstDump.dump(Sources.expr(source))).isEqualTo(tree);
    }

    @Test
    void everyBinaryOperatorBindsByItsPrecedence() {
        String[][] levels = {
            {"||"},
            {"&&"},
            {"|"},
            {"^"},
            {"&"},
            {"==", "!="},
            {"<", ">", "<=", ">="},
            {"<<", ">>", ">>>"},
            {"+", "-"},
            {"*", "/", "%"}
        };
        for (int i = 0; i < levels.length; i++) {
            for (int j = 0; j < levels.length; j++) {
                for (String first : levels[i]) {
                    for (String second : levels[j]) {
                        String source = "a " + first + " b " + second + " c";
                        String expected = i >= j
                                ? "(" + second + " (" + first + " a b) c)"
                                : "(" + first + " a (" + second + " b c))";
                        assertThat(AstDump.dump(Sources.expr(source)))
                                .as(source)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0          | INT
            1_000      | INT
            0x1F       | INT
            017        | INT
            0b1_01     | INT
            2147483648 | INT
            10L        | LONG
            0xFFl      | LONG
            1f         | FLOAT
            1.F        | FLOAT
            .5f        | FLOAT
            1e-3f      | FLOAT
            0x1.8p3f   | FLOAT
            1d         | DOUBLE
            1.         | DOUBLE
            .5         | DOUBLE
            1e10       | DOUBLE
            0x1p-2     | DOUBLE
            'a'        | CHAR
            '\\''      | CHAR
            '\\177'    | CHAR
            "a\\"b"    | STRING
            true       | BOOLEAN
            false      | BOOLEAN
            null       | NULL
            """)
    void tellsTheKindsOfLiteralsAndKeepsTheirText(String source, JavaExpr.Literal.Kind kind) {
        JavaExpr.Literal literal = (JavaExpr.Literal) Sources.expr(source);
        assertThat(literal.kind()).isEqualTo(kind);
        assertThat(literal.text()).isEqualTo(source);
    }

    @Test
    void readsTextBlocks() {
        JavaExpr.Literal literal = (JavaExpr.Literal) Sources.expr("\"\"\"  \n a \"b\" \\\"\"\" c\n\"\"\"");
        assertThat(literal.kind()).isEqualTo(JavaExpr.Literal.Kind.TEXT_BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x -> x + 1                     | a lambda expression
            (x, y) -> { return x; }        | a lambda expression
            () -> () -> 1                  | a lambda expression
            (float x) -> x                 | a lambda expression
            a ? x -> 1 : y -> 2            | (? a [a lambda expression] [a lambda expression])
            Foo::bar                       | a method reference
            int[]::new                     | a method reference
            List<String>::size             | a method reference
            f(1)::g                        | a method reference
            a instanceof Foo               | an instanceof expression
            a instanceof Foo f             | an instanceof expression
            a instanceof List<?> f && b    | (&& [an instanceof expression] b)
            Foo.class                      | a class literal
            int[].class                    | a class literal
            void.class                     | a class literal
            Foo.this                       | this
            super.f()                      | (call [super] f)
            this(1)                        | a constructor call
            a.super(1)                     | a constructor call
            new Foo() { int x; }           | an anonymous class
            a.new Inner()                  | the creation of an inner object
            Foo.<A>bar()                   | a call with type arguments
            new <A>Foo()                   | a call with type arguments
            new List<A>[3]                 | an array creation with generic type
            (A & B) x                      | an intersection cast
            """)
    void namesWhatKernelsDoNotHave(String source, String tree) {
        String expected = tree.startsWith("(") ? tree : "[" + tree + "]";
        assertThat(AstDump.dump(Sources.expr(source))).isEqualTo(expected);
        if (Sources.expr(source) instanceof JavaExpr.Unsupported unsupported) {
            assertThat(unsupported.span().text()).isEqualTo(source);
        }
    }

    @Test
    void namesThePatternsOfLaterVersions() {
        assertThat(AstDump.dump(Sources.expr("switch (a) { case Foo f when f.x() -> 1; case null, default -> 2; }")))
                .isEqualTo("(value-switch a (case [a pattern] -> (yield 1)) (case null default -> (yield 2)))");
    }

    @Test
    void groupsAreSpannedWithTheirParentheses() {
        JavaExpr.Binary product = (JavaExpr.Binary) Sources.expr(" (a + b) * (c) ");
        assertThat(product.span().text()).isEqualTo("(a + b) * (c)");
        assertThat(product.left().span().text()).isEqualTo("a + b");
        assertThat(product.opSpan().text()).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b(c, d[1]).e + -f * (g ? (int) h : i++)",
                "x = y += new float[] {1f, (2f)}[0] + new Foo(1, -2).bar",
                "switch (a) { case 1 -> b; default -> { yield c; } } * 2",
                "((a)) + ((b + (c))).d - ((Foo) e).f"
            })
    void theTextOfEverySpanMeansTheSame(String source) {
        Spans.check(Sources.expr(source));
    }
}
