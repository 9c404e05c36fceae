package dev.smelt.dsl;

/**
 * Functions of vectors of ints: each works on the components one by one, by the function of the same name in
 * {@link IntegerFunctions}.
 */
abstract class IntegerVectorFunctions extends IntegerFunctions {

    @Builtin("smelt_abs")
    public static Int2 abs(Int2 x) {
        return new Int2(abs(x.x()), abs(x.y()));
    }

    @Builtin("smelt_abs")
    public static Int3 abs(Int3 x) {
        return new Int3(abs(x.x()), abs(x.y()), abs(x.z()));
    }

    @Builtin("smelt_abs")
    public static Int4 abs(Int4 x) {
        return new Int4(abs(x.x()), abs(x.y()), abs(x.z()), abs(x.w()));
    }

    @Builtin("as_type<int2>(metal::absdiff($0, $1))")
    public static Int2 absdiff(Int2 x, Int2 y) {
        return new Int2(absdiff(x.x(), y.x()), absdiff(x.y(), y.y()));
    }

    @Builtin("as_type<int3>(metal::absdiff($0, $1))")
    public static Int3 absdiff(Int3 x, Int3 y) {
        return new Int3(absdiff(x.x(), y.x()), absdiff(x.y(), y.y()), absdiff(x.z(), y.z()));
    }

    @Builtin("as_type<int4>(metal::absdiff($0, $1))")
    public static Int4 absdiff(Int4 x, Int4 y) {
        return new Int4(absdiff(x.x(), y.x()), absdiff(x.y(), y.y()), absdiff(x.z(), y.z()), absdiff(x.w(), y.w()));
    }

    @Builtin("metal::addsat")
    public static Int2 addsat(Int2 x, Int2 y) {
        return new Int2(addsat(x.x(), y.x()), addsat(x.y(), y.y()));
    }

    @Builtin("metal::addsat")
    public static Int3 addsat(Int3 x, Int3 y) {
        return new Int3(addsat(x.x(), y.x()), addsat(x.y(), y.y()), addsat(x.z(), y.z()));
    }

    @Builtin("metal::addsat")
    public static Int4 addsat(Int4 x, Int4 y) {
        return new Int4(addsat(x.x(), y.x()), addsat(x.y(), y.y()), addsat(x.z(), y.z()), addsat(x.w(), y.w()));
    }

    @Builtin("metal::subsat")
    public static Int2 subsat(Int2 x, Int2 y) {
        return new Int2(subsat(x.x(), y.x()), subsat(x.y(), y.y()));
    }

    @Builtin("metal::subsat")
    public static Int3 subsat(Int3 x, Int3 y) {
        return new Int3(subsat(x.x(), y.x()), subsat(x.y(), y.y()), subsat(x.z(), y.z()));
    }

    @Builtin("metal::subsat")
    public static Int4 subsat(Int4 x, Int4 y) {
        return new Int4(subsat(x.x(), y.x()), subsat(x.y(), y.y()), subsat(x.z(), y.z()), subsat(x.w(), y.w()));
    }

    @Builtin("metal::min")
    public static Int2 min(Int2 x, Int2 y) {
        return new Int2(min(x.x(), y.x()), min(x.y(), y.y()));
    }

    @Builtin("metal::min")
    public static Int3 min(Int3 x, Int3 y) {
        return new Int3(min(x.x(), y.x()), min(x.y(), y.y()), min(x.z(), y.z()));
    }

    @Builtin("metal::min")
    public static Int4 min(Int4 x, Int4 y) {
        return new Int4(min(x.x(), y.x()), min(x.y(), y.y()), min(x.z(), y.z()), min(x.w(), y.w()));
    }

    @Builtin("metal::max")
    public static Int2 max(Int2 x, Int2 y) {
        return new Int2(max(x.x(), y.x()), max(x.y(), y.y()));
    }

    @Builtin("metal::max")
    public static Int3 max(Int3 x, Int3 y) {
        return new Int3(max(x.x(), y.x()), max(x.y(), y.y()), max(x.z(), y.z()));
    }

    @Builtin("metal::max")
    public static Int4 max(Int4 x, Int4 y) {
        return new Int4(max(x.x(), y.x()), max(x.y(), y.y()), max(x.z(), y.z()), max(x.w(), y.w()));
    }

    @Builtin("metal::min3")
    public static Int2 min3(Int2 x, Int2 y, Int2 z) {
        return new Int2(min3(x.x(), y.x(), z.x()), min3(x.y(), y.y(), z.y()));
    }

    @Builtin("metal::min3")
    public static Int3 min3(Int3 x, Int3 y, Int3 z) {
        return new Int3(min3(x.x(), y.x(), z.x()), min3(x.y(), y.y(), z.y()), min3(x.z(), y.z(), z.z()));
    }

