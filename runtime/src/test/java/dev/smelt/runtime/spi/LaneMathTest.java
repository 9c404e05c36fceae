package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Msl;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions of lanes against those of double precision, over all magnitudes. */
class LaneMathTest {
    /** A full strip, for which some loops have another form. */
    private static final int LANES = 1024;
    /** A prime, so that all low bits come up: some 43 million floats of each function. */
    private static final int STEP = 101;

    private static final double BOUND = 2.3;

    /** The functions. */
    enum Function {
        EXP,
        LOG,
        SIN,
        COS;

        double exact(double x) {
            return switch (this) {
                case EXP -> Math.exp(x);
                case LOG -> Math.log(x);
                case SIN -> Math.sin(x);
                case COS -> Math.cos(x);
            };
        }

        void compute(LaneMath math, LaneMask mask, float[] x, float[] results) {
            switch (this) {
                case EXP -> math.exp(mask, x, results);
                case LOG -> math.log(mask, x, results);
                case SIN -> math.sin(mask, x, results);
                case COS -> math.cos(mask, x, results);
            }
        }
    }

    private final LaneMath math = new LaneMath(LANES);
    private final LaneMask mask = new LaneMask(LANES);

    private float[] compute(Function function, float[] x) {
        float[] results = new float[x.length];
        mask.begin(x.length);
        function.compute(math, mask, x, results);
        return results;
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void areWithinTheirBound(Function function) {
        float[] x = new float[LANES];
        long bits = 0;
        while (bits < (1L << 32)) {
            for (int lane = 0; lane < LANES; lane++) {
                x[lane] = Float.intBitsToFloat((int) bits);
                bits += STEP;
            }
            check(function, x);
        }
    }

    private void check(Function function, float[] x) {
        float[] results = compute(function, x);
        for (int lane = 0; lane < x.length; lane++) {
            double exact = function.exact(x[lane]);
            float nearest = (float) exact;
            boolean special = Float.isNaN(nearest) || Float.isInfinite(nearest);
            boolean near = special
                    ? Float.compare(results[lane], nearest) == 0
                    : Math.abs(results[lane] - exact) <= BOUND * Math.ulp(nearest);
            if (!near) {
                assertThat(results[lane]).as("%s of %s", function, x[lane]).isEqualTo(nearest);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void haveJavasSpecialValues(Function function) {
        float[] x = {
            0f,
            -0f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            1f,
            -1f,
            30_000f,
            30_001f,
            -1e9f,
            88.72284f,
            88.72285f,
            -103.97f,
            -103.98f
        };
        check(function, x);
        float[] results = compute(function, x);
        if (function == Function.SIN) {
            assertThat(Float.floatToRawIntBits(results[1])).isEqualTo(Float.floatToRawIntBits(-0f));
        }
    }

    /** One angle that is too large leaves the others as they are. */
    @ParameterizedTest
    @EnumSource(Function.class)
    void giveALaneTheSameWhateverTheOthersHave(Function function) {
        for (float other : List.of(1f, 1e30f, Float.NaN, -5f)) {
            float[] alone = compute(function, new float[] {0.75f, 0.75f, 0.75f});
            float[] together = compute(function, new float[] {0.75f, other, 0.75f});
            assertThat(together[0]).isEqualTo(alone[0]);
            assertThat(together[2]).isEqualTo(alone[0]);
        }
        assertThat(compute(Function.SIN, new float[] {1e30f})).containsExactly(Msl.sin(1e30f));
    }

    /** Wherever in a strip a value is that has to be done by itself, it is. */
    @ParameterizedTest
    @EnumSource(Function.class)
    void findTheOneLaneThatIsSpecial(Function function) {
        for (float special : List.of(-100f, 1e30f, Float.MIN_VALUE, Float.NaN)) {
            for (int at = 0; at < LANES; at += 51) {
                float[] x = new float[LANES];
                Arrays.fill(x, 0.75f);
                x[at] = special;
                check(function, x);
            }
        }
    }

    /** Choices are Java's for each pair of values, the special ones among them. */
    @Test
    void chooseAsJavaDoes() {
        float[] values = {
            0f,
            -0f,
            1f,
            -1f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            Float.intBitsToFloat(0xffc00000),
            1.0000001f
        };
        int pairs = values.length * values.length;
        float[] left = new float[pairs];
        float[] right = new float[pairs];
        float[] then = new float[pairs];
        float[] otherwise = new float[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            left[pair] = values[pair / values.length];
            right[pair] = values[pair % values.length];
            then[pair] = values[(pair + 3) % values.length];
            otherwise[pair] = pair;
        }
        float[] less = new float[pairs];
        float[] lessOrEqual = new float[pairs];
        mask.begin(pairs);
        math.selectLess(mask, left, right, then, otherwise, less);
        math.selectLessOrEqual(mask, left, right, then, otherwise, lessOrEqual);
        for (int pair = 0; pair < pairs; pair++) {
            assertThat(Float.valueOf(less[pair]))
                    .as("%s < %s", left[pair], right[pair])
                    .isEqualTo(Float.valueOf(left[pair] < right[pair] ? then[pair] : otherwise[pair]));
            assertThat(Float.valueOf(lessOrEqual[pair]))
                    .as("%s <= %s", left[pair], right[pair])
                    .isEqualTo(Float.valueOf(left[pair] <= right[pair] ? then[pair] : otherwise[pair]));
        }
    }
}
