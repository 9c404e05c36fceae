package demo;

import dev.smelt.dsl.*;

final class Broken {
    private Broken() {}

    @Kernel
    static float unknown(float x) {
        return y;
    }

    @Kernel
    static void narrow(float[] x, @ThreadPositionInGrid int i) {
        x[i] = 1.0;
    }
}
