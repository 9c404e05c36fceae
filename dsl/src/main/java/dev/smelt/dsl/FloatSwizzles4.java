package dev.smelt.dsl;

/**
 * The swizzles that need {@code w}, beside those of {@link FloatSwizzles3}.
 */
interface FloatSwizzles4 extends FloatSwizzles3 {
    float w();

    @Builtin("$0.xw")
    default Float2 xw() {
        return new Float2(x(), w());
    }

    @Builtin("$0.yw")
    default Float2 yw() {
        return new Float2(y(), w());
    }

    @Builtin("$0.zw")
    default Float2 zw() {
        return new Float2(z(), w());
    }

    @Builtin("$0.wx")
    default Float2 wx() {
        return new Float2(w(), x());
    }

    @Builtin("$0.wy")
    default Float2 wy() {
        return new Float2(w(), y());
    }

    @Builtin("$0.wz")
    default Float2 wz() {
        return new Float2(w(), z());
    }

    @Builtin("$0.ww")
    default Float2 ww() {
        return new Float2(w(), w());
    }

    @Builtin("$0.xxw")
    default Float3 xxw() {
        return new Float3(x(), x(), w());
    }

    @Builtin("$0.xyw")
    default Float3 xyw() {
        return new Float3(x(), y(), w());
    }

    @Builtin("$0.xzw")
    default Float3 xzw() {
        return new Float3(x(), z(), w());
    }

    @Builtin("$0.xwx")
    default Float3 xwx() {
        return new Float3(x(), w(), x());
    }

    @Builtin("$0.xwy")
    default Float3 xwy() {
        return new Float3(x(), w(), y());
    }

    @Builtin("$0.xwz")
    default Float3 xwz() {
        return new Float3(x(), w(), z());
    }

    @Builtin("$0.xww")
    default Float3 xww() {
        return new Float3(x(), w(), w());
    }

    @Builtin("$0.yxw")
    default Float3 yxw() {
        return new Float3(y(), x(), w());
    }

    @Builtin("$0.yyw")
    default Float3 yyw() {
        return new Float3(y(), y(), w());
    }

    @Builtin("$0.yzw")
    default Float3 yzw() {
        return new Float3(y(), z(), w());
    }

    @Builtin("$0.ywx")
    default Float3 ywx() {
        return new Float3(y(), w(), x());
    }

    @Builtin("$0.ywy")
    default Float3 ywy() {
        return new Float3(y(), w(), y());
    }

    @Builtin("$0.ywz")
    default Float3 ywz() {
        return new Float3(y(), w(), z());
    }

    @Builtin("$0.yww")
    default Float3 yww() {
        return new Float3(y(), w(), w());
    }

    @Builtin("$0.zxw")
    default Float3 zxw() {
        return new Float3(z(), x(), w());
    }

    @Builtin("$0.zyw")
    default Float3 zyw() {
        return new Float3(z(), y(), w());
    }

    @Builtin("$0.zzw")
    default Float3 zzw() {
        return new Float3(z(), z(), w());
    }

    @Builtin("$0.zwx")
    default Float3 zwx() {
        return new Float3(z(), w(), x());
    }

    @Builtin("$0.zwy")
    default Float3 zwy() {
        return new Float3(z(), w(), y());
    }

    @Builtin("$0.zwz")
    default Float3 zwz() {
        return new Float3(z(), w(), z());
    }

    @Builtin("$0.zww")
    default Float3 zww() {
        return new Float3(z(), w(), w());
    }

    @Builtin("$0.wxx")
    default Float3 wxx() {
        return new Float3(w(), x(), x());
    }

    @Builtin("$0.wxy")
    default Float3 wxy() {
        return new Float3(w(), x(), y());
    }

    @Builtin("$0.wxz")
    default Float3 wxz() {
        return new Float3(w(), x(), z());
    }

    @Builtin("$0.wxw")
    default Float3 wxw() {
        return new Float3(w(), x(), w());
    }

