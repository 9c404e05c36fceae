package dev.smelt.dsl;

/**
 * The swizzles that need {@code w}, beside those of {@link IntSwizzles3}.
 */
interface IntSwizzles4 extends IntSwizzles3 {
    int w();

    @Builtin("$0.xw")
    default Int2 xw() {
        return new Int2(x(), w());
    }

    @Builtin("$0.yw")
    default Int2 yw() {
        return new Int2(y(), w());
    }

    @Builtin("$0.zw")
    default Int2 zw() {
        return new Int2(z(), w());
    }

    @Builtin("$0.wx")
    default Int2 wx() {
        return new Int2(w(), x());
    }

    @Builtin("$0.wy")
    default Int2 wy() {
        return new Int2(w(), y());
    }

    @Builtin("$0.wz")
    default Int2 wz() {
        return new Int2(w(), z());
    }

    @Builtin("$0.ww")
    default Int2 ww() {
        return new Int2(w(), w());
    }

    @Builtin("$0.xxw")
    default Int3 xxw() {
        return new Int3(x(), x(), w());
    }

    @Builtin("$0.xyw")
    default Int3 xyw() {
        return new Int3(x(), y(), w());
    }

    @Builtin("$0.xzw")
    default Int3 xzw() {
        return new Int3(x(), z(), w());
    }

    @Builtin("$0.xwx")
    default Int3 xwx() {
        return new Int3(x(), w(), x());
    }

    @Builtin("$0.xwy")
    default Int3 xwy() {
        return new Int3(x(), w(), y());
    }

    @Builtin("$0.xwz")
    default Int3 xwz() {
        return new Int3(x(), w(), z());
    }

    @Builtin("$0.xww")
    default Int3 xww() {
        return new Int3(x(), w(), w());
    }

    @Builtin("$0.yxw")
    default Int3 yxw() {
        return new Int3(y(), x(), w());
    }

    @Builtin("$0.yyw")
    default Int3 yyw() {
        return new Int3(y(), y(), w());
    }

    @Builtin("$0.yzw")
    default Int3 yzw() {
        return new Int3(y(), z(), w());
    }

    @Builtin("$0.ywx")
    default Int3 ywx() {
        return new Int3(y(), w(), x());
    }

    @Builtin("$0.ywy")
    default Int3 ywy() {
        return new Int3(y(), w(), y());
    }

    @Builtin("$0.ywz")
    default Int3 ywz() {
        return new Int3(y(), w(), z());
    }

    @Builtin("$0.yww")
    default Int3 yww() {
        return new Int3(y(), w(), w());
    }

    @Builtin("$0.zxw")
    default Int3 zxw() {
        return new Int3(z(), x(), w());
    }

    @Builtin("$0.zyw")
    default Int3 zyw() {
        return new Int3(z(), y(), w());
    }

    @Builtin("$0.zzw")
    default Int3 zzw() {
        return new Int3(z(), z(), w());
    }

    @Builtin("$0.zwx")
    default Int3 zwx() {
        return new Int3(z(), w(), x());
    }

    @Builtin("$0.zwy")
    default Int3 zwy() {
        return new Int3(z(), w(), y());
    }

    @Builtin("$0.zwz")
    default Int3 zwz() {
        return new Int3(z(), w(), z());
    }

    @Builtin("$0.zww")
    default Int3 zww() {
        return new Int3(z(), w(), w());
    }

    @Builtin("$0.wxx")
    default Int3 wxx() {
        return new Int3(w(), x(), x());
    }

    @Builtin("$0.wxy")
    default Int3 wxy() {
        return new Int3(w(), x(), y());
    }

    @Builtin("$0.wxz")
    default Int3 wxz() {
        return new Int3(w(), x(), z());
    }

    @Builtin("$0.wxw")
    default Int3 wxw() {
        return new Int3(w(), x(), w());
    }

    @Builtin("$0.wyx")
    default Int3 wyx() {
        return new Int3(w(), y(), x());
    }

