package dev.smelt.dsl;

/**
 * Trigonometric and hyperbolic functions of vectors: each works on the components one by one, by the function of the
 * same name in {@link TrigonometricFunctions}, which says how exact it is.
 */
abstract class TrigonometricVectorFunctions extends CommonFunctions {

    @Builtin(value = "metal::precise::sin", fast = "metal::fast::sin")
    public static Float2 sin(Float2 x) {
        return new Float2(sin(x.x()), sin(x.y()));
    }

    @Builtin(value = "metal::precise::sin", fast = "metal::fast::sin")
    public static Float3 sin(Float3 x) {
        return new Float3(sin(x.x()), sin(x.y()), sin(x.z()));
    }

    @Builtin(value = "metal::precise::sin", fast = "metal::fast::sin")
    public static Float4 sin(Float4 x) {
        return new Float4(sin(x.x()), sin(x.y()), sin(x.z()), sin(x.w()));
    }

    @Builtin(value = "metal::precise::cos", fast = "metal::fast::cos")
    public static Float2 cos(Float2 x) {
        return new Float2(cos(x.x()), cos(x.y()));
    }

    @Builtin(value = "metal::precise::cos", fast = "metal::fast::cos")
    public static Float3 cos(Float3 x) {
        return new Float3(cos(x.x()), cos(x.y()), cos(x.z()));
    }

    @Builtin(value = "metal::precise::cos", fast = "metal::fast::cos")
    public static Float4 cos(Float4 x) {
        return new Float4(cos(x.x()), cos(x.y()), cos(x.z()), cos(x.w()));
    }

    @Builtin(value = "metal::precise::tan", fast = "metal::fast::tan")
    public static Float2 tan(Float2 x) {
        return new Float2(tan(x.x()), tan(x.y()));
    }

    @Builtin(value = "metal::precise::tan", fast = "metal::fast::tan")
    public static Float3 tan(Float3 x) {
        return new Float3(tan(x.x()), tan(x.y()), tan(x.z()));
    }

    @Builtin(value = "metal::precise::tan", fast = "metal::fast::tan")
    public static Float4 tan(Float4 x) {
        return new Float4(tan(x.x()), tan(x.y()), tan(x.z()), tan(x.w()));
    }

    @Builtin(value = "metal::precise::asin", fast = "metal::fast::asin")
    public static Float2 asin(Float2 x) {
        return new Float2(asin(x.x()), asin(x.y()));
    }

    @Builtin(value = "metal::precise::asin", fast = "metal::fast::asin")
    public static Float3 asin(Float3 x) {
        return new Float3(asin(x.x()), asin(x.y()), asin(x.z()));
    }

    @Builtin(value = "metal::precise::asin", fast = "metal::fast::asin")
    public static Float4 asin(Float4 x) {
        return new Float4(asin(x.x()), asin(x.y()), asin(x.z()), asin(x.w()));
    }

    @Builtin(value = "metal::precise::acos", fast = "metal::fast::acos")
    public static Float2 acos(Float2 x) {
        return new Float2(acos(x.x()), acos(x.y()));
    }

    @Builtin(value = "metal::precise::acos", fast = "metal::fast::acos")
    public static Float3 acos(Float3 x) {
        return new Float3(acos(x.x()), acos(x.y()), acos(x.z()));
    }

    @Builtin(value = "metal::precise::acos", fast = "metal::fast::acos")
    public static Float4 acos(Float4 x) {
        return new Float4(acos(x.x()), acos(x.y()), acos(x.z()), acos(x.w()));
    }

    @Builtin(value = "metal::precise::atan", fast = "metal::fast::atan")
    public static Float2 atan(Float2 x) {
        return new Float2(atan(x.x()), atan(x.y()));
    }

    @Builtin(value = "metal::precise::atan", fast = "metal::fast::atan")
    public static Float3 atan(Float3 x) {
        return new Float3(atan(x.x()), atan(x.y()), atan(x.z()));
    }

    @Builtin(value = "metal::precise::atan", fast = "metal::fast::atan")
    public static Float4 atan(Float4 x) {
        return new Float4(atan(x.x()), atan(x.y()), atan(x.z()), atan(x.w()));
    }

    @Builtin(value = "metal::precise::atan2", fast = "metal::fast::atan2")
    public static Float2 atan2(Float2 y, Float2 x) {
        return new Float2(atan2(y.x(), x.x()), atan2(y.y(), x.y()));
    }

    @Builtin(value = "metal::precise::atan2", fast = "metal::fast::atan2")
    public static Float3 atan2(Float3 y, Float3 x) {
        return new Float3(atan2(y.x(), x.x()), atan2(y.y(), x.y()), atan2(y.z(), x.z()));
    }

    @Builtin(value = "metal::precise::atan2", fast = "metal::fast::atan2")
    public static Float4 atan2(Float4 y, Float4 x) {
        return new Float4(atan2(y.x(), x.x()), atan2(y.y(), x.y()), atan2(y.z(), x.z()), atan2(y.w(), x.w()));
    }

    @Builtin(value = "metal::precise::sinpi", fast = "metal::fast::sinpi")
    public static Float2 sinpi(Float2 x) {
        return new Float2(sinpi(x.x()), sinpi(x.y()));
    }

    @Builtin(value = "metal::precise::sinpi", fast = "metal::fast::sinpi")
    public static Float3 sinpi(Float3 x) {
        return new Float3(sinpi(x.x()), sinpi(x.y()), sinpi(x.z()));
    }

    @Builtin(value = "metal::precise::sinpi", fast = "metal::fast::sinpi")
    public static Float4 sinpi(Float4 x) {
        return new Float4(sinpi(x.x()), sinpi(x.y()), sinpi(x.z()), sinpi(x.w()));
    }

