/** Every odd form of Java 17 that the declarations of a file can have, with one kernel in the middle. */
@Deprecated
package odd.forms;

import static java.lang.Math.*;
import static java.util.Map.Entry;
import java.util.*;;
import java.util.function.Function;

@interface Marker {
    int value() default 1;
    String[] names() default {"a", ")", "}"};
    Class<?> type() default Map.Entry.class;
    Nested nested() default @Nested(depth = 2, kinds = {1, 2});
    @interface Nested { int depth() default (1 < 2) ? 3 : 4; int[] kinds() default {}; }
    int CONSTANT = 1, ARRAY[] = {1, 2};
}

sealed interface Shape<T extends Comparable<? super T> & java.io.Serializable> permits Circle, Square, Shape.Other {
    float PI = 3.14159f;
    default float area() { return switch (this.kind()) { case 1, 2 -> { yield 3f; } default -> throw new Error("}"); }; }
    int kind();
    static <A, B extends List<A>> Map<A, List<Map<A, B>>> make(A a, B... b) { return null; }
    private void helper() {}
    non-sealed class Other implements Shape<Integer> { public int kind() { return 0; } }
}

final class Circle implements Shape<Integer> { public int kind() { return 1; } }
non-sealed @Marker class Square implements Shape<Integer> { public int kind() { return 2; } }

record Empty() {}
record Point<T>(@Marker(2) float x, float y[], int... rest) implements java.io.Serializable {
    static final float ORIGIN = 0f;
    Point { if (x < 0) { throw new IllegalArgumentException("{"); } }
    Point(float x) { this(x, null); }
    static Point<?> of(float x) { return new Point<>(x) ; }
    record Inner(int a) {}
}

enum Plain { A, B, C }
enum Trailing { A, B, }
enum Rich implements Runnable {
    @Marker FIRST(1, "a,b") { @Override public void run() { int x = 3; } int hidden = 4; },
    SECOND { public void run() {} },
    THIRD(new int[] {1, 2}.length, () -> { return 5; }) { public void run() {} },;
    static final int COUNT = 3;
    Rich(Object... args) {}
    private int field;
}
enum OnlyMembers { ; static int zero() { return 0; } }

abstract strictfp class Zoo<@Marker T extends Number, U> extends AbstractList<T> implements Cloneable, Iterable<T> {
    static { int notAField = 1; class Local {} }
    { int alsoNotAField = 2; }
    ;
    int a = max(1 < 2 ? 3 : 4, 5 > 6 ? 7 : 8), b = 3, c[] = {1, 2}, d;
    Map<String, List<Integer>> map = new HashMap<String, List<Integer>>(), other = map, third = new TreeMap<String, List<Integer>>() {{ put("a", null); }};
    boolean less = 1 < 2, greater = 2 > 1, both = 1 < 2 && 3 > 2, generic = map instanceof HashMap<String, List<Integer>> m && m.isEmpty(), last;
    Function<Integer, Integer> f = x -> x < 3 ? x : x + 1, g = (x) -> { int y = 1, z = 2; return y; }, h = Zoo.<Integer, Integer>id()::apply;
    Function<Integer, List<String>[]> arrays = List[]::new, more = null;
    Object cast = (Map<String, List<Integer>> & java.io.Serializable) map, plain = (Object) map;
    static final float[] WEIGHTS = {0.25f, 0.5f, .25f,}, BIAS[] = {{1f}, {2f}};
    public static final @Marker int SHIFT = 1 << 3 >>> 1 >> 1;
    @SuppressWarnings({"unchecked", "a;b}"}) volatile transient int @Marker [] annotated @Marker [] = {};
    char quote = '"', brace = '}', escaped = '\'', unicode = '\u007d';
    String text = """
        { "a" : \""" } ; class NotAClass { }
        """, string = "class NotAClass { /* \" }", comment = "//"/* } */; // } class NotAClass {
    static <A, B> Function<A, B> id() { return null; }
    Zoo() throws Exception, Error { super(); }
    <X> Zoo(X x) {}
    abstract void nothing() throws Exception;
    native int nativeMethod(final int a, @Marker final int... b);
    int arrayReturning(int a[], int[]... b)[] { return new int[] {1}; }
    int[] @Marker [] both()[][] { return null; }
    void receiver(@Marker Zoo<T, U> this, int a) {}
    public @Marker(value = 3, names = {"x"}) <Y extends Comparable<Y>> @Marker.Nested java.util.@Marker List<@Marker Y> typed(Y y) { return null; }
    class Inner { void receiver(Zoo<T, U>.Inner this) {} Inner(Zoo<T, U> Zoo.this) {} }
    int record, sealed, permits, yield, var, non, module, open, with;
    int record(int record) { return record; }
    void yield() { this.yield(); }
    Zoo<T, U> sealed(Zoo<T, U> permits) { int non = 3, sealed = 2; return non-sealed > 0 ? permits : null; }

    @dev.smelt.dsl.Kernel(math = dev.smelt.dsl.MathMode.FAST)
    static float kernel(float x, @Uniform final float k) {
        // }
        return x < k ? x : -k; /* { */
    }

    @Override public T get(int index) { return null; }
    @Override public int size() { return 0; }
    static class \u0041bc { static int caf\u00e9() { return 1; } }
    static abstract class Deep { static class Deeper { interface Deepest { int X = 1; enum E { P { int q; }; int r; } } } }
    private static int last() { Runnable r = () -> { class A { int x() { return 1; } } }; return 3; }
};
interface Last { int f() ; };
