package dev.smelt.runtime.spi;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Int4;
import dev.smelt.dsl.Msl;

/**
 * The functions of the simdgroup on the JVM device, by the names they have in kernels. Each takes arrays over the lanes
 * of a threadgroup, computes for the lanes of each simdgroup that take part, and writes their results; others keep what
 * they have. A simdgroup is 32 lanes in the order of their index; the last may be smaller.
 *
 * <p>Where Metal leaves open what a lane is given, because the lane that it asks does not take part or is not there, it
 * is given its own value.
 */
public final class SimdLanes {
    private SimdLanes() {}

    /** The sum of all. */
    public static void simdSum(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.reduce(mask, values, results, Float::sum);
    }

    public static void simdSum(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.reduce(mask, values, results, Integer::sum);
    }

    public static void simdSum(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float2(0), Float2::add);
    }

    public static void simdSum(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float3(0), Float3::add);
    }

    public static void simdSum(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float4(0), Float4::add);
    }

    public static void simdSum(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int2(0), Int2::add);
    }

    public static void simdSum(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int3(0), Int3::add);
    }

    public static void simdSum(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int4(0), Int4::add);
    }

    /** The product of all. */
    public static void simdProduct(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.reduce(mask, values, results, (a, b) -> a * b);
    }

    public static void simdProduct(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.reduce(mask, values, results, (a, b) -> a * b);
    }

    public static void simdProduct(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float2(0), Float2::mul);
    }

    public static void simdProduct(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float3(0), Float3::mul);
    }

    public static void simdProduct(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float4(0), Float4::mul);
    }

    public static void simdProduct(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int2(0), Int2::mul);
    }

    public static void simdProduct(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int3(0), Int3::mul);
    }

    public static void simdProduct(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int4(0), Int4::mul);
    }

    /** The least of all; of floats, a number rather than NaN. */
    public static void simdMin(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.reduce(mask, values, results, Msl::min);
    }

    public static void simdMin(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.reduce(mask, values, results, Math::min);
    }

    public static void simdMin(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float2(0), Msl::min);
    }

    public static void simdMin(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float3(0), Msl::min);
    }

    public static void simdMin(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float4(0), Msl::min);
    }

    public static void simdMin(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int2(0), Msl::min);
    }

    public static void simdMin(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int3(0), Msl::min);
    }

    public static void simdMin(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int4(0), Msl::min);
    }

    /** The greatest of all; of floats, a number rather than NaN. */
    public static void simdMax(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.reduce(mask, values, results, Msl::max);
    }

    public static void simdMax(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.reduce(mask, values, results, Math::max);
    }

    public static void simdMax(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float2(0), Msl::max);
    }

    public static void simdMax(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float3(0), Msl::max);
    }

    public static void simdMax(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Float4(0), Msl::max);
    }

    public static void simdMax(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int2(0), Msl::max);
    }

    public static void simdMax(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int3(0), Msl::max);
    }

    public static void simdMax(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.reduce(mask, values, results, new Int4(0), Msl::max);
    }

    /** All joined by {@code &}. */
    public static void simdAnd(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.reduce(mask, values, results, (a, b) -> a & b);
    }

    /** All joined by {@code |}. */
    public static void simdOr(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.reduce(mask, values, results, (a, b) -> a | b);
    }

    /** All joined by {@code ^}. */
    public static void simdXor(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.reduce(mask, values, results, (a, b) -> a ^ b);
    }

    /** The sum of those before each lane and its own. */
    public static void simdPrefixInclusiveSum(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.scan(mask, values, results, true, 0f, Float::sum);
    }

    public static void simdPrefixInclusiveSum(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.scan(mask, values, results, true, 0, Integer::sum);
    }

    public static void simdPrefixInclusiveSum(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Float2(0), Float2::add);
    }

    public static void simdPrefixInclusiveSum(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Float3(0), Float3::add);
    }

    public static void simdPrefixInclusiveSum(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Float4(0), Float4::add);
    }

    public static void simdPrefixInclusiveSum(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Int2(0), Int2::add);
    }

    public static void simdPrefixInclusiveSum(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Int3(0), Int3::add);
    }

    public static void simdPrefixInclusiveSum(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Int4(0), Int4::add);
    }

    /** The product of those before each lane and its own. */
    public static void simdPrefixInclusiveProduct(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.scan(mask, values, results, true, 1f, (a, b) -> a * b);
    }

    public static void simdPrefixInclusiveProduct(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.scan(mask, values, results, true, 1, (a, b) -> a * b);
    }

    public static void simdPrefixInclusiveProduct(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Float2(1), Float2::mul);
    }

    public static void simdPrefixInclusiveProduct(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Float3(1), Float3::mul);
    }

    public static void simdPrefixInclusiveProduct(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Float4(1), Float4::mul);
    }

    public static void simdPrefixInclusiveProduct(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Int2(1), Int2::mul);
    }

    public static void simdPrefixInclusiveProduct(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Int3(1), Int3::mul);
    }

    public static void simdPrefixInclusiveProduct(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.scan(mask, values, results, true, new Int4(1), Int4::mul);
    }

    /** The sum of those before each lane. */
    public static void simdPrefixExclusiveSum(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.scan(mask, values, results, false, 0f, Float::sum);
    }

    public static void simdPrefixExclusiveSum(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.scan(mask, values, results, false, 0, Integer::sum);
    }

    public static void simdPrefixExclusiveSum(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Float2(0), Float2::add);
    }

    public static void simdPrefixExclusiveSum(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Float3(0), Float3::add);
    }

    public static void simdPrefixExclusiveSum(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Float4(0), Float4::add);
    }

    public static void simdPrefixExclusiveSum(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Int2(0), Int2::add);
    }

    public static void simdPrefixExclusiveSum(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Int3(0), Int3::add);
    }

    public static void simdPrefixExclusiveSum(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Int4(0), Int4::add);
    }

    /** The product of those before each lane. */
    public static void simdPrefixExclusiveProduct(LaneMask mask, float[] values, float[] results) {
        SimdArithmetic.scan(mask, values, results, false, 1f, (a, b) -> a * b);
    }

    public static void simdPrefixExclusiveProduct(LaneMask mask, int[] values, int[] results) {
        SimdArithmetic.scan(mask, values, results, false, 1, (a, b) -> a * b);
    }

    public static void simdPrefixExclusiveProduct(LaneMask mask, Float2[] values, Float2[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Float2(1), Float2::mul);
    }

    public static void simdPrefixExclusiveProduct(LaneMask mask, Float3[] values, Float3[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Float3(1), Float3::mul);
    }

    public static void simdPrefixExclusiveProduct(LaneMask mask, Float4[] values, Float4[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Float4(1), Float4::mul);
    }

    public static void simdPrefixExclusiveProduct(LaneMask mask, Int2[] values, Int2[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Int2(1), Int2::mul);
    }

    public static void simdPrefixExclusiveProduct(LaneMask mask, Int3[] values, Int3[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Int3(1), Int3::mul);
    }

    public static void simdPrefixExclusiveProduct(LaneMask mask, Int4[] values, Int4[] results) {
        SimdArithmetic.scan(mask, values, results, false, new Int4(1), Int4::mul);
    }

    /** Whether it holds for all. */
    public static void simdAll(LaneMask mask, boolean[] values, boolean[] results) {
        vote(mask, values, results, true);
    }

    /** Whether it holds for any. */
    public static void simdAny(LaneMask mask, boolean[] values, boolean[] results) {
        vote(mask, values, results, false);
    }

    private static void vote(LaneMask mask, boolean[] values, boolean[] results, boolean all) {
        for (int first = 0; first < mask.lanes(); first += LaneMask.SIMD_WIDTH) {
            int end = Math.min(first + LaneMask.SIMD_WIDTH, mask.lanes());
            boolean outcome = all;
            for (int lane = first; lane < end; lane++) {
                if (mask.takesPart(lane) && values[lane] != all) {
                    outcome = !all;
                }
            }
            for (int lane = first; lane < end; lane++) {
                if (mask.takesPart(lane)) {
                    results[lane] = outcome;
                }
            }
        }
    }

    /** The value of the lane with a number. */
    public static void simdShuffle(LaneMask mask, Object values, int[] amounts, Object results) {
        SimdMoves.move(mask, values, amounts, results, (place, number) -> number);
    }

    /** The value of the lane so many places before; the first ones keep theirs. */
    public static void simdShuffleUp(LaneMask mask, Object values, int[] amounts, Object results) {
        SimdMoves.move(mask, values, amounts, results, (place, delta) -> place - delta);
    }

    /** The value of the lane so many places behind; the last ones keep theirs. */
    public static void simdShuffleDown(LaneMask mask, Object values, int[] amounts, Object results) {
        SimdMoves.move(mask, values, amounts, results, (place, delta) -> place + delta);
    }

    /** The value of the lane whose number differs in some bits. */
    public static void simdShuffleXor(LaneMask mask, Object values, int[] amounts, Object results) {
        SimdMoves.move(mask, values, amounts, results, (place, bits) -> place ^ bits);
    }

    /** As {@link #simdShuffleUp}, where the last come before the first. */
    public static void simdShuffleRotateUp(LaneMask mask, Object values, int[] amounts, Object results) {
        SimdMoves.move(mask, values, amounts, results, (place, delta) -> (place - delta) & (LaneMask.SIMD_WIDTH - 1));
    }

    /** As {@link #simdShuffleDown}, where the first come behind the last. */
    public static void simdShuffleRotateDown(LaneMask mask, Object values, int[] amounts, Object results) {
        SimdMoves.move(mask, values, amounts, results, (place, delta) -> (place + delta) & (LaneMask.SIMD_WIDTH - 1));
    }

    /** The value of the lane with a number, the same for all. */
    public static void simdBroadcast(LaneMask mask, Object values, int[] amounts, Object results) {
        SimdMoves.move(mask, values, amounts, results, (place, number) -> number);
    }

    /** The value of the first lane that takes part. */
    public static void simdBroadcastFirst(LaneMask mask, Object values, Object results) {
        SimdMoves.first(mask, values, results);
    }
}