    @Builtin("$0.wyy")
    default Int3 wyy() {
        return new Int3(w(), y(), y());
    }

    @Builtin("$0.wyz")
    default Int3 wyz() {
        return new Int3(w(), y(), z());
    }

    @Builtin("$0.wyw")
    default Int3 wyw() {
        return new Int3(w(), y(), w());
    }

    @Builtin("$0.wzx")
    default Int3 wzx() {
        return new Int3(w(), z(), x());
    }

    @Builtin("$0.wzy")
    default Int3 wzy() {
        return new Int3(w(), z(), y());
    }

    @Builtin("$0.wzz")
    default Int3 wzz() {
        return new Int3(w(), z(), z());
    }

    @Builtin("$0.wzw")
    default Int3 wzw() {
        return new Int3(w(), z(), w());
    }

    @Builtin("$0.wwx")
    default Int3 wwx() {
        return new Int3(w(), w(), x());
    }

    @Builtin("$0.wwy")
    default Int3 wwy() {
        return new Int3(w(), w(), y());
    }

    @Builtin("$0.wwz")
    default Int3 wwz() {
        return new Int3(w(), w(), z());
    }

    @Builtin("$0.www")
    default Int3 www() {
        return new Int3(w(), w(), w());
    }

    @Builtin("$0.xxxw")
    default Int4 xxxw() {
        return new Int4(x(), x(), x(), w());
    }

    @Builtin("$0.xxyw")
    default Int4 xxyw() {
        return new Int4(x(), x(), y(), w());
    }

    @Builtin("$0.xxzw")
    default Int4 xxzw() {
        return new Int4(x(), x(), z(), w());
    }

    @Builtin("$0.xxwx")
    default Int4 xxwx() {
        return new Int4(x(), x(), w(), x());
    }

    @Builtin("$0.xxwy")
    default Int4 xxwy() {
        return new Int4(x(), x(), w(), y());
    }

    @Builtin("$0.xxwz")
    default Int4 xxwz() {
        return new Int4(x(), x(), w(), z());
    }

    @Builtin("$0.xxww")
    default Int4 xxww() {
        return new Int4(x(), x(), w(), w());
    }

    @Builtin("$0.xyxw")
    default Int4 xyxw() {
        return new Int4(x(), y(), x(), w());
    }

    @Builtin("$0.xyyw")
    default Int4 xyyw() {
        return new Int4(x(), y(), y(), w());
    }

    @Builtin("$0.xyzw")
    default Int4 xyzw() {
        return new Int4(x(), y(), z(), w());
    }

    @Builtin("$0.xywx")
    default Int4 xywx() {
        return new Int4(x(), y(), w(), x());
    }

    @Builtin("$0.xywy")
    default Int4 xywy() {
        return new Int4(x(), y(), w(), y());
    }

    @Builtin("$0.xywz")
    default Int4 xywz() {
        return new Int4(x(), y(), w(), z());
    }

    @Builtin("$0.xyww")
    default Int4 xyww() {
        return new Int4(x(), y(), w(), w());
    }

    @Builtin("$0.xzxw")
    default Int4 xzxw() {
        return new Int4(x(), z(), x(), w());
    }

    @Builtin("$0.xzyw")
    default Int4 xzyw() {
        return new Int4(x(), z(), y(), w());
    }

    @Builtin("$0.xzzw")
    default Int4 xzzw() {
        return new Int4(x(), z(), z(), w());
    }

    @Builtin("$0.xzwx")
    default Int4 xzwx() {
        return new Int4(x(), z(), w(), x());
    }

    @Builtin("$0.xzwy")
    default Int4 xzwy() {
        return new Int4(x(), z(), w(), y());
    }

    @Builtin("$0.xzwz")
    default Int4 xzwz() {
        return new Int4(x(), z(), w(), z());
    }

    @Builtin("$0.xzww")
    default Int4 xzww() {
        return new Int4(x(), z(), w(), w());
    }

