package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.JavaStmt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { ; { } }                                | { (;) { } }
            int a = 1, b[] = {2}, c;                 | (var int a 1) (var int[] b { 2 }) (var int c _)
            final @A(1) float x = 1f;                | (var final float x 1f)
            var x = 1;                               | (var var x 1)
            float[] a[][] = null;                    | (var float[][][] a null)
            a < b > c;                               | (var a<> c _)
            a.b.C<D, E[]>[] f;                       | (var a.b.C<>[] f _)
            a = b;                                   | (do (= a b))
            a++;                                     | (do (a ++))
            f(a);                                    | (do (call f a))
            new A();                                 | (do (new A))
            if (a) b(); else if (c) d(); else e();   | (if a (do (call b)) (if c (do (call d)) (do (call e))))
            if (a) if (b) c(); else d();             | (if a (if b (do (call c)) (do (call d))) _)
            while (a) b++;                           | (while a (do (b ++)))
            do { } while (a);                        | (do-while { } a)
            for (int i = 0, j = 1; i < j; i++, j--) ; | (for ( (var int i 0) (var int j 1) ) (< i j) ( (i ++) (j --) ) (;))
            for (a = 0, f(); ; ) break;              | (for ( (do (= a 0)) (do (call f)) ) _ ( ) (break null))
            for (;;) continue;                       | (for ( ) _ ( ) (continue null))
            for (final float x : xs) f(x);           | (for-each float x xs (do (call f x)))
            for (var x : a ? b : c) ;                | (for-each var x (? a b c) (;))
            for (int[] x[] : y) ;                    | (for-each int[][] x y (;))
            a: b: for (;;) break a;                  | (label a (label b (for ( ) _ ( ) (break a))))
            return;                                  | (return _)
            return a + b;                            | (return (+ a b))
            continue a;                              | (continue a)
            switch (a) { }                           | (switch a)
            switch (a) { case 1: case 2: f(); break; default: g(); } | (switch a (case 1 2 : (do (call f)) (break null)) (case default : (do (call g))))
            switch (a) { case 1: default: case 3: f(); case 4: } | (switch a (case 1 3 default : (do (call f))) (case 4 :))
            switch (a) { default: default: f(); }    | (switch a (case default :) (case default : (do (call f))))
            switch (a) { case 1, 2 -> f(); case A.B -> { } default -> a = 1; } | (switch a (case 1 2 -> (do (call f))) (case (. A B) -> { }) (case default -> (do (= a 1))))
            switch (a) { case 1 -> throw e; }        | (switch a (case 1 -> [a throw statement]))
            switch (a) { case (1) -> f(); case b ? 1 : 2 -> g(); } | (switch a (case 1 -> (do (call f))) (case (? b 1 2) -> (do (call g))))
            x = switch (a) { case 1 -> 2; case 3: yield 4; default: { yield -1; } }; | (do (= x (value-switch a (case 1 -> (yield 2)) (case 3 : (yield 4)) (case default : { (yield (- 1)) }))))
            assert a;                                | (assert a)
            assert a ? b : c : "m";                  | (assert (? a b c))
            yield (1);                               | (yield 1)
            yield(1, 2);                             | (do (call yield 1 2))
            yield = 1;                               | (do (= yield 1))
            int record = 1, var, sealed, permits;    | (var int record 1) (var int var _) (var int sealed _) (var int permits _)
            record.x();                              | (do (call record x))
            """)
    void readsEveryForm(String source, String tree) {
        assertThat(AstDump.dump(Sources.stmt(source))).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            try { a(); } catch (A e) { b(); } finally { c(); } | a try statement
            try (var a = b(); c) { }               | a try statement
            throw new Error();                     | a throw statement
            synchronized (a) { b(); }              | a synchronized block
            class A { void f() { } }               | a local class
            final @B(C.class) class A { }          | a local class
            record A(int x) { }                    | a local record
            enum A { B, C }                        | a local enum
            interface A { int f(); }               | a local interface
            """)
    void namesWhatKernelsDoNotHave(String source, String construct) {
        JavaStmt stmt = Sources.stmt(source);
        assertThat(AstDump.dump(stmt)).isEqualTo("[" + construct + "]");
        assertThat(stmt.span().text()).isEqualTo(source);
    }

    @Test
    void goesOnBehindWhatKernelsDoNotHave() {
        assertThat(AstDump.dump(Sources.block("throw a; class B { int x; } f(x -> x); a = 1;")))
                .isEqualTo("{ [a throw statement] [a local class] (do (call f [a lambda expression])) (do (= a 1)) }");
    }

    @Test
    void spansStatementsWithTheirSemicolons() {
        JavaStmt.Block block = Sources.block(" int a = 1 ; if (a) b(); else { c(); } ");
        assertThat(block.statements().get(0).span().text()).isEqualTo("int a = 1 ;");
        assertThat(block.statements().get(1).span().text()).isEqualTo("if (a) b(); else { c(); }");
    }

    @Test
    void theTextOfEverySpanMeansTheSame() {
        Spans.check(Sources.block("float x = (a + b) * c; for (int i = 0; i < (n); i++) { x += f((float) i)[0]; }"
                + "switch (x) { case (1): y = -(2); default: } return x > 0 ? (x) : new float[] {1}[0];"));
    }
}