    @Builtin("$0.wyx")
    default Float3 wyx() {
        return new Float3(w(), y(), x());
    }

    @Builtin("$0.wyy")
    default Float3 wyy() {
        return new Float3(w(), y(), y());
    }

    @Builtin("$0.wyz")
    default Float3 wyz() {
        return new Float3(w(), y(), z());
    }

    @Builtin("$0.wyw")
    default Float3 wyw() {
        return new Float3(w(), y(), w());
    }

    @Builtin("$0.wzx")
    default Float3 wzx() {
        return new Float3(w(), z(), x());
    }

    @Builtin("$0.wzy")
    default Float3 wzy() {
        return new Float3(w(), z(), y());
    }

    @Builtin("$0.wzz")
    default Float3 wzz() {
        return new Float3(w(), z(), z());
    }

    @Builtin("$0.wzw")
    default Float3 wzw() {
        return new Float3(w(), z(), w());
    }

    @Builtin("$0.wwx")
    default Float3 wwx() {
        return new Float3(w(), w(), x());
    }

    @Builtin("$0.wwy")
    default Float3 wwy() {
        return new Float3(w(), w(), y());
    }

    @Builtin("$0.wwz")
    default Float3 wwz() {
        return new Float3(w(), w(), z());
    }

    @Builtin("$0.www")
    default Float3 www() {
        return new Float3(w(), w(), w());
    }

    @Builtin("$0.xxxw")
    default Float4 xxxw() {
        return new Float4(x(), x(), x(), w());
    }

    @Builtin("$0.xxyw")
    default Float4 xxyw() {
        return new Float4(x(), x(), y(), w());
    }

    @Builtin("$0.xxzw")
    default Float4 xxzw() {
        return new Float4(x(), x(), z(), w());
    }

    @Builtin("$0.xxwx")
    default Float4 xxwx() {
        return new Float4(x(), x(), w(), x());
    }

    @Builtin("$0.xxwy")
    default Float4 xxwy() {
        return new Float4(x(), x(), w(), y());
    }

    @Builtin("$0.xxwz")
    default Float4 xxwz() {
        return new Float4(x(), x(), w(), z());
    }

    @Builtin("$0.xxww")
    default Float4 xxww() {
        return new Float4(x(), x(), w(), w());
    }

    @Builtin("$0.xyxw")
    default Float4 xyxw() {
        return new Float4(x(), y(), x(), w());
    }

    @Builtin("$0.xyyw")
    default Float4 xyyw() {
        return new Float4(x(), y(), y(), w());
    }

    @Builtin("$0.xyzw")
    default Float4 xyzw() {
        return new Float4(x(), y(), z(), w());
    }

    @Builtin("$0.xywx")
    default Float4 xywx() {
        return new Float4(x(), y(), w(), x());
    }

    @Builtin("$0.xywy")
    default Float4 xywy() {
        return new Float4(x(), y(), w(), y());
    }

    @Builtin("$0.xywz")
    default Float4 xywz() {
        return new Float4(x(), y(), w(), z());
    }

    @Builtin("$0.xyww")
    default Float4 xyww() {
        return new Float4(x(), y(), w(), w());
    }

    @Builtin("$0.xzxw")
    default Float4 xzxw() {
        return new Float4(x(), z(), x(), w());
    }

    @Builtin("$0.xzyw")
    default Float4 xzyw() {
        return new Float4(x(), z(), y(), w());
    }

    @Builtin("$0.xzzw")
    default Float4 xzzw() {
        return new Float4(x(), z(), z(), w());
    }

    @Builtin("$0.xzwx")
    default Float4 xzwx() {
        return new Float4(x(), z(), w(), x());
    }

    @Builtin("$0.xzwy")
    default Float4 xzwy() {
        return new Float4(x(), z(), w(), y());
    }

    @Builtin("$0.xzwz")
    default Float4 xzwz() {
        return new Float4(x(), z(), w(), z());
    }