    @Builtin("$0.xwxx")
    default Int4 xwxx() {
        return new Int4(x(), w(), x(), x());
    }

    @Builtin("$0.xwxy")
    default Int4 xwxy() {
        return new Int4(x(), w(), x(), y());
    }

    @Builtin("$0.xwxz")
    default Int4 xwxz() {
        return new Int4(x(), w(), x(), z());
    }

    @Builtin("$0.xwxw")
    default Int4 xwxw() {
        return new Int4(x(), w(), x(), w());
    }

    @Builtin("$0.xwyx")
    default Int4 xwyx() {
        return new Int4(x(), w(), y(), x());
    }

    @Builtin("$0.xwyy")
    default Int4 xwyy() {
        return new Int4(x(), w(), y(), y());
    }

    @Builtin("$0.xwyz")
    default Int4 xwyz() {
        return new Int4(x(), w(), y(), z());
    }

    @Builtin("$0.xwyw")
    default Int4 xwyw() {
        return new Int4(x(), w(), y(), w());
    }

    @Builtin("$0.xwzx")
    default Int4 xwzx() {
        return new Int4(x(), w(), z(), x());
    }

    @Builtin("$0.xwzy")
    default Int4 xwzy() {
        return new Int4(x(), w(), z(), y());
    }

    @Builtin("$0.xwzz")
    default Int4 xwzz() {
        return new Int4(x(), w(), z(), z());
    }

    @Builtin("$0.xwzw")
    default Int4 xwzw() {
        return new Int4(x(), w(), z(), w());
    }

    @Builtin("$0.xwwx")
    default Int4 xwwx() {
        return new Int4(x(), w(), w(), x());
    }

    @Builtin("$0.xwwy")
    default Int4 xwwy() {
        return new Int4(x(), w(), w(), y());
    }

    @Builtin("$0.xwwz")
    default Int4 xwwz() {
        return new Int4(x(), w(), w(), z());
    }

    @Builtin("$0.xwww")
    default Int4 xwww() {
        return new Int4(x(), w(), w(), w());
    }

    @Builtin("$0.yxxw")
    default Int4 yxxw() {
        return new Int4(y(), x(), x(), w());
    }

    @Builtin("$0.yxyw")
    default Int4 yxyw() {
        return new Int4(y(), x(), y(), w());
    }

    @Builtin("$0.yxzw")
    default Int4 yxzw() {
        return new Int4(y(), x(), z(), w());
    }

    @Builtin("$0.yxwx")
    default Int4 yxwx() {
        return new Int4(y(), x(), w(), x());
    }

    @Builtin("$0.yxwy")
    default Int4 yxwy() {
        return new Int4(y(), x(), w(), y());
    }

    @Builtin("$0.yxwz")
    default Int4 yxwz() {
        return new Int4(y(), x(), w(), z());
    }

    @Builtin("$0.yxww")
    default Int4 yxww() {
        return new Int4(y(), x(), w(), w());
    }

    @Builtin("$0.yyxw")
    default Int4 yyxw() {
        return new Int4(y(), y(), x(), w());
    }

    @Builtin("$0.yyyw")
    default Int4 yyyw() {
        return new Int4(y(), y(), y(), w());
    }

    @Builtin("$0.yyzw")
    default Int4 yyzw() {
        return new Int4(y(), y(), z(), w());
    }

    @Builtin("$0.yywx")
    default Int4 yywx() {
        return new Int4(y(), y(), w(), x());
    }

    @Builtin("$0.yywy")
    default Int4 yywy() {
        return new Int4(y(), y(), w(), y());
    }

    @Builtin("$0.yywz")
    default Int4 yywz() {
        return new Int4(y(), y(), w(), z());
    }

    @Builtin("$0.yyww")
    default Int4 yyww() {
        return new Int4(y(), y(), w(), w());
    }

    @Builtin("$0.yzxw")
    default Int4 yzxw() {
        return new Int4(y(), z(), x(), w());
    }

