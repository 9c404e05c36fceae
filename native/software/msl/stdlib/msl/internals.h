// Names from inside Apple's library that programs use where it has no function of its own for bfloat.
#pragma once
#include <metal_simdgroup>

#define __METAL_MAYBE_FAST_MATH__ 0
#define __METAL_FAST_MATH__ 1
#define __METAL_PRECISE_MATH__ 0

#define MSL_INTERNAL1(F) METAL_FUNC float __metal_##F(float x, bool) { return metal::precise::F(x); }
#define MSL_INTERNAL2(F) METAL_FUNC float __metal_##F(float x, float y, bool) { return metal::precise::F(x, y); }
#define MSL_INTERNAL3(F) METAL_FUNC float __metal_##F(float x, float y, float z, bool) { return metal::precise::F(x, y, z); }
MSL_FUNCTIONS1(MSL_INTERNAL1)
MSL_FUNCTIONS2(MSL_INTERNAL2)
MSL_INTERNAL1(fabs) MSL_INTERNAL1(sqrt) MSL_INTERNAL1(floor) MSL_INTERNAL1(ceil) MSL_INTERNAL1(trunc) MSL_INTERNAL1(rint)
MSL_INTERNAL1(round) MSL_INTERNAL1(fract) MSL_INTERNAL2(fmin) MSL_INTERNAL2(fmax) MSL_INTERNAL2(divide) MSL_INTERNAL2(fdim)
MSL_INTERNAL3(fma) MSL_INTERNAL3(fmin3) MSL_INTERNAL3(fmax3) MSL_INTERNAL3(fmedian3) MSL_INTERNAL3(clamp)
METAL_FUNC float __metal_fma(float x, float y, float z) { return metal::precise::fma(x, y, z); }
METAL_FUNC float __metal_copysign(float x, float y) { return metal::precise::copysign(x, y); }
METAL_FUNC float __metal_frexp(float x, thread int *e) { return metal::frexp(x, *e); }
METAL_FUNC float __metal_ldexp(float x, int e, bool) { return metal::ldexp(x, e); }
METAL_FUNC float __metal_nextafter(float x, float y) { return metal::precise::nextafter(x, y); }

METAL_FUNC ushort __metal_get_simdgroup_size(ushort) { return 32; }
METAL_FUNC ushort __metal_get_thread_index_in_simdgroup(ushort) { return ushort(msl_lane()); }
#define MSL_INTERNAL_LANES1(F)                            \
    template <typename T>                                 \
    METAL_FUNC T __metal_simd_##F(T x) {                  \
        return metal::simd_##F(x);                        \
    }
#define MSL_INTERNAL_LANES2(F)                            \
    template <typename T>                                 \
    METAL_FUNC T __metal_simd_##F(T x, ushort by) {       \
        return metal::simd_##F(x, by);                    \
    }
#define MSL_INTERNAL_FILLED(F)                                                   \
    template <typename T>                                                        \
    METAL_FUNC T __metal_simd_##F(T x, T fill, ushort delta, ushort modulo) {    \
        return metal::simd_##F(x, fill, delta, modulo);                          \
    }
MSL_INTERNAL_LANES1(sum) MSL_INTERNAL_LANES1(product) MSL_INTERNAL_LANES1(min) MSL_INTERNAL_LANES1(max)
MSL_INTERNAL_LANES1(xor) MSL_INTERNAL_LANES1(prefix_inclusive_sum) MSL_INTERNAL_LANES1(prefix_exclusive_sum)
MSL_INTERNAL_LANES1(prefix_inclusive_product) MSL_INTERNAL_LANES1(prefix_exclusive_product)
MSL_INTERNAL_LANES2(broadcast) MSL_INTERNAL_LANES2(shuffle) MSL_INTERNAL_LANES2(shuffle_xor)
MSL_INTERNAL_LANES2(shuffle_up) MSL_INTERNAL_LANES2(shuffle_down) MSL_INTERNAL_LANES2(shuffle_rotate_up)
MSL_INTERNAL_LANES2(shuffle_rotate_down)
MSL_INTERNAL_FILLED(shuffle_and_fill_up) MSL_INTERNAL_FILLED(shuffle_and_fill_down)
// Of floats, by their bits.
METAL_FUNC float __metal_simd_xor(float x) { return as_type<float>(metal::simd_xor(as_type<uint>(x))); }
