// The vector types, and their packed forms.
#pragma once
#include <msl/swizzle.h>

namespace metal {

template <typename T, int N>
struct vec;
template <typename T, int N>
struct packed_vec;

namespace msl {

// Chooses the constructor from pieces.
struct spread {};

// How many components a value brings to a constructor, and the values: a scalar is one.
template <typename P>
struct piece {
    static constexpr constant int size = arithmetic_or_enum<P> ? 1 : 0;
    static constexpr P at(P value, int) { return value; }
};
template <typename T, int N>
struct piece<vec<T, N>> {
    static constexpr constant int size = N;
    static constexpr T at(vec<T, N> value, int i) { return value[i]; }
};
template <typename T, int N>
struct piece<packed_vec<T, N>> {
    static constexpr constant int size = N;
    static constexpr T at(vec<T, N> value, int i) { return value[i]; }
};
template <typename V, typename T, int S, int... I>
struct piece<swizzle<V, T, S, I...>> {
    static constexpr constant int size = sizeof...(I);
    static constexpr T at(V value, int i) { return value[i]; }
};

template <typename P>
constexpr constant int components = piece<P>::size;

// The i-th component of all the pieces together.
template <typename T, typename P, typename... R>
constexpr T component(int i, P first, R... rest) {
    if constexpr (sizeof...(R) == 0) {
        return static_cast<T>(piece<P>::at(first, i));
    } else {
        return i < components<P> ? static_cast<T>(piece<P>::at(first, i)) : component<T>(i - components<P>, rest...);
    }
}

template <typename T, int N, typename... P>
constexpr constant bool fills = sizeof...(P) >= 2 && (components<P> + ... + 0) == N && ((components<P> > 0) && ...);

// An amount that shifts: MSL takes it modulo the width.
template <typename T>
constexpr T shift_left(T a, T b) {
    return static_cast<T>(static_cast<ulong>(a) << (static_cast<int>(b) & (int(sizeof(T)) * 8 - 1)));
}
template <typename T>
constexpr T shift_right(T a, T b) {
    return static_cast<T>(a >> (static_cast<int>(b) & (int(sizeof(T)) * 8 - 1)));
}

}  // namespace msl

#define MSL_INIT(...) __VA_ARGS__

#define MSL_BINARY(N, OP)                                                                             \
    friend constexpr vec operator OP(const vec a, const vec b) { return MSL_BINARY_EACH_##N(OP); }    \
    vec &operator OP##=(const vec b) { return *this = *this OP b; }
#define MSL_BINARY_EACH_2(OP) vec(T(a.x OP b.x), T(a.y OP b.y))
#define MSL_BINARY_EACH_3(OP) vec(T(a.x OP b.x), T(a.y OP b.y), T(a.z OP b.z))
#define MSL_BINARY_EACH_4(OP) vec(T(a.x OP b.x), T(a.y OP b.y), T(a.z OP b.z), T(a.w OP b.w))

#define MSL_COMPARE(N, OP) \
    friend constexpr vec<bool, N> operator OP(const vec a, const vec b) { return MSL_COMPARE_EACH_##N(OP); }
#define MSL_COMPARE_EACH_2(OP) vec<bool, 2>(a.x OP b.x, a.y OP b.y)
#define MSL_COMPARE_EACH_3(OP) vec<bool, 3>(a.x OP b.x, a.y OP b.y, a.z OP b.z)
#define MSL_COMPARE_EACH_4(OP) vec<bool, 4>(a.x OP b.x, a.y OP b.y, a.z OP b.z, a.w OP b.w)

#define MSL_UNARY_EACH_2(OP) T(OP a.x), T(OP a.y)
#define MSL_UNARY_EACH_3(OP) T(OP a.x), T(OP a.y), T(OP a.z)
#define MSL_UNARY_EACH_4(OP) T(OP a.x), T(OP a.y), T(OP a.z), T(OP a.w)

#define MSL_SHIFT_EACH_2(F) msl::F(a.x, b.x), msl::F(a.y, b.y)
#define MSL_SHIFT_EACH_3(F) msl::F(a.x, b.x), msl::F(a.y, b.y), msl::F(a.z, b.z)
#define MSL_SHIFT_EACH_4(F) msl::F(a.x, b.x), msl::F(a.y, b.y), msl::F(a.z, b.z), msl::F(a.w, b.w)

#define MSL_VECTOR(N, ALIGNED, FIELDS, COLORS, INIT_ALL, INIT_EACH, ELEMENT, SWIZZLES)                                \
    template <typename T>                                                                                             \
    struct __attribute__((aligned(ALIGNED * sizeof(T)))) vec<T, N> {                                                  \
        typedef T element_type;                                                                                       \
        static constexpr constant int count = N;                                                                      \
        union {                                                                                                       \
            struct FIELDS;                                                                                            \
            struct COLORS;                                                                                            \
            T all[N];                                                                                                 \
            SWIZZLES                                                                                                  \
        };                                                                                                            \
        vec() = default;                                                                                              \
        constexpr vec(const vec &) = default;                                                                         \
        constexpr vec &operator=(const vec &v) { MSL_COPY_##N; return *this; }                                        \
        template <typename S, typename = enable_if_t<msl::arithmetic_or_enum<S>>>                                     \
        constexpr vec(S s) : INIT_ALL {}                                                                              \
        template <typename U>                                                                                         \
        explicit constexpr vec(vec<U, N> v) : INIT_EACH {}                                                            \
        template <typename V, typename U, int S, int... I,                                                            \
                  typename = enable_if_t<sizeof...(I) == N && !is_same_v<U, T>>>                                      \
        explicit constexpr vec(msl::swizzle<V, U, S, I...> v) : vec(V(v)) {}                                          \
        template <typename... P, typename = enable_if_t<msl::fills<T, N, P...>>>                                      \
        constexpr vec(P... p) : vec(msl::spread(), p...) {}                                                           \
        constexpr T operator[](int i) const { return ELEMENT; }                                                       \
        T &operator[](int i) { return all[i]; }                                                                       \
        MSL_VECTOR_OPERATORS(N)                                                                                       \
      private:                                                                                                        \
        template <typename... P>                                                                                      \
        constexpr vec(msl::spread, P... p) : MSL_SPREAD_##N {}                                                        \
    };
#define MSL_COPY_2 x = v.x, y = v.y
#define MSL_COPY_3 MSL_COPY_2, z = v.z
#define MSL_COPY_4 MSL_COPY_3, w = v.w
#define MSL_SPREAD_2 x(msl::component<T>(0, p...)), y(msl::component<T>(1, p...))
#define MSL_SPREAD_3 MSL_SPREAD_2, z(msl::component<T>(2, p...))
#define MSL_SPREAD_4 MSL_SPREAD_3, w(msl::component<T>(3, p...))

#define MSL_VECTOR_OPERATORS(N)                                                                                       \
    MSL_BINARY(N, +) MSL_BINARY(N, -) MSL_BINARY(N, *) MSL_BINARY(N, /) MSL_BINARY(N, %)                              \
    MSL_BINARY(N, &) MSL_BINARY(N, |) MSL_BINARY(N, ^)                                                                \
    MSL_COMPARE(N, ==) MSL_COMPARE(N, !=) MSL_COMPARE(N, <) MSL_COMPARE(N, <=) MSL_COMPARE(N, >) MSL_COMPARE(N, >=)   \
    MSL_COMPARE(N, &&) MSL_COMPARE(N, ||)                                                                             \
    friend constexpr vec operator<<(const vec a, const vec b) { return vec(MSL_SHIFT_EACH_##N(shift_left)); }         \
    friend constexpr vec operator>>(const vec a, const vec b) { return vec(MSL_SHIFT_EACH_##N(shift_right)); }        \
    vec &operator<<=(const vec b) { return *this = *this << b; }                                                      \
    vec &operator>>=(const vec b) { return *this = *this >> b; }                                                      \
    friend constexpr vec operator-(const vec a) { return vec(MSL_UNARY_EACH_##N(-)); }                                \
    friend constexpr vec operator+(const vec a) { return a; }                                                         \
    friend constexpr vec operator~(const vec a) { return vec(MSL_UNARY_EACH_##N(~)); }                                \
    friend constexpr vec<bool, N> operator!(const vec a) { return a == vec(0); }                                      \
    vec &operator++() { return *this += vec(1); }                                                                     \
    vec &operator--() { return *this -= vec(1); }                                                                     \
    vec operator++(int) { const vec old = *this; *this += vec(1); return old; }                                       \
    vec operator--(int) { const vec old = *this; *this -= vec(1); return old; }

#define MSL_GROUP(...) { __VA_ARGS__ }
MSL_VECTOR(2, 2, MSL_GROUP(T x; T y;), MSL_GROUP(T r; T g;),
           MSL_INIT(x(T(s)), y(T(s))), MSL_INIT(x(T(v.x)), y(T(v.y))),
           (i == 0 ? x : y), MSL_SWIZZLES_2(x, y) MSL_SWIZZLES_2(r, g))
MSL_VECTOR(3, 4, MSL_GROUP(T x; T y; T z;), MSL_GROUP(T r; T g; T b;),
           MSL_INIT(x(T(s)), y(T(s)), z(T(s))), MSL_INIT(x(T(v.x)), y(T(v.y)), z(T(v.z))),
           (i == 0 ? x : i == 1 ? y : z), MSL_SWIZZLES_3(x, y, z) MSL_SWIZZLES_3(r, g, b))
MSL_VECTOR(4, 4, MSL_GROUP(T x; T y; T z; T w;), MSL_GROUP(T r; T g; T b; T a;),
           MSL_INIT(x(T(s)), y(T(s)), z(T(s)), w(T(s))), MSL_INIT(x(T(v.x)), y(T(v.y)), z(T(v.z)), w(T(v.w))),
           (i == 0 ? x : i == 1 ? y : i == 2 ? z : w), MSL_SWIZZLES_4(x, y, z, w) MSL_SWIZZLES_4(r, g, b, a))

}  // namespace metal