    @Builtin("$0.yzyw")
    default Int4 yzyw() {
        return new Int4(y(), z(), y(), w());
    }

    @Builtin("$0.yzzw")
    default Int4 yzzw() {
        return new Int4(y(), z(), z(), w());
    }

    @Builtin("$0.yzwx")
    default Int4 yzwx() {
        return new Int4(y(), z(), w(), x());
    }

    @Builtin("$0.yzwy")
    default Int4 yzwy() {
        return new Int4(y(), z(), w(), y());
    }

    @Builtin("$0.yzwz")
    default Int4 yzwz() {
        return new Int4(y(), z(), w(), z());
    }

    @Builtin("$0.yzww")
    default Int4 yzww() {
        return new Int4(y(), z(), w(), w());
    }

    @Builtin("$0.ywxx")
    default Int4 ywxx() {
        return new Int4(y(), w(), x(), x());
    }

    @Builtin("$0.ywxy")
    default Int4 ywxy() {
        return new Int4(y(), w(), x(), y());
    }

    @Builtin("$0.ywxz")
    default Int4 ywxz() {
        return new Int4(y(), w(), x(), z());
    }

    @Builtin("$0.ywxw")
    default Int4 ywxw() {
        return new Int4(y(), w(), x(), w());
    }

    @Builtin("$0.ywyx")
    default Int4 ywyx() {
        return new Int4(y(), w(), y(), x());
    }

    @Builtin("$0.ywyy")
    default Int4 ywyy() {
        return new Int4(y(), w(), y(), y());
    }

    @Builtin("$0.ywyz")
    default Int4 ywyz() {
        return new Int4(y(), w(), y(), z());
    }

    @Builtin("$0.ywyw")
    default Int4 ywyw() {
        return new Int4(y(), w(), y(), w());
    }

    @Builtin("$0.ywzx")
    default Int4 ywzx() {
        return new Int4(y(), w(), z(), x());
    }

    @Builtin("$0.ywzy")
    default Int4 ywzy() {
        return new Int4(y(), w(), z(), y());
    }

    @Builtin("$0.ywzz")
    default Int4 ywzz() {
        return new Int4(y(), w(), z(), z());
    }

    @Builtin("$0.ywzw")
    default Int4 ywzw() {
        return new Int4(y(), w(), z(), w());
    }

    @Builtin("$0.ywwx")
    default Int4 ywwx() {
        return new Int4(y(), w(), w(), x());
    }

    @Builtin("$0.ywwy")
    default Int4 ywwy() {
        return new Int4(y(), w(), w(), y());
    }

    @Builtin("$0.ywwz")
    default Int4 ywwz() {
        return new Int4(y(), w(), w(), z());
    }

    @Builtin("$0.ywww")
    default Int4 ywww() {
        return new Int4(y(), w(), w(), w());
    }

    @Builtin("$0.zxxw")
    default Int4 zxxw() {
        return new Int4(z(), x(), x(), w());
    }

    @Builtin("$0.zxyw")
    default Int4 zxyw() {
        return new Int4(z(), x(), y(), w());
    }

    @Builtin("$0.zxzw")
    default Int4 zxzw() {
        return new Int4(z(), x(), z(), w());
    }

    @Builtin("$0.zxwx")
    default Int4 zxwx() {
        return new Int4(z(), x(), w(), x());
    }

    @Builtin("$0.zxwy")
    default Int4 zxwy() {
        return new Int4(z(), x(), w(), y());
    }

    @Builtin("$0.zxwz")
    default Int4 zxwz() {
        return new Int4(z(), x(), w(), z());
    }

    @Builtin("$0.zxww")
    default Int4 zxww() {
        return new Int4(z(), x(), w(), w());
    }

    @Builtin("$0.zyxw")
    default Int4 zyxw() {
        return new Int4(z(), y(), x(), w());
    }

    @Builtin("$0.zyyw")
    default Int4 zyyw() {
        return new Int4(z(), y(), y(), w());
    }

