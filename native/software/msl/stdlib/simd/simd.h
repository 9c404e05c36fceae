// The names of <simd/simd.h> that programs share with their hosts.
#pragma once
#include <metal_matrix>
#include <metal_types>

#define MSL_SIMD(T)                  \
    typedef T simd_##T;              \
    typedef T##2 simd_##T##2;        \
    typedef T##3 simd_##T##3;        \
    typedef T##4 simd_##T##4;        \
    typedef T##2 vector_##T##2;      \
    typedef T##3 vector_##T##3;      \
    typedef T##4 vector_##T##4;
MSL_SIMD(char)
MSL_SIMD(uchar)
MSL_SIMD(short)
MSL_SIMD(ushort)
MSL_SIMD(int)
MSL_SIMD(uint)
MSL_SIMD(long)
MSL_SIMD(ulong)
MSL_SIMD(half)
MSL_SIMD(float)
#undef MSL_SIMD
typedef float2x2 simd_float2x2, matrix_float2x2;
typedef float3x3 simd_float3x3, matrix_float3x3;
typedef float4x4 simd_float4x4, matrix_float4x4;
typedef float4x3 simd_float4x3, matrix_float4x3;

namespace simd {
using namespace metal;
}
