package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Compares with {@link Math}, whose doubles are far more exact than a float. */
class FloatMathTest {
    private static final double BOUND = 0.501;
    private static final int SAMPLES = 2_000_000;

    private interface FloatFunction {
        float apply(float x);
    }

    @Test
    void sinAndCosHoldTheirBoundForAnyAngle() {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            float x = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(x)) {
                worst = Math.max(worst, error(FloatMath::sin, Math::sin, x));
                worst = Math.max(worst, error(FloatMath::cos, Math::cos, x));
            }
        }
        assertThat(worst).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void sinAndCosHoldTheirBoundWhereTheyVanish() {
        double worst = 0;
        for (int quarters = 0; quarters < 640_000; quarters++) {
            float nearest = (float) (quarters * (Math.PI / 2));
            for (float x : new float[] {Math.nextDown(nearest), nearest, Math.nextUp(nearest)}) {
                worst = Math.max(worst, error(FloatMath::sin, Math::sin, x));
                worst = Math.max(worst, error(FloatMath::cos, Math::cos, -x));
            }
        }
        assertThat(worst).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void expHoldsItsBoundFromZeroToInfinity() {
        Random random = new Random(2);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            worst = Math.max(worst, error(FloatMath::exp, Math::exp, -105 + 195 * random.nextFloat()));
            float any = Float.intBitsToFloat(random.nextInt());
            if (!Float.isNaN(any)) {
                worst = Math.max(worst, error(FloatMath::exp, Math::exp, any));
            }
        }
        assertThat(worst).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void widensEveryFiniteFloatAsAConversionDoes() {
        Random random = new Random(3);
        for (int i = 0; i < SAMPLES; i++) {
            int exponent = i % 255; // zeros and subnormal numbers first
            int rest = random.nextInt();
            float x = Float.intBitsToFloat((rest & 0x807f_ffff) | exponent << 23);
            assertThat(Double.doubleToRawLongBits(FloatMath.widened(x))).isEqualTo(Double.doubleToRawLongBits(x));
        }
        for (float x : new float[] {0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE}) {
            assertThat(Double.doubleToRawLongBits(FloatMath.widened(x))).isEqualTo(Double.doubleToRawLongBits(x));
        }
    }

    @Test
    void whatIsNoNumberStaysNone() {
        assertThat(FloatMath.sin(Float.NaN)).isNaN();
        assertThat(FloatMath.cos(Float.POSITIVE_INFINITY)).isNaN();
        assertThat(FloatMath.exp(Float.NaN)).isNaN();
    }

    /** How far a function is from the exact one, in units of the last place of the exact one as a float. */
    private static double error(FloatFunction function, DoubleUnaryOperator exact, float x) {
        double expected = exact.applyAsDouble(x);
        float result = function.apply(x);
        if (Float.isInfinite((float) expected) || Float.isInfinite(result)) {
            return result == (float) expected ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(result - expected) / Math.ulp((float) expected);
    }
}