    @Builtin("$0.zyzw")
    default Int4 zyzw() {
        return new Int4(z(), y(), z(), w());
    }

    @Builtin("$0.zywx")
    default Int4 zywx() {
        return new Int4(z(), y(), w(), x());
    }

    @Builtin("$0.zywy")
    default Int4 zywy() {
        return new Int4(z(), y(), w(), y());
    }

    @Builtin("$0.zywz")
    default Int4 zywz() {
        return new Int4(z(), y(), w(), z());
    }

    @Builtin("$0.zyww")
    default Int4 zyww() {
        return new Int4(z(), y(), w(), w());
    }

    @Builtin("$0.zzxw")
    default Int4 zzxw() {
        return new Int4(z(), z(), x(), w());
    }

    @Builtin("$0.zzyw")
    default Int4 zzyw() {
        return new Int4(z(), z(), y(), w());
    }

    @Builtin("$0.zzzw")
    default Int4 zzzw() {
        return new Int4(z(), z(), z(), w());
    }

    @Builtin("$0.zzwx")
    default Int4 zzwx() {
        return new Int4(z(), z(), w(), x());
    }

    @Builtin("$0.zzwy")
    default Int4 zzwy() {
        return new Int4(z(), z(), w(), y());
    }

    @Builtin("$0.zzwz")
    default Int4 zzwz() {
        return new Int4(z(), z(), w(), z());
    }

    @Builtin("$0.zzww")
    default Int4 zzww() {
        return new Int4(z(), z(), w(), w());
    }

    @Builtin("$0.zwxx")
    default Int4 zwxx() {
        return new Int4(z(), w(), x(), x());
    }

    @Builtin("$0.zwxy")
    default Int4 zwxy() {
        return new Int4(z(), w(), x(), y());
    }

    @Builtin("$0.zwxz")
    default Int4 zwxz() {
        return new Int4(z(), w(), x(), z());
    }

    @Builtin("$0.zwxw")
    default Int4 zwxw() {
        return new Int4(z(), w(), x(), w());
    }

    @Builtin("$0.zwyx")
    default Int4 zwyx() {
        return new Int4(z(), w(), y(), x());
    }

    @Builtin("$0.zwyy")
    default Int4 zwyy() {
        return new Int4(z(), w(), y(), y());
    }

    @Builtin("$0.zwyz")
    default Int4 zwyz() {
        return new Int4(z(), w(), y(), z());
    }

    @Builtin("$0.zwyw")
    default Int4 zwyw() {
        return new Int4(z(), w(), y(), w());
    }

    @Builtin("$0.zwzx")
    default Int4 zwzx() {
        return new Int4(z(), w(), z(), x());
    }

    @Builtin("$0.zwzy")
    default Int4 zwzy() {
        return new Int4(z(), w(), z(), y());
    }

    @Builtin("$0.zwzz")
    default Int4 zwzz() {
        return new Int4(z(), w(), z(), z());
    }

    @Builtin("$0.zwzw")
    default Int4 zwzw() {
        return new Int4(z(), w(), z(), w());
    }

    @Builtin("$0.zwwx")
    default Int4 zwwx() {
        return new Int4(z(), w(), w(), x());
    }

    @Builtin("$0.zwwy")
    default Int4 zwwy() {
        return new Int4(z(), w(), w(), y());
    }

    @Builtin("$0.zwwz")
    default Int4 zwwz() {
        return new Int4(z(), w(), w(), z());
    }

    @Builtin("$0.zwww")
    default Int4 zwww() {
        return new Int4(z(), w(), w(), w());
    }

    @Builtin("$0.wxxx")
    default Int4 wxxx() {
        return new Int4(w(), x(), x(), x());
    }

    @Builtin("$0.wxxy")
    default Int4 wxxy() {
        return new Int4(w(), x(), x(), y());
    }

