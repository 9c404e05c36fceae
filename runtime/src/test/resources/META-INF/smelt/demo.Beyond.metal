#include <metal_stdlib>

kernel void beyond(device int* y [[buffer(0)]], uint i [[thread_position_in_grid]]) {
    y[i + 1000000u] = 1;
}
