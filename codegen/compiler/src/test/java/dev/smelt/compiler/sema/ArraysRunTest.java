package dev.smelt.compiler.sema;

import dev.smelt.compiler.testing.SameEverywhere;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arrays of a thread's own, other names for arrays, and arrays of constants do what they do in Java. */
class ArraysRunTest {
    private static final String KERNELS = """
            package demo;

            import static demo.Tables.*;
            import static dev.smelt.dsl.Msl.*;

            import dev.smelt.dsl.*;

            final class Arrays {
                private static final int[] DIGITS = {3, 1, 4, 1, 5, 9, 2, 6};
                private static final float[] ZEROS = new float[3];
                private static final int SIZE = 4;

                @Kernel
                static void window(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    float[] w = new float[SIZE];
                    for (int k = 0; k < w.length; k++) {
                        w[k] = x[(i + k) % x.length];
                    }
                    w[1] += 2f;
                    w[2]++;
                    --w[3];
                    float sum = 0f;
                    for (float v : w) {
                        sum += v;
                    }
                    y[i] = sum + ZEROS[i % 3];
                }

                @Kernel
                static void order(int[] y, @ThreadPositionInGrid int i) {
                    int k = i;
                    int[] a = {k++, k++, k * 10, k = 7};
                    int j = 0;
                    a[j++] = a[j] + j;
                    a[j] += j++ + (j = 3);
                    int[] b = new int[] {a[j], a[0]--, a[0]};
                    b[b[2] & 1] += b[0] = 5;
                    y[i] = ((a[0] * 31 + a[1]) * 31 + a[2]) * 31 + a[3] + 1000 * b[0] + 7 * b[1] + b[2] + k + j;
                }

                @Kernel
                static void types(int[] y, @ThreadPositionInGrid int i) {
                    byte[] bytes = {(byte) i, 127, -1};
                    bytes[1]++;
                    bytes[0] += 200;
                    bytes[2] >>>= 1;
                    short[] shorts = new short[2];
                    shorts[1] = (short) (i * 30000);
                    shorts[1] *= 3;
                    long[] longs = {1L << 40, i};
                    longs[1] -= longs[0]--;
                    boolean[] flags = {i > 2, false};
                    flags[1] |= flags[0] ^ i == 3;
                    Float2[] points = {new Float2(i, 1f), new Float2(2f, 3f)};
                    points[0] = points[0].add(points[1]);
                    Half[] halves = new Half[] {Half.of(1.5f), Half.of(i)};
                    Float2x2[] turns = {new Float2x2(new Float2(0f, 1f), new Float2(-1f, 0f))};
                    points[1] = turns[0].mul(points[1]);
                    Int3[] cells = {new Int3(i, 2, 3)};
                    y[i] = bytes[0] + 3 * bytes[1] + 5 * bytes[2] + shorts[1] + (int) (longs[1] >> 7)
                            + (flags[1] ? 100 : 0) + (int) points[0].x() * 7 + (int) points[1].x()
                            + (int) (halves[0].floatValue() * halves[1].floatValue() * 4f) + cells[0].x() * cells[0].z();
                }

                @Kernel
                static void swap(float[] x, float[] y, @ThreadPositionInGrid int i) {
                    float[] now = {x[i], 1f, 2f};
                    float[] next = new float[3];
                    for (int round = 0; round < 4; round++) {
                        for (int k = 0; k < 3; k++) {
                            next[k] = 0.5f * now[k] + 0.25f * now[(k + 1) % 3];
                        }
                        float[] t = now;
                        now = next;
                        next = t;
                    }
                    y[i] = now[0] + 2f * next[1];
                }

                @Kernel
                static void made(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    int sum = 0;
                    for (int round = 0; round < 3; round++) {
                        int[] counts = new int[3];
                        counts[(x[i] + round) % 3] += round + 1;
                        int[] twice = {counts[0], counts[1]};
                        sum = sum * 10 + counts[0] + 2 * twice[1];
                    }
                    y[i] = sum;
                }

                @Kernel
                static void chosen(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    int[] t;
                    if (x[i] % 2 == 0) {
                        t = new int[] {x[i], 5};
                    } else {
                        int[] other = new int[4];
                        other[1] = x[i];
                        t = other;
                    }
                    int[] s = x[i] > 3 ? new int[] {1, 2} : t;
                    s[1] += t.length;
                    y[i] = t[0] + 10 * t[1] + 100 * s[0] + 1000 * s[1] + s.length;
                }

                @Kernel
                static void aliases(int[] x, int[] y, boolean flip, @ThreadPositionInGrid int i) {
                    var from = flip ? y : x;
                    int[] to;
                    if (flip) {
                        to = x;
                    } else {
                        to = y;
                    }
                    to[i] = from[i] + from.length;
                    int[] again = to;
                    again[i]++;
                }

                static int sum(int[] a) {
                    int sum = 0;
                    for (int v : a) {
                        sum += v;
                    }
                    return sum + a.length;
                }

                static void sort(int[] a) {
                    for (int i = 1; i < a.length; i++) {
                        int v = a[i];
                        int j = i - 1;
                        while (j >= 0 && a[j] > v) {
                            a[j + 1] = a[j--];
                        }
                        a[j + 1] = v;
                    }
                }

                static void copy(int[] from, int offset, int[] to) {
                    for (int k = 0; k < to.length; k++) {
                        to[k] = from[(offset + k) % from.length];
                    }
                }

                @Kernel
                static void passed(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    int[] own = new int[5];
                    copy(x, i, own);
                    sort(own);
                    int[] digits = new int[4];
                    copy(DIGITS, i, digits);
                    y[i] = own[2] * 100 + sum(own) + sum(DIGITS) + sum(x) + sum(digits) + digits[3];
                }

                @Kernel
                static int median(int a, int b, int c) {
                    int[] v = {a, b, c};
                    sort(v);
                    return v[1];
                }

                @Kernel
                static void constants(float[] y, @ThreadPositionInGrid int i) {
                    float sum = WEIGHTS[i % WEIGHTS.length] + Tables.WEIGHTS[1] + DIGITS[i & 7];
                    for (int d : DIGITS) {
                        sum += d;
                    }
                    float[] w = WEIGHTS;
                    sum += w[0] * w.length;
                    Float2 corner = CORNERS[i % 4];
                    sum += corner.x() + 2f * corner.y() + demo.Tables.CORNERS.length;
                    sum += UP.y() + (FLAGS[i % 2] ? 1f : 0f) + BYTES[1] + (float) LONGS[0] + HALVES[1].floatValue();
                    y[i] = sum + TURN.mul(corner).x();
                }

                @Kernel
                static void eachOnce(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    int[] a = {1, 2, x[i]};
                    int[] b = {9, 8, 7};
                    int sum = 0;
                    for (int v : a) {
                        a = b;
                        sum = sum * 10 + v;
                    }
                    switch (i) {
                        case 0:
                            int[] c = {4, 5};
                            sum += c[1];
                            break;
                        case 1:
                            c = new int[] {6, 7, 8};
                            sum += c[2];
                            break;
                        default:
                            sum--;
                    }
                    y[i] = sum + a[0];
                }
            }
            """;