    @Builtin("$0.xzww")
    default Float4 xzww() {
        return new Float4(x(), z(), w(), w());
    }

    @Builtin("$0.xwxx")
    default Float4 xwxx() {
        return new Float4(x(), w(), x(), x());
    }

    @Builtin("$0.xwxy")
    default Float4 xwxy() {
        return new Float4(x(), w(), x(), y());
    }

    @Builtin("$0.xwxz")
    default Float4 xwxz() {
        return new Float4(x(), w(), x(), z());
    }

    @Builtin("$0.xwxw")
    default Float4 xwxw() {
        return new Float4(x(), w(), x(), w());
    }

    @Builtin("$0.xwyx")
    default Float4 xwyx() {
        return new Float4(x(), w(), y(), x());
    }

    @Builtin("$0.xwyy")
    default Float4 xwyy() {
        return new Float4(x(), w(), y(), y());
    }

    @Builtin("$0.xwyz")
    default Float4 xwyz() {
        return new Float4(x(), w(), y(), z());
    }

    @Builtin("$0.xwyw")
    default Float4 xwyw() {
        return new Float4(x(), w(), y(), w());
    }

    @Builtin("$0.xwzx")
    default Float4 xwzx() {
        return new Float4(x(), w(), z(), x());
    }

    @Builtin("$0.xwzy")
    default Float4 xwzy() {
        return new Float4(x(), w(), z(), y());
    }

    @Builtin("$0.xwzz")
    default Float4 xwzz() {
        return new Float4(x(), w(), z(), z());
    }

    @Builtin("$0.xwzw")
    default Float4 xwzw() {
        return new Float4(x(), w(), z(), w());
    }

    @Builtin("$0.xwwx")
    default Float4 xwwx() {
        return new Float4(x(), w(), w(), x());
    }

    @Builtin("$0.xwwy")
    default Float4 xwwy() {
        return new Float4(x(), w(), w(), y());
    }

    @Builtin("$0.xwwz")
    default Float4 xwwz() {
        return new Float4(x(), w(), w(), z());
    }

    @Builtin("$0.xwww")
    default Float4 xwww() {
        return new Float4(x(), w(), w(), w());
    }

    @Builtin("$0.yxxw")
    default Float4 yxxw() {
        return new Float4(y(), x(), x(), w());
    }

    @Builtin("$0.yxyw")
    default Float4 yxyw() {
        return new Float4(y(), x(), y(), w());
    }

    @Builtin("$0.yxzw")
    default Float4 yxzw() {
        return new Float4(y(), x(), z(), w());
    }

    @Builtin("$0.yxwx")
    default Float4 yxwx() {
        return new Float4(y(), x(), w(), x());
    }

    @Builtin("$0.yxwy")
    default Float4 yxwy() {
        return new Float4(y(), x(), w(), y());
    }

    @Builtin("$0.yxwz")
    default Float4 yxwz() {
        return new Float4(y(), x(), w(), z());
    }

    @Builtin("$0.yxww")
    default Float4 yxww() {
        return new Float4(y(), x(), w(), w());
    }

    @Builtin("$0.yyxw")
    default Float4 yyxw() {
        return new Float4(y(), y(), x(), w());
    }

    @Builtin("$0.yyyw")
    default Float4 yyyw() {
        return new Float4(y(), y(), y(), w());
    }

    @Builtin("$0.yyzw")
    default Float4 yyzw() {
        return new Float4(y(), y(), z(), w());
    }

    @Builtin("$0.yywx")
    default Float4 yywx() {
        return new Float4(y(), y(), w(), x());
    }

    @Builtin("$0.yywy")
    default Float4 yywy() {
        return new Float4(y(), y(), w(), y());
    }

    @Builtin("$0.yywz")
    default Float4 yywz() {
        return new Float4(y(), y(), w(), z());
    }

    @Builtin("$0.yyww")
    default Float4 yyww() {
        return new Float4(y(), y(), w(), w());
    }

