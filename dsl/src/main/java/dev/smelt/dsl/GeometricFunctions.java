package dev.smelt.dsl;

/**
 * Geometric functions of vectors (MSL specification, section 6.8).
 *
 * <p>Accuracy: MSL states no bounds. A sum of n products, such as {@code dot}, may be taken in any order: it stays
 * within n ulp of the sum of the products' magnitudes. What is said of a function below is in addition to that.
 */
abstract class GeometricFunctions extends RelationalVectorFunctions {

    /** The cross product: at right angles to both. */
    @Builtin("metal::cross")
    public static Float3 cross(Float3 x, Float3 y) {
        return new Float3(x.y() * y.z() - x.z() * y.y(), x.z() * y.x() - x.x() * y.z(), x.x() * y.y() - x.y() * y.x());
    }

    /** The sum of the products of the components. */
    @Builtin("metal::dot")
    public static float dot(Float2 x, Float2 y) {
        return x.x() * y.x() + x.y() * y.y();
    }

    /** {@code dot(x, x)}. MSL's {@code length_squared}. */
    @Builtin("metal::length_squared")
    public static float lengthSquared(Float2 x) {
        return dot(x, x);
    }

    /** {@code sqrt(dot(x, x))}; the Java body doesn't overflow on the way. */
    @Builtin(value = "metal::precise::length", fast = "metal::fast::length")
    public static float length(Float2 x) {
        return (float) exactLength(x);
    }

    /** {@code lengthSquared(x - y)}. MSL's {@code distance_squared}. */
    @Builtin("metal::distance_squared")
    public static float distanceSquared(Float2 x, Float2 y) {
        return lengthSquared(x.sub(y));
    }

    /** {@code length(x - y)}. */
    @Builtin(value = "metal::precise::distance", fast = "metal::fast::distance")
    public static float distance(Float2 x, Float2 y) {
        return length(x.sub(y));
    }

    /** {@code x / length(x)}; NaN of the zero vector. */
    @Builtin(value = "metal::precise::normalize", fast = "metal::fast::normalize")
    public static Float2 normalize(Float2 x) {
        double length = exactLength(x);
        return new Float2((float) (x.x() / length), (float) (x.y() / length));
    }

    /** {@code n} where {@code dot(nref, i) < 0}, else {@code -n}: the normal that faces against {@code i}. */
    @Builtin("metal::faceforward")
    public static Float2 faceforward(Float2 n, Float2 i, Float2 nref) {
        return dot(nref, i) < 0f ? n : n.neg();
    }

    /** The mirror image {@code i - 2 * dot(n, i) * n} of the incident vector, for a normal {@code n} of length 1. */
    @Builtin("metal::reflect")
    public static Float2 reflect(Float2 i, Float2 n) {
        return i.sub(n.mul(2f * dot(n, i)));
    }

    /**
     * The refracted vector of the incident {@code i} at a surface of normal {@code n}, both of length 1, by the ratio
     * {@code eta} of the indices of refraction: {@code eta * i - (eta * dot(n, i) + sqrt(k)) * n} with
     * {@code k = 1 - eta * eta * (1 - dot(n, i) * dot(n, i))}; zero where {@code k} is negative, at total reflection.
     */
    @Builtin("metal::refract")
    public static Float2 refract(Float2 i, Float2 n, float eta) {
        float cosine = dot(n, i);
        float k = 1f - eta * eta * (1f - cosine * cosine);
        return k < 0f ? new Float2(0f) : i.mul(eta).sub(n.mul(eta * cosine + sqrt(k)));
    }

    private static double exactLength(Float2 x) {
        return Math.sqrt((double) x.x() * x.x() + (double) x.y() * x.y());
    }

    @Builtin("metal::dot")
    public static float dot(Float3 x, Float3 y) {
        return x.x() * y.x() + x.y() * y.y() + x.z() * y.z();
    }

    @Builtin("metal::length_squared")
    public static float lengthSquared(Float3 x) {
        return dot(x, x);
    }

    @Builtin(value = "metal::precise::length", fast = "metal::fast::length")
    public static float length(Float3 x) {
        return (float) exactLength(x);
    }

    @Builtin("metal::distance_squared")
    public static float distanceSquared(Float3 x, Float3 y) {
        return lengthSquared(x.sub(y));
    }

    @Builtin(value = "metal::precise::distance", fast = "metal::fast::distance")
    public static float distance(Float3 x, Float3 y) {
        return length(x.sub(y));
    }

    @Builtin(value = "metal::precise::normalize", fast = "metal::fast::normalize")
    public static Float3 normalize(Float3 x) {
        double length = exactLength(x);
        return new Float3((float) (x.x() / length), (float) (x.y() / length), (float) (x.z() / length));
    }

    @Builtin("metal::faceforward")
    public static Float3 faceforward(Float3 n, Float3 i, Float3 nref) {
        return dot(nref, i) < 0f ? n : n.neg();
    }

    @Builtin("metal::reflect")
    public static Float3 reflect(Float3 i, Float3 n) {
        return i.sub(n.mul(2f * dot(n, i)));
    }

    @Builtin("metal::refract")
    public static Float3 refract(Float3 i, Float3 n, float eta) {
        float cosine = dot(n, i);
        float k = 1f - eta * eta * (1f - cosine * cosine);
        return k < 0f ? new Float3(0f) : i.mul(eta).sub(n.mul(eta * cosine + sqrt(k)));
    }

    private static double exactLength(Float3 x) {
        return Math.sqrt((double) x.x() * x.x() + (double) x.y() * x.y() + (double) x.z() * x.z());
    }

    @Builtin("metal::dot")
    public static float dot(Float4 x, Float4 y) {
        return x.x() * y.x() + x.y() * y.y() + x.z() * y.z() + x.w() * y.w();
    }

    @Builtin("metal::length_squared")
    public static float lengthSquared(Float4 x) {
        return dot(x, x);
    }

    @Builtin(value = "metal::precise::length", fast = "metal::fast::length")
    public static float length(Float4 x) {
        return (float) exactLength(x);
    }

    @Builtin("metal::distance_squared")
    public static float distanceSquared(Float4 x, Float4 y) {
        return lengthSquared(x.sub(y));
    }

    @Builtin(value = "metal::precise::distance", fast = "metal::fast::distance")
    public static float distance(Float4 x, Float4 y) {
        return length(x.sub(y));
    }

    @Builtin(value = "metal::precise::normalize", fast = "metal::fast::normalize")
    public static Float4 normalize(Float4 x) {
        double length = exactLength(x);
        return new Float4(
                (float) (x.x() / length), (float) (x.y() / length), (float) (x.z() / length), (float) (x.w() / length));
    }

    @Builtin("metal::faceforward")
    public static Float4 faceforward(Float4 n, Float4 i, Float4 nref) {
        return dot(nref, i) < 0f ? n : n.neg();
    }

    @Builtin("metal::reflect")
    public static Float4 reflect(Float4 i, Float4 n) {
        return i.sub(n.mul(2f * dot(n, i)));
    }

    @Builtin("metal::refract")
    public static Float4 refract(Float4 i, Float4 n, float eta) {
        float cosine = dot(n, i);
        float k = 1f - eta * eta * (1f - cosine * cosine);
        return k < 0f ? new Float4(0f) : i.mul(eta).sub(n.mul(eta * cosine + sqrt(k)));
    }

    private static double exactLength(Float4 x) {
        return Math.sqrt(
                (double) x.x() * x.x() + (double) x.y() * x.y() + (double) x.z() * x.z() + (double) x.w() * x.w());
    }
}