    private static final String TABLES = """
            package demo;

            import dev.smelt.dsl.*;

            interface Tables {
                float[] WEIGHTS = new float[] {0.25f, 1 / 2f, 0.25f, -1e-3f};
                Float2[] CORNERS = {new Float2(0f, 0f), new Float2(1f, 0f), new Float2(1f, 1f), new Float2(-0f, 1f)};
                boolean[] FLAGS = {true, !true};
                byte[] BYTES = {1, (byte) 200};
                long[] LONGS = {1L << 33, Integer.MAX_VALUE + 1L};
                Half[] HALVES = {Half.of(1f), Half.of(0.1f)};
                Float3 UP = new Float3(0f, 1f, 0f);
                Float2x2 TURN = new Float2x2(new Float2(0f, 1f), new Float2(-1f, 0f));
            }
            """;

    private static SameEverywhere kernels;

    @BeforeAll
    static void compile() {
        kernels = SameEverywhere.of(java.util.Map.of("demo/Arrays.java", KERNELS, "demo/Tables.java", TABLES));
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    private static final int[] INTS = {4, 7, 2, -3, 12, 0, 5, 8, 1};

    private static final float[] FLOATS = {0.5f, -1f, 3f, 1e-3f, 7f, 2f, 100f};

    @Test
    void holdElementsOfTheirOwn() {
        kernels.check("window", 7, FLOATS, new float[7]);
    }

    @Test
    void keepJavasOrderOfEvaluation() {
        kernels.check("order", 9, new int[9]);
    }

    @Test
    void haveElementsOfAnyType() {
        kernels.check("types", 9, new int[9]);
    }

    @Test
    void canBeSwappedByName() {
        kernels.check("swap", 7, FLOATS, new float[7]);
    }

    @Test
    void areMadeAnewInEachRound() {
        kernels.check("made", 3, new int[] {0, 1, 5}, new int[3]);
    }

    @Test
    void liveAsLongAsTheirNames() {
        kernels.check("chosen", 9, INTS, new int[9]);
    }

    @Test
    void canHaveOtherNames() {
        kernels.check("aliases", 9, INTS, new int[9], false);
        kernels.check("aliases", 9, INTS, new int[9], true);
    }

    @Test
    void ofAllKindsArePassedToFunctions() {
        kernels.check("passed", 9, INTS, new int[9]);
    }

    @Test
    void areMadeByMapKernelsToo() {
        kernels.check("median", 3, new int[] {1, 9, 5}, new int[] {2, 3, 5}, new int[] {3, 6, 4});
    }

    @Test
    void ofConstantsAreReadFromAnyClass() {
        kernels.check("constants", 9, new float[9]);
    }

    @Test
    void areGoneThroughToTheirEndWhateverTheirNameMeansMeanwhile() {
        kernels.check("eachOnce", 3, new int[] {3, 4, 5}, new int[3]);
    }
}
