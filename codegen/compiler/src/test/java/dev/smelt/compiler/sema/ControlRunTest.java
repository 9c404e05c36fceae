package dev.smelt.compiler.sema;

import dev.smelt.compiler.testing.SameEverywhere;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control flow and the order of evaluation are Java's. */
class ControlRunTest {
    private static final String KERNELS = """
            package demo;

            import static dev.smelt.dsl.Msl.*;

            import dev.smelt.dsl.*;

            final class Control {
                @Kernel
                static void labels(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    int sum = 0;
                    outer:
                    for (int a = 0; a < 6; a++) {
                        inner:
                        for (int b = 0; b < 20; b++) {
                            switch ((a * b + x[i]) % 7) {
                                case 0:
                                    continue outer;
                                case 3:
                                    continue inner;
                                case 5:
                                    break outer;
                                case 6:
                                    break inner;
                                default:
                                    sum += a + b;
                            }
                            block: {
                                if (b > 3) {
                                    break block;
                                }
                                sum *= 3;
                                if (sum > 1000) {
                                    break inner;
                                }
                            }
                            do {
                                sum--;
                                if (b == 9) continue outer;
                            } while (sum % 4 != 0);
                            if (b > 12) break;
                        }
                        sum += 100;
                    }
                    y[i] = sum;
                }

                static int name(byte b) {
                    return switch (b) {
                        case -1, 0 -> 10;
                        case 1 -> {
                            int v = b * 7;
                            if (v > 3) {
                                yield v;
                            }
                            yield -v;
                        }
                        case 127 -> switch (b + 1) {
                            case 128 -> 5;
                            default -> 6;
                        };
                        default -> {
                            for (int k = 0; ; k++) {
                                if (k * k > b) {
                                    yield k;
                                }
                            }
                        }
                    };
                }

                @Kernel
                @SuppressWarnings("fallthrough")
                static void switches(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    short s = (short) x[i];
                    int sum = name((byte) x[i]);
                    switch (s) {
                        case 1 -> sum += 1;
                        case 2, 3 -> {
                            sum += 20;
                            if (i == 1) break;
                            sum += 300;
                        }
                        default -> sum = -sum;
                    }
                    switch (x[i] & 3) {
                        default:
                            sum ^= 5;
                        case 1:
                            int t = sum * 2;
                            sum += t;
                            break;
                        case 2:
                            t = 8;
                            sum -= t;
                    }
                    byte narrow = switch (i) {
                        case 0 -> 1;
                        case 1 -> 100;
                        default -> -1;
                    };
                    long wide = switch (i) {
                        case 0: yield 1;
                        case 1: yield 1L << 33;
                        default: yield sum;
                    };
                    y[i] = sum + narrow + (int) (wide >> 3) + (i > 1 ? switch (s) { case 4 -> 1; default -> 2; } : 3);
                }

                static int bumped(int[] a, int k) {
                    a[k]++;
                    return a[k];
                }

                @Kernel
                static void effects(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    int k = 0;
                    int[] a = {5, 6, 7, 8, x[i]};
                    a[k++] = k;
                    a[k++] = a[k++] + k;
                    k += k++ + ++k;
                    k -= k--;
                    int v = 3;
                    v += v++;
                    v = v++ + v--;
                    int w = (v = 4) + v * (v = 2) - v;
                    boolean both = v++ > 2 && v++ > 3 || (v += 10) > x[i] && bumped(a, 0) > 0;
                    boolean all = v > 0 & v++ > 0 | bumped(a, 1) < 0 ^ both;
                    int c = (both ? v++ : --v) + (all ? bumped(a, 2) : a[2]) + a[2];
                    a[bumped(a, 3) & 3] += bumped(a, 3) + a[3];
                    a[a[4] & 3] = a[4] = v;
                    int m = a[0] * (a[0] = 3) + a[0];
                    while (v-- > 0 && bumped(a, 4) < 40) {
                        if ((v & 1) == 0) continue;
                        w += a[4];
                    }
                    for (int p = 0, q = 9; p++ < q--; w += p, bumped(a, 1)) {
                        if (p == 3) continue;
                        w ^= q;
                    }
                    do {
                        w++;
                    } while (w++ % 5 != 0 && w < 100000);
                    y[i] = k + 3 * v + 5 * w + 7 * c + 11 * m + (both ? 1000 : 0) + (all ? 2000 : 0)
                            + a[0] + a[1] * 2 + a[2] * 3 + a[3] * 4 + a[4] * 5;
                }

                static int find(int[] x, int wanted) {
                    for (int k = 0; k < x.length; k++) {
                        for (int j = k; j < x.length; j++) {
                            if (x[k] + x[j] == wanted) {
                                return k * 100 + j;
                            }
                            if (x[j] < 0) {
                                return -1;
                            }
                        }
                    }
                    return -2;
                }

                @Kernel
                static void returns(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    if (i == 3) {
                        return;
                    }
                    while (true) {
                        y[i]++;
                        if (y[i] > i) {
                            y[i] += find(x, y[i]);
                            return;
                        }
                    }
                }

                @Kernel
                static void narrow(int[] x, int[] y, @ThreadPositionInGrid int i) {
                    byte b = (byte) x[i];
                    short s = (short) (x[i] * 257);
                    long l = x[i] * 0x1_0000_0001L;
                    final byte one = 1;
                    b += 100;
                    b *= 3;
                    b <<= 2;
                    b >>= 1;
                    b >>>= 1;
                    b++;
                    s -= b;
                    s ^= l;
                    s /= 3;
                    s %= 1000;
                    l <<= x[i];
                    l >>>= 65L + x[i];
                    l += 1.5f;
                    int n = x[i];
                    n >>= l;
                    n += 0.75f * n;
                    n *= 2.5f;
                    n <<= 33;
                    n |= b;
                    byte p = one;
                    p += -b;
                    p = (byte) ~p;
                    int mixed = (b > s ? b : s) + (int) (l ^ n) + (b & 0xff) + (-b >>> 28) + (+s);
                    float f = l;
                    f += b;
                    f /= 3;
                    f %= 7;
                    boolean t = b > 0;
                    t &= s > 0;
                    t ^= true;
                    y[i] = mixed + p + (int) f + (t ? 1 : 0) + (short) l + (byte) f + n / 7 + n % 7 + (int) (l / 9 % 1000);
                }
            }
            """;

    private static final int[] INTS = {
        0, 1, 2, 3, 4, -1, -7, 127, 128, 255, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE, 12345, -99999
    };

    private static SameEverywhere kernels;

    @BeforeAll
    static void compile() {
        kernels = SameEverywhere.of("demo/Control.java", KERNELS);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"switches", "effects", "returns", "narrow"})
    void isAsInJava(String kernel) {
        kernels.check(kernel, INTS.length, INTS, new int[INTS.length]);
    }

    @ParameterizedTest
    @ValueSource(strings = "labels")
    void followsLabels(String kernel) {
        kernels.check(kernel, 7, new int[] {0, 1, 2, 3, 4, 5, 6}, new int[7]);
    }
}
