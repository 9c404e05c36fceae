package odd;

import java.util.*;
import java.util.function.*;

class Bodies {
    static int literals() {
        Object[] all = {0, 00, 017, 0_1, 1_000, 0x1F, 0XfF_fL, 0b1_0, 0B1l, 10L, 1f, 1F, 1.f, .5f, 1e3f, 1.5E-3F, 0x1p3f,
            0x.8p-1f, 0x1.8P+1F, 1d, 1D, 1., .5, 1e10, 1.5e+3d, 0x1p3, 0x1.p2d, 'a', '\'', '\\', '\n', '\u0041', '\177', "",
            "\"", "a\tb", "\u0022 + \u0022", null, true, false, """
            text "block" \"""
            """, };
        return -1 - -2147483648 + - 1 - (-1) + -  -1;
    }

    void precedence(int a, int b, int c, boolean p, boolean q) {
        int x = a + b * c - a / b % c << 2 + 1 >> a >>> b & c ^ a | b;
        boolean y = a < b == p != a >= b && !p || q && a <= b | p ^ q & p;
        boolean z = p ? q : p ? q ? p : q : q;
        x = a = b += c -= a *= b /= c %= a <<= b >>= c >>>= a &= b ^= c |= a;
        x = a++ + ++b - c-- - --a;
        x = - - + ~ -a;
        x = (a) - b + (a) + (b) * (int) -c + (int) +c + (int) ~c + (int) (a) + (a) / b;
        y = (Boolean) !p; y = (Boolean) (p); Object o = (Object) "s"; o = (Object) this; o = (Integer) x; o = (Integer[]) o;
        o = (int[]) o; o = (List<String>) o; o = (Map.Entry<String, int[]>) o; o = (Object) new int[3]; o = (Object) int.class;
        o = (Runnable & java.io.Serializable) () -> {}; o = (java.util.function.Supplier<Integer>) () -> 3; o = (Object) switch (x) { default -> 1; };
        y = (a) < b; y = (a) > (b); y = a < b && c > (a); y = (a < b) == (c > a); x = (a) & b; x = (int) 1L & (int) 2L;
        f(a < b, c > a); f((a) < b, c > (a)); x = (a)+(b); x = arr()[a < b ? 1 : 2]; x = a>b?a:b;
        x = p ? a : (b); x = (p) ? (a) : (b); x = a & ~b | ~(c);
    }

    void postfix() throws Exception {
        int[] a = new int[3], b[] = new int[3][], c[][] = new int[][][] {{{1}, {}}, {}};
        a[0]++; ++a[a[1]]; b[1][2] = 3; new int[] {1, 2}[0]++; x().y.z(1, 2)[3].w().v++; (a)[0] = 1; ((a))[(1)] += 2;
        this.f = 1; super.toString(); Bodies.this.f = 2; Bodies.super.hashCode(); new Bodies().f++; new Bodies() {}.f++;
        new java.util.ArrayList<String>(3).add("x"); new ArrayList<>(); outer.new Inner(); new <String>Foo(1); new Outer.Inner<A>().<B>call(1);
        Collections.<String>emptyList().size(); this.<A, B>foo(1); Object o = int.class; o = int[].class; o = void.class; o = String[].class;
        o = java.lang.String[][].class; o = String.class; o = List.class.getName(); Function<A, B> f = String::length;
        f = int[]::new; f = List<String>::new; f = ArrayList::<String>new; f = a[0]::foo; f = this::foo; f = super::foo; f = Map.Entry<A, B>::getKey;
        f = java.util.List<String>[]::new; f = (a)::foo; f = "x"::concat; f = x -> x; f = (x) -> x; f = (x, y) -> { return x; }; f = (int x) -> x + 1;
        f = (final var x, @A(1) int... y) -> {}; f = x -> y -> z -> x; f = p ? x -> x : y -> y; g(x -> x, (y) -> y, () -> {}); f = (A) (x) -> x; f = () -> () -> 3;
        o = x instanceof String; o = x instanceof String s && s.isEmpty(); o = !(x instanceof final List<?> l); o = x instanceof int[] == true; o = x instanceof A.B<C>[] c2 || p;
        o = new List<?>[3]; o = new @A int @B [3] @C []; o = new A[1][2][3][][]; o = new int[x][y].length; o = new A[] {}; o = new A[] {b, c,};
    }

