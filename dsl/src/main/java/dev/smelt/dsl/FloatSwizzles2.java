package dev.smelt.dsl;

/**
 * The swizzles over {@code x} and {@code y}: every sequence of two to four components, repeats included, as a new
 * vector (MSL specification, section 2.2.1).
 */
interface FloatSwizzles2 {
    float x();

    float y();

    @Builtin("$0.xx")
    default Float2 xx() {
        return new Float2(x(), x());
    }

    @Builtin("$0.xy")
    default Float2 xy() {
        return new Float2(x(), y());
    }

    @Builtin("$0.yx")
    default Float2 yx() {
        return new Float2(y(), x());
    }

    @Builtin("$0.yy")
    default Float2 yy() {
        return new Float2(y(), y());
    }

    @Builtin("$0.xxx")
    default Float3 xxx() {
        return new Float3(x(), x(), x());
    }

    @Builtin("$0.xxy")
    default Float3 xxy() {
        return new Float3(x(), x(), y());
    }

    @Builtin("$0.xyx")
    default Float3 xyx() {
        return new Float3(x(), y(), x());
    }

    @Builtin("$0.xyy")
    default Float3 xyy() {
        return new Float3(x(), y(), y());
    }

    @Builtin("$0.yxx")
    default Float3 yxx() {
        return new Float3(y(), x(), x());
    }

    @Builtin("$0.yxy")
    default Float3 yxy() {
        return new Float3(y(), x(), y());
    }

    @Builtin("$0.yyx")
    default Float3 yyx() {
        return new Float3(y(), y(), x());
    }

    @Builtin("$0.yyy")
    default Float3 yyy() {
        return new Float3(y(), y(), y());
    }

    @Builtin("$0.xxxx")
    default Float4 xxxx() {
        return new Float4(x(), x(), x(), x());
    }

    @Builtin("$0.xxxy")
    default Float4 xxxy() {
        return new Float4(x(), x(), x(), y());
    }

    @Builtin("$0.xxyx")
    default Float4 xxyx() {
        return new Float4(x(), x(), y(), x());
    }

    @Builtin("$0.xxyy")
    default Float4 xxyy() {
        return new Float4(x(), x(), y(), y());
    }

    @Builtin("$0.xyxx")
    default Float4 xyxx() {
        return new Float4(x(), y(), x(), x());
    }

    @Builtin("$0.xyxy")
    default Float4 xyxy() {
        return new Float4(x(), y(), x(), y());
    }

    @Builtin("$0.xyyx")
    default Float4 xyyx() {
        return new Float4(x(), y(), y(), x());
    }

    @Builtin("$0.xyyy")
    default Float4 xyyy() {
        return new Float4(x(), y(), y(), y());
    }

    @Builtin("$0.yxxx")
    default Float4 yxxx() {
        return new Float4(y(), x(), x(), x());
    }

    @Builtin("$0.yxxy")
    default Float4 yxxy() {
        return new Float4(y(), x(), x(), y());
    }

    @Builtin("$0.yxyx")
    default Float4 yxyx() {
        return new Float4(y(), x(), y(), x());
    }

    @Builtin("$0.yxyy")
    default Float4 yxyy() {
        return new Float4(y(), x(), y(), y());
    }

    @Builtin("$0.yyxx")
    default Float4 yyxx() {
        return new Float4(y(), y(), x(), x());
    }

    @Builtin("$0.yyxy")
    default Float4 yyxy() {
        return new Float4(y(), y(), x(), y());
    }

    @Builtin("$0.yyyx")
    default Float4 yyyx() {
        return new Float4(y(), y(), y(), x());
    }

    @Builtin("$0.yyyy")
    default Float4 yyyy() {
        return new Float4(y(), y(), y(), y());
    }
}