    @Builtin("metal::min3")
    public static Int4 min3(Int4 x, Int4 y, Int4 z) {
        return new Int4(
                min3(x.x(), y.x(), z.x()),
                min3(x.y(), y.y(), z.y()),
                min3(x.z(), y.z(), z.z()),
                min3(x.w(), y.w(), z.w()));
    }

    @Builtin("metal::max3")
    public static Int2 max3(Int2 x, Int2 y, Int2 z) {
        return new Int2(max3(x.x(), y.x(), z.x()), max3(x.y(), y.y(), z.y()));
    }

    @Builtin("metal::max3")
    public static Int3 max3(Int3 x, Int3 y, Int3 z) {
        return new Int3(max3(x.x(), y.x(), z.x()), max3(x.y(), y.y(), z.y()), max3(x.z(), y.z(), z.z()));
    }

    @Builtin("metal::max3")
    public static Int4 max3(Int4 x, Int4 y, Int4 z) {
        return new Int4(
                max3(x.x(), y.x(), z.x()),
                max3(x.y(), y.y(), z.y()),
                max3(x.z(), y.z(), z.z()),
                max3(x.w(), y.w(), z.w()));
    }

    @Builtin("metal::median3")
    public static Int2 median3(Int2 x, Int2 y, Int2 z) {
        return new Int2(median3(x.x(), y.x(), z.x()), median3(x.y(), y.y(), z.y()));
    }

    @Builtin("metal::median3")
    public static Int3 median3(Int3 x, Int3 y, Int3 z) {
        return new Int3(median3(x.x(), y.x(), z.x()), median3(x.y(), y.y(), z.y()), median3(x.z(), y.z(), z.z()));
    }

    @Builtin("metal::median3")
    public static Int4 median3(Int4 x, Int4 y, Int4 z) {
        return new Int4(
                median3(x.x(), y.x(), z.x()),
                median3(x.y(), y.y(), z.y()),
                median3(x.z(), y.z(), z.z()),
                median3(x.w(), y.w(), z.w()));
    }

    @Builtin("metal::min(metal::max($0, $1), $2)")
    public static Int2 clamp(Int2 x, Int2 minval, Int2 maxval) {
        return new Int2(clamp(x.x(), minval.x(), maxval.x()), clamp(x.y(), minval.y(), maxval.y()));
    }

    @Builtin("metal::min(metal::max($0, $1), $2)")
    public static Int3 clamp(Int3 x, Int3 minval, Int3 maxval) {
        return new Int3(
                clamp(x.x(), minval.x(), maxval.x()),
                clamp(x.y(), minval.y(), maxval.y()),
                clamp(x.z(), minval.z(), maxval.z()));
    }

    @Builtin("metal::min(metal::max($0, $1), $2)")
    public static Int4 clamp(Int4 x, Int4 minval, Int4 maxval) {
        return new Int4(
                clamp(x.x(), minval.x(), maxval.x()),
                clamp(x.y(), minval.y(), maxval.y()),
                clamp(x.z(), minval.z(), maxval.z()),
                clamp(x.w(), minval.w(), maxval.w()));
    }

    @Builtin("metal::clz")
    public static Int2 clz(Int2 x) {
        return new Int2(clz(x.x()), clz(x.y()));
    }

    @Builtin("metal::clz")
    public static Int3 clz(Int3 x) {
        return new Int3(clz(x.x()), clz(x.y()), clz(x.z()));
    }

    @Builtin("metal::clz")
    public static Int4 clz(Int4 x) {
        return new Int4(clz(x.x()), clz(x.y()), clz(x.z()), clz(x.w()));
    }

    @Builtin("metal::ctz")
    public static Int2 ctz(Int2 x) {
        return new Int2(ctz(x.x()), ctz(x.y()));
    }

    @Builtin("metal::ctz")
    public static Int3 ctz(Int3 x) {
        return new Int3(ctz(x.x()), ctz(x.y()), ctz(x.z()));
    }

    @Builtin("metal::ctz")
    public static Int4 ctz(Int4 x) {
        return new Int4(ctz(x.x()), ctz(x.y()), ctz(x.z()), ctz(x.w()));
    }

    @Builtin("metal::popcount")
    public static Int2 popcount(Int2 x) {
        return new Int2(popcount(x.x()), popcount(x.y()));
    }

    @Builtin("metal::popcount")
    public static Int3 popcount(Int3 x) {
        return new Int3(popcount(x.x()), popcount(x.y()), popcount(x.z()));
    }

    @Builtin("metal::popcount")
    public static Int4 popcount(Int4 x) {
        return new Int4(popcount(x.x()), popcount(x.y()), popcount(x.z()), popcount(x.w()));
    }

    @Builtin("metal::reverse_bits")
    public static Int2 reverseBits(Int2 x) {
        return new Int2(reverseBits(x.x()), reverseBits(x.y()));
    }

    @Builtin("metal::reverse_bits")
    public static Int3 reverseBits(Int3 x) {
        return new Int3(reverseBits(x.x()), reverseBits(x.y()), reverseBits(x.z()));
    }

