package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Exact functions against their definitions, and what the others give for zeros, infinities and NaN. */
final class FloatSpecialValuesTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void ceilFloorRintTruncAndRoundFollowDecimals() {
        for (float x : Samples.specialFloats()) {
            if (Float.isFinite(x)) {
                checkRounding(x);
            }
        }
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            checkRounding(Samples.anyFloat(random));
            checkRounding(Samples.between(random, -100f, 100f));
            checkRounding(random.nextInt(2_000) / 2f - 500f);
        }
    }

    private static void checkRounding(float x) {
        BigDecimal exact = new BigDecimal(x);
        assertRounded(Msl.ceil(x), x, exact.setScale(0, RoundingMode.CEILING));
        assertRounded(Msl.floor(x), x, exact.setScale(0, RoundingMode.FLOOR));
        assertRounded(Msl.rint(x), x, exact.setScale(0, RoundingMode.HALF_EVEN));
        assertRounded(Msl.round(x), x, exact.setScale(0, RoundingMode.HALF_UP));
        assertRounded(Msl.trunc(x), x, exact.setScale(0, RoundingMode.DOWN));
    }

    /** A zero keeps the sign of the argument. */
    private static void assertRounded(float actual, float x, BigDecimal exact) {
        assertThatObject(actual).as("%s", x).isEqualTo(Math.copySign(exact.floatValue(), x));
    }

    @Test
    void roundingKeepsInfinitiesAndNan() {
        for (float x : new float[] {INFINITY, -INFINITY, Float.NaN}) {
            assertThatObject(Msl.ceil(x)).isEqualTo(x);
            assertThatObject(Msl.floor(x)).isEqualTo(x);
            assertThatObject(Msl.rint(x)).isEqualTo(x);
            assertThatObject(Msl.round(x)).isEqualTo(x);
            assertThatObject(Msl.trunc(x)).isEqualTo(x);
            assertThat(Msl.fract(x)).isNaN();
        }
    }

    @Test
    void fractStaysBelowOne() {
        assertThatObject(Msl.fract(1.75f)).isEqualTo(0.75f);
        assertThatObject(Msl.fract(-1.75f)).isEqualTo(0.25f);
        assertThatObject(Msl.fract(-Float.MIN_VALUE)).isEqualTo(Math.nextDown(1f));
        for (float x : Samples.specialFloats()) {
            if (Float.isFinite(x)) {
                BigDecimal exact = new BigDecimal(x);
                exact = exact.subtract(exact.setScale(0, RoundingMode.FLOOR));
                assertThatObject(Msl.fract(x)).isEqualTo(Math.min(exact.floatValue(), Math.nextDown(1f)));
            }
        }
    }

    @Test
    void fmodIsTheExactRemainder() {
        for (float x : Samples.specialFloats()) {
            for (float y : Samples.specialFloats()) {
                if (Float.isFinite(x) && Float.isFinite(y) && y != 0f) {
                    float exact = new BigDecimal(x).remainder(new BigDecimal(y)).floatValue();
                    assertThatObject(Msl.fmod(x, y)).isEqualTo(Math.copySign(exact, x));
                }
            }
            assertThat(Msl.fmod(x, 0f)).isNaN();
            assertThat(Msl.fmod(INFINITY, x)).isNaN();
        }
    }

    @Test
    void fmaAndFdimRoundOnce() {
        for (float x : Samples.specialFloats()) {
            for (float y : Samples.specialFloats()) {
                if (Float.isFinite(x) && Float.isFinite(y)) {
                    BigDecimal difference = new BigDecimal(x).subtract(new BigDecimal(y));
                    assertThatObject(Msl.fdim(x, y))
                            .isEqualTo(difference.max(BigDecimal.ZERO).floatValue());
                    BigDecimal sum =
                            new BigDecimal(x).multiply(new BigDecimal(y)).add(BigDecimal.ONE);
                    assertThatObject(Msl.fma(x, y, 1f)).isEqualTo(sum.floatValue());
                }
            }
            assertThat(Msl.fdim(x, Float.NaN)).isNaN();
            assertThat(Msl.fdim(Float.NaN, x)).isNaN();
        }
    }

    @Test
    void ldexpRoundsOnce() {
        for (float x : Samples.specialFloats()) {
            for (int k = -320; k <= 320; k += 7) {
                if (Float.isFinite(x)) {
                    BigDecimal scale = BigDecimal.valueOf(2).pow(Math.abs(k));
                    BigDecimal exact = k < 0 ? new BigDecimal(x).divide(scale) : new BigDecimal(x).multiply(scale);
                    assertThatObject(Msl.ldexp(x, k)).isEqualTo(Math.copySign(exact.floatValue(), x));
                }
            }
        }
    }

    @Test
    void ilogbIsTheExponentOfSubnormalsToo() {
        for (int k = -149; k <= 127; k++) {
            float power = Math.scalb(1f, k);
            assertThatObject(Msl.ilogb(power)).isEqualTo(k);
            assertThatObject(Msl.ilogb(-power)).isEqualTo(k);
            assertThatObject(Msl.ilogb(Math.nextUp(power))).isEqualTo(k == -149 ? -148 : k);
        }
        assertThatObject(Msl.ilogb(-0f)).isEqualTo(Integer.MIN_VALUE);
        assertThatObject(Msl.ilogb(-INFINITY)).isEqualTo(Integer.MAX_VALUE);
        assertThatObject(Msl.ilogb(Float.NaN)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void minAndMaxPreferNumbersToNan() {
        for (float x : Samples.specialFloats()) {
            assertThatObject(Msl.min(x, Float.NaN)).isEqualTo(x).isEqualTo(Msl.fmin(Float.NaN, x));
            assertThatObject(Msl.max(x, Float.NaN)).isEqualTo(x).isEqualTo(Msl.fmax(Float.NaN, x));
            for (float y : Samples.specialFloats()) {
                if (!Float.isNaN(x) && !Float.isNaN(y)) {
                    assertThatObject(Msl.min(x, y)).isEqualTo(Math.min(x, y)).isEqualTo(Msl.fmin(x, y));
                    assertThatObject(Msl.max(x, y)).isEqualTo(Math.max(x, y)).isEqualTo(Msl.fmax(x, y));
                }
            }
        }
    }

    @Test
    void threeAreOrdered() {
        float[] values = {-INFINITY, -2f, 0f, 1f, 3f, INFINITY};
        for (float x : values) {
            for (float y : values) {
                for (float z : values) {
                    float[] sorted = {x, y, z};
                    Arrays.sort(sorted);
                    assertThatObject(Msl.min3(x, y, z)).isEqualTo(sorted[0]).isEqualTo(Msl.fmin3(x, y, z));
                    assertThatObject(Msl.median3(x, y, z)).isEqualTo(sorted[1]).isEqualTo(Msl.fmedian3(x, y, z));
                    assertThatObject(Msl.max3(x, y, z)).isEqualTo(sorted[2]).isEqualTo(Msl.fmax3(x, y, z));
                    if (y <= z) {
                        assertThatObject(Msl.clamp(x, y, z)).isEqualTo(x < y ? y : Math.min(x, z));
                    }
                }
            }
        }
        assertThatObject(Msl.min3(Float.NaN, 2f, Float.NaN)).isEqualTo(2f);
        assertThatObject(Msl.max3(Float.NaN, Float.NaN, 2f)).isEqualTo(2f);
    }

    @Test
    void clampAndSaturateTakeNanToTheLowerEnd() {
        assertThatObject(Msl.clamp(Float.NaN, -1f, 1f)).isEqualTo(-1f);
        assertThat(Msl.saturate(Float.NaN)).isZero();
        assertThatObject(Msl.saturate(INFINITY)).isEqualTo(1f);
        assertThatObject(Msl.saturate(0.25f)).isEqualTo(0.25f);
    }

    @Test
    void signHasZeroOfNan() {
        assertThatObject(Msl.sign(Float.NaN)).isEqualTo(0f);
        assertThatObject(Msl.sign(-0f)).isEqualTo(-0f);
        assertThatObject(Msl.sign(-INFINITY)).isEqualTo(-1f);
        assertThatObject(Msl.sign(Float.MIN_VALUE)).isEqualTo(1f);
    }

    @Test
    void absAndCopysignTouchTheSignOnly() {
        for (float x : Samples.specialFloats()) {
            if (!Float.isNaN(x)) {
                assertThatObject(Msl.abs(x))
                        .isEqualTo(x < 0f || 1f / x < 0f ? -x : x)
                        .isEqualTo(Msl.fabs(x));
                assertThatObject(Msl.copysign(x, -0f)).isEqualTo(-Msl.abs(x));
                assertThatObject(Msl.copysign(x, 1f)).isEqualTo(Msl.abs(x));
            }
        }
    }

    @Test
    void blendsFollowTheirFormulas() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            float x = Samples.between(random, -10f, 10f);
            float y = Samples.between(random, -10f, 10f);
            float a = random.nextFloat();
            double mixed = (double) x + ((double) y - x) * a;
            double unit = Math.ulp(Math.max(Math.abs(y - x), Math.max(Math.abs(x), Math.abs(y))));
            assertThat(Math.abs(Msl.mix(x, y, a) - mixed)).isLessThanOrEqualTo(3 * unit);

            double t = Math.max(0, Math.min(1, ((double) a - 0.25) / 0.5));
            double smooth = t * t * (3 - 2 * t);
            assertThat(Math.abs(Msl.smoothstep(0.25f, 0.75f, a) - smooth)).isLessThanOrEqualTo(0x1p-21);
        }
        assertThatObject(Msl.step(1f, Math.nextDown(1f))).isEqualTo(0f);
        assertThatObject(Msl.step(1f, 1f)).isEqualTo(1f);
    }

    @Test
    void testsLookAtTheKindOfNumber() {
        for (float x : Samples.specialFloats()) {
            boolean finite = Math.abs(x) <= Float.MAX_VALUE;
            assertThatObject(Msl.isfinite(x)).isEqualTo(finite);
            assertThatObject(Msl.isnan(x)).isEqualTo(Float.isNaN(x));
            assertThatObject(Msl.isinf(x)).isEqualTo(!finite && !Float.isNaN(x));
            assertThatObject(Msl.isnormal(x)).isEqualTo(finite && !(x > -0x1p-126f && x < 0x1p-126f));
        }
        assertThat(Msl.signbit(-0f)).isTrue();
        assertThat(Msl.signbit(0f)).isFalse();
        assertThat(Msl.signbit(-INFINITY)).isTrue();
        assertThatObject(Msl.select(1f, 2f, true)).isEqualTo(2f);
        assertThatObject(Msl.select(1, 2, false)).isEqualTo(1);
        assertThatObject(Msl.select(1L, 2L, true)).isEqualTo(2L);
        assertThat(Msl.select(true, false, true)).isFalse();
    }

    @Test
    void zerosKeepTheirSignWhereTheFunctionIsOdd() {
        for (float zero : new float[] {0f, -0f}) {
            assertThat(new float[] {
                        Msl.sin(zero),
                        Msl.tan(zero),
                        Msl.asin(zero),
                        Msl.atan(zero),
                        Msl.sinh(zero),
                        Msl.tanh(zero),
                        Msl.asinh(zero),
                        Msl.atanh(zero),
                        Msl.sinpi(zero),
                        Msl.tanpi(zero),
                        Msl.sqrt(zero)
                    })
                    .containsOnly(zero);
        }
    }

    @Test
    void endsOfTheDomainsAreInfinite() {
        assertThatObject(Msl.log(0f)).isEqualTo(-INFINITY);
        assertThatObject(Msl.log2(0f)).isEqualTo(-INFINITY);
        assertThatObject(Msl.log10(0f)).isEqualTo(-INFINITY);
        assertThatObject(Msl.rsqrt(0f)).isEqualTo(INFINITY);
        assertThatObject(Msl.atanh(1f)).isEqualTo(INFINITY);
        assertThatObject(Msl.atanh(-1f)).isEqualTo(-INFINITY);
        assertThatObject(Msl.exp(INFINITY)).isEqualTo(INFINITY);
        assertThatObject(Msl.exp(-INFINITY)).isEqualTo(0f);
        assertThatObject(Msl.exp2(-INFINITY)).isEqualTo(0f);
        assertThatObject(Msl.exp10(INFINITY)).isEqualTo(INFINITY);
        assertThatObject(Msl.asinh(-INFINITY)).isEqualTo(-INFINITY);
        assertThatObject(Msl.acosh(INFINITY)).isEqualTo(INFINITY);
        assertThatObject(Msl.cosh(-INFINITY)).isEqualTo(INFINITY);
        assertThatObject(Msl.tanh(INFINITY)).isEqualTo(1f);
        assertThatObject(Msl.rsqrt(INFINITY)).isEqualTo(0f);
        assertThatObject(Msl.atan(INFINITY)).isEqualTo((float) (Math.PI / 2));
        assertThatObject(Msl.tanpi(0.5f)).isEqualTo(INFINITY);
        assertThatObject(Msl.tanpi(-0.5f)).isEqualTo(-INFINITY);
    }

    @Test
    void outsideOfTheDomainsIsNan() {
        assertThat(new float[] {
                    Msl.log(-1f),
                    Msl.log2(-1f),
                    Msl.log10(-1f),
                    Msl.sqrt(-1f),
                    Msl.rsqrt(-1f),
                    Msl.asin(1.5f),
                    Msl.acos(-1.5f),
                    Msl.acosh(0.5f),
                    Msl.acosh(-1e9f),
                    Msl.acosh(-Float.MAX_VALUE),
                    Msl.atanh(1.5f),
                    Msl.sin(INFINITY),
                    Msl.cos(INFINITY),
                    Msl.tan(INFINITY),
                    Msl.sinpi(INFINITY),
                    Msl.cospi(-INFINITY),
                    Msl.tanpi(INFINITY),
                    Msl.powr(-1f, 2f),
                    Msl.pow(-8f, 1f / 3f)
                })
                .containsOnly(Float.NaN);
    }

    @Test
    void powFollowsC() {
        assertThatObject(Msl.pow(1f, Float.NaN)).isEqualTo(1f);
        assertThatObject(Msl.pow(Float.NaN, 0f)).isEqualTo(1f);
        assertThatObject(Msl.pow(-1f, INFINITY)).isEqualTo(1f);
        assertThatObject(Msl.pow(1f, -INFINITY)).isEqualTo(1f);
        assertThatObject(Msl.pow(0f, -1f)).isEqualTo(INFINITY);
        assertThatObject(Msl.pow(-0f, -1f)).isEqualTo(-INFINITY);
        assertThatObject(Msl.pow(-2f, 3f)).isEqualTo(-8f);
        assertThatObject(Msl.pow(0.5f, INFINITY)).isEqualTo(0f);
        assertThatObject(Msl.powr(4f, 0.5f)).isEqualTo(2f);
        assertThatObject(Msl.powr(0f, 2f)).isEqualTo(0f);
    }
}