    @Builtin("$0.yzxw")
    default Float4 yzxw() {
        return new Float4(y(), z(), x(), w());
    }

    @Builtin("$0.yzyw")
    default Float4 yzyw() {
        return new Float4(y(), z(), y(), w());
    }

    @Builtin("$0.yzzw")
    default Float4 yzzw() {
        return new Float4(y(), z(), z(), w());
    }

    @Builtin("$0.yzwx")
    default Float4 yzwx() {
        return new Float4(y(), z(), w(), x());
    }

    @Builtin("$0.yzwy")
    default Float4 yzwy() {
        return new Float4(y(), z(), w(), y());
    }

    @Builtin("$0.yzwz")
    default Float4 yzwz() {
        return new Float4(y(), z(), w(), z());
    }

    @Builtin("$0.yzww")
    default Float4 yzww() {
        return new Float4(y(), z(), w(), w());
    }

    @Builtin("$0.ywxx")
    default Float4 ywxx() {
        return new Float4(y(), w(), x(), x());
    }

    @Builtin("$0.ywxy")
    default Float4 ywxy() {
        return new Float4(y(), w(), x(), y());
    }

    @Builtin("$0.ywxz")
    default Float4 ywxz() {
        return new Float4(y(), w(), x(), z());
    }

    @Builtin("$0.ywxw")
    default Float4 ywxw() {
        return new Float4(y(), w(), x(), w());
    }

    @Builtin("$0.ywyx")
    default Float4 ywyx() {
        return new Float4(y(), w(), y(), x());
    }

    @Builtin("$0.ywyy")
    default Float4 ywyy() {
        return new Float4(y(), w(), y(), y());
    }

    @Builtin("$0.ywyz")
    default Float4 ywyz() {
        return new Float4(y(), w(), y(), z());
    }

    @Builtin("$0.ywyw")
    default Float4 ywyw() {
        return new Float4(y(), w(), y(), w());
    }

    @Builtin("$0.ywzx")
    default Float4 ywzx() {
        return new Float4(y(), w(), z(), x());
    }

    @Builtin("$0.ywzy")
    default Float4 ywzy() {
        return new Float4(y(), w(), z(), y());
    }

    @Builtin("$0.ywzz")
    default Float4 ywzz() {
        return new Float4(y(), w(), z(), z());
    }

    @Builtin("$0.ywzw")
    default Float4 ywzw() {
        return new Float4(y(), w(), z(), w());
    }

    @Builtin("$0.ywwx")
    default Float4 ywwx() {
        return new Float4(y(), w(), w(), x());
    }

    @Builtin("$0.ywwy")
    default Float4 ywwy() {
        return new Float4(y(), w(), w(), y());
    }

    @Builtin("$0.ywwz")
    default Float4 ywwz() {
        return new Float4(y(), w(), w(), z());
    }

    @Builtin("$0.ywww")
    default Float4 ywww() {
        return new Float4(y(), w(), w(), w());
    }

    @Builtin("$0.zxxw")
    default Float4 zxxw() {
        return new Float4(z(), x(), x(), w());
    }

    @Builtin("$0.zxyw")
    default Float4 zxyw() {
        return new Float4(z(), x(), y(), w());
    }

    @Builtin("$0.zxzw")
    default Float4 zxzw() {
        return new Float4(z(), x(), z(), w());
    }

    @Builtin("$0.zxwx")
    default Float4 zxwx() {
        return new Float4(z(), x(), w(), x());
    }

    @Builtin("$0.zxwy")
    default Float4 zxwy() {
        return new Float4(z(), x(), w(), y());
    }

    @Builtin("$0.zxwz")
    default Float4 zxwz() {
        return new Float4(z(), x(), w(), z());
    }

    @Builtin("$0.zxww")
    default Float4 zxww() {
        return new Float4(z(), x(), w(), w());
    }

    @Builtin("$0.zyxw")
    default Float4 zyxw() {
        return new Float4(z(), y(), x(), w());
    }

