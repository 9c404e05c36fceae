package demo;

import dev.smelt.dsl.*;

final class Idle {
    private Idle() {}

    /** Writes nothing. */
    @Kernel
    static void idle(float[] x, @ThreadPositionInGrid int i) {
        float unused = x[i];
    }
}
