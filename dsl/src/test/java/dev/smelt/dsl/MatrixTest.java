package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Matrices against sums in double over {@code [column][row]}. */
final class MatrixTest {

    private final Random random = new Random(1);

    @Test
    void columnsComeFirst() {
        Float2x2 m = new Float2x2(new Float2(1f, 2f), new Float2(3f, 4f));
        assertThat(m.c1()).isEqualTo(new Float2(3f, 4f));
        assertThat(m.mul(new Float2(1f, 0f))).isEqualTo(m.c0());
        assertThat(m.mul(new Float2(10f, 1f))).isEqualTo(new Float2(13f, 24f));
        assertThat(m.transpose()).isEqualTo(new Float2x2(new Float2(1f, 3f), new Float2(2f, 4f)));
        assertThat(m.determinant()).isEqualTo(-2f);
        assertThat(m.mul(2f)).isEqualTo(new Float2x2(new Float2(2f, 4f), new Float2(6f, 8f)));
    }

    @Test
    void productsFollowTheDefinition() {
        for (int repeat = 0; repeat < 200; repeat++) {
            float[][] a = random(4);
            float[][] b = random(4);
            float[][] product = columns(matrix4(a).mul(matrix4(b)));
            assertProduct(product, a, b, 4);
            assertProduct(columns(matrix3(a).mul(matrix3(b))), a, b, 3);
            assertProduct(columns(matrix2(a).mul(matrix2(b))), a, b, 2);
        }
    }

    @Test
    void aVectorIsOneColumn() {
        float[][] a = random(4);
        float[][] b = random(4);
        assertThat(matrix4(a).mul(vector4(b[0])))
                .isEqualTo(matrix4(a).mul(matrix4(b)).c0());
        assertThat(matrix3(a).mul(vector3(b[1])))
                .isEqualTo(matrix3(a).mul(matrix3(b)).c1());
        assertThat(matrix2(a).mul(vector2(b[1])))
                .isEqualTo(matrix2(a).mul(matrix2(b)).c1());
    }

    @Test
    void transposeSwapsColumnsAndRows() {
        float[][] a = random(4);
        float[][] transposed = columns(matrix4(a).transpose());
        float[][] transposed3 = columns(matrix3(a).transpose());
        for (int c = 0; c < 4; c++) {
            for (int r = 0; r < 4; r++) {
                assertThat(transposed[c][r]).isEqualTo(a[r][c]);
                if (c < 3 && r < 3) {
                    assertThat(transposed3[c][r]).isEqualTo(a[r][c]);
                }
            }
        }
    }

    @Test
    void scalingMultipliesEachElement() {
        float[][] a = random(4);
        float[][] scaled = columns(matrix4(a).mul(3f));
        float[][] scaled3 = columns(matrix3(a).mul(3f));
        for (int c = 0; c < 4; c++) {
            for (int r = 0; r < 4; r++) {
                assertThat(scaled[c][r]).isEqualTo(a[c][r] * 3f);
                if (c < 3 && r < 3) {
                    assertThat(scaled3[c][r]).isEqualTo(a[c][r] * 3f);
                }
            }
        }
    }

    @Test
    void determinantsFollowLaplace() {
        for (int repeat = 0; repeat < 200; repeat++) {
            float[][] a = random(4);
            assertThat((double) matrix4(a).determinant()).isCloseTo(laplace(a, 4), within());
            assertThat((double) matrix3(a).determinant()).isCloseTo(laplace(a, 3), within());
            assertThat((double) matrix2(a).determinant()).isCloseTo(laplace(a, 2), within());
        }
    }

    private static Offset<Double> within() {
        // Elements are below 1, so that the determinant is below 24: half an ulp of that.
        return Offset.offset(0x1p-20);
    }

    private static double laplace(float[][] a, int size) {
        if (size == 1) {
            return a[0][0];
        }
        double sum = 0;
        for (int c = 0; c < size; c++) {
            float[][] minor = new float[size - 1][size - 1];
            for (int i = 0; i < size - 1; i++) {
                System.arraycopy(a[i < c ? i : i + 1], 1, minor[i], 0, size - 1);
            }
            sum += (c % 2 == 0 ? 1 : -1) * a[c][0] * laplace(minor, size - 1);
        }
        return sum;
    }

    private static void assertProduct(float[][] product, float[][] a, float[][] b, int size) {
        for (int c = 0; c < size; c++) {
            for (int r = 0; r < size; r++) {
                double exact = 0;
                double magnitude = 0;
                for (int k = 0; k < size; k++) {
                    exact += (double) a[k][r] * b[c][k];
                    magnitude += Math.abs((double) a[k][r] * b[c][k]);
                }
                assertThat(Math.abs(product[c][r] - exact)).isLessThanOrEqualTo(size * Math.ulp((float) magnitude));
            }
        }
    }

    private float[][] random(int size) {
        float[][] a = new float[size][size];
        for (float[] column : a) {
            for (int i = 0; i < size; i++) {
                column[i] = Samples.between(random, -1f, 1f);
            }
        }
        return a;
    }

    private static Float2 vector2(float[] c) {
        return new Float2(c[0], c[1]);
    }

    private static Float3 vector3(float[] c) {
        return new Float3(c[0], c[1], c[2]);
    }

    private static Float4 vector4(float[] c) {
        return new Float4(c[0], c[1], c[2], c[3]);
    }

    private static Float2x2 matrix2(float[][] a) {
        return new Float2x2(vector2(a[0]), vector2(a[1]));
    }

    private static Float3x3 matrix3(float[][] a) {
        return new Float3x3(vector3(a[0]), vector3(a[1]), vector3(a[2]));
    }

    private static Float4x4 matrix4(float[][] a) {
        return new Float4x4(vector4(a[0]), vector4(a[1]), vector4(a[2]), vector4(a[3]));
    }

    private static float[][] columns(Float2x2 m) {
        return new float[][] {{m.c0().x(), m.c0().y()}, {m.c1().x(), m.c1().y()}};
    }

    private static float[][] columns(Float3x3 m) {
        return new float[][] {column(m.c0()), column(m.c1()), column(m.c2())};
    }

    private static float[][] columns(Float4x4 m) {
        return new float[][] {column(m.c0()), column(m.c1()), column(m.c2()), column(m.c3())};
    }

    private static float[] column(Float3 v) {
        return new float[] {v.x(), v.y(), v.z()};
    }

    private static float[] column(Float4 v) {
        return new float[] {v.x(), v.y(), v.z(), v.w()};
    }
}
