package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java bodies against a reference of 60 digits. MSL allows its precise functions several ulp; computed in double
 * and rounded once, these have little more than half of one, and that is what is asked for.
 */
final class FloatAccuracyTest {

    private static final int SAMPLES = 300;
    private static final double BOUND = 0.51;

    private interface FloatFunction {
        float apply(float x);
    }

    private interface FloatFunction2 {
        float apply(float x, float y);
    }

    private static Arguments unary(
            String name, FloatFunction function, UnaryOperator<BigDecimal> reference, float low, float high) {
        return arguments(name, function, reference, low, high);
    }

    static Stream<Arguments> functionsOfOne() {
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal pi = BigFunctions.PI;
        float max = Float.MAX_VALUE;
        return Stream.of(
                unary("sin", Msl::sin, BigFunctions::sin, -max, max),
                unary("cos", Msl::cos, BigFunctions::cos, -max, max),
                unary("tan", Msl::tan, x -> BigFunctions.quotient(BigFunctions.sin(x), BigFunctions.cos(x)), -max, max),
                unary("asin", Msl::asin, BigFunctions::asin, -1f, 1f),
                unary("acos", Msl::acos, BigFunctions::acos, -1f, 1f),
                unary("atan", Msl::atan, BigFunctions::atan, -max, max),
                unary("sinpi", Msl::sinpi, x -> BigFunctions.sin(modTwo(x).multiply(pi)), -max, max),
                unary("cospi", Msl::cospi, x -> BigFunctions.cos(modTwo(x).multiply(pi)), -max, max),
                unary("tanpi", Msl::tanpi, FloatAccuracyTest::tanpi, -max, max),
                unary("sinh", Msl::sinh, BigFunctions::sinh, -95f, 95f),
                unary("cosh", Msl::cosh, BigFunctions::cosh, -95f, 95f),
                unary("tanh", Msl::tanh, BigFunctions::tanh, -95f, 95f),
                unary("asinh", Msl::asinh, BigFunctions::asinh, -max, max),
                unary("acosh", Msl::acosh, BigFunctions::acosh, 1f, max),
                unary("atanh", Msl::atanh, BigFunctions::atanh, Math.nextUp(-1f), Math.nextDown(1f)),
                unary("exp", Msl::exp, BigFunctions::exp, -110f, 95f),
                unary("exp2", Msl::exp2, x -> BigFunctions.pow(two, x), -155f, 130f),
                unary("exp10", Msl::exp10, x -> BigFunctions.pow(BigDecimal.TEN, x), -48f, 40f),
                unary("log", Msl::log, BigFunctions::log, Float.MIN_VALUE, max),
                unary(
                        "log2",
                        Msl::log2,
                        x -> BigFunctions.quotient(BigFunctions.log(x), BigFunctions.LN_2),
                        Float.MIN_VALUE,
                        max),
                unary(
                        "log10",
                        Msl::log10,
                        x -> BigFunctions.quotient(BigFunctions.log(x), BigFunctions.LN_10),
                        Float.MIN_VALUE,
                        max),
                unary("sqrt", Msl::sqrt, BigFunctions::sqrt, 0f, max),
                unary(
                        "rsqrt",
                        Msl::rsqrt,
                        x -> BigFunctions.quotient(BigDecimal.ONE, BigFunctions.sqrt(x)),
                        Float.MIN_VALUE,
                        max));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functionsOfOne")
    void functionsOfOneArgumentAreNearlyCorrectlyRounded(
            String name, FloatFunction function, UnaryOperator<BigDecimal> reference, float low, float high) {
        Random random = new Random(name.hashCode());
        for (float x : Samples.specialFloats()) {
            if (x >= low && x <= high) {
                check(name, function.apply(x), x, reference);
            }
        }
        for (int i = 0; i < SAMPLES; i++) {
            float any = Samples.anyFloat(random);
            float small = Samples.between(random, -4f, 4f);
            float near = Samples.between(random, Math.max(low, -100f), Math.min(high, 100f));
            for (float x : new float[] {any, small, near}) {
                if (x >= low && x <= high) {
                    check(name, function.apply(x), x, reference);
                }
            }
        }
    }

    static Stream<Arguments> powers() {
        return Stream.of(
                arguments("pow", (FloatFunction2) Msl::pow, (BinaryOperator<BigDecimal>) BigFunctions::pow),
                arguments("powr", (FloatFunction2) Msl::powr, (BinaryOperator<BigDecimal>) BigFunctions::pow));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("powers")
    void powersOfPositiveNumbersAreNearlyCorrectlyRounded(
            String name, FloatFunction2 function, BinaryOperator<BigDecimal> reference) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < SAMPLES; i++) {
            float x = Math.abs(Samples.anyFloat(random)) + Float.MIN_VALUE;
            float y = (float) (Samples.between(random, -110f, 95f) / Math.log(x));
            if (Float.isFinite(y)) {
                check(name, function.apply(x, y), x, exact -> reference.apply(exact, new BigDecimal(y)));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("angles")
    void anglesAreNearlyCorrectlyRounded(String name, FloatFunction2 function, BinaryOperator<BigDecimal> reference) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < SAMPLES; i++) {
            float x = Samples.anyFloat(random);
            float y = i % 2 == 0 ? Samples.anyFloat(random) : x * Samples.between(random, -3f, 3f);
            if (Float.isFinite(y) && y != 0f) {
                check(name, function.apply(y, x), y, exact -> reference.apply(exact, new BigDecimal(x)));
            }
        }
    }

    static Stream<Arguments> angles() {
        return Stream.of(
                arguments("atan2", (FloatFunction2) Msl::atan2, (BinaryOperator<BigDecimal>) BigFunctions::atan2));
    }

    private static void check(String name, float actual, float x, UnaryOperator<BigDecimal> reference) {
        BigDecimal exact = reference.apply(new BigDecimal(x));
        assertThat(Ulp.error(actual, exact))
                .as("ulp of %s(%s) = %s, exactly %s", name, x, actual, exact.round(MathContext.DECIMAL64))
                .isLessThanOrEqualTo(BOUND);
    }

    private static BigDecimal modTwo(BigDecimal x) {
        return x.remainder(BigDecimal.valueOf(2));
    }

    /** Infinite at halves: there the exact result is beyond all floats, of the sign of the whole part's parity. */
    private static BigDecimal tanpi(BigDecimal x) {
        BigDecimal half = modTwo(x);
        if (half.abs().compareTo(BigDecimal.valueOf(0.5)) == 0 || half.abs().compareTo(BigDecimal.valueOf(1.5)) == 0) {
            boolean up = half.compareTo(BigDecimal.valueOf(0.5)) == 0 || half.compareTo(BigDecimal.valueOf(-1.5)) == 0;
            return new BigDecimal(up ? "1e99" : "-1e99");
        }
        return BigFunctions.quotient(
                BigFunctions.sin(half.multiply(BigFunctions.PI)), BigFunctions.cos(half.multiply(BigFunctions.PI)));
    }
}
