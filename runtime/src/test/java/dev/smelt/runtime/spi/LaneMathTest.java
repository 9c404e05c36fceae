package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Msl;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The functions of lanes against those of double precision, over all magnitudes. With {@code -Dsmelt.floats=all} every
 * float is tried that is not done by itself, which takes about a minute for each function, and the largest errors are
 * printed.
 */
class LaneMathTest {
    /** A full strip, for which some loops have another form. */
    private static final int LANES = 1024;

    /** A prime, so that all low bits come up. */
    private static final int STEP = 1009;

    private static final int MANY = 1_000_000;
    private static final int PAIRS = "all".equals(System.getProperty("smelt.floats")) ? 1000 * MANY : MANY;

    private final LaneMath math = new LaneMath(LANES);
    private final LaneMask mask = new LaneMask(LANES);

    private float[] compute(LaneFunction function, float[] x) {
        float[] results = new float[x.length];
        mask.begin(x.length);
        function.compute(math, mask, x, results);
        return results;
    }

    @ParameterizedTest
    @EnumSource(LaneFunction.class)
    void areWithinMetalsBounds(LaneFunction function) {
        float[] x = new float[LANES];
        for (long bits = 0; bits < (1L << 32); ) {
            for (int lane = 0; lane < LANES; lane++) {
                x[lane] = Float.intBitsToFloat((int) bits);
                bits += STEP;
            }
            check(function, x);
        }
    }

    @ParameterizedTest
    @EnumSource(LaneFunction.class)
    @EnabledIfSystemProperty(named = "smelt.floats", matches = "all")
    void areWithinMetalsBoundsForEachFloat(LaneFunction function) {
        float[] x = new float[LANES];
        double largest = 0;
        float next = function.least();
        while (next <= function.most()) {
            for (int lane = 0; lane < LANES; lane++) {
                x[lane] = next;
                next = next == 0f && Float.floatToRawIntBits(next) != 0 ? 0f : Math.nextUp(next); // -0 before 0
            }
            largest = Math.max(largest, check(function, x));
        }
        System.out.printf("%s: %.2f ulp%n", function, largest);
    }

    /** The largest error, in ulp. */
    private double check(LaneFunction function, float[] x) {
        float[] results = compute(function, x);
        double largest = 0;
        for (int lane = 0; lane < x.length; lane++) {
            double exact = function.exact(x[lane]);
            double error = error(results[lane], exact);
            if (!(error <= function.bound())) {
                assertThat(results[lane]).as("%s of %s", function, x[lane]).isEqualTo((float) exact);
            }
            largest = Math.max(largest, error);
        }
        return largest;
    }

    /** In ulp; infinite if one of both is infinite, NaN, or a zero with another sign. */
    private static double error(float result, double exact) {
        float nearest = (float) exact;
        if (Float.compare(result, nearest) == 0) {
            return Float.isFinite(nearest) ? Math.abs(result - exact) / Math.ulp(nearest) : 0;
        }
        boolean special = !Float.isFinite(nearest) || !Float.isFinite(result) || exact == 0;
        return special ? Double.POSITIVE_INFINITY : Math.abs(result - exact) / Math.ulp(nearest);
    }

    @ParameterizedTest
    @EnumSource(LaneFunction.class)
    void haveTheSpecialValues(LaneFunction function) {
        check(function, SPECIAL);
    }

    private static final float[] SPECIAL = {
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
        0.5f,
        -0.5f,
        Math.nextUp(0.5f),
        1f,
        -1f,
        Math.nextUp(1f),
        Math.nextDown(1f),
        1.5f,
        2f,
        -2f,
        3f,
        -3f,
        30_000f,
        30_001f,
        -1e9f,
        88.72284f,
        88.72285f,
        -103.97f,
        -103.98f,
        126f,
        -126f,
        38f,
        -38f
    };

    /** One angle that is too large leaves the others as they are. */
    @ParameterizedTest
    @EnumSource(LaneFunction.class)
    void giveALaneTheSameWhateverTheOthersHave(LaneFunction function) {
        for (float other : List.of(1f, 1e30f, Float.NaN, -5f)) {
            float[] alone = compute(function, new float[] {0.75f, 0.75f, 0.75f});
            float[] together = compute(function, new float[] {0.75f, other, 0.75f});
            assertThat(new float[] {together[0], together[2]}).containsExactly(new float[] {alone[0], alone[2]});
        }
        assertThat(compute(LaneFunction.SIN, new float[] {1e30f})).containsExactly(Msl.sin(1e30f));
    }

    /** Wherever in a strip a value is that has to be done by itself, it is. */
    @ParameterizedTest
    @EnumSource(LaneFunction.class)
    void findTheOneLaneThatIsSpecial(LaneFunction function) {
        for (float special : List.of(-100f, 1e30f, Float.MIN_VALUE, Float.NaN)) {
            for (int at = 0; at < LANES; at += 51) {
                float[] x = new float[LANES];
                Arrays.fill(x, 0.75f);
                x[at] = special;
                check(function, x);
            }
        }
    }

