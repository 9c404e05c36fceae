// Functions of vectors, component by component, from those of scalars.
#pragma once
#include <metal_types>

#define MSL_MAP_VECTORS(R, F, T)                                                                                   \
    METAL_FUNC R##2 F(T##2 a) { return R##2(F(a.x), F(a.y)); }                                                     \
    METAL_FUNC R##3 F(T##3 a) { return R##3(F(a.x), F(a.y), F(a.z)); }                                             \
    METAL_FUNC R##4 F(T##4 a) { return R##4(F(a.x), F(a.y), F(a.z), F(a.w)); }
#define MSL_MAP2_VECTORS(R, F, T)                                                                                  \
    METAL_FUNC R##2 F(T##2 a, T##2 b) { return R##2(F(a.x, b.x), F(a.y, b.y)); }                                   \
    METAL_FUNC R##3 F(T##3 a, T##3 b) { return R##3(F(a.x, b.x), F(a.y, b.y), F(a.z, b.z)); }                      \
    METAL_FUNC R##4 F(T##4 a, T##4 b) { return R##4(F(a.x, b.x), F(a.y, b.y), F(a.z, b.z), F(a.w, b.w)); }
#define MSL_MAP3_VECTORS(R, F, T)                                                                                  \
    METAL_FUNC R##2 F(T##2 a, T##2 b, T##2 c) { return R##2(F(a.x, b.x, c.x), F(a.y, b.y, c.y)); }                 \
    METAL_FUNC R##3 F(T##3 a, T##3 b, T##3 c) {                                                                    \
        return R##3(F(a.x, b.x, c.x), F(a.y, b.y, c.y), F(a.z, b.z, c.z));                                         \
    }                                                                                                              \
    METAL_FUNC R##4 F(T##4 a, T##4 b, T##4 c) {                                                                    \
        return R##4(F(a.x, b.x, c.x), F(a.y, b.y, c.y), F(a.z, b.z, c.z), F(a.w, b.w, c.w));                       \
    }

// A function of floats, and of scalars and vectors of a type that goes through floats.
#define MSL_MAP(F, T, EXPRESSION) \
    METAL_FUNC T F(T x) { return T(EXPRESSION); } \
    MSL_MAP_VECTORS(T, F, T)
#define MSL_MAP2(F, T, EXPRESSION) \
    METAL_FUNC T F(T x, T y) { return T(EXPRESSION); } \
    MSL_MAP2_VECTORS(T, F, T)
#define MSL_MAP3(F, T, EXPRESSION) \
    METAL_FUNC T F(T x, T y, T z) { return T(EXPRESSION); } \
    MSL_MAP3_VECTORS(T, F, T)
