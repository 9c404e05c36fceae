// What the compiler's own text after a program needs: a kernel's arguments, their types, and how they are bound.
#pragma once
#include <metal_array>
#include <metal_simdgroup>
#include <metal_texture>

// Stands after ? and : of conditional expressions. Clang's OpenCL C++ has no common type for an object in a variable and
// one that was just made; this makes both the latter.
namespace msl {
struct value_of {
    template <typename T>
    METAL_FUNC constexpr metal::msl::plain_t<T> operator=(T v) const {
        return v;
    }
};
constexpr constant value_of value{};

// A vector from a list of at most all its components: those that are missing are 0.
template <typename V>
struct listed {
    V value;
    template <typename... P>
    METAL_FUNC constexpr listed(P... p) : value(fill(metal::bool_constant<complete<P...>>(), p...)) {}
    constexpr operator V() const { return value; }

  private:
    typedef typename V::element_type T;
    static constexpr constant int size = int(sizeof(metal::packed_vec<T, V::count>) / sizeof(T));
    template <typename... P>
    static constexpr constant bool complete = (metal::msl::components<P> + ... + 0) == size;
    template <typename... P>
    static constexpr V fill(metal::true_type, P... p) {
        return V(p...);
    }
    template <typename... P>
    static constexpr V fill(metal::false_type, P... p) {
        return fill<>(metal::bool_constant<(metal::msl::components<P> + ... + 1) == size>(), p..., T(0));
    }
};

// In memory as struct msl_thread of the CPU's side.
struct thread_state {
    const ulong *buffers;
    const ulong *textures;
    const ulong *samplers;
    const ulong *threadgroups;
    uint position_in_grid[3];
    uint position_in_threadgroup[3];
    uint threadgroup_position[3];
    uint threads_per_grid[3];
    uint threads_per_threadgroup[3];
    uint dispatch_threads_per_threadgroup[3];
    uint threadgroups_per_grid[3];
    uint index_in_threadgroup;
    uint index_in_simdgroup;
    uint simdgroup_index;
    uint simdgroups;
    uint dispatch_simdgroups;
};

// In memory as struct msl_argument_record of the CPU's side.
struct argument_record {
    const __constant char *name;
    int kind;
    uint slot;
    uint count;
    int space;
    int access;
    int reference;
    int texture_type;
    ulong size;
    ulong alignment;
    const __attribute__((opencl_global)) bool *condition;
};
struct function_record {
    const __constant char *name;
    const void *entry;
    const void *function;
    const __attribute__((opencl_global)) argument_record *arguments;
    uint argument_count;
    uint max_total_threads;
};
struct variable_record {
    const void *function;
    ulong number, size, alignment;
};
struct constant_record {
    const __constant char *name;
    ulong index, size;
    __attribute__((opencl_global)) void *value;
    __attribute__((opencl_global)) bool *defined;
};
struct module {
    ulong abi;
    const __attribute__((opencl_global)) function_record *functions;
    ulong function_count;
    const __attribute__((opencl_global)) constant_record *constants;
    ulong constant_count;
    const __attribute__((opencl_global)) variable_record *variables;
    const __attribute__((opencl_global)) variable_record *variables_end;
};

template <typename F>
struct signature;
template <int I, typename... A>
struct nth;
template <typename A, typename... R>
struct nth<0, A, R...> {
    typedef A type;
};
template <int I, typename A, typename... R>
struct nth<I, A, R...> {
    typedef typename nth<I - 1, R...>::type type;
};
template <typename... A>
struct signature<void(A...)> {
    template <int I>
    using argument = typename nth<I, A...>::type;
};
template <typename F, int I>
using argument = typename signature<F>::template argument<I>;

// What a pointer or reference points to: its address space, and whether it can be written.
template <typename P>
struct pointee {
    static constexpr constant int space = 0;
    static constexpr constant int access = 0;
    typedef P type;
};
#define MSL_POINTEE(SPACE, NUMBER, WRITTEN)                      \
    template <typename T>                                        \
    struct pointee<SPACE T> {                                    \
        static constexpr constant int space = NUMBER;            \
        static constexpr constant int access = WRITTEN;          \
        typedef T type;                                          \
    };
MSL_POINTEE(device, 1, 1)
MSL_POINTEE(const device, 1, 0)
MSL_POINTEE(volatile device, 1, 1)
MSL_POINTEE(const volatile device, 1, 0)
MSL_POINTEE(constant, 2, 0)
MSL_POINTEE(threadgroup, 3, 1)
MSL_POINTEE(const threadgroup, 3, 0)
MSL_POINTEE(volatile threadgroup, 3, 1)
#undef MSL_POINTEE
template <typename T>
struct size_of {
    static constexpr constant ulong size = sizeof(T);
    static constexpr constant ulong alignment = alignof(T);
};
template <>
struct size_of<void> {
    static constexpr constant ulong size = 0;
    static constexpr constant ulong alignment = 1;
};

template <int KIND, int ACCESS, int TYPE, uint COUNT>
struct bound_resource {
    static constexpr constant int kind = KIND;
    static constexpr constant int space = 0;
    static constexpr constant int access = ACCESS;
    static constexpr constant uint count = COUNT;
    static constexpr constant int type = TYPE;
    static constexpr constant int reference = 0;
    static constexpr constant ulong size = 0;
    static constexpr constant ulong alignment = 1;
};
// How an argument with a slot is described and made. Others have kind -1.
template <typename T>
struct bound : bound_resource<-1, 0, 0, 0> {
    static T make(const thread_state &t, uint slot);
};
template <typename P>
struct bound_memory {
    static constexpr constant int kind = pointee<P>::space == 0 ? -1 : pointee<P>::space == 3 ? 1 : 0;
    static constexpr constant int space = pointee<P>::space;
    static constexpr constant int access = pointee<P>::access;
    static constexpr constant uint count = 1;
    static constexpr constant int type = 0;
    static constexpr constant ulong size = size_of<typename pointee<P>::type>::size;
    static constexpr constant ulong alignment = size_of<typename pointee<P>::type>::alignment;
    static constexpr ulong address(const thread_state &t, uint slot) {
        return kind == 1 ? t.threadgroups[slot] : t.buffers[slot];
    }
};
template <typename P>
struct bound<P *> : bound_memory<P> {
    static constexpr constant int reference = 0;
    static P *make(const thread_state &t, uint slot) { return (P *)bound_memory<P>::address(t, slot); }
};
template <typename P>
struct bound<P &> : bound_memory<P> {
    static constexpr constant int reference = 1;
    static P &make(const thread_state &t, uint slot) { return *(P *)bound_memory<P>::address(t, slot); }
};
constexpr int access_number(metal::access a) {
    return a == metal::access::write ? 2 : a == metal::access::read_write ? 1 : 0;
}
#define MSL_BOUND_TEXTURE(NAME)                                                                                    \
    template <typename T, metal::access A>                                                                         \
    struct bound<metal::NAME<T, A>> : bound_resource<2, access_number(A), metal::NAME<T, A>::msl_type, 1> {        \
        static metal::NAME<T, A> make(const thread_state &t, uint slot) {                                          \
            return *(const metal::NAME<T, A> *)&t.textures[slot];                                                  \
        }                                                                                                          \
    };                                                                                                             \
    template <typename T, metal::access A, size_t N>                                                               \
    struct bound<metal::array<metal::NAME<T, A>, N>>                                                               \
        : bound_resource<2, access_number(A), metal::NAME<T, A>::msl_type, N> {                                    \
        static metal::array<metal::NAME<T, A>, N> make(const thread_state &t, uint slot) {                         \
            return *(const metal::array<metal::NAME<T, A>, N> *)&t.textures[slot];                                 \
        }                                                                                                          \
    };
MSL_BOUND_TEXTURE(texture1d)
MSL_BOUND_TEXTURE(texture1d_array)
MSL_BOUND_TEXTURE(texture2d)
MSL_BOUND_TEXTURE(texture2d_array)
MSL_BOUND_TEXTURE(texture3d)
MSL_BOUND_TEXTURE(texture_buffer)
MSL_BOUND_TEXTURE(depth2d)
#undef MSL_BOUND_TEXTURE
template <>
struct bound<metal::sampler> : bound_resource<3, 0, 0, 1> {
    static metal::sampler make(const thread_state &t, uint slot) {
        if (t.samplers[slot] == 0) return metal::sampler();
        return *(const metal::sampler *)t.samplers[slot];
    }
};

#define is_function_constant_defined(NAME) msl_defined_##NAME

// A position attribute's value: scalars take the first component.
template <typename T>
struct position {
    static constexpr constant int size = 1;
    static constexpr constant bool integer = __is_same(T, uint) || __is_same(T, ushort);
    static T make(const uint *v) { return T(v[0]); }
};
template <typename T>
struct position<metal::vec<T, 2>> {
    static constexpr constant int size = 2;
    static constexpr constant bool integer = __is_same(T, uint) || __is_same(T, ushort);
    static metal::vec<T, 2> make(const uint *v) { return metal::vec<T, 2>(v[0], v[1]); }
};
template <typename T>
struct position<metal::vec<T, 3>> {
    static constexpr constant int size = 3;
    static constexpr constant bool integer = __is_same(T, uint) || __is_same(T, ushort);
    static metal::vec<T, 3> make(const uint *v) { return metal::vec<T, 3>(v[0], v[1], v[2]); }
};

constexpr constant uint origin[3] = {0, 0, 0};

// A variable in threadgroup memory: the same for all threads of a threadgroup.
template <typename T>
METAL_FUNC threadgroup T &threadgroup_variable(uint number) {
    return *(threadgroup T *)(threadgroup void *)msl_threadgroup_variable(number, sizeof(T), alignof(T));
}
}  // namespace msl