    @Builtin("$0.zyyw")
    default Float4 zyyw() {
        return new Float4(z(), y(), y(), w());
    }

    @Builtin("$0.zyzw")
    default Float4 zyzw() {
        return new Float4(z(), y(), z(), w());
    }

    @Builtin("$0.zywx")
    default Float4 zywx() {
        return new Float4(z(), y(), w(), x());
    }

    @Builtin("$0.zywy")
    default Float4 zywy() {
        return new Float4(z(), y(), w(), y());
    }

    @Builtin("$0.zywz")
    default Float4 zywz() {
        return new Float4(z(), y(), w(), z());
    }

    @Builtin("$0.zyww")
    default Float4 zyww() {
        return new Float4(z(), y(), w(), w());
    }

    @Builtin("$0.zzxw")
    default Float4 zzxw() {
        return new Float4(z(), z(), x(), w());
    }

    @Builtin("$0.zzyw")
    default Float4 zzyw() {
        return new Float4(z(), z(), y(), w());
    }

    @Builtin("$0.zzzw")
    default Float4 zzzw() {
        return new Float4(z(), z(), z(), w());
    }

    @Builtin("$0.zzwx")
    default Float4 zzwx() {
        return new Float4(z(), z(), w(), x());
    }

    @Builtin("$0.zzwy")
    default Float4 zzwy() {
        return new Float4(z(), z(), w(), y());
    }

    @Builtin("$0.zzwz")
    default Float4 zzwz() {
        return new Float4(z(), z(), w(), z());
    }

    @Builtin("$0.zzww")
    default Float4 zzww() {
        return new Float4(z(), z(), w(), w());
    }

    @Builtin("$0.zwxx")
    default Float4 zwxx() {
        return new Float4(z(), w(), x(), x());
    }

    @Builtin("$0.zwxy")
    default Float4 zwxy() {
        return new Float4(z(), w(), x(), y());
    }

    @Builtin("$0.zwxz")
    default Float4 zwxz() {
        return new Float4(z(), w(), x(), z());
    }

    @Builtin("$0.zwxw")
    default Float4 zwxw() {
        return new Float4(z(), w(), x(), w());
    }

    @Builtin("$0.zwyx")
    default Float4 zwyx() {
        return new Float4(z(), w(), y(), x());
    }

    @Builtin("$0.zwyy")
    default Float4 zwyy() {
        return new Float4(z(), w(), y(), y());
    }

    @Builtin("$0.zwyz")
    default Float4 zwyz() {
        return new Float4(z(), w(), y(), z());
    }

    @Builtin("$0.zwyw")
    default Float4 zwyw() {
        return new Float4(z(), w(), y(), w());
    }

    @Builtin("$0.zwzx")
    default Float4 zwzx() {
        return new Float4(z(), w(), z(), x());
    }

    @Builtin("$0.zwzy")
    default Float4 zwzy() {
        return new Float4(z(), w(), z(), y());
    }

    @Builtin("$0.zwzz")
    default Float4 zwzz() {
        return new Float4(z(), w(), z(), z());
    }

    @Builtin("$0.zwzw")
    default Float4 zwzw() {
        return new Float4(z(), w(), z(), w());
    }

    @Builtin("$0.zwwx")
    default Float4 zwwx() {
        return new Float4(z(), w(), w(), x());
    }

    @Builtin("$0.zwwy")
    default Float4 zwwy() {
        return new Float4(z(), w(), w(), y());
    }

    @Builtin("$0.zwwz")
    default Float4 zwwz() {
        return new Float4(z(), w(), w(), z());
    }

    @Builtin("$0.zwww")
    default Float4 zwww() {
        return new Float4(z(), w(), w(), w());
    }

    @Builtin("$0.wxxx")
    default Float4 wxxx() {
        return new Float4(w(), x(), x(), x());
    }

    @Builtin("$0.wxxy")
    default Float4 wxxy() {
        return new Float4(w(), x(), x(), y());
    }

