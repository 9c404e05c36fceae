package demo;

import dev.smelt.dsl.*;

final class Names {
    static float device(float float4) {
        float INFINITY = float4 * 2f;
        float größe = INFINITY + 1f;
        float a$b = größe * 2f;
        float _x = a$b;
        float __y = _x;
        float smelt_div = __y;
        return smelt_div;
    }

    @Kernel
    static float main(float thread) {
        return device(thread);
    }

    @Kernel
    static void kernel(float[] constant, float[] uniforms, int uint, @ThreadPositionInGrid int thread_position_in_grid) {
        float template = constant[thread_position_in_grid];
        for (int i = 0; i < uint; i++) {
            uniforms[thread_position_in_grid] += template;
        }
        for (int i = 0; i < 3; i++) {
            uniforms[thread_position_in_grid] -= 1f;
        }
    }
}
