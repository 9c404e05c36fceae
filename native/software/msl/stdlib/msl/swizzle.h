// Swizzles: v.zyx and its like, for reading and, where no component is named twice, for writing.
#pragma once
#include <metal_type_traits>

namespace metal {
namespace msl {

template <int... I>
constexpr bool distinct() {
    const int all[] = {I...};
    for (int a = 0; a < int(sizeof...(I)); ++a)
        for (int b = 0; b < a; ++b)
            if (all[a] == all[b]) return false;
    return true;
}

// Lies in a union with the vector of SIZE components that it is a view of.
template <typename V, typename T, int SIZE, int... I>
struct swizzle {
    typedef V vector;
    T all[SIZE];

    constexpr operator V() const { return V(all[I]...); }

    T operator[](int i) const { return V(*this)[i]; }

    swizzle &operator=(const V value) {
        static_assert(distinct<I...>(), "vector is not assignable (contains duplicate components)");
        int next = 0;
        ((all[I] = value[next++]), ...);
        return *this;
    }
    swizzle &operator=(const swizzle &value) { return *this = V(value); }
    swizzle(const swizzle &) = default;
    swizzle() = default;

#define MSL_ASSIGN(OP) \
    swizzle &operator OP##=(const V value) { return *this = V(*this) OP value; }
    MSL_ASSIGN(+)
    MSL_ASSIGN(-)
    MSL_ASSIGN(*)
    MSL_ASSIGN(/)
    MSL_ASSIGN(%)
    MSL_ASSIGN(&)
    MSL_ASSIGN(|)
    MSL_ASSIGN(^)
    MSL_ASSIGN(<<)
    MSL_ASSIGN(>>)
#undef MSL_ASSIGN

    // Its components, as in v.yz.x.
#define MSL_PART(NAME, COLOR, K)                                                                          \
    __declspec(property(get = get_##NAME, put = set_##NAME)) T NAME;                                      \
    __declspec(property(get = get_##NAME, put = set_##NAME)) T COLOR;                                     \
    constexpr T get_##NAME() const { return all[at<K>()]; }                                               \
    T set_##NAME(T value) { return all[at<K>()] = value; }
    MSL_PART(x, r, 0)
    MSL_PART(y, g, 1)
    MSL_PART(z, b, 2)
    MSL_PART(w, a, 3)
#undef MSL_PART

  private:
    template <int K>
    static constexpr int at() {
        static_assert(K < sizeof...(I), "illegal vector component name");
        const int indices[] = {I...};
        return indices[K];
    }
};

}  // namespace msl
}  // namespace metal

// All the swizzles of a vector, as members of a union in vec<T, SIZE>: MSL_SWIZZLES_3(x, y, z) and with r, g, b.
#define MSL_SW2(S, a, A, b, B) msl::swizzle<vec<T, 2>, T, S, A, B> a##b;
#define MSL_SW3(S, a, A, b, B, c, C) msl::swizzle<vec<T, 3>, T, S, A, B, C> a##b##c;
#define MSL_SW4(S, a, A, b, B, c, C, d, D) msl::swizzle<vec<T, 4>, T, S, A, B, C, D> a##b##c##d;

#define MSL_EACH_2(M, p, q, ...) M(__VA_ARGS__, p, 0) M(__VA_ARGS__, q, 1)
#define MSL_EACH_3(M, p, q, r, ...) M(__VA_ARGS__, p, 0) M(__VA_ARGS__, q, 1) M(__VA_ARGS__, r, 2)
#define MSL_EACH_4(M, p, q, r, s, ...) \
    M(__VA_ARGS__, p, 0) M(__VA_ARGS__, q, 1) M(__VA_ARGS__, r, 2) M(__VA_ARGS__, s, 3)

#define MSL_SWIZZLES_2(p, q)                       \
    MSL_PAIRS_2(p, q, p, 0) MSL_PAIRS_2(p, q, q, 1)
#define MSL_PAIRS_2(p, q, a, A)                                                  \
    MSL_EACH_2(MSL_SW2, p, q, 2, a, A)                                           \
    MSL_TRIPLES_2(p, q, a, A, p, 0) MSL_TRIPLES_2(p, q, a, A, q, 1)
#define MSL_TRIPLES_2(p, q, a, A, b, B)                                          \
    MSL_EACH_2(MSL_SW3, p, q, 2, a, A, b, B)                                     \
    MSL_EACH_2(MSL_SW4, p, q, 2, a, A, b, B, p, 0) MSL_EACH_2(MSL_SW4, p, q, 2, a, A, b, B, q, 1)

#define MSL_SWIZZLES_3(p, q, r)                                                        \
    MSL_PAIRS_3(p, q, r, p, 0) MSL_PAIRS_3(p, q, r, q, 1) MSL_PAIRS_3(p, q, r, r, 2)
#define MSL_PAIRS_3(p, q, r, a, A)                                                     \
    MSL_EACH_3(MSL_SW2, p, q, r, 3, a, A)                                              \
    MSL_TRIPLES_3(p, q, r, a, A, p, 0) MSL_TRIPLES_3(p, q, r, a, A, q, 1) MSL_TRIPLES_3(p, q, r, a, A, r, 2)
#define MSL_TRIPLES_3(p, q, r, a, A, b, B)                                             \
    MSL_EACH_3(MSL_SW3, p, q, r, 3, a, A, b, B)                                        \
    MSL_EACH_3(MSL_SW4, p, q, r, 3, a, A, b, B, p, 0)                                  \
    MSL_EACH_3(MSL_SW4, p, q, r, 3, a, A, b, B, q, 1)                                  \
    MSL_EACH_3(MSL_SW4, p, q, r, 3, a, A, b, B, r, 2)

#define MSL_SWIZZLES_4(p, q, r, s)                                                     \
    MSL_PAIRS_4(p, q, r, s, p, 0) MSL_PAIRS_4(p, q, r, s, q, 1)                        \
    MSL_PAIRS_4(p, q, r, s, r, 2) MSL_PAIRS_4(p, q, r, s, s, 3)
#define MSL_PAIRS_4(p, q, r, s, a, A)                                                  \
    MSL_EACH_4(MSL_SW2, p, q, r, s, 4, a, A)                                           \
    MSL_TRIPLES_4(p, q, r, s, a, A, p, 0) MSL_TRIPLES_4(p, q, r, s, a, A, q, 1)        \
    MSL_TRIPLES_4(p, q, r, s, a, A, r, 2) MSL_TRIPLES_4(p, q, r, s, a, A, s, 3)
#define MSL_TRIPLES_4(p, q, r, s, a, A, b, B)                                          \
    MSL_EACH_4(MSL_SW3, p, q, r, s, 4, a, A, b, B)                                     \
    MSL_EACH_4(MSL_SW4, p, q, r, s, 4, a, A, b, B, p, 0)                               \
    MSL_EACH_4(MSL_SW4, p, q, r, s, 4, a, A, b, B, q, 1)                               \
    MSL_EACH_4(MSL_SW4, p, q, r, s, 4, a, A, b, B, r, 2)                               \
    MSL_EACH_4(MSL_SW4, p, q, r, s, 4, a, A, b, B, s, 3)
