package dev.smelt.benchmarks.sidebyside;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The workloads as a good developer writes them without a library: plain loops over parts of the arrays, on all cores. */
final class ParallelJava {
    private static final int SHORT = 1 << 10;
    private static final int LONG = 1 << 16;
    /** Floats that make one partial sum. */
    static final int SUMMED = 1 << 14;

    /** Elements {@code from}, inclusive, to {@code to}, exclusive. */
    @FunctionalInterface
    interface Part {
        void run(int from, int to);
    }

    private ParallelJava() {}

    static void inParallel(int length, int partLength, Part part) {
        int parts = (length + partLength - 1) / partLength;
        IntStream.range(0, parts).parallel().forEach(i -> {
            int from = i * partLength;
            part.run(from, Math.min(from + partLength, length));
        });
    }

    static void fourier(float[] x, int terms, float[] y, float[] slope) {
        inParallel(x.length, SHORT, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = series(x[i], terms);
            }
        });
        inParallel(x.length, LONG, (from, to) -> {
            for (int i = from; i < to; i++) {
                int before = Math.max(i - 1, 0);
                int after = Math.min(i + 1, x.length - 1);
                slope[i] = (y[after] - y[before]) / (x[after] - x[before]);
            }
        });
    }

    private static float series(float x, int terms) {
        float sum = 0f;
        for (int term = terms - 1; term >= 0; term--) {
            float harmonic = 2 * term + 1;
            sum += (float) Math.sin(harmonic * x) / harmonic;
        }
        return 4f / (float) Math.PI * sum;
    }

    static void sigmoid(float[] x, float[] y) {
        inParallel(x.length, LONG, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = 1f / (1f + (float) Math.exp(-x[i]));
            }
        });
    }

    static void saxpy(float a, float[] x, float[] y) {
        inParallel(x.length, LONG, (from, to) -> saxpy(a, x, y, from, to));
    }

    private static void saxpy(float a, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = a * x[i] + y[i];
        }
    }

    static float normal(float d) {
        float k = 1f / (1f + 0.2316419f * Math.abs(d));
        float sum = ((((1.3302745f * k - 1.8212559f) * k + 1.7814779f) * k - 0.35656378f) * k + 0.31938154f) * k;
        float tail = 0.3989423f * (float) Math.exp(-0.5f * d * d) * sum;
        return d < 0f ? tail : 1f - tail;
    }

    static void blackScholes(
            float[] price, float[] strike, float[] years, float[] call, float[] put, float rate, float volatility) {
        inParallel(price.length, 1 << 14, (from, to) -> {
            for (int i = from; i < to; i++) {
                float root = volatility * (float) Math.sqrt(years[i]);
                float d = ((float) Math.log(price[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i])
                        / root;
                float first = normal(d);
                float second = normal(d - root);
                float discounted = strike[i] * (float) Math.exp(-rate * years[i]);
                call[i] = price[i] * first - discounted * second;
                put[i] = discounted * (1f - second) - price[i] * (1f - first);
            }
        });
    }

    static void accelerate(float[] x, float[] y, float[] z, float[] mass, float[] ax, float[] ay, float[] az) {
        inParallel(x.length, 1 << 7, (from, to) -> {
            for (int i = from; i < to; i++) {
                float px = x[i];
                float py = y[i];
                float pz = z[i];
                float sumX = 0f;
                float sumY = 0f;
                float sumZ = 0f;
                for (int j = 0; j < x.length; j++) {
                    float dx = x[j] - px;
                    float dy = y[j] - py;
                    float dz = z[j] - pz;
                    float inverse = 1f / (float) Math.sqrt(dx * dx + dy * dy + dz * dz + 0.01f);
                    float force = mass[j] * inverse * inverse * inverse;
                    sumX += dx * force;
                    sumY += dy * force;
                    sumZ += dz * force;
                }
                ax[i] = sumX;
                ay[i] = sumY;
                az[i] = sumZ;
            }
        });
    }

    static void mandelbrot(int[] counts, int width, int limit) {
        inParallel(counts.length, SHORT, (from, to) -> {
            for (int i = from; i < to; i++) {
                int row = i / width;
                counts[i] = stay((i % width) * (3f / width) - 2f, row * (3f / width) - 1.5f, limit);
            }
        });
    }

    static int stay(float cx, float cy, int limit) {
        float x = 0f;
        float y = 0f;
        int n = 0;
        while (n < limit && x * x + y * y <= 4f) {
            float next = x * x - y * y + cx;
            y = 2f * x * y + cy;
            x = next;
            n++;
        }
        return n;
    }

    static void convolve(float[] in, float[] weights, float[] out, int channels, int side) {
        inParallel(channels * side, 1, (from, to) -> {
            for (int row = from; row < to; row++) {
                convolve(in, weights, out, channels, side, row / side, row % side);
            }
        });
    }

    private static void convolve(float[] in, float[] weights, float[] out, int channels, int side, int channel, int y) {
        int padded = side + 2;
        for (int x = 0; x < side; x++) {
            float sum = 0f;
            for (int c = 0; c < channels; c++) {
                for (int ky = 0; ky < 3; ky++) {
                    for (int kx = 0; kx < 3; kx++) {
                        float weight = weights[((channel * channels + c) * 3 + ky) * 3 + kx];
                        sum += weight * in[(c * padded + y + ky) * padded + x + kx];
                    }
                }
            }
            out[(channel * side + y) * side + x] = sum;
        }
    }

    /** Row by row of both matrices: the innermost loop is a sum of multiples of rows, which becomes SIMD. */
    static void multiply(float[] a, float[] b, float[] c, int n) {
        inParallel(n, 8, (from, to) -> {
            for (int row = from; row < to; row++) {
                multiply(a, b, c, n, row);
            }
        });
    }

    private static void multiply(float[] a, float[] b, float[] c, int n, int row) {
        Arrays.fill(c, row * n, (row + 1) * n, 0f);
        for (int k = 0; k < n; k++) {
            float factor = a[row * n + k];
            for (int column = 0; column < n; column++) {
                c[row * n + column] += factor * b[k * n + column];
            }
        }
    }

    static float sum(float[] x) {
        float[] sums = new float[x.length / SUMMED];
        inParallel(x.length, SUMMED, (from, to) -> {
            float sum = 0f;
            for (int i = from; i < to; i++) {
                sum += x[i];
            }
            sums[from / SUMMED] = sum;
        });
        float total = 0f;
        for (float sum : sums) {
            total += sum;
        }
        return total;
    }

    static void histogram(byte[] data, int[] bins) {
        Arrays.fill(bins, 0);
        inParallel(data.length, LONG, (from, to) -> {
            int[] own = new int[bins.length];
            for (int i = from; i < to; i++) {
                own[data[i] & 255]++;
            }
            synchronized (bins) {
                for (int bin = 0; bin < bins.length; bin++) {
                    bins[bin] += own[bin];
                }
            }
        });
    }
}