    @Builtin("$0.wxxz")
    default Int4 wxxz() {
        return new Int4(w(), x(), x(), z());
    }

    @Builtin("$0.wxxw")
    default Int4 wxxw() {
        return new Int4(w(), x(), x(), w());
    }

    @Builtin("$0.wxyx")
    default Int4 wxyx() {
        return new Int4(w(), x(), y(), x());
    }

    @Builtin("$0.wxyy")
    default Int4 wxyy() {
        return new Int4(w(), x(), y(), y());
    }

    @Builtin("$0.wxyz")
    default Int4 wxyz() {
        return new Int4(w(), x(), y(), z());
    }

    @Builtin("$0.wxyw")
    default Int4 wxyw() {
        return new Int4(w(), x(), y(), w());
    }

    @Builtin("$0.wxzx")
    default Int4 wxzx() {
        return new Int4(w(), x(), z(), x());
    }

    @Builtin("$0.wxzy")
    default Int4 wxzy() {
        return new Int4(w(), x(), z(), y());
    }

    @Builtin("$0.wxzz")
    default Int4 wxzz() {
        return new Int4(w(), x(), z(), z());
    }

    @Builtin("$0.wxzw")
    default Int4 wxzw() {
        return new Int4(w(), x(), z(), w());
    }

    @Builtin("$0.wxwx")
    default Int4 wxwx() {
        return new Int4(w(), x(), w(), x());
    }

    @Builtin("$0.wxwy")
    default Int4 wxwy() {
        return new Int4(w(), x(), w(), y());
    }

    @Builtin("$0.wxwz")
    default Int4 wxwz() {
        return new Int4(w(), x(), w(), z());
    }

    @Builtin("$0.wxww")
    default Int4 wxww() {
        return new Int4(w(), x(), w(), w());
    }

    @Builtin("$0.wyxx")
    default Int4 wyxx() {
        return new Int4(w(), y(), x(), x());
    }

    @Builtin("$0.wyxy")
    default Int4 wyxy() {
        return new Int4(w(), y(), x(), y());
    }

    @Builtin("$0.wyxz")
    default Int4 wyxz() {
        return new Int4(w(), y(), x(), z());
    }

    @Builtin("$0.wyxw")
    default Int4 wyxw() {
        return new Int4(w(), y(), x(), w());
    }

    @Builtin("$0.wyyx")
    default Int4 wyyx() {
        return new Int4(w(), y(), y(), x());
    }

    @Builtin("$0.wyyy")
    default Int4 wyyy() {
        return new Int4(w(), y(), y(), y());
    }

    @Builtin("$0.wyyz")
    default Int4 wyyz() {
        return new Int4(w(), y(), y(), z());
    }

    @Builtin("$0.wyyw")
    default Int4 wyyw() {
        return new Int4(w(), y(), y(), w());
    }

    @Builtin("$0.wyzx")
    default Int4 wyzx() {
        return new Int4(w(), y(), z(), x());
    }

    @Builtin("$0.wyzy")
    default Int4 wyzy() {
        return new Int4(w(), y(), z(), y());
    }

    @Builtin("$0.wyzz")
    default Int4 wyzz() {
        return new Int4(w(), y(), z(), z());
    }

    @Builtin("$0.wyzw")
    default Int4 wyzw() {
        return new Int4(w(), y(), z(), w());
    }

    @Builtin("$0.wywx")
    default Int4 wywx() {
        return new Int4(w(), y(), w(), x());
    }

    @Builtin("$0.wywy")
    default Int4 wywy() {
        return new Int4(w(), y(), w(), y());
    }

    @Builtin("$0.wywz")
    default Int4 wywz() {
        return new Int4(w(), y(), w(), z());
    }

    @Builtin("$0.wyww")
    default Int4 wyww() {
        return new Int4(w(), y(), w(), w());
    }

    @Builtin("$0.wzxx")
    default Int4 wzxx() {
        return new Int4(w(), z(), x(), x());
    }

