/* The kernels that the tests of the software Metal run. */
#ifndef SMELT_SOFTWARE_KERNELS_H
#define SMELT_SOFTWARE_KERNELS_H

#define SOFTWARE_KERNELS \
    "#include <metal_stdlib>\n" \
    "using namespace metal;\n" \
    "struct Record { float4 parts[9]; };\n" \
    "struct Parameters { float4 scale; float4 shift; float4 bias; };\n" \
    "kernel void saxpy(const device float* x [[buffer(0)]], device float* y [[buffer(1)]],\n" \
    "        constant float& a [[buffer(2)]], uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = a * x[i] + y[i];\n" \
    "}\n" \
    "kernel void count(device int* y [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = int(i);\n" \
    "}\n" \
    "kernel void shape(constant Parameters& p [[buffer(0)]], device float* y [[buffer(1)]],\n" \
    "        uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = p.bias.x;\n" \
    "}\n" \
    "kernel void records(const device Record* r [[buffer(0)]], device float* y [[buffer(1)]],\n" \
    "        uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = float(i) + 1.0f;\n" \
    "}\n" \
    "kernel void beyond(device int* y [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n" \
    "    y[i + 1000000] = 1;\n" \
    "}\n" \
    "kernel void invert(texture2d<float, access::read> from [[texture(0)]],\n" \
    "        texture2d<float, access::write> to [[texture(1)]], uint2 i [[thread_position_in_grid]]) {\n" \
    "    to.write(1.0f - from.read(i), i);\n" \
    "}\n" \
    "kernel void enlarge(texture2d<float, access::sample> from [[texture(0)]], sampler by [[sampler(0)]],\n" \
    "        device float* y [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = from.sample(by, float2(0.5f, 0.5f)).x;\n" \
    "}\n" \
    "kernel void layered(texture2d_array<float, access::read> from [[texture(0)]], device float* y [[buffer(0)]],\n" \
    "        uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = from.read(uint2(0), 0).x;\n" \
    "}\n" \
    "kernel void share(threadgroup float* tile [[threadgroup(0)]], device float* y [[buffer(0)]],\n" \
    "        uint i [[thread_index_in_threadgroup]]) {\n" \
    "    threadgroup float own[256];\n" \
    "    tile[i] = float(i);\n" \
    "    own[i] = float(i);\n" \
    "    threadgroup_barrier(mem_flags::mem_threadgroup);\n" \
    "    y[i] = tile[31 - i] + own[i];\n" \
    "}\n" \
    "[[max_total_threads_per_threadgroup(64)]]\n" \
    "kernel void limited(device int* y [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = 1;\n" \
    "}\n"

#define KERNELS_WITH_CONSTANTS \
    "#include <metal_stdlib>\n" \
    "using namespace metal;\n" \
    "constant int stride [[function_constant(0)]];\n" \
    "kernel void stepped(device int* y [[buffer(0)]], uint i [[thread_position_in_grid]]) {\n" \
    "    y[i] = stride;\n" \
    "}\n"

#define WRONG_KERNELS "#include <metal_stdlib>\nkernel void f(device float* y [[buffer(0)]]) {\n    y[0] = wrong;\n}\n"

#endif