    @Builtin("$0.wxxz")
    default Float4 wxxz() {
        return new Float4(w(), x(), x(), z());
    }

    @Builtin("$0.wxxw")
    default Float4 wxxw() {
        return new Float4(w(), x(), x(), w());
    }

    @Builtin("$0.wxyx")
    default Float4 wxyx() {
        return new Float4(w(), x(), y(), x());
    }

    @Builtin("$0.wxyy")
    default Float4 wxyy() {
        return new Float4(w(), x(), y(), y());
    }

    @Builtin("$0.wxyz")
    default Float4 wxyz() {
        return new Float4(w(), x(), y(), z());
    }

    @Builtin("$0.wxyw")
    default Float4 wxyw() {
        return new Float4(w(), x(), y(), w());
    }

    @Builtin("$0.wxzx")
    default Float4 wxzx() {
        return new Float4(w(), x(), z(), x());
    }

    @Builtin("$0.wxzy")
    default Float4 wxzy() {
        return new Float4(w(), x(), z(), y());
    }

    @Builtin("$0.wxzz")
    default Float4 wxzz() {
        return new Float4(w(), x(), z(), z());
    }

    @Builtin("$0.wxzw")
    default Float4 wxzw() {
        return new Float4(w(), x(), z(), w());
    }

    @Builtin("$0.wxwx")
    default Float4 wxwx() {
        return new Float4(w(), x(), w(), x());
    }

    @Builtin("$0.wxwy")
    default Float4 wxwy() {
        return new Float4(w(), x(), w(), y());
    }

    @Builtin("$0.wxwz")
    default Float4 wxwz() {
        return new Float4(w(), x(), w(), z());
    }

    @Builtin("$0.wxww")
    default Float4 wxww() {
        return new Float4(w(), x(), w(), w());
    }

    @Builtin("$0.wyxx")
    default Float4 wyxx() {
        return new Float4(w(), y(), x(), x());
    }

    @Builtin("$0.wyxy")
    default Float4 wyxy() {
        return new Float4(w(), y(), x(), y());
    }

    @Builtin("$0.wyxz")
    default Float4 wyxz() {
        return new Float4(w(), y(), x(), z());
    }

    @Builtin("$0.wyxw")
    default Float4 wyxw() {
        return new Float4(w(), y(), x(), w());
    }

    @Builtin("$0.wyyx")
    default Float4 wyyx() {
        return new Float4(w(), y(), y(), x());
    }

    @Builtin("$0.wyyy")
    default Float4 wyyy() {
        return new Float4(w(), y(), y(), y());
    }

    @Builtin("$0.wyyz")
    default Float4 wyyz() {
        return new Float4(w(), y(), y(), z());
    }

    @Builtin("$0.wyyw")
    default Float4 wyyw() {
        return new Float4(w(), y(), y(), w());
    }

    @Builtin("$0.wyzx")
    default Float4 wyzx() {
        return new Float4(w(), y(), z(), x());
    }

    @Builtin("$0.wyzy")
    default Float4 wyzy() {
        return new Float4(w(), y(), z(), y());
    }

    @Builtin("$0.wyzz")
    default Float4 wyzz() {
        return new Float4(w(), y(), z(), z());
    }

    @Builtin("$0.wyzw")
    default Float4 wyzw() {
        return new Float4(w(), y(), z(), w());
    }

    @Builtin("$0.wywx")
    default Float4 wywx() {
        return new Float4(w(), y(), w(), x());
    }

    @Builtin("$0.wywy")
    default Float4 wywy() {
        return new Float4(w(), y(), w(), y());
    }

    @Builtin("$0.wywz")
    default Float4 wywz() {
        return new Float4(w(), y(), w(), z());
    }

    @Builtin("$0.wyww")
    default Float4 wyww() {
        return new Float4(w(), y(), w(), w());
    }

    @Builtin("$0.wzxx")
    default Float4 wzxx() {
        return new Float4(w(), z(), x(), x());
    }

