package dev.smelt.dsl;

/**
 * The swizzles that need {@code z}, beside those of {@link IntSwizzles2}.
 */
interface IntSwizzles3 extends IntSwizzles2 {
    int z();

    @Builtin("$0.xz")
    default Int2 xz() {
        return new Int2(x(), z());
    }

    @Builtin("$0.yz")
    default Int2 yz() {
        return new Int2(y(), z());
    }

    @Builtin("$0.zx")
    default Int2 zx() {
        return new Int2(z(), x());
    }

    @Builtin("$0.zy")
    default Int2 zy() {
        return new Int2(z(), y());
    }

    @Builtin("$0.zz")
    default Int2 zz() {
        return new Int2(z(), z());
    }

    @Builtin("$0.xxz")
    default Int3 xxz() {
        return new Int3(x(), x(), z());
    }

    @Builtin("$0.xyz")
    default Int3 xyz() {
        return new Int3(x(), y(), z());
    }

    @Builtin("$0.xzx")
    default Int3 xzx() {
        return new Int3(x(), z(), x());
    }

    @Builtin("$0.xzy")
    default Int3 xzy() {
        return new Int3(x(), z(), y());
    }

    @Builtin("$0.xzz")
    default Int3 xzz() {
        return new Int3(x(), z(), z());
    }

    @Builtin("$0.yxz")
    default Int3 yxz() {
        return new Int3(y(), x(), z());
    }

    @Builtin("$0.yyz")
    default Int3 yyz() {
        return new Int3(y(), y(), z());
    }

    @Builtin("$0.yzx")
    default Int3 yzx() {
        return new Int3(y(), z(), x());
    }

    @Builtin("$0.yzy")
    default Int3 yzy() {
        return new Int3(y(), z(), y());
    }

    @Builtin("$0.yzz")
    default Int3 yzz() {
        return new Int3(y(), z(), z());
    }

    @Builtin("$0.zxx")
    default Int3 zxx() {
        return new Int3(z(), x(), x());
    }

    @Builtin("$0.zxy")
    default Int3 zxy() {
        return new Int3(z(), x(), y());
    }

    @Builtin("$0.zxz")
    default Int3 zxz() {
        return new Int3(z(), x(), z());
    }

    @Builtin("$0.zyx")
    default Int3 zyx() {
        return new Int3(z(), y(), x());
    }

    @Builtin("$0.zyy")
    default Int3 zyy() {
        return new Int3(z(), y(), y());
    }

    @Builtin("$0.zyz")
    default Int3 zyz() {
        return new Int3(z(), y(), z());
    }

    @Builtin("$0.zzx")
    default Int3 zzx() {
        return new Int3(z(), z(), x());
    }

    @Builtin("$0.zzy")
    default Int3 zzy() {
        return new Int3(z(), z(), y());
    }

    @Builtin("$0.zzz")
    default Int3 zzz() {
        return new Int3(z(), z(), z());
    }

    @Builtin("$0.xxxz")
    default Int4 xxxz() {
        return new Int4(x(), x(), x(), z());
    }

    @Builtin("$0.xxyz")
    default Int4 xxyz() {
        return new Int4(x(), x(), y(), z());
    }

    @Builtin("$0.xxzx")
    default Int4 xxzx() {
        return new Int4(x(), x(), z(), x());
    }

    @Builtin("$0.xxzy")
    default Int4 xxzy() {
        return new Int4(x(), x(), z(), y());
    }

    @Builtin("$0.xxzz")
    default Int4 xxzz() {
        return new Int4(x(), x(), z(), z());
    }

    @Builtin("$0.xyxz")
    default Int4 xyxz() {
        return new Int4(x(), y(), x(), z());
    }

    @Builtin("$0.xyyz")
    default Int4 xyyz() {
        return new Int4(x(), y(), y(), z());
    }

    @Builtin("$0.xyzx")
    default Int4 xyzx() {
        return new Int4(x(), y(), z(), x());
    }

    @Builtin("$0.xyzy")
    default Int4 xyzy() {
        return new Int4(x(), y(), z(), y());
    }

    @Builtin("$0.xyzz")
    default Int4 xyzz() {
        return new Int4(x(), y(), z(), z());
    }

    @Builtin("$0.xzxx")
    default Int4 xzxx() {
        return new Int4(x(), z(), x(), x());
    }

    @Builtin("$0.xzxy")
    default Int4 xzxy() {
        return new Int4(x(), z(), x(), y());
    }

    @Builtin("$0.xzxz")
    default Int4 xzxz() {
        return new Int4(x(), z(), x(), z());
    }

    @Builtin("$0.xzyx")
    default Int4 xzyx() {
        return new Int4(x(), z(), y(), x());
    }

    @Builtin("$0.xzyy")
    default Int4 xzyy() {
        return new Int4(x(), z(), y(), y());
    }

    @Builtin("$0.xzyz")
    default Int4 xzyz() {
        return new Int4(x(), z(), y(), z());
    }

    @Builtin("$0.xzzx")
    default Int4 xzzx() {
        return new Int4(x(), z(), z(), x());
    }

    @Builtin("$0.xzzy")
    default Int4 xzzy() {
        return new Int4(x(), z(), z(), y());
    }

    @Builtin("$0.xzzz")
    default Int4 xzzz() {
        return new Int4(x(), z(), z(), z());
    }

    @Builtin("$0.yxxz")
    default Int4 yxxz() {
        return new Int4(y(), x(), x(), z());
    }

    @Builtin("$0.yxyz")
    default Int4 yxyz() {
        return new Int4(y(), x(), y(), z());
    }

