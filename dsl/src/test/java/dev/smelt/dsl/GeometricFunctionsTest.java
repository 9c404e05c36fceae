package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Geometric functions against their definitions in double. */
final class GeometricFunctionsTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-5);

    private final Random random = new Random(1);

    @Test
    void sumsOfProductsFollowTheDefinition() {
        for (int i = 0; i < 500; i++) {
            Float4 a = next();
            Float4 b = next();
            double[] x = {a.x(), a.y(), a.z(), a.w()};
            double[] y = {b.x(), b.y(), b.z(), b.w()};
            checkSums(
                    Msl.dot(a, b),
                    Msl.lengthSquared(a),
                    Msl.length(a),
                    Msl.distance(a, b),
                    Msl.distanceSquared(a, b),
                    x,
                    y,
                    4);
            checkSums(
                    Msl.dot(a.xyz(), b.xyz()),
                    Msl.lengthSquared(a.xyz()),
                    Msl.length(a.xyz()),
                    Msl.distance(a.xyz(), b.xyz()),
                    Msl.distanceSquared(a.xyz(), b.xyz()),
                    x,
                    y,
                    3);
            checkSums(
                    Msl.dot(a.xy(), b.xy()),
                    Msl.lengthSquared(a.xy()),
                    Msl.length(a.xy()),
                    Msl.distance(a.xy(), b.xy()),
                    Msl.distanceSquared(a.xy(), b.xy()),
                    x,
                    y,
                    2);
        }
    }

    private static void checkSums(
            double dot,
            double squared,
            double length,
            double distance,
            double distanceSquared,
            double[] x,
            double[] y,
            int n) {
        double xx = 0;
        double xy = 0;
        double apart = 0;
        for (int i = 0; i < n; i++) {
            xx += x[i] * x[i];
            xy += x[i] * y[i];
            apart += (x[i] - y[i]) * (x[i] - y[i]);
        }
        assertThat(dot).isCloseTo(xy, CLOSE);
        assertThat(squared).isCloseTo(xx, CLOSE);
        assertThat(length).isCloseTo(Math.sqrt(xx), CLOSE);
        assertThat(distance).isCloseTo(Math.sqrt(apart), CLOSE);
        assertThat(distanceSquared).isCloseTo(apart, CLOSE);
    }

    @Test
    void crossIsAtRightAngles() {
        assertThat(Msl.cross(new Float3(1f, 0f, 0f), new Float3(0f, 1f, 0f))).isEqualTo(new Float3(0f, 0f, 1f));
        assertThat(Msl.cross(new Float3(1f, 2f, 3f), new Float3(4f, 5f, 6f))).isEqualTo(new Float3(-3f, 6f, -3f));
        for (int i = 0; i < 100; i++) {
            Float3 a = next().xyz();
            Float3 b = next().xyz();
            assertThat((double) Msl.dot(a, Msl.cross(a, b))).isCloseTo(0, CLOSE);
            assertThat((double) Msl.dot(b, Msl.cross(a, b))).isCloseTo(0, CLOSE);
        }
    }

    @Test
    void lengthDoesNotOverflowOnTheWay() {
        assertThat(Msl.length(new Float2(3e30f, 4e30f))).isEqualTo(5e30f);
        assertThat(Msl.length(new Float3(0f, 3e-30f, 4e-30f))).isEqualTo(5e-30f);
        assertThat(Msl.normalize(new Float2(3f * 0x1p100f, 4f * 0x1p100f))).isEqualTo(new Float2(0.6f, 0.8f));
    }

    @Test
    void normalizeKeepsTheDirection() {
        assertThat(Msl.normalize(new Float2(3f, -4f))).isEqualTo(new Float2(0.6f, -0.8f));
        assertThat(Msl.normalize(new Float3(0f, 0f, 2f))).isEqualTo(new Float3(0f, 0f, 1f));
        assertThat(Msl.normalize(new Float4(1f))).isEqualTo(new Float4(0.5f));
        assertThat(Msl.normalize(new Float3(0f))).isEqualTo(new Float3(Float.NaN));
    }

    @Test
    void faceforwardTurnsTheNormal() {
        Float3 n = new Float3(0f, 1f, 0f);
        Float3 down = new Float3(1f, -1f, 0f);
        assertThat(Msl.faceforward(n, down, n)).isEqualTo(n);
        assertThat(Msl.faceforward(n, down.neg(), n)).isEqualTo(n.neg());
        assertThat(Msl.faceforward(n.xy(), down.xy(), n.xy())).isEqualTo(n.xy());
        assertThat(Msl.faceforward(n.xyzz(), down.xyzz(), n.neg().xyzz()))
                .isEqualTo(n.neg().xyzz());
    }

    @Test
    void reflectMirrors() {
        assertThat(Msl.reflect(new Float2(1f, -1f), new Float2(0f, 1f))).isEqualTo(new Float2(1f, 1f));
        assertThat(Msl.reflect(new Float3(1f, -1f, 2f), new Float3(0f, 1f, 0f))).isEqualTo(new Float3(1f, 1f, 2f));
        assertThat(Msl.reflect(new Float4(1f, -1f, 2f, 3f), new Float4(0f, 1f, 0f, 0f)))
                .isEqualTo(new Float4(1f, 1f, 2f, 3f));
    }

    @Test
    void refractFollowsSnell() {
        for (double angle = 0; angle < 1.5; angle += 0.1) {
            Float2 incident = new Float2((float) Math.sin(angle), (float) -Math.cos(angle));
            Float2 normal = new Float2(0f, 1f);
            for (float eta : new float[] {0.66f, 1f, 1.5f}) {
                double sine = Math.sin(angle) * eta;
                Float2 expected =
                        sine > 1 ? new Float2(0f) : new Float2((float) sine, (float) -Math.sqrt(1 - sine * sine));
                assertClose(Msl.refract(incident, normal, eta), expected);
                assertClose(
                        Msl.refract(incident.xyxy().mul(new Float4(1f, 1f, 0f, 0f)), new Float4(0f, 1f, 0f, 0f), eta)
                                .xy(),
                        expected);
                assertClose(
                        Msl.refract(new Float3(incident, 0f), new Float3(normal, 0f), eta)
                                .xy(),
                        expected);
            }
        }
    }

    private static void assertClose(Float2 actual, Float2 expected) {
        assertThat(actual.x()).isCloseTo(expected.x(), Offset.offset(1e-5f));
        assertThat(actual.y()).isCloseTo(expected.y(), Offset.offset(1e-5f));
    }

    private Float4 next() {
        return new Float4(
                Samples.between(random, -2f, 2f),
                Samples.between(random, -2f, 2f),
                Samples.between(random, -2f, 2f),
                Samples.between(random, -2f, 2f));
    }
}
