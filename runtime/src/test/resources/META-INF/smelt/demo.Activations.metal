// What the compiler would emit for demo.Activations, by hand. The fake bridge knows these kernels by name.
#include <metal_stdlib>

#pragma METAL fp contract(off)

struct Particle {
    metal::float3 position;
    metal::float3 velocity;
    float mass;
};
static_assert(sizeof(Particle) == 48, "as StructLayout has it");

struct FloatUniform {
    float value;
};

struct LengthUniform {
    int value;
};

kernel void sigmoid(
        const device float* x [[buffer(0)]], device float* result [[buffer(1)]],
        uint i [[thread_position_in_grid]]) {
    result[i] = 1.0f / (1.0f + metal::exp(-x[i]));
}

kernel void scaled(
        const device float* x [[buffer(0)]], device float* result [[buffer(1)]],
        constant FloatUniform& k [[buffer(2)]], uint i [[thread_position_in_grid]]) {
    result[i] = k.value * x[i];
}

kernel void saxpy(
        const device float* x [[buffer(0)]], device float* y [[buffer(1)]],
        constant FloatUniform& a [[buffer(2)]], uint i [[thread_position_in_grid]]) {
    y[i] = a.value * x[i] + y[i];
}

kernel void positions(
        device int* out [[buffer(0)]], metal::uint2 at [[thread_position_in_grid]],
        metal::uint2 grid [[threads_per_grid]]) {
    out[at.y * grid.x + at.x] = int(1000u * at.y + at.x);
}

kernel void widen(
        device char* negate [[buffer(0)]], const device char* b [[buffer(1)]], const device short* s [[buffer(2)]],
        const device int* n [[buffer(3)]], device long* sum [[buffer(4)]], device half* h [[buffer(5)]],
        constant LengthUniform& lengthOfN [[buffer(6)]], uint i [[thread_position_in_grid]]) {
    long total = long(b[i]) + long(s[i]) + long(n[i]) + long(lengthOfN.value);
    sum[i] = negate[i] != 0 ? -total : total;
    negate[i] = negate[i] != 0 ? 0 : 1;
    h[i] = half(2.0f * float(h[i]));
}

kernel void move(
        device Particle* particles [[buffer(0)]], constant FloatUniform& dt [[buffer(1)]],
        uint i [[thread_position_in_grid]]) {
    particles[i].position = particles[i].position + particles[i].velocity * dt.value;
}