    @Builtin("metal::reverse_bits")
    public static Int4 reverseBits(Int4 x) {
        return new Int4(reverseBits(x.x()), reverseBits(x.y()), reverseBits(x.z()), reverseBits(x.w()));
    }

    @Builtin("smelt_rotate")
    public static Int2 rotate(Int2 x, Int2 n) {
        return new Int2(rotate(x.x(), n.x()), rotate(x.y(), n.y()));
    }

    @Builtin("smelt_rotate")
    public static Int3 rotate(Int3 x, Int3 n) {
        return new Int3(rotate(x.x(), n.x()), rotate(x.y(), n.y()), rotate(x.z(), n.z()));
    }

    @Builtin("smelt_rotate")
    public static Int4 rotate(Int4 x, Int4 n) {
        return new Int4(rotate(x.x(), n.x()), rotate(x.y(), n.y()), rotate(x.z(), n.z()), rotate(x.w(), n.w()));
    }

    @Builtin("metal::hadd")
    public static Int2 hadd(Int2 x, Int2 y) {
        return new Int2(hadd(x.x(), y.x()), hadd(x.y(), y.y()));
    }

    @Builtin("metal::hadd")
    public static Int3 hadd(Int3 x, Int3 y) {
        return new Int3(hadd(x.x(), y.x()), hadd(x.y(), y.y()), hadd(x.z(), y.z()));
    }

    @Builtin("metal::hadd")
    public static Int4 hadd(Int4 x, Int4 y) {
        return new Int4(hadd(x.x(), y.x()), hadd(x.y(), y.y()), hadd(x.z(), y.z()), hadd(x.w(), y.w()));
    }

    @Builtin("metal::rhadd")
    public static Int2 rhadd(Int2 x, Int2 y) {
        return new Int2(rhadd(x.x(), y.x()), rhadd(x.y(), y.y()));
    }

    @Builtin("metal::rhadd")
    public static Int3 rhadd(Int3 x, Int3 y) {
        return new Int3(rhadd(x.x(), y.x()), rhadd(x.y(), y.y()), rhadd(x.z(), y.z()));
    }

    @Builtin("metal::rhadd")
    public static Int4 rhadd(Int4 x, Int4 y) {
        return new Int4(rhadd(x.x(), y.x()), rhadd(x.y(), y.y()), rhadd(x.z(), y.z()), rhadd(x.w(), y.w()));
    }

    @Builtin("smelt_mulhi")
    public static Int2 mulhi(Int2 x, Int2 y) {
        return new Int2(mulhi(x.x(), y.x()), mulhi(x.y(), y.y()));
    }

    @Builtin("smelt_mulhi")
    public static Int3 mulhi(Int3 x, Int3 y) {
        return new Int3(mulhi(x.x(), y.x()), mulhi(x.y(), y.y()), mulhi(x.z(), y.z()));
    }

    @Builtin("smelt_mulhi")
    public static Int4 mulhi(Int4 x, Int4 y) {
        return new Int4(mulhi(x.x(), y.x()), mulhi(x.y(), y.y()), mulhi(x.z(), y.z()), mulhi(x.w(), y.w()));
    }

    @Builtin("smelt_madhi")
    public static Int2 madhi(Int2 x, Int2 y, Int2 z) {
        return new Int2(madhi(x.x(), y.x(), z.x()), madhi(x.y(), y.y(), z.y()));
    }

    @Builtin("smelt_madhi")
    public static Int3 madhi(Int3 x, Int3 y, Int3 z) {
        return new Int3(madhi(x.x(), y.x(), z.x()), madhi(x.y(), y.y(), z.y()), madhi(x.z(), y.z(), z.z()));
    }

    @Builtin("smelt_madhi")
    public static Int4 madhi(Int4 x, Int4 y, Int4 z) {
        return new Int4(
                madhi(x.x(), y.x(), z.x()),
                madhi(x.y(), y.y(), z.y()),
                madhi(x.z(), y.z(), z.z()),
                madhi(x.w(), y.w(), z.w()));
    }

    @Builtin("metal::madsat")
    public static Int2 madsat(Int2 x, Int2 y, Int2 z) {
        return new Int2(madsat(x.x(), y.x(), z.x()), madsat(x.y(), y.y(), z.y()));
    }

    @Builtin("metal::madsat")
    public static Int3 madsat(Int3 x, Int3 y, Int3 z) {
        return new Int3(madsat(x.x(), y.x(), z.x()), madsat(x.y(), y.y(), z.y()), madsat(x.z(), y.z(), z.z()));
    }

    @Builtin("metal::madsat")
    public static Int4 madsat(Int4 x, Int4 y, Int4 z) {
        return new Int4(
                madsat(x.x(), y.x(), z.x()),
                madsat(x.y(), y.y(), z.y()),
                madsat(x.z(), y.z(), z.z()),
                madsat(x.w(), y.w(), z.w()));
    }
}
