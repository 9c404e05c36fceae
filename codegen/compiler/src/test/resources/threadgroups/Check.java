package demo;

import dev.smelt.runtime.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Runs the kernels of {@code Groups} and compares them with loops that know nothing of threads. */
public final class Check {
    private final List<String> wrong = new ArrayList<>();
    private final Random random = new Random(1);
    private final Device device;
    private final GroupsKernels kernels;

    private Check(Device device) {
        this.device = device;
        this.kernels = GroupsKernels.load(device);
    }

    public static List<String> wrongOn(Device device) {
        Check check = new Check(device);
        check.argmax();
        check.dots();
        check.early();
        check.transpose();
        check.scan();
        check.histogram();
        check.parted();
        for (int mode = 0; mode < 3; mode++) check.barriersInSwitch(mode);
        check.jumps();
        check.textures();
        return check.wrong;
    }

    private void same(String what, int[] actual, int[] expected) {
        if (!Arrays.equals(actual, expected)) {
            wrong.add(what + ": " + Arrays.toString(actual) + " instead of " + Arrays.toString(expected));
        }
    }

    private void same(String what, float[] actual, float[] expected) {
        if (!Arrays.equals(actual, expected)) {
            wrong.add(what + ": " + Arrays.toString(actual) + " instead of " + Arrays.toString(expected));
        }
    }

    private float[] floats(int n) {
        float[] result = new float[n];
        for (int i = 0; i < n; i++) result[i] = random.nextFloat();
        return result;
    }

    private void argmax() {
        int n = 1003;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) x[i] = random.nextInt(50);
        int[] out = new int[11];
        int[] expected = new int[11];
        for (int g = 0; g < 11; g++) {
            int best = g * 100;
            for (int i = g * 100; i < Math.min(n, g * 100 + 100); i++) if (x[i] > x[best]) best = i;
            expected[g] = best;
        }
        kernels.argmax(Grid.of(n).threadgroup(100), x, out);
        same("argmax", out, expected);
    }

    private void dots() {
        float[] q = floats(53);
        float[] k = floats(37);
        float[] out = new float[53];
        float[] expected = new float[53];
        for (int i = 0; i < 53; i++) for (float key : k) expected[i] = Math.fma(q[i], key, expected[i]);
        kernels.dots(Grid.covering(53, 16), q, k, out, 37);
        same("dots", out, expected);
    }

    private void early() {
        int n = 29;
        float[] x = new float[40];
        for (int i = 0; i < 40; i++) x[i] = random.nextInt(3) - 1;
        float[] out = new float[40];
        float[] expected = new float[40];
        for (int i = 0; i < n; i++) {
            int count = 0;
            int first = i / 8 * 8;
            for (int j = first; j < Math.min(n, first + 8); j++) if (x[j] >= 0) count++;
            expected[i] = x[i] < 0 ? -1 : count;
        }
        kernels.early(Grid.of(40).threadgroup(8), x, out, n);
        same("early", out, expected);
    }

    private void transpose() {
        int w = 21;
        int h = 13;
        float[] a = floats(w * h);
        float[] b = new float[w * h];
        float[] expected = new float[w * h];
        for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) expected[x * h + y] = a[y * w + x];
        kernels.transpose(Grid.of(24, 16).threadgroup(8, 8), a, b, w, h);
        same("transpose", b, expected);
    }

    private void scan() {
        int n = 1003;
        int[] x = random.ints(n).toArray();
        int[] y = new int[n];
        int[] expected = new int[n];
        for (int i = 0; i < n; i++) expected[i] = (i % 200 == 0 ? 0 : expected[i - 1]) + x[i];
        kernels.scan(Grid.of(n).threadgroup(200), x, y);
        same("scan", y, expected);
    }

    private void histogram() {
        byte[] x = new byte[3001];
        random.nextBytes(x);
        int[] out = new int[16];
        int[] expected = new int[16];
        for (byte b : x) expected[(b & 0xff) >> 4]++;
        kernels.histogram(Grid.of(3001).threadgroup(70), x, out);
        same("histogram", out, expected);
    }

    private void parted() {
        int n = 70;
        int[] out = new int[n];
        int[] expected = new int[n];
        for (int first = 0; first < n; first += 32) {
            int end = Math.min(n, first + 32);
            int even = 0;
            int[] atLeast = new int[3];
            for (int i = first; i < end; i++) {
                int lane = i - first;
                if (lane % 2 == 0) even += i;
                for (int k = 1; k <= lane % 3; k++) atLeast[k]++;
            }
            int lastOdd = (end - 1 - first) % 2 == 1 ? end - 1 : end - 2;
            for (int i = first; i < end; i++) {
                int lane = i - first;
                expected[i] = lane % 2 == 0 ? even : lastOdd - (first + 1);
                for (int k = 1; k <= lane % 3; k++) expected[i] += atLeast[k];
            }
        }
        kernels.parted(Grid.of(n).threadgroup(n), out);
        same("parted", out, expected);
    }

    private void barriersInSwitch(int mode) {
        int n = 100;
        int[] x = random.ints(n).toArray();
        int[] out = new int[n];
        int[] expected = new int[n];
        for (int i = 0; i < n; i++) {
            int first = i / 40 * 40;
            int threads = Math.min(40, n - first);
            int t = i - first;
            int turned = x[first + (t + 3) % threads];
            expected[i] = mode == 0 ? x[first + threads - 1 - t] : mode == 1 ? turned : -1;
        }
        kernels.barriersInSwitch(Grid.of(n).threadgroup(40), x, out, mode);
        same("barriersInSwitch " + mode, out, expected);
    }

    private void jumps() {
        int n = 64;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) x[i] = i < 32 ? 0.5f + i % 4 : i % 3;
        float[] out = new float[n];
        float[] expected = new float[n];
        for (int i = 0; i < n; i++) {
            int first = i / 32 * 32;
            for (int a = 0; a < 3; a++) {
                for (int j = 0; j < 32; j++) {
                    float s = x[first + j] * a;
                    expected[i] += s > 4f ? 0.5f : s;
                    if (s > 4f) break;
                }
            }
        }
        kernels.jumps(Grid.of(n).threadgroup(32), x, out);
        same("jumps", out, expected);
    }

    /** Alone, and in a batch that is submitted again with another uniform. */
    private void textures() {
        int w = 5;
        int h = 3;
        float[] pixels = floats(w * h * 4);
        try (Texture from = device.texture(TextureFormat.RGBA32_FLOAT, w, h);
                Texture to = device.texture(TextureFormat.RGBA32_FLOAT, w, h);
                Batch batch = device.batch()) {
            from.copyFrom(pixels);
            kernels.shifted(Grid.of(w, h), from, to, 2f);
            same("shifted", to.toArray(), shifted(pixels, w, 2f));
            GroupsKernels.ShiftedCall call = kernels.in(batch).shifted(Grid.of(w, h), from, to, 3f);
            batch.submit().join();
            same("shifted in a batch", to.toArray(), shifted(pixels, w, 3f));
            call.k(4f);
            batch.submit().join();
            same("shifted once more", to.toArray(), shifted(pixels, w, 4f));
        }
    }

    private static float[] shifted(float[] pixels, int w, float k) {
        float[] result = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            boolean last = i / 4 % w == w - 1;
            result[i] = pixels[i] + (last ? 0f : pixels[i + 4] * k);
        }
        return result;
    }
}
