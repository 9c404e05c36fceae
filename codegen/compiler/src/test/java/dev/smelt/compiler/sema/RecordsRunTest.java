package dev.smelt.compiler.sema;

import dev.smelt.compiler.testing.SameEverywhere;
import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float2x2;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Half;
import dev.smelt.dsl.Int3;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records are what they are in Java: elements, uniforms, locals, results, with their methods. */
class RecordsRunTest {
    private static final String SCENE = """
            package demo;

            import static dev.smelt.dsl.Msl.*;

            import dev.smelt.dsl.*;
            import lib.Pair;

            final class Scene {
                static final Ball[] BALLS = {new Ball(new Float3(0f, 1f, 2f), 0.5f), new Ball(new Float3(-1f, 0f, 4f), 2f)};
                static final Ball UNIT = new Ball(new Float3(0f, 0f, 0f), 1f);

                record Ball(Float3 center, float radius) {
                    static final float SLACK = 0.25f;

                    static Ball at(float x) {
                        return new Ball(new Float3(x, 2f * x, -x), abs(x));
                    }

                    float reach(float more) {
                        float radius = this.radius + more;
                        return radius + center.x() + center().y() + twice() + SLACK;
                    }

                    private float twice() {
                        return 2f * radius();
                    }

                    Ball moved(Float3 by) {
                        return new Ball(center.add(by), radius);
                    }

                    Ball grown(int steps) {
                        Ball ball = this;
                        for (int i = 0; i < steps; i++) {
                            ball = new Ball(ball.center, ball.radius * 1.5f);
                        }
                        return ball;
                    }

                    boolean holds(Ball other) {
                        return radius > other.radius && equal(other);
                    }

                    private boolean equal(Ball other) {
                        return center.x() == other.center.x();
                    }
                }

                record Clamped(int low, int high) {
                    Clamped {
                        if (low > high) {
                            int t = low;
                            low = high;
                            high = t;
                        }
                        high += 1;
                    }

                    public int high() {
                        return high - 1;
                    }

                    int width() {
                        return high() - low() + this.high - low;
                    }
                }

                record All(byte b, Pair pair, boolean flag, Half half, Float2x2 turn, long l, short s, Int3 cell) {}

                record One(float value) {}

                @Kernel
                static void move(Ball[] balls, Float3 by, @ThreadPositionInGrid int i) {
                    balls[i] = balls[i].moved(by);
                    Ball b = balls[i];
                    if (b.radius() > 1f) {
                        b = Ball.at(b.reach(1f)).grown(i);
                    }
                    balls[i] = new Ball(b.center(), b.holds(UNIT) ? 0f : b.radius());
                }

                @Kernel
                static float nearest(Ball b, @Uniform Ball to) {
                    Ball best = b.radius() < to.radius() ? b : to;
                    for (Ball other : BALLS) {
                        best = other.radius() < best.radius() ? other : best;
                    }
                    return best.reach(b.radius()) + BALLS[1].center().z();
                }

                @Kernel
                static Ball turned(Ball b) {
                    Float3 c = b.center();
                    return new Ball(new Float3(c.y(), c.z(), c.x()), -b.radius());
                }

                @Kernel
                static void clamp(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    Clamped c = new Clamped(x[i], y[i]);
                    y[i] = c.width() + 100 * new Clamped(i, 3).low();
                    Clamped nobodys = new Clamped(1, 2);
                }

                @Kernel
                static void all(All[] a, All given, Pair[] pairs, @ThreadPositionInGrid int i) {
                    All x = a[i];
                    Pair[] own = {x.pair(), given.pair(), new Pair(1, 2.5f)};
                    own[1] = own[i % 3].swapped();
                    pairs[i] = own[1];
                    a[i] = new All(
                            (byte) (x.b() + given.b()),
                            own[2],
                            !x.flag() ^ given.flag(),
                            Half.of(x.half().floatValue() + 1f),
                            x.turn(),
                            x.l() * 3 + given.l(),
                            (short) (x.s() - given.s()),
                            x.cell().add(given.cell()));
                }

                @Kernel
                static void order(Pair[] p, int[] y, @ThreadPositionInGrid int i) {
                    int k = i;
                    Pair a = new Pair(k++, k++ * 2f);
                    p[k % 2] = new Pair(k = 5, p[k % 2].second() + k);
                    y[i] = a.first() + 10 * k + (int) a.second() + new Pair(k++, k).first();
                }

                @Kernel
                static One wrapped(float x) {
                    One one = new One(x);
                    return new One(one.value() + new One(1f).value());
                }
            }
            """;

    private static final String PAIR = """
            package lib;

            public record Pair(int first, float second) {
                public Pair swapped() {
                    return new Pair((int) second, first);
                }
            }
            """;

    private static SameEverywhere kernels;

    @BeforeAll
    static void compile() {
        kernels = SameEverywhere.of(Map.of("demo/Scene.java", SCENE, "lib/Pair.java", PAIR));
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    private static Object make(String type, Object... arguments) {
        try {
            Constructor<?> constructor = kernels.type(type).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object[] array(Object... elements) {
        Object[] array = (Object[]) Array.newInstance(elements[0].getClass(), elements.length);
        System.arraycopy(elements, 0, array, 0, elements.length);
        return array;
    }

    private static Object ball(float x, float y, float z, float radius) {
        return make("demo.Scene$Ball", new Float3(x, y, z), radius);
    }

    private static Object[] balls() {
        return array(ball(1f, 2f, 3f, 4f), ball(-1f, 0.5f, 0f, 0.25f), ball(0f, 0f, 0f, 1.5f), ball(9f, 8f, 7f, 0.1f));
    }

    private static Object pair(int first, float second) {
        return make("lib.Pair", first, second);
    }

    @Test
    void areElementsWithMethods() {
        kernels.check("move", 4, balls(), new Float3(1f, 0f, -1f));
    }

    @Test
    void areElementsAndUniformsOfMapKernels() {
        kernels.check("nearest", 4, balls(), ball(1f, 1f, 1f, 0.4f));
        kernels.check("turned", 4, (Object) balls());
        kernels.check("wrapped", 2, new float[] {1f, -0f});
    }

    @Test
    void areMadeByCompactConstructors() {
        kernels.check("clamp", 3, new int[] {5, -1, 0}, new int[] {3, -7, 9});
    }

    private static Object all(int n) {
        return make(
                "demo.Scene$All",
                (byte) (n * 100),
                pair(n, n + 0.5f),
                n % 2 == 0,
                Half.of(n / 3f),
                new Float2x2(new Float2(n, 1f), new Float2(2f, 3f)),
                n * 1234567890123L,
                (short) (n * 20000),
                new Int3(n, 2, 3));
    }

    @Test
    void holdComponentsOfAnyType() {
        kernels.check("all", 3, array(all(1), all(2), all(3)), all(5), array(pair(0, 0f), pair(0, 0f), pair(0, 0f)));
    }

    @Test
    void areBuiltInJavasOrderOfEvaluation() {
        kernels.check("order", 1, array(pair(1, 2f), pair(3, 4f)), new int[1]);
    }
}
