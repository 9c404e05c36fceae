package dev.smelt.dsl;

/**
 * The swizzles that need {@code z}, beside those of {@link FloatSwizzles2}.
 */
interface FloatSwizzles3 extends FloatSwizzles2 {
    float z();

    @Builtin("$0.xz")
    default Float2 xz() {
        return new Float2(x(), z());
    }

    @Builtin("$0.yz")
    default Float2 yz() {
        return new Float2(y(), z());
    }

    @Builtin("$0.zx")
    default Float2 zx() {
        return new Float2(z(), x());
    }

    @Builtin("$0.zy")
    default Float2 zy() {
        return new Float2(z(), y());
    }

    @Builtin("$0.zz")
    default Float2 zz() {
        return new Float2(z(), z());
    }

    @Builtin("$0.xxz")
    default Float3 xxz() {
        return new Float3(x(), x(), z());
    }

    @Builtin("$0.xyz")
    default Float3 xyz() {
        return new Float3(x(), y(), z());
    }

    @Builtin("$0.xzx")
    default Float3 xzx() {
        return new Float3(x(), z(), x());
    }

    @Builtin("$0.xzy")
    default Float3 xzy() {
        return new Float3(x(), z(), y());
    }

    @Builtin("$0.xzz")
    default Float3 xzz() {
        return new Float3(x(), z(), z());
    }

    @Builtin("$0.yxz")
    default Float3 yxz() {
        return new Float3(y(), x(), z());
    }

    @Builtin("$0.yyz")
    default Float3 yyz() {
        return new Float3(y(), y(), z());
    }

    @Builtin("$0.yzx")
    default Float3 yzx() {
        return new Float3(y(), z(), x());
    }

    @Builtin("$0.yzy")
    default Float3 yzy() {
        return new Float3(y(), z(), y());
    }

    @Builtin("$0.yzz")
    default Float3 yzz() {
        return new Float3(y(), z(), z());
    }

    @Builtin("$0.zxx")
    default Float3 zxx() {
        return new Float3(z(), x(), x());
    }

    @Builtin("$0.zxy")
    default Float3 zxy() {
        return new Float3(z(), x(), y());
    }

    @Builtin("$0.zxz")
    default Float3 zxz() {
        return new Float3(z(), x(), z());
    }

    @Builtin("$0.zyx")
    default Float3 zyx() {
        return new Float3(z(), y(), x());
    }

    @Builtin("$0.zyy")
    default Float3 zyy() {
        return new Float3(z(), y(), y());
    }

    @Builtin("$0.zyz")
    default Float3 zyz() {
        return new Float3(z(), y(), z());
    }

    @Builtin("$0.zzx")
    default Float3 zzx() {
        return new Float3(z(), z(), x());
    }

    @Builtin("$0.zzy")
    default Float3 zzy() {
        return new Float3(z(), z(), y());
    }

    @Builtin("$0.zzz")
    default Float3 zzz() {
        return new Float3(z(), z(), z());
    }

    @Builtin("$0.xxxz")
    default Float4 xxxz() {
        return new Float4(x(), x(), x(), z());
    }

    @Builtin("$0.xxyz")
    default Float4 xxyz() {
        return new Float4(x(), x(), y(), z());
    }

    @Builtin("$0.xxzx")
    default Float4 xxzx() {
        return new Float4(x(), x(), z(), x());
    }

    @Builtin("$0.xxzy")
    default Float4 xxzy() {
        return new Float4(x(), x(), z(), y());
    }

    @Builtin("$0.xxzz")
    default Float4 xxzz() {
        return new Float4(x(), x(), z(), z());
    }

    @Builtin("$0.xyxz")
    default Float4 xyxz() {
        return new Float4(x(), y(), x(), z());
    }

    @Builtin("$0.xyyz")
    default Float4 xyyz() {
        return new Float4(x(), y(), y(), z());
    }

    @Builtin("$0.xyzx")
    default Float4 xyzx() {
        return new Float4(x(), y(), z(), x());
    }

    @Builtin("$0.xyzy")
    default Float4 xyzy() {
        return new Float4(x(), y(), z(), y());
    }

    @Builtin("$0.xyzz")
    default Float4 xyzz() {
        return new Float4(x(), y(), z(), z());
    }

    @Builtin("$0.xzxx")
    default Float4 xzxx() {
        return new Float4(x(), z(), x(), x());
    }

    @Builtin("$0.xzxy")
    default Float4 xzxy() {
        return new Float4(x(), z(), x(), y());
    }

    @Builtin("$0.xzxz")
    default Float4 xzxz() {
        return new Float4(x(), z(), x(), z());
    }

    @Builtin("$0.xzyx")
    default Float4 xzyx() {
        return new Float4(x(), z(), y(), x());
    }

    @Builtin("$0.xzyy")
    default Float4 xzyy() {
        return new Float4(x(), z(), y(), y());
    }

    @Builtin("$0.xzyz")
    default Float4 xzyz() {
        return new Float4(x(), z(), y(), z());
    }

    @Builtin("$0.xzzx")
    default Float4 xzzx() {
        return new Float4(x(), z(), z(), x());
    }

    @Builtin("$0.xzzy")
    default Float4 xzzy() {
        return new Float4(x(), z(), z(), y());
    }

    @Builtin("$0.xzzz")
    default Float4 xzzz() {
        return new Float4(x(), z(), z(), z());
    }

    @Builtin("$0.yxxz")
    default Float4 yxxz() {
        return new Float4(y(), x(), x(), z());
    }

    @Builtin("$0.yxyz")
    default Float4 yxyz() {
        return new Float4(y(), x(), y(), z());
    }

