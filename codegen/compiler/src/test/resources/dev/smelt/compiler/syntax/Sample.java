package demo;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.*;

final class Sample {
    static final float[] WEIGHTS = {0.25f, 0.5f, 0.25f};
    static final int N = 1 << 4, MASK = N - 1;

    record Pair(float a, float b) {
        float sum() {
            return a + b;
        }
    }

    @Kernel
    static float smooth(float x, @Uniform int steps) {
        float y = 0f;
        outer:
        for (int i = 0; i < steps; i++) {
            if (i > MASK) {
                break outer;
            } else if ((i & 1) == 0) {
                continue;
            }
            y += WEIGHTS[i % 3] * (x > 0 ? x : -x);
        }
        return switch (steps) {
            case 0, 1 -> y;
            case 2 -> {
                float[] local = {y, 2f};
                yield local[0];
            }
            default -> new Pair(y, (float) steps).sum();
        };
    }

    @Kernel(math = MathMode.FAST)
    static void tile(float[] x, @Threadgroup(256) float[] shared, @ThreadIndexInThreadgroup int i) {
        shared[i] = x[i];
        threadgroupBarrier();
        do {
            x[i]--;
        } while (x[i] > 0f);
    }
}