    @Builtin(value = "metal::precise::cospi", fast = "metal::fast::cospi")
    public static Float2 cospi(Float2 x) {
        return new Float2(cospi(x.x()), cospi(x.y()));
    }

    @Builtin(value = "metal::precise::cospi", fast = "metal::fast::cospi")
    public static Float3 cospi(Float3 x) {
        return new Float3(cospi(x.x()), cospi(x.y()), cospi(x.z()));
    }

    @Builtin(value = "metal::precise::cospi", fast = "metal::fast::cospi")
    public static Float4 cospi(Float4 x) {
        return new Float4(cospi(x.x()), cospi(x.y()), cospi(x.z()), cospi(x.w()));
    }

    @Builtin(value = "metal::precise::tanpi", fast = "metal::fast::tanpi")
    public static Float2 tanpi(Float2 x) {
        return new Float2(tanpi(x.x()), tanpi(x.y()));
    }

    @Builtin(value = "metal::precise::tanpi", fast = "metal::fast::tanpi")
    public static Float3 tanpi(Float3 x) {
        return new Float3(tanpi(x.x()), tanpi(x.y()), tanpi(x.z()));
    }

    @Builtin(value = "metal::precise::tanpi", fast = "metal::fast::tanpi")
    public static Float4 tanpi(Float4 x) {
        return new Float4(tanpi(x.x()), tanpi(x.y()), tanpi(x.z()), tanpi(x.w()));
    }

    @Builtin(value = "metal::precise::sinh", fast = "metal::fast::sinh")
    public static Float2 sinh(Float2 x) {
        return new Float2(sinh(x.x()), sinh(x.y()));
    }

    @Builtin(value = "metal::precise::sinh", fast = "metal::fast::sinh")
    public static Float3 sinh(Float3 x) {
        return new Float3(sinh(x.x()), sinh(x.y()), sinh(x.z()));
    }

    @Builtin(value = "metal::precise::sinh", fast = "metal::fast::sinh")
    public static Float4 sinh(Float4 x) {
        return new Float4(sinh(x.x()), sinh(x.y()), sinh(x.z()), sinh(x.w()));
    }

    @Builtin(value = "metal::precise::cosh", fast = "metal::fast::cosh")
    public static Float2 cosh(Float2 x) {
        return new Float2(cosh(x.x()), cosh(x.y()));
    }

    @Builtin(value = "metal::precise::cosh", fast = "metal::fast::cosh")
    public static Float3 cosh(Float3 x) {
        return new Float3(cosh(x.x()), cosh(x.y()), cosh(x.z()));
    }

    @Builtin(value = "metal::precise::cosh", fast = "metal::fast::cosh")
    public static Float4 cosh(Float4 x) {
        return new Float4(cosh(x.x()), cosh(x.y()), cosh(x.z()), cosh(x.w()));
    }

    @Builtin(value = "metal::precise::tanh", fast = "metal::fast::tanh")
    public static Float2 tanh(Float2 x) {
        return new Float2(tanh(x.x()), tanh(x.y()));
    }

    @Builtin(value = "metal::precise::tanh", fast = "metal::fast::tanh")
    public static Float3 tanh(Float3 x) {
        return new Float3(tanh(x.x()), tanh(x.y()), tanh(x.z()));
    }

    @Builtin(value = "metal::precise::tanh", fast = "metal::fast::tanh")
    public static Float4 tanh(Float4 x) {
        return new Float4(tanh(x.x()), tanh(x.y()), tanh(x.z()), tanh(x.w()));
    }

    @Builtin(value = "metal::precise::asinh", fast = "metal::fast::asinh")
    public static Float2 asinh(Float2 x) {
        return new Float2(asinh(x.x()), asinh(x.y()));
    }

    @Builtin(value = "metal::precise::asinh", fast = "metal::fast::asinh")
    public static Float3 asinh(Float3 x) {
        return new Float3(asinh(x.x()), asinh(x.y()), asinh(x.z()));
    }

    @Builtin(value = "metal::precise::asinh", fast = "metal::fast::asinh")
    public static Float4 asinh(Float4 x) {
        return new Float4(asinh(x.x()), asinh(x.y()), asinh(x.z()), asinh(x.w()));
    }

    @Builtin(value = "metal::precise::acosh", fast = "metal::fast::acosh")
    public static Float2 acosh(Float2 x) {
        return new Float2(acosh(x.x()), acosh(x.y()));
    }

    @Builtin(value = "metal::precise::acosh", fast = "metal::fast::acosh")
    public static Float3 acosh(Float3 x) {
        return new Float3(acosh(x.x()), acosh(x.y()), acosh(x.z()));
    }

    @Builtin(value = "metal::precise::acosh", fast = "metal::fast::acosh")
    public static Float4 acosh(Float4 x) {
        return new Float4(acosh(x.x()), acosh(x.y()), acosh(x.z()), acosh(x.w()));
    }

    @Builtin(value = "metal::precise::atanh", fast = "metal::fast::atanh")
    public static Float2 atanh(Float2 x) {
        return new Float2(atanh(x.x()), atanh(x.y()));
    }

    @Builtin(value = "metal::precise::atanh", fast = "metal::fast::atanh")
    public static Float3 atanh(Float3 x) {
        return new Float3(atanh(x.x()), atanh(x.y()), atanh(x.z()));
    }

    @Builtin(value = "metal::precise::atanh", fast = "metal::fast::atanh")
    public static Float4 atanh(Float4 x) {
        return new Float4(atanh(x.x()), atanh(x.y()), atanh(x.z()), atanh(x.w()));
    }
}
