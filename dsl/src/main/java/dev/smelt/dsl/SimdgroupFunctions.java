package dev.smelt.dsl;

/**
 * Functions that the threads of a simdgroup compute together (MSL specification, section 6.9): those that come to the
 * call at the same time, 32 at most. A GPU decides which threads are still together where control has parted.
 *
 * <p>As plain Java they compute for a simdgroup of one thread.
 */
abstract class SimdgroupFunctions extends GeometricFunctions {

    /**
     * Waits until all threads of the threadgroup have come here, and lets each see what the others have written to
     * threadgroup and device memory. Either all threads come to it or none: control that depends on a thread's place
     * must not decide.
     */
    @Builtin(
            value = "metal::threadgroup_barrier(metal::mem_flags::mem_device | metal::mem_flags::mem_threadgroup)",
            effect = Builtin.Effect.THREADGROUP_BARRIER)
    public static void threadgroupBarrier() {
        // A threadgroup of one thread waits for nobody.
    }

    /** The same for the threads of a simdgroup. */
    @Builtin(
            value = "metal::simdgroup_barrier(metal::mem_flags::mem_device | metal::mem_flags::mem_threadgroup)",
            effect = Builtin.Effect.SIMDGROUP_BARRIER)
    public static void simdgroupBarrier() {
        // A simdgroup of one thread waits for nobody.
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_sum", effect = Builtin.Effect.SIMDGROUP)
    public static float simdSum(float x) {
        return x;
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "int(metal::simd_sum(uint($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static int simdSum(int x) {
        return x;
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdSum(Float2 x) {
        return x;
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdSum(Float3 x) {
        return x;
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdSum(Float4 x) {
        return x;
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "int2(metal::simd_sum(uint2($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdSum(Int2 x) {
        return x;
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "int3(metal::simd_sum(uint3($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdSum(Int3 x) {
        return x;
    }

    /** The sum of {@code x} over the simdgroup. */
    @Builtin(value = "int4(metal::simd_sum(uint4($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdSum(Int4 x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_product", effect = Builtin.Effect.SIMDGROUP)
    public static float simdProduct(float x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "int(metal::simd_product(uint($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static int simdProduct(int x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdProduct(Float2 x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdProduct(Float3 x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "metal::simd_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdProduct(Float4 x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "int2(metal::simd_product(uint2($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdProduct(Int2 x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "int3(metal::simd_product(uint3($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdProduct(Int3 x) {
        return x;
    }

    /** The product of {@code x} over the simdgroup. */
    @Builtin(value = "int4(metal::simd_product(uint4($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdProduct(Int4 x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static float simdMin(float x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static int simdMin(int x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdMin(Float2 x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdMin(Float3 x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdMin(Float4 x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdMin(Int2 x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdMin(Int3 x) {
        return x;
    }

    /** The least {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_min", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdMin(Int4 x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static float simdMax(float x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static int simdMax(int x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdMax(Float2 x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdMax(Float3 x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdMax(Float4 x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdMax(Int2 x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdMax(Int3 x) {
        return x;
    }

    /** The greatest {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_max", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdMax(Int4 x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static float simdPrefixInclusiveSum(float x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "int(metal::simd_prefix_inclusive_sum(uint($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static int simdPrefixInclusiveSum(int x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdPrefixInclusiveSum(Float2 x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdPrefixInclusiveSum(Float3 x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdPrefixInclusiveSum(Float4 x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "int2(metal::simd_prefix_inclusive_sum(uint2($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdPrefixInclusiveSum(Int2 x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "int3(metal::simd_prefix_inclusive_sum(uint3($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdPrefixInclusiveSum(Int3 x) {
        return x;
    }

    /** The sum of {@code x} over the threads up to this one. */
    @Builtin(value = "int4(metal::simd_prefix_inclusive_sum(uint4($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdPrefixInclusiveSum(Int4 x) {
        return x;
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static float simdPrefixExclusiveSum(float x) {
        return 0f;
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "int(metal::simd_prefix_exclusive_sum(uint($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static int simdPrefixExclusiveSum(int x) {
        return 0;
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdPrefixExclusiveSum(Float2 x) {
        return new Float2(0f);
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdPrefixExclusiveSum(Float3 x) {
        return new Float3(0f);
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_sum", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdPrefixExclusiveSum(Float4 x) {
        return new Float4(0f);
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "int2(metal::simd_prefix_exclusive_sum(uint2($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdPrefixExclusiveSum(Int2 x) {
        return new Int2(0);
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "int3(metal::simd_prefix_exclusive_sum(uint3($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdPrefixExclusiveSum(Int3 x) {
        return new Int3(0);
    }

    /** The sum of {@code x} over the threads before this one. */
    @Builtin(value = "int4(metal::simd_prefix_exclusive_sum(uint4($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdPrefixExclusiveSum(Int4 x) {
        return new Int4(0);
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static float simdPrefixInclusiveProduct(float x) {
        return x;
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "int(metal::simd_prefix_inclusive_product(uint($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static int simdPrefixInclusiveProduct(int x) {
        return x;
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdPrefixInclusiveProduct(Float2 x) {
        return x;
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdPrefixInclusiveProduct(Float3 x) {
        return x;
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "metal::simd_prefix_inclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdPrefixInclusiveProduct(Float4 x) {
        return x;
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "int2(metal::simd_prefix_inclusive_product(uint2($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdPrefixInclusiveProduct(Int2 x) {
        return x;
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "int3(metal::simd_prefix_inclusive_product(uint3($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdPrefixInclusiveProduct(Int3 x) {
        return x;
    }

    /** The product of {@code x} over the threads up to this one. */
    @Builtin(value = "int4(metal::simd_prefix_inclusive_product(uint4($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdPrefixInclusiveProduct(Int4 x) {
        return x;
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static float simdPrefixExclusiveProduct(float x) {
        return 1f;
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "int(metal::simd_prefix_exclusive_product(uint($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static int simdPrefixExclusiveProduct(int x) {
        return 1;
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdPrefixExclusiveProduct(Float2 x) {
        return new Float2(1f);
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdPrefixExclusiveProduct(Float3 x) {
        return new Float3(1f);
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "metal::simd_prefix_exclusive_product", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdPrefixExclusiveProduct(Float4 x) {
        return new Float4(1f);
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "int2(metal::simd_prefix_exclusive_product(uint2($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdPrefixExclusiveProduct(Int2 x) {
        return new Int2(1);
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "int3(metal::simd_prefix_exclusive_product(uint3($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdPrefixExclusiveProduct(Int3 x) {
        return new Int3(1);
    }

    /** The product of {@code x} over the threads before this one. */
    @Builtin(value = "int4(metal::simd_prefix_exclusive_product(uint4($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdPrefixExclusiveProduct(Int4 x) {
        return new Int4(1);
    }

    /** The bits that are set in every {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_and", effect = Builtin.Effect.SIMDGROUP)
    public static int simdAnd(int x) {
        return x;
    }

    /** The bits that are set in any {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_or", effect = Builtin.Effect.SIMDGROUP)
    public static int simdOr(int x) {
        return x;
    }

    /** The bits that are set in an odd number of {@code x} of the simdgroup. */
    @Builtin(value = "metal::simd_xor", effect = Builtin.Effect.SIMDGROUP)
    public static int simdXor(int x) {
        return x;
    }

    /** Whether {@code x} holds in all threads of the simdgroup. */
    @Builtin(value = "metal::simd_all", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdAll(boolean x) {
        return x;
    }

    /** Whether {@code x} holds in any thread of the simdgroup. */
    @Builtin(value = "metal::simd_any", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdAny(boolean x) {
        return x;
    }
}
