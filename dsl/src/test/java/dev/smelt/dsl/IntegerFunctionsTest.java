package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Functions of ints and longs against their definitions in unbounded integers. */
final class IntegerFunctionsTest {

    private static final BigInteger TWO = BigInteger.TWO;

    @Test
    void absWraps() {
        check1(Msl::abs, Msl::abs, BigInteger::abs);
        assertThat(Msl.abs(Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void absdiffIsTheUnsignedDistance() {
        check2(Msl::absdiff, Msl::absdiff, (x, y) -> x.subtract(y).abs());
    }

    @Test
    void addsatAndSubsatSaturate() {
        checkSaturated(Msl::addsat, Msl::addsat, BigInteger::add);
        checkSaturated(Msl::subsat, Msl::subsat, BigInteger::subtract);
    }

    @Test
    void haddAndRhaddHalveTheWholeSum() {
        check2(Msl::hadd, Msl::hadd, (x, y) -> x.add(y).shiftRight(1));
        check2(Msl::rhadd, Msl::rhadd, (x, y) -> x.add(y).add(BigInteger.ONE).shiftRight(1));
    }

    @Test
    void minAndMaxOrder() {
        check2(Msl::min, Msl::min, BigInteger::min);
        check2(Msl::max, Msl::max, BigInteger::max);
    }

    @Test
    void mulhiIsTheUpperHalf() {
        for (int x : Samples.specialInts()) {
            for (int y : Samples.specialInts()) {
                assertThat(Msl.mulhi(x, y))
                        .isEqualTo(big(x).multiply(big(y)).shiftRight(32).intValue());
                assertThat(Msl.madhi(x, y, 5)).isEqualTo(Msl.mulhi(x, y) + 5);
            }
        }
        for (long x : Samples.specialLongs()) {
            for (long y : Samples.specialLongs()) {
                assertThat(Msl.mulhi(x, y))
                        .isEqualTo(big(x).multiply(big(y)).shiftRight(64).longValue());
                assertThat(Msl.madhi(x, y, 5L)).isEqualTo(Msl.mulhi(x, y) + 5);
            }
        }
    }

    @Test
    void madsatSaturatesOnce() {
        for (int x : Samples.specialInts()) {
            for (int y : Samples.specialInts()) {
                for (int z : Samples.specialInts()) {
                    BigInteger sum = big(x).multiply(big(y)).add(big(z));
                    assertThat(Msl.madsat(x, y, z)).isEqualTo(saturated(sum, 32).intValue());
                }
            }
        }
    }

    @Test
    void threeAreOrdered() {
        for (int x : Samples.specialInts()) {
            for (int y : Samples.specialInts()) {
                for (int z : Samples.specialInts()) {
                    int[] sorted = {x, y, z};
                    Arrays.sort(sorted);
                    assertThat(Msl.min3(x, y, z)).isEqualTo(sorted[0]);
                    assertThat(Msl.median3(x, y, z)).isEqualTo(sorted[1]);
                    assertThat(Msl.max3(x, y, z)).isEqualTo(sorted[2]);
                    assertThat(Msl.min3((long) x, y, z)).isEqualTo(sorted[0]);
                    assertThat(Msl.median3((long) x, y, z)).isEqualTo(sorted[1]);
                    assertThat(Msl.max3((long) x, y, z)).isEqualTo(sorted[2]);
                    assertThat(Msl.clamp(x, y, z)).isEqualTo(Math.min(Math.max(x, y), z));
                    assertThat(Msl.clamp((long) x, y, z)).isEqualTo(Math.min(Math.max(x, y), z));
                }
            }
        }
    }

    @Test
    void bitsAreCounted() {
        for (int x : Samples.specialInts()) {
            String bits = String.format("%32s", Integer.toBinaryString(x)).replace(' ', '0');
            assertThat(Msl.clz(x)).isEqualTo(x == 0 ? 32 : bits.indexOf('1'));
            assertThat(Msl.ctz(x)).isEqualTo(x == 0 ? 32 : 31 - bits.lastIndexOf('1'));
            assertThat(Msl.popcount(x))
                    .isEqualTo((int) bits.chars().filter(c -> c == '1').count());
            assertThat(Msl.reverseBits(x))
                    .isEqualTo(Integer.parseUnsignedInt(
                            new StringBuilder(bits).reverse().toString(), 2));
        }
        for (long x : Samples.specialLongs()) {
            String bits = String.format("%64s", Long.toBinaryString(x)).replace(' ', '0');
            assertThat(Msl.clz(x)).isEqualTo(x == 0 ? 64 : bits.indexOf('1'));
            assertThat(Msl.ctz(x)).isEqualTo(x == 0 ? 64 : 63 - bits.lastIndexOf('1'));
            assertThat(Msl.popcount(x))
                    .isEqualTo(bits.chars().filter(c -> c == '1').count());
            assertThat(Msl.reverseBits(x))
                    .isEqualTo(Long.parseUnsignedLong(
                            new StringBuilder(bits).reverse().toString(), 2));
        }
    }

    @Test
    void rotateTakesAnyDistance() {
        for (int x : Samples.specialInts()) {
            for (int n : Samples.specialInts()) {
                int distance = Math.floorMod(n, 32);
                assertThat(Msl.rotate(x, n))
                        .isEqualTo(rotated(big(x), distance, 32).intValue());
            }
        }
        for (long x : Samples.specialLongs()) {
            for (long n : Samples.specialLongs()) {
                int distance = (int) Math.floorMod(n, 64L);
                assertThat(Msl.rotate(x, n))
                        .isEqualTo(rotated(big(x), distance, 64).longValue());
            }
        }
    }

    private static BigInteger rotated(BigInteger x, int distance, int width) {
        BigInteger unsigned = x.mod(TWO.pow(width));
        return unsigned.shiftLeft(distance).or(unsigned.shiftRight(width - distance));
    }

    private static void check1(IntUnaryOperator ints, LongUnaryOperator longs, UnaryOperator<BigInteger> reference) {
        for (int x : Samples.specialInts()) {
            assertThat(ints.applyAsInt(x)).isEqualTo(reference.apply(big(x)).intValue());
        }
        for (long x : Samples.specialLongs()) {
            assertThat(longs.applyAsLong(x)).isEqualTo(reference.apply(big(x)).longValue());
        }
    }

    private static void check2(IntBinaryOperator ints, LongBinaryOperator longs, BinaryOperator<BigInteger> reference) {
        check(ints, longs, (exact, width) -> exact, reference);
    }

    private static void checkSaturated(
            IntBinaryOperator ints, LongBinaryOperator longs, BinaryOperator<BigInteger> reference) {
        check(ints, longs, IntegerFunctionsTest::saturated, reference);
    }

    private static void check(
            IntBinaryOperator ints,
            LongBinaryOperator longs,
            BiFunction<BigInteger, Integer, BigInteger> narrow,
            BinaryOperator<BigInteger> reference) {
        Random random = new Random(1);
        for (int x : Samples.specialInts()) {
            for (int y : Samples.specialInts()) {
                for (int other : new int[] {y, random.nextInt()}) {
                    BigInteger exact = narrow.apply(reference.apply(big(x), big(other)), 32);
                    assertThat(ints.applyAsInt(x, other)).as("%d, %d", x, other).isEqualTo(exact.intValue());
                }
            }
        }
        for (long x : Samples.specialLongs()) {
            for (long y : Samples.specialLongs()) {
                for (long other : new long[] {y, random.nextLong()}) {
                    BigInteger exact = narrow.apply(reference.apply(big(x), big(other)), 64);
                    assertThat(longs.applyAsLong(x, other))
                            .as("%d, %d", x, other)
                            .isEqualTo(exact.longValue());
                }
            }
        }
    }

    private static BigInteger saturated(BigInteger exact, int width) {
        BigInteger limit = TWO.pow(width - 1);
        return exact.min(limit.subtract(BigInteger.ONE)).max(limit.negate());
    }

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }
}
