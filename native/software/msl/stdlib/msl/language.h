// What the Metal Shading Language has beyond C++, in the words of clang's OpenCL C++ mode.
//
// Address spaces are real: a pointer of one does not become a pointer of another. `constant` and `device` are both parts
// of OpenCL's generic address space, unlike its __constant, so that structures can be copied out of them.
#pragma once

#pragma OPENCL EXTENSION cl_khr_fp16 : enable
#pragma OPENCL EXTENSION __cl_clang_function_pointers : enable
#pragma OPENCL EXTENSION __cl_clang_bitfields : enable
#pragma OPENCL EXTENSION __cl_clang_variadic_functions : enable

#define device __attribute__((opencl_global_device))
#define constant const __attribute__((opencl_global))
#define threadgroup __local
#define threadgroup_imageblock __local
#define thread __private
#define kernel

// Words that OpenCL takes and MSL leaves to the program.
#define local msl_local
#define global msl_global
#define generic msl_generic
#define pipe msl_pipe
#define read_only msl_read_only
#define write_only msl_write_only
#define read_write msl_read_write
#define vec_step msl_vec_step
#define queue_t msl_queue_t
#define event_t msl_event_t
#define uniform
#define atomic_int msl_atomic_int
#define atomic_uint msl_atomic_uint
#define atomic_float msl_atomic_float
#define atomic_ulong msl_atomic_ulong
#define atomic_bool msl_atomic_bool
#define atomic_flag msl_atomic_flag
#define memory_order msl_memory_order

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long int64_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned int uint32_t;
typedef unsigned long uint64_t;
typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
typedef __INTPTR_TYPE__ intptr_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __bf16 bfloat;

#define coherent(SCOPE)
#define METAL_FUNC inline __attribute__((always_inline))
#define METAL_INTERNAL inline __attribute__((always_inline))
#define METAL_CONST const
#define METAL_PURE __attribute__((pure))

// What programs call of the CPU's side; msl/device/ has the bodies.
extern "C" {
void msl_threadgroup_barrier(uint flags);
// Waits for the lanes that are at the same call. Gives what each of them brought, 16 bytes a lane, until the next call.
const void *msl_simd_exchange(const void *value, uint size, uint width, uint *active);
void msl_shuffle_check(uint active, uint lane);
void *msl_threadgroup_variable(uint number, ulong size, ulong alignment);
uint msl_lane();
ulong msl_threads_in_simdgroup();
void msl_discard();
}

namespace metal {

template <bool B, typename T = void>
struct enable_if {};
template <typename T>
struct enable_if<true, T> {
    typedef T type;
};
template <bool B, typename T = void>
using enable_if_t = typename enable_if<B, T>::type;

template <typename T, T V>
struct integral_constant {
    static constexpr constant T value = V;
    typedef T value_type;
    typedef integral_constant type;
    constexpr operator T() const { return V; }
    constexpr T operator()() const { return V; }
};
template <bool B>
using bool_constant = integral_constant<bool, B>;
typedef bool_constant<true> true_type;
typedef bool_constant<false> false_type;

}  // namespace metal
