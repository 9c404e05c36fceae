package demo;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.*;

final class MathModes {
    static float gauss(float x, float s) {
        return exp(-x * x / (2f * s * s));
    }

    static float fastOnly(float x) {
        return sin(x) * x + 1f;
    }

    @Kernel
    static float exact(float x, @Uniform float s) {
        return gauss(x, s);
    }

    @Kernel(math = MathMode.FAST)
    static float fast(float x, @Uniform float s) {
        return gauss(x, s) + fastOnly(x);
    }

    @Kernel
    static float jdk(float x) {
        return (float) Math.sqrt(Math.abs(x)) + Math.max(x, 0f) + Math.fma(x, x, 1f) + (float) Math.sin(x);
    }
}
