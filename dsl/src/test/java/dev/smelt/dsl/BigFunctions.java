package dev.smelt.dsl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions to some 60 digits, from their series: the reference for those of {@link Msl}, sharing nothing
 * with {@link Math}.
 */
final class BigFunctions {

    /** Enough to reduce the greatest float, of 39 digits, by pi and have 60 left. */
    private static final MathContext WIDE = new MathContext(110);

    private static final MathContext MC = new MathContext(60);
    private static final BigDecimal TINY = new BigDecimal(BigInteger.ONE, 120);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    static final BigDecimal PI = machinPi();
    static final BigDecimal LN_2 = logNearOne(TWO);
    static final BigDecimal LN_10 = log(BigDecimal.TEN);

    private BigFunctions() {}

    static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.valueOf(400)) > 0) {
            throw new ArithmeticException("far beyond the range of floats");
        }
        // (exp(x / 2^20))^(2^20); the squarings lose 20 bits of the 110 digits.
        BigDecimal small = x.divide(TWO.pow(20), WIDE);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
            term = term.multiply(small, WIDE).divide(BigDecimal.valueOf(n), WIDE);
            sum = sum.add(term, WIDE);
        }
        for (int i = 0; i < 20; i++) {
            sum = sum.multiply(sum, WIDE);
        }
        return sum;
    }

    /** Of a positive number. */
    static BigDecimal log(BigDecimal x) {
        int exponent = 0;
        BigDecimal mantissa = x;
        while (mantissa.compareTo(BigDecimal.valueOf(1.5)) > 0) {
            mantissa = mantissa.divide(TWO, WIDE);
            exponent++;
        }
        while (mantissa.compareTo(BigDecimal.valueOf(0.75)) < 0) {
            mantissa = mantissa.multiply(TWO, WIDE);
            exponent--;
        }
        BigDecimal log = logNearOne(mantissa);
        return exponent == 0 ? log : log.add(LN_2.multiply(BigDecimal.valueOf(exponent)), WIDE);
    }

    /** 2 * atanh((x - 1) / (x + 1)). */
    private static BigDecimal logNearOne(BigDecimal x) {
        BigDecimal ratio = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), WIDE);
        BigDecimal square = ratio.multiply(ratio, WIDE);
        BigDecimal power = ratio;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; power.abs().compareTo(TINY) > 0; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), WIDE), WIDE);
            power = power.multiply(square, WIDE);
        }
        return sum.multiply(TWO);
    }

    static BigDecimal sin(BigDecimal x) {
        return sinOfReduced(x.subtract(quarters(x).multiply(PI).divide(TWO), WIDE), quarters(x));
    }

    static BigDecimal cos(BigDecimal x) {
        BigDecimal rest = x.subtract(quarters(x).multiply(PI).divide(TWO), WIDE);
        return sinOfReduced(rest, quarters(x).add(BigDecimal.ONE));
    }

    /** How often pi/2 goes into x, to the nearest. */
    private static BigDecimal quarters(BigDecimal x) {
        return x.multiply(TWO).divide(PI, WIDE).setScale(0, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sinOfReduced(BigDecimal x, BigDecimal quarters) {
        return switch (quarters.toBigInteger().mod(BigInteger.valueOf(4)).intValue()) {
            case 0 -> series(x, x, 1);
            case 1 -> series(x, BigDecimal.ONE, 0);
            case 2 -> series(x, x, 1).negate();
            default -> series(x, BigDecimal.ONE, 0).negate();
        };
    }

    /** The alternating series of sine or cosine. */
    private static BigDecimal series(BigDecimal x, BigDecimal first, int start) {
        BigDecimal square = x.multiply(x, WIDE);
        BigDecimal term = first;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = start; term.abs().compareTo(TINY) > 0; n += 2) {
            sum = sum.add(term, WIDE);
            term = term.multiply(square, WIDE).divide(BigDecimal.valueOf(-(n + 1L) * (n + 2L)), WIDE);
        }
        return sum;
    }

    static BigDecimal atan(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.ONE) > 0) {
            BigDecimal quarter = PI.divide(TWO).multiply(BigDecimal.valueOf(x.signum()));
            return quarter.subtract(atan(BigDecimal.ONE.divide(x, WIDE)), WIDE);
        }
        // Four halvings: atan(x) = 2 * atan(x / (1 + sqrt(1 + x * x))).
        BigDecimal reduced = x;
        for (int i = 0; i < 4; i++) {
            BigDecimal root =
                    BigDecimal.ONE.add(reduced.multiply(reduced), WIDE).sqrt(WIDE);
            reduced = reduced.divide(BigDecimal.ONE.add(root), WIDE);
        }
        BigDecimal square = reduced.multiply(reduced, WIDE).negate();
        BigDecimal power = reduced;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; power.abs().compareTo(TINY) > 0; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), WIDE), WIDE);
            power = power.multiply(square, WIDE);
        }
        return sum.multiply(BigDecimal.valueOf(16));
    }

    static BigDecimal atan2(BigDecimal y, BigDecimal x) {
        if (x.signum() == 0) {
            return PI.divide(TWO).multiply(BigDecimal.valueOf(y.signum()));
        }
        BigDecimal angle = atan(y.divide(x, WIDE));
        if (x.signum() > 0) {
            return angle;
        }
        return y.signum() < 0 ? angle.subtract(PI) : angle.add(PI);
    }

    /** By the half angle: 2 * atan(x / (1 + sqrt(1 - x * x))). */
    static BigDecimal asin(BigDecimal x) {
        BigDecimal root = BigDecimal.ONE.subtract(x.multiply(x)).sqrt(WIDE);
        return atan(x.divide(BigDecimal.ONE.add(root), WIDE)).multiply(TWO);
    }

    static BigDecimal acos(BigDecimal x) {
        return PI.divide(TWO).subtract(asin(x));
    }

    static BigDecimal sinh(BigDecimal x) {
        return exp(x).subtract(exp(x.negate())).divide(TWO);
    }

    static BigDecimal cosh(BigDecimal x) {
        return exp(x).add(exp(x.negate())).divide(TWO);
    }

    static BigDecimal tanh(BigDecimal x) {
        return sinh(x).divide(cosh(x), MC);
    }

    static BigDecimal asinh(BigDecimal x) {
        BigDecimal root = x.multiply(x).add(BigDecimal.ONE).sqrt(WIDE);
        BigDecimal magnitude = log(x.abs().add(root));
        return x.signum() < 0 ? magnitude.negate() : magnitude;
    }

    static BigDecimal acosh(BigDecimal x) {
        return log(x.add(x.multiply(x).subtract(BigDecimal.ONE).sqrt(WIDE)));
    }

    static BigDecimal atanh(BigDecimal x) {
        return log(BigDecimal.ONE.add(x).divide(BigDecimal.ONE.subtract(x), WIDE))
                .divide(TWO);
    }

    static BigDecimal pow(BigDecimal x, BigDecimal y) {
        return exp(y.multiply(log(x)));
    }

    static BigDecimal sqrt(BigDecimal x) {
        return x.sqrt(WIDE);
    }

    static BigDecimal quotient(BigDecimal x, BigDecimal y) {
        return x.divide(y, MC);
    }

    /** 16 * atan(1/5) - 4 * atan(1/239). */
    private static BigDecimal machinPi() {
        return atanOfReciprocal(5)
                .multiply(BigDecimal.valueOf(16))
                .subtract(atanOfReciprocal(239).multiply(BigDecimal.valueOf(4)));
    }

    private static BigDecimal atanOfReciprocal(int n) {
        MathContext wider = new MathContext(170);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), wider);
        BigDecimal square = BigDecimal.valueOf(-(long) n * n);
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 1; power.abs().compareTo(new BigDecimal(BigInteger.ONE, 165)) > 0; k += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(k), wider), wider);
            power = power.divide(square, wider);
        }
        return sum;
    }
}