    @Builtin("$0.wzxy")
    default Int4 wzxy() {
        return new Int4(w(), z(), x(), y());
    }

    @Builtin("$0.wzxz")
    default Int4 wzxz() {
        return new Int4(w(), z(), x(), z());
    }

    @Builtin("$0.wzxw")
    default Int4 wzxw() {
        return new Int4(w(), z(), x(), w());
    }

    @Builtin("$0.wzyx")
    default Int4 wzyx() {
        return new Int4(w(), z(), y(), x());
    }

    @Builtin("$0.wzyy")
    default Int4 wzyy() {
        return new Int4(w(), z(), y(), y());
    }

    @Builtin("$0.wzyz")
    default Int4 wzyz() {
        return new Int4(w(), z(), y(), z());
    }

    @Builtin("$0.wzyw")
    default Int4 wzyw() {
        return new Int4(w(), z(), y(), w());
    }

    @Builtin("$0.wzzx")
    default Int4 wzzx() {
        return new Int4(w(), z(), z(), x());
    }

    @Builtin("$0.wzzy")
    default Int4 wzzy() {
        return new Int4(w(), z(), z(), y());
    }

    @Builtin("$0.wzzz")
    default Int4 wzzz() {
        return new Int4(w(), z(), z(), z());
    }

    @Builtin("$0.wzzw")
    default Int4 wzzw() {
        return new Int4(w(), z(), z(), w());
    }

    @Builtin("$0.wzwx")
    default Int4 wzwx() {
        return new Int4(w(), z(), w(), x());
    }

    @Builtin("$0.wzwy")
    default Int4 wzwy() {
        return new Int4(w(), z(), w(), y());
    }

    @Builtin("$0.wzwz")
    default Int4 wzwz() {
        return new Int4(w(), z(), w(), z());
    }

    @Builtin("$0.wzww")
    default Int4 wzww() {
        return new Int4(w(), z(), w(), w());
    }

    @Builtin("$0.wwxx")
    default Int4 wwxx() {
        return new Int4(w(), w(), x(), x());
    }

    @Builtin("$0.wwxy")
    default Int4 wwxy() {
        return new Int4(w(), w(), x(), y());
    }

    @Builtin("$0.wwxz")
    default Int4 wwxz() {
        return new Int4(w(), w(), x(), z());
    }

    @Builtin("$0.wwxw")
    default Int4 wwxw() {
        return new Int4(w(), w(), x(), w());
    }

    @Builtin("$0.wwyx")
    default Int4 wwyx() {
        return new Int4(w(), w(), y(), x());
    }

    @Builtin("$0.wwyy")
    default Int4 wwyy() {
        return new Int4(w(), w(), y(), y());
    }

    @Builtin("$0.wwyz")
    default Int4 wwyz() {
        return new Int4(w(), w(), y(), z());
    }

    @Builtin("$0.wwyw")
    default Int4 wwyw() {
        return new Int4(w(), w(), y(), w());
    }

    @Builtin("$0.wwzx")
    default Int4 wwzx() {
        return new Int4(w(), w(), z(), x());
    }

    @Builtin("$0.wwzy")
    default Int4 wwzy() {
        return new Int4(w(), w(), z(), y());
    }

    @Builtin("$0.wwzz")
    default Int4 wwzz() {
        return new Int4(w(), w(), z(), z());
    }

    @Builtin("$0.wwzw")
    default Int4 wwzw() {
        return new Int4(w(), w(), z(), w());
    }

    @Builtin("$0.wwwx")
    default Int4 wwwx() {
        return new Int4(w(), w(), w(), x());
    }

    @Builtin("$0.wwwy")
    default Int4 wwwy() {
        return new Int4(w(), w(), w(), y());
    }

    @Builtin("$0.wwwz")
    default Int4 wwwz() {
        return new Int4(w(), w(), w(), z());
    }

    @Builtin("$0.wwww")
    default Int4 wwww() {
        return new Int4(w(), w(), w(), w());
    }
}
