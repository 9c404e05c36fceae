package demo;

import dev.smelt.dsl.*;

final class Images {
    static final int RADIUS = 2;

    /** Clamps to the image. */
    static int at(int x, int y, int width, int height) {
        int cx = Math.max(0, Math.min(x, width - 1));
        int cy = Math.max(0, Math.min(y, height - 1));
        return cy * width + cx;
    }

    @Kernel
    static void blur(float[] in, float[] out, int width, int height, @ThreadPositionInGrid Int2 p) {
        if (p.x() >= width || p.y() >= height) {
            return;
        }
        float sum = 0f;
        int count = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                sum += in[at(p.x() + dx, p.y() + dy, width, height)];
                count++;
            }
        }
        out[p.y() * width + p.x()] = sum / count;
    }

    @Kernel
    static void transpose(int[] in, int[] out, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 size) {
        out[p.x() * size.y() + p.y()] = in[p.y() * size.x() + p.x()];
    }

    @Kernel
    static void volume(short[] in, byte[] out, @ThreadPositionInGrid Int3 p, @ThreadsPerGrid Int3 size) {
        int i = (p.z() * size.y() + p.y()) * size.x() + p.x();
        out[i] = (byte) (in[i] >> 8);
    }
}