    private interface OfTwo {
        void compute(LaneMath math, LaneMask mask, float[] x, float[] y, float[] results);
    }

    private interface Exact {
        double of(double x, double y);
    }

    private double check(String name, double bound, OfTwo function, Exact exact, float[] x, float[] y) {
        float[] results = new float[x.length];
        mask.begin(x.length);
        function.compute(math, mask, x, y, results);
        double largest = 0;
        for (int lane = 0; lane < x.length; lane++) {
            double wanted = exact.of(x[lane], y[lane]);
            double error = error(results[lane], wanted);
            if (!(error <= bound)) {
                assertThat(results[lane])
                        .as("%s of %s, %s", name, x[lane], y[lane])
                        .isEqualTo((float) wanted);
            }
            largest = Math.max(largest, error);
        }
        return largest;
    }

    private void checkPairs(String name, double bound, OfTwo function, Exact exact) {
        int count = SPECIAL.length;
        for (float other : SPECIAL) {
            float[] others = new float[count];
            Arrays.fill(others, other);
            check(name, bound, function, exact, SPECIAL, others);
        }
        Random random = new Random(5);
        float[] x = new float[LANES];
        float[] y = new float[LANES];
        double largest = 0;
        for (int strip = 0; strip < PAIRS / LANES; strip++) {
            for (int lane = 0; lane < LANES; lane++) {
                // All floats, those from 1/8 to 8, and those near 1, so that powers are neither 0 nor infinite.
                x[lane] = switch (lane % 3) {
                    case 0 -> Float.intBitsToFloat(random.nextInt());
                    case 1 -> (float) Math.exp(random.nextDouble() * 4 - 2);
                    default -> 1f + (random.nextFloat() - 0.5f) * 0.01f;
                };
                y[lane] = switch (lane % 4) {
                    case 0 -> Float.intBitsToFloat(random.nextInt());
                    case 1 -> random.nextInt(41) - 20;
                    default -> (float) ((random.nextDouble() - 0.5) * 174 / Math.log(Math.abs(x[lane])));
                };
            }
            largest = Math.max(largest, check(name, bound, function, exact, x, y));
        }
        if (PAIRS > MANY) {
            System.out.printf("%s: %.2f ulp%n", name, largest);
        }
    }

    @Test
    void powersAreWithinMetalsBound() {
        checkPairs(
                "POW", 16, LaneMath::pow, (x, y) -> x == 1 || (x == -1 && Double.isInfinite(y)) ? 1 : Math.pow(x, y));
        checkPairs("JAVA_POW", 16, LaneMath::javaPow, Math::pow);
        checkPairs("POWR", 16, LaneMath::powr, (x, y) -> x < 0 ? Double.NaN : x == 1 ? 1 : Math.pow(Math.abs(x), y));
    }

    @Test
    void anglesOfPointsAreWithinMetalsBound() {
        checkPairs("ATAN2", 6, LaneMath::atan2, Math::atan2);
    }

    private static final float[] COMPARED = {
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
        Float.intBitsToFloat(-1),
        1.0000001f
    };

    /** Choices are Java's for each pair of values, the special ones among them. */
    @Test
    void chooseAsJavaDoes() {
        float[] values = COMPARED;
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

    @Test
    void selectsByTheSign() {
        float[] values = COMPARED;
        float[] then = new float[values.length];
        float[] otherwise = new float[values.length];
        for (int lane = 0; lane < values.length; lane++) {
            then[lane] = values[(lane + 5) % values.length];
            otherwise[lane] = lane;
        }
        selects("<", math::selectNegative, x -> x < 0f, values, then, otherwise);
        selects("<=", math::selectNotPositive, x -> x <= 0f, values, then, otherwise);
        selects(">", math::selectPositive, x -> x > 0f, values, then, otherwise);
        selects(">=", math::selectNotNegative, x -> x >= 0f, values, then, otherwise);
    }

    private interface SelectByZero {
        void select(LaneMask mask, float[] x, float[] then, float[] otherwise, float[] results);
    }

    private void selects(
            String operator,
            SelectByZero select,
            Predicate<Float> comparison,
            float[] values,
            float[] then,
            float[] otherwise) {
        float[] results = new float[values.length];
        mask.begin(values.length);
        select.select(mask, values, then, otherwise, results);
        for (int lane = 0; lane < values.length; lane++) {
            assertThat(Float.valueOf(results[lane]))
                    .as("%s %s 0", values[lane], operator)
                    .isEqualTo(Float.valueOf(comparison.test(values[lane]) ? then[lane] : otherwise[lane]));
        }
    }
}
