package dev.smelt.dsl;

/**
 * The swizzles over {@code x} and {@code y}: every sequence of two to four components, repeats included, as a new
 * vector (MSL specification, section 2.2.1).
 */
interface IntSwizzles2 {
    int x();

    int y();

    @Builtin("$0.xx")
    default Int2 xx() {
        return new Int2(x(), x());
    }

    @Builtin("$0.xy")
    default Int2 xy() {
        return new Int2(x(), y());
    }

    @Builtin("$0.yx")
    default Int2 yx() {
        return new Int2(y(), x());
    }

    @Builtin("$0.yy")
    default Int2 yy() {
        return new Int2(y(), y());
    }

    @Builtin("$0.xxx")
    default Int3 xxx() {
        return new Int3(x(), x(), x());
    }

    @Builtin("$0.xxy")
    default Int3 xxy() {
        return new Int3(x(), x(), y());
    }

    @Builtin("$0.xyx")
    default Int3 xyx() {
        return new Int3(x(), y(), x());
    }

    @Builtin("$0.xyy")
    default Int3 xyy() {
        return new Int3(x(), y(), y());
    }

    @Builtin("$0.yxx")
    default Int3 yxx() {
        return new Int3(y(), x(), x());
    }

    @Builtin("$0.yxy")
    default Int3 yxy() {
        return new Int3(y(), x(), y());
    }

    @Builtin("$0.yyx")
    default Int3 yyx() {
        return new Int3(y(), y(), x());
    }

    @Builtin("$0.yyy")
    default Int3 yyy() {
        return new Int3(y(), y(), y());
    }

    @Builtin("$0.xxxx")
    default Int4 xxxx() {
        return new Int4(x(), x(), x(), x());
    }

    @Builtin("$0.xxxy")
    default Int4 xxxy() {
        return new Int4(x(), x(), x(), y());
    }

    @Builtin("$0.xxyx")
    default Int4 xxyx() {
        return new Int4(x(), x(), y(), x());
    }

    @Builtin("$0.xxyy")
    default Int4 xxyy() {
        return new Int4(x(), x(), y(), y());
    }

    @Builtin("$0.xyxx")
    default Int4 xyxx() {
        return new Int4(x(), y(), x(), x());
    }

    @Builtin("$0.xyxy")
    default Int4 xyxy() {
        return new Int4(x(), y(), x(), y());
    }

    @Builtin("$0.xyyx")
    default Int4 xyyx() {
        return new Int4(x(), y(), y(), x());
    }

    @Builtin("$0.xyyy")
    default Int4 xyyy() {
        return new Int4(x(), y(), y(), y());
    }

    @Builtin("$0.yxxx")
    default Int4 yxxx() {
        return new Int4(y(), x(), x(), x());
    }

    @Builtin("$0.yxxy")
    default Int4 yxxy() {
        return new Int4(y(), x(), x(), y());
    }

    @Builtin("$0.yxyx")
    default Int4 yxyx() {
        return new Int4(y(), x(), y(), x());
    }

    @Builtin("$0.yxyy")
    default Int4 yxyy() {
        return new Int4(y(), x(), y(), y());
    }

    @Builtin("$0.yyxx")
    default Int4 yyxx() {
        return new Int4(y(), y(), x(), x());
    }

    @Builtin("$0.yyxy")
    default Int4 yyxy() {
        return new Int4(y(), y(), x(), y());
    }

    @Builtin("$0.yyyx")
    default Int4 yyyx() {
        return new Int4(y(), y(), y(), x());
    }

    @Builtin("$0.yyyy")
    default Int4 yyyy() {
        return new Int4(y(), y(), y(), y());
    }
}
