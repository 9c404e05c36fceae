package demo;

import dev.smelt.dsl.Half;

/** Kernels as a user writes them; their annotations are left out, since the wrappers here are written by hand. */
final class Activations {
    private Activations() {}

    static float sigmoid(float x) {
        return 1f / (1f + (float) Math.exp(-x));
    }

    static float scaled(float x, float k) {
        return k * x;
    }

    static void saxpy(float a, float[] x, float[] y, int i) {
        y[i] = a * x[i] + y[i];
    }

    /** Each thread writes its own position. */
    static void positions(int[] out, int width, int x, int y) {
        out[y * width + x] = 1000 * y + x;
    }

    /** One element of each scalar type, and the length of an array. */
    static void widen(boolean[] negate, byte[] b, short[] s, int[] n, long[] sum, Half[] half, int lengthOfN, int i) {
        long total = (long) b[i] + s[i] + n[i] + lengthOfN;
        sum[i] = negate[i] ? -total : total;
        negate[i] = !negate[i];
        half[i] = Half.of(2f * half[i].floatValue());
    }

    static Particle moved(Particle p, float dt) {
        return new Particle(p.position().add(p.velocity().mul(dt)), p.velocity(), p.mass());
    }
}