    @SuppressWarnings({"a", "b"})
    int statements(int n) {
        ; ;; {} { ; }
        int i, j = 1, k[] = {1, 2,}, l[][] = {{}, {1}, }; final int m = 3; @A(x = {1, 2}) final @B int o = 4, q = 5; var v = 3; final var w = v;
        List<String> list; List<List<String>> nested = null; Map<String, List<int[]>> map = new HashMap<>(), other; List<?>[] wild; Map.Entry<A, B>[] entries;
        a < b > c; a.b.c < d > e = f; A @B [] x @C [] = null; java.util.@A List<@B String> annotated; List<? extends Map<? super A, B[]>> bounds; unknown.Type name;
        if (n > 0) i = 1; if (n > 0) { i = 2; } else i = 3; if (a) if (b) c(); else d(); else if (e) f(); else { g(); } if (a) ; else ; if (x) label: y(); else z();
        if (a < b) c = d; if ((a) < (b)) (c).d(); if (a) (b).c(); if (a) ++b; if (a) { } else switch (b) { } while (n < 3) n++; while (true) { if (n > 3) break; else continue; }
        do n++; while (n < 3); do { n--; } while (n > 3); do do ; while (a); while (b); do if (a) b(); while (c);
        for (;;) break; for (int z = 0, y = 1; z < n; z++, y--) { } for (i = 0, j = 1; ; ) { break; } for (f(); g(); h()) ; for (final int z : k) n += z; for (var z : l) { continue; }
        for (@A(1) List<String> z : new Object[] {1, 2}) ; for (int[] z[] : x) ; for (String s : p ? a : b) ; for (a < b > z : y) ; for (int z = p ? 1 : 2; ; z = q ? 3 : 4) ;
        outer: for (;;) { inner: while (true) { break outer; } } a: b: c: ; one: { break one; } lab: int2 = 3; lab2: foo(); lab3: switch (n) { case 1: break lab3; } lab4: if (x) { continue lab4; }
        switch (n) { } switch (n) { case 1: case 2: i = 1; break; case 3: default: i = 2; case 4: { i = 3; } case 5: int local = 4; List<String> ls; break; case 6: lbl: i = 3; }
        switch (n) { case 1, 2 -> i = 1; case 3 -> { i = 2; } case 4 -> throw new Error(); case A -> f(); case (5) -> i++; case B.C -> new D(); default -> { } }
        switch (n) { case p ? 1 : 2: i = 1; case (3): f = x -> x; case -1: r = () -> { switch (q) { case 1 -> f(); } }; default: i = p ? 3 : q ? 4 : 5; }
        i = switch (n) { case 1 -> 2; case 3, 4 -> { int z = 3; yield z; } case 5 -> throw new Error(); default -> switch (j) { case 1: yield 4; default: yield (5); }; };
        i = 1 + switch (n) { case 1: case 2: yield 3; case 4: { yield -1; } default: { yield ++i; } } * 2; f(switch (n) { default -> 1; }, 2); return switch (n) { default -> x -> x; };
    }

    int yields(int n) {
        yield = 3; yield.x(); yield++; yield[0] = 1; this.yield(1); int yield = 4; yield: for (;;) break yield;
        return switch (n) { case 1: yield 1; case 2: yield (1); case 3: yield (1) + 2; case 4: yield -1; case 5: yield !a; case 6: yield ~1; case 7: yield x; case 8: yield "s";
            case 9: yield new A(); case 10: yield switch (n) { default -> 1; }; case 11: yield this; case 12: yield (A) b; case 13: yield () -> 1; case 14: yield x -> 1; case 15: yield ++n;
            case 17: yield null; case 18: yield (a, b) -> 1; case 19: yield (a).b; default: yield 'c'; };
    }

    void unsupported() throws Exception {
        try { a(); } catch (A | B e) { b(); } finally { c(); } try (var x = a(); y; final B z = b()) { } catch (final Exception e) { } try (x) { } synchronized (this) { a(); }
        throw new Error("x"); assert a : b; assert x > 3; assert p ? a : b : "m"; class L { int x() { return 1; } } final class M extends L { } abstract class N { }
        record R(int x, List<String> y) { R { } } record S<T>() implements I { } enum E { A, B { } } interface I { int f(); } @A(B.class) static record T() { } strictfp class U { } sealed class V2 { }
        int record = 1, sealed = 2, permits = 3, non = 4; record = sealed; record.x(); record(1); sealed++; int x = non-sealed; var = 3; module.open();
        A a = new A(1) { int x; void f() { if (x) { } } }; f(new A() { }, new B() { }); return;
    }

    void odd() {
        int \u0061bc = 1; abc++; int $ = 1, _a = 2, été = 3, 变量 = 4, 𝒳 = 5; 𝒳++; String s = "\u0022; s = \u0022"; /* \u002a/ s += 1; // \u000a s -= 1;
        int a[ ] = { }, b [ ] [ ] = { }; x = a [ 0 ] ; f ( ) ; /**/ /***/ //
        x=a>b?c:d;x=a<b?c:d;x=a>>b;x=a>>>b;x>>=a;x>>>=b;x=a>=b?c:d;List<List<List<A>>>x=null;List<List<A>>y=null;x=a-->b?c++<d:e;x=a- -b+ +c;
        if(a)b();else c();for(;;)d();do e();while(f);return;
    }
}
