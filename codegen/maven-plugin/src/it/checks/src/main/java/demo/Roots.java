package demo;

import dev.smelt.dsl.*;

final class Roots {
    @Kernel
    static float root(float x) {
        assert x >= 0f : "negative";
        return (float) Math.sqrt(x);
    }
}