    @Builtin("$0.yxzx")
    default Int4 yxzx() {
        return new Int4(y(), x(), z(), x());
    }

    @Builtin("$0.yxzy")
    default Int4 yxzy() {
        return new Int4(y(), x(), z(), y());
    }

    @Builtin("$0.yxzz")
    default Int4 yxzz() {
        return new Int4(y(), x(), z(), z());
    }

    @Builtin("$0.yyxz")
    default Int4 yyxz() {
        return new Int4(y(), y(), x(), z());
    }

    @Builtin("$0.yyyz")
    default Int4 yyyz() {
        return new Int4(y(), y(), y(), z());
    }

    @Builtin("$0.yyzx")
    default Int4 yyzx() {
        return new Int4(y(), y(), z(), x());
    }

    @Builtin("$0.yyzy")
    default Int4 yyzy() {
        return new Int4(y(), y(), z(), y());
    }

    @Builtin("$0.yyzz")
    default Int4 yyzz() {
        return new Int4(y(), y(), z(), z());
    }

    @Builtin("$0.yzxx")
    default Int4 yzxx() {
        return new Int4(y(), z(), x(), x());
    }

    @Builtin("$0.yzxy")
    default Int4 yzxy() {
        return new Int4(y(), z(), x(), y());
    }

    @Builtin("$0.yzxz")
    default Int4 yzxz() {
        return new Int4(y(), z(), x(), z());
    }

    @Builtin("$0.yzyx")
    default Int4 yzyx() {
        return new Int4(y(), z(), y(), x());
    }

    @Builtin("$0.yzyy")
    default Int4 yzyy() {
        return new Int4(y(), z(), y(), y());
    }

    @Builtin("$0.yzyz")
    default Int4 yzyz() {
        return new Int4(y(), z(), y(), z());
    }

    @Builtin("$0.yzzx")
    default Int4 yzzx() {
        return new Int4(y(), z(), z(), x());
    }

    @Builtin("$0.yzzy")
    default Int4 yzzy() {
        return new Int4(y(), z(), z(), y());
    }

    @Builtin("$0.yzzz")
    default Int4 yzzz() {
        return new Int4(y(), z(), z(), z());
    }

    @Builtin("$0.zxxx")
    default Int4 zxxx() {
        return new Int4(z(), x(), x(), x());
    }

    @Builtin("$0.zxxy")
    default Int4 zxxy() {
        return new Int4(z(), x(), x(), y());
    }

    @Builtin("$0.zxxz")
    default Int4 zxxz() {
        return new Int4(z(), x(), x(), z());
    }

    @Builtin("$0.zxyx")
    default Int4 zxyx() {
        return new Int4(z(), x(), y(), x());
    }

    @Builtin("$0.zxyy")
    default Int4 zxyy() {
        return new Int4(z(), x(), y(), y());
    }

    @Builtin("$0.zxyz")
    default Int4 zxyz() {
        return new Int4(z(), x(), y(), z());
    }

    @Builtin("$0.zxzx")
    default Int4 zxzx() {
        return new Int4(z(), x(), z(), x());
    }

    @Builtin("$0.zxzy")
    default Int4 zxzy() {
        return new Int4(z(), x(), z(), y());
    }

    @Builtin("$0.zxzz")
    default Int4 zxzz() {
        return new Int4(z(), x(), z(), z());
    }

    @Builtin("$0.zyxx")
    default Int4 zyxx() {
        return new Int4(z(), y(), x(), x());
    }

    @Builtin("$0.zyxy")
    default Int4 zyxy() {
        return new Int4(z(), y(), x(), y());
    }

    @Builtin("$0.zyxz")
    default Int4 zyxz() {
        return new Int4(z(), y(), x(), z());
    }

    @Builtin("$0.zyyx")
    default Int4 zyyx() {
        return new Int4(z(), y(), y(), x());
    }

    @Builtin("$0.zyyy")
    default Int4 zyyy() {
        return new Int4(z(), y(), y(), y());
    }

    @Builtin("$0.zyyz")
    default Int4 zyyz() {
        return new Int4(z(), y(), y(), z());
    }

    @Builtin("$0.zyzx")
    default Int4 zyzx() {
        return new Int4(z(), y(), z(), x());
    }

    @Builtin("$0.zyzy")
    default Int4 zyzy() {
        return new Int4(z(), y(), z(), y());
    }

    @Builtin("$0.zyzz")
    default Int4 zyzz() {
        return new Int4(z(), y(), z(), z());
    }

    @Builtin("$0.zzxx")
    default Int4 zzxx() {
        return new Int4(z(), z(), x(), x());
    }

    @Builtin("$0.zzxy")
    default Int4 zzxy() {
        return new Int4(z(), z(), x(), y());
    }

    @Builtin("$0.zzxz")
    default Int4 zzxz() {
        return new Int4(z(), z(), x(), z());
    }

    @Builtin("$0.zzyx")
    default Int4 zzyx() {
        return new Int4(z(), z(), y(), x());
    }

    @Builtin("$0.zzyy")
    default Int4 zzyy() {
        return new Int4(z(), z(), y(), y());
    }

    @Builtin("$0.zzyz")
    default Int4 zzyz() {
        return new Int4(z(), z(), y(), z());
    }

    @Builtin("$0.zzzx")
    default Int4 zzzx() {
        return new Int4(z(), z(), z(), x());
    }

    @Builtin("$0.zzzy")
    default Int4 zzzy() {
        return new Int4(z(), z(), z(), y());
    }

    @Builtin("$0.zzzz")
    default Int4 zzzz() {
        return new Int4(z(), z(), z(), z());
    }
}