    @Builtin("$0.yxzx")
    default Float4 yxzx() {
        return new Float4(y(), x(), z(), x());
    }

    @Builtin("$0.yxzy")
    default Float4 yxzy() {
        return new Float4(y(), x(), z(), y());
    }

    @Builtin("$0.yxzz")
    default Float4 yxzz() {
        return new Float4(y(), x(), z(), z());
    }

    @Builtin("$0.yyxz")
    default Float4 yyxz() {
        return new Float4(y(), y(), x(), z());
    }

    @Builtin("$0.yyyz")
    default Float4 yyyz() {
        return new Float4(y(), y(), y(), z());
    }

    @Builtin("$0.yyzx")
    default Float4 yyzx() {
        return new Float4(y(), y(), z(), x());
    }

    @Builtin("$0.yyzy")
    default Float4 yyzy() {
        return new Float4(y(), y(), z(), y());
    }

    @Builtin("$0.yyzz")
    default Float4 yyzz() {
        return new Float4(y(), y(), z(), z());
    }

    @Builtin("$0.yzxx")
    default Float4 yzxx() {
        return new Float4(y(), z(), x(), x());
    }

    @Builtin("$0.yzxy")
    default Float4 yzxy() {
        return new Float4(y(), z(), x(), y());
    }

    @Builtin("$0.yzxz")
    default Float4 yzxz() {
        return new Float4(y(), z(), x(), z());
    }

    @Builtin("$0.yzyx")
    default Float4 yzyx() {
        return new Float4(y(), z(), y(), x());
    }

    @Builtin("$0.yzyy")
    default Float4 yzyy() {
        return new Float4(y(), z(), y(), y());
    }

    @Builtin("$0.yzyz")
    default Float4 yzyz() {
        return new Float4(y(), z(), y(), z());
    }

    @Builtin("$0.yzzx")
    default Float4 yzzx() {
        return new Float4(y(), z(), z(), x());
    }

    @Builtin("$0.yzzy")
    default Float4 yzzy() {
        return new Float4(y(), z(), z(), y());
    }

    @Builtin("$0.yzzz")
    default Float4 yzzz() {
        return new Float4(y(), z(), z(), z());
    }

    @Builtin("$0.zxxx")
    default Float4 zxxx() {
        return new Float4(z(), x(), x(), x());
    }

    @Builtin("$0.zxxy")
    default Float4 zxxy() {
        return new Float4(z(), x(), x(), y());
    }

    @Builtin("$0.zxxz")
    default Float4 zxxz() {
        return new Float4(z(), x(), x(), z());
    }

    @Builtin("$0.zxyx")
    default Float4 zxyx() {
        return new Float4(z(), x(), y(), x());
    }

    @Builtin("$0.zxyy")
    default Float4 zxyy() {
        return new Float4(z(), x(), y(), y());
    }

    @Builtin("$0.zxyz")
    default Float4 zxyz() {
        return new Float4(z(), x(), y(), z());
    }

    @Builtin("$0.zxzx")
    default Float4 zxzx() {
        return new Float4(z(), x(), z(), x());
    }

    @Builtin("$0.zxzy")
    default Float4 zxzy() {
        return new Float4(z(), x(), z(), y());
    }

    @Builtin("$0.zxzz")
    default Float4 zxzz() {
        return new Float4(z(), x(), z(), z());
    }

    @Builtin("$0.zyxx")
    default Float4 zyxx() {
        return new Float4(z(), y(), x(), x());
    }

    @Builtin("$0.zyxy")
    default Float4 zyxy() {
        return new Float4(z(), y(), x(), y());
    }

    @Builtin("$0.zyxz")
    default Float4 zyxz() {
        return new Float4(z(), y(), x(), z());
    }

    @Builtin("$0.zyyx")
    default Float4 zyyx() {
        return new Float4(z(), y(), y(), x());
    }

    @Builtin("$0.zyyy")
    default Float4 zyyy() {
        return new Float4(z(), y(), y(), y());
    }

    @Builtin("$0.zyyz")
    default Float4 zyyz() {
        return new Float4(z(), y(), y(), z());
    }

    @Builtin("$0.zyzx")
    default Float4 zyzx() {
        return new Float4(z(), y(), z(), x());
    }

    @Builtin("$0.zyzy")
    default Float4 zyzy() {
        return new Float4(z(), y(), z(), y());
    }

    @Builtin("$0.zyzz")
    default Float4 zyzz() {
        return new Float4(z(), y(), z(), z());
    }

    @Builtin("$0.zzxx")
    default Float4 zzxx() {
        return new Float4(z(), z(), x(), x());
    }

    @Builtin("$0.zzxy")
    default Float4 zzxy() {
        return new Float4(z(), z(), x(), y());
    }

    @Builtin("$0.zzxz")
    default Float4 zzxz() {
        return new Float4(z(), z(), x(), z());
    }

    @Builtin("$0.zzyx")
    default Float4 zzyx() {
        return new Float4(z(), z(), y(), x());
    }

    @Builtin("$0.zzyy")
    default Float4 zzyy() {
        return new Float4(z(), z(), y(), y());
    }

    @Builtin("$0.zzyz")
    default Float4 zzyz() {
        return new Float4(z(), z(), y(), z());
    }

    @Builtin("$0.zzzx")
    default Float4 zzzx() {
        return new Float4(z(), z(), z(), x());
    }

    @Builtin("$0.zzzy")
    default Float4 zzzy() {
        return new Float4(z(), z(), z(), y());
    }

    @Builtin("$0.zzzz")
    default Float4 zzzz() {
        return new Float4(z(), z(), z(), z());
    }
}
