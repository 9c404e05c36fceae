package dev.smelt.dsl;

/**
 * Moves values between the threads of a simdgroup (MSL specification, section 6.9.2). A value that is asked of a thread
 * which is not there, or does not take part, is undefined on a GPU; here, and on the JVM device, it is the thread's own.
 */
abstract class SimdgroupMoves extends SimdgroupFunctions {

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static float simdShuffle(float x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static int simdShuffle(int x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdShuffle(Float2 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdShuffle(Float3 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdShuffle(Float4 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdShuffle(Int2 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdShuffle(Int3 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "metal::simd_shuffle", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdShuffle(Int4 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "as_type<long>(metal::simd_shuffle(as_type<int2>($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static long simdShuffle(long x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane} of the simdgroup. */
    @Builtin(value = "bool(metal::simd_shuffle(int($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdShuffle(boolean x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static float simdShuffleUp(float x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static int simdShuffleUp(int x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdShuffleUp(Float2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdShuffleUp(Float3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdShuffleUp(Float4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdShuffleUp(Int2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdShuffleUp(Int3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "metal::simd_shuffle_up", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdShuffleUp(Int4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "as_type<long>(metal::simd_shuffle_up(as_type<int2>($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static long simdShuffleUp(long x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one. */
    @Builtin(value = "bool(metal::simd_shuffle_up(int($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdShuffleUp(boolean x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static float simdShuffleDown(float x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static int simdShuffleDown(int x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdShuffleDown(Float2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdShuffleDown(Float3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdShuffleDown(Float4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdShuffleDown(Int2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdShuffleDown(Int3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "metal::simd_shuffle_down", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdShuffleDown(Int4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(
            value = "as_type<long>(metal::simd_shuffle_down(as_type<int2>($0), $1))",
            effect = Builtin.Effect.SIMDGROUP)
    public static long simdShuffleDown(long x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one. */
    @Builtin(value = "bool(metal::simd_shuffle_down(int($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdShuffleDown(boolean x, int delta) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static float simdShuffleXor(float x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static int simdShuffleXor(int x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdShuffleXor(Float2 x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdShuffleXor(Float3 x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdShuffleXor(Float4 x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdShuffleXor(Int2 x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdShuffleXor(Int3 x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "metal::simd_shuffle_xor", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdShuffleXor(Int4 x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "as_type<long>(metal::simd_shuffle_xor(as_type<int2>($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static long simdShuffleXor(long x, int mask) {
        return x;
    }

    /** The {@code x} of the thread whose index is this one's with the bits of {@code mask} flipped. */
    @Builtin(value = "bool(metal::simd_shuffle_xor(int($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdShuffleXor(boolean x, int mask) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static float simdShuffleRotateUp(float x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static int simdShuffleRotateUp(int x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdShuffleRotateUp(Float2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdShuffleRotateUp(Float3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdShuffleRotateUp(Float4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdShuffleRotateUp(Int2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdShuffleRotateUp(Int3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_up", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdShuffleRotateUp(Int4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(
            value = "as_type<long>(metal::simd_shuffle_rotate_up(as_type<int2>($0), $1))",
            effect = Builtin.Effect.SIMDGROUP)
    public static long simdShuffleRotateUp(long x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} before this one, around the simdgroup. */
    @Builtin(value = "bool(metal::simd_shuffle_rotate_up(int($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdShuffleRotateUp(boolean x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static float simdShuffleRotateDown(float x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static int simdShuffleRotateDown(int x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdShuffleRotateDown(Float2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdShuffleRotateDown(Float3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdShuffleRotateDown(Float4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdShuffleRotateDown(Int2 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdShuffleRotateDown(Int3 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "metal::simd_shuffle_rotate_down", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdShuffleRotateDown(Int4 x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(
            value = "as_type<long>(metal::simd_shuffle_rotate_down(as_type<int2>($0), $1))",
            effect = Builtin.Effect.SIMDGROUP)
    public static long simdShuffleRotateDown(long x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code delta} behind this one, around the simdgroup. */
    @Builtin(value = "bool(metal::simd_shuffle_rotate_down(int($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdShuffleRotateDown(boolean x, int delta) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static float simdBroadcast(float x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static int simdBroadcast(int x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdBroadcast(Float2 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdBroadcast(Float3 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdBroadcast(Float4 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdBroadcast(Int2 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdBroadcast(Int3 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "metal::simd_broadcast", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdBroadcast(Int4 x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "as_type<long>(metal::simd_broadcast(as_type<int2>($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static long simdBroadcast(long x, int lane) {
        return x;
    }

    /** The {@code x} of the thread {@code lane}, which is the same number in all threads. */
    @Builtin(value = "bool(metal::simd_broadcast(int($0), $1))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdBroadcast(boolean x, int lane) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static float simdBroadcastFirst(float x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static int simdBroadcastFirst(int x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static Float2 simdBroadcastFirst(Float2 x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static Float3 simdBroadcastFirst(Float3 x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static Float4 simdBroadcastFirst(Float4 x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static Int2 simdBroadcastFirst(Int2 x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static Int3 simdBroadcastFirst(Int3 x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "metal::simd_broadcast_first", effect = Builtin.Effect.SIMDGROUP)
    public static Int4 simdBroadcastFirst(Int4 x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "as_type<long>(metal::simd_broadcast_first(as_type<int2>($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static long simdBroadcastFirst(long x) {
        return x;
    }

    /** The {@code x} of the first thread that takes part. */
    @Builtin(value = "bool(metal::simd_broadcast_first(int($0)))", effect = Builtin.Effect.SIMDGROUP)
    public static boolean simdBroadcastFirst(boolean x) {
        return x;
    }
}