    @Builtin("$0.wzxy")
    default Float4 wzxy() {
        return new Float4(w(), z(), x(), y());
    }

    @Builtin("$0.wzxz")
    default Float4 wzxz() {
        return new Float4(w(), z(), x(), z());
    }

    @Builtin("$0.wzxw")
    default Float4 wzxw() {
        return new Float4(w(), z(), x(), w());
    }

    @Builtin("$0.wzyx")
    default Float4 wzyx() {
        return new Float4(w(), z(), y(), x());
    }

    @Builtin("$0.wzyy")
    default Float4 wzyy() {
        return new Float4(w(), z(), y(), y());
    }

    @Builtin("$0.wzyz")
    default Float4 wzyz() {
        return new Float4(w(), z(), y(), z());
    }

    @Builtin("$0.wzyw")
    default Float4 wzyw() {
        return new Float4(w(), z(), y(), w());
    }

    @Builtin("$0.wzzx")
    default Float4 wzzx() {
        return new Float4(w(), z(), z(), x());
    }

    @Builtin("$0.wzzy")
    default Float4 wzzy() {
        return new Float4(w(), z(), z(), y());
    }

    @Builtin("$0.wzzz")
    default Float4 wzzz() {
        return new Float4(w(), z(), z(), z());
    }

    @Builtin("$0.wzzw")
    default Float4 wzzw() {
        return new Float4(w(), z(), z(), w());
    }

    @Builtin("$0.wzwx")
    default Float4 wzwx() {
        return new Float4(w(), z(), w(), x());
    }

    @Builtin("$0.wzwy")
    default Float4 wzwy() {
        return new Float4(w(), z(), w(), y());
    }

    @Builtin("$0.wzwz")
    default Float4 wzwz() {
        return new Float4(w(), z(), w(), z());
    }

    @Builtin("$0.wzww")
    default Float4 wzww() {
        return new Float4(w(), z(), w(), w());
    }

    @Builtin("$0.wwxx")
    default Float4 wwxx() {
        return new Float4(w(), w(), x(), x());
    }

    @Builtin("$0.wwxy")
    default Float4 wwxy() {
        return new Float4(w(), w(), x(), y());
    }

    @Builtin("$0.wwxz")
    default Float4 wwxz() {
        return new Float4(w(), w(), x(), z());
    }

    @Builtin("$0.wwxw")
    default Float4 wwxw() {
        return new Float4(w(), w(), x(), w());
    }

    @Builtin("$0.wwyx")
    default Float4 wwyx() {
        return new Float4(w(), w(), y(), x());
    }

    @Builtin("$0.wwyy")
    default Float4 wwyy() {
        return new Float4(w(), w(), y(), y());
    }

    @Builtin("$0.wwyz")
    default Float4 wwyz() {
        return new Float4(w(), w(), y(), z());
    }

    @Builtin("$0.wwyw")
    default Float4 wwyw() {
        return new Float4(w(), w(), y(), w());
    }

    @Builtin("$0.wwzx")
    default Float4 wwzx() {
        return new Float4(w(), w(), z(), x());
    }

    @Builtin("$0.wwzy")
    default Float4 wwzy() {
        return new Float4(w(), w(), z(), y());
    }

    @Builtin("$0.wwzz")
    default Float4 wwzz() {
        return new Float4(w(), w(), z(), z());
    }

    @Builtin("$0.wwzw")
    default Float4 wwzw() {
        return new Float4(w(), w(), z(), w());
    }

    @Builtin("$0.wwwx")
    default Float4 wwwx() {
        return new Float4(w(), w(), w(), x());
    }

    @Builtin("$0.wwwy")
    default Float4 wwwy() {
        return new Float4(w(), w(), w(), y());
    }

    @Builtin("$0.wwwz")
    default Float4 wwwz() {
        return new Float4(w(), w(), w(), z());
    }

    @Builtin("$0.wwww")
    default Float4 wwww() {
        return new Float4(w(), w(), w(), w());
    }
}
