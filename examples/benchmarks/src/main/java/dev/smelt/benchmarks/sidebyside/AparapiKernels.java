package dev.smelt.benchmarks.sidebyside;

import com.aparapi.Kernel;
import com.aparapi.device.JavaDevice;

/** The workloads for Aparapi, run by its thread pool. */
final class AparapiKernels {
    private AparapiKernels() {}

    /** A kernel for the thread pool. Arrays are fields, as Aparapi wants them. */
    abstract static class Pooled extends Kernel {
        @SuppressWarnings("deprecation") // there is no other way to ask for the thread pool
        final Pooled pooled() {
            setExecutionModeWithoutFallback(EXECUTION_MODE.JTP);
            return this;
        }

        final void runFor(int threads) {
            execute(JavaDevice.THREAD_POOL.createRange(threads));
        }
    }

    static Pooled series(float[] x, int terms, float[] y) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                float sum = 0f;
                for (int term = terms - 1; term >= 0; term--) {
                    float harmonic = 2 * term + 1;
                    sum += sin(harmonic * x[i]) / harmonic;
                }
                y[i] = 4f / (float) Math.PI * sum;
            }
        }.pooled();
    }

    static Pooled slope(float[] x, float[] y, float[] slope) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                int before = max(i - 1, 0);
                int after = min(i + 1, x.length - 1);
                slope[i] = (y[after] - y[before]) / (x[after] - x[before]);
            }
        }.pooled();
    }

    static Pooled sigmoid(float[] x, float[] y) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                y[i] = 1f / (1f + exp(-x[i]));
            }
        }.pooled();
    }

    static Pooled saxpy(float a, float[] x, float[] y) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                y[i] = a * x[i] + y[i];
            }
        }.pooled();
    }

    static Pooled blackScholes(
            float[] price, float[] strike, float[] years, float[] call, float[] put, float rate, float volatility) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                float root = volatility * sqrt(years[i]);
                float d = (log(price[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i]) / root;
                float first = normal(d);
                float second = normal(d - root);
                float discounted = strike[i] * exp(-rate * years[i]);
                call[i] = price[i] * first - discounted * second;
                put[i] = discounted * (1f - second) - price[i] * (1f - first);
            }

            private float normal(float d) {
                float k = 1f / (1f + 0.2316419f * abs(d));
                float sum =
                        ((((1.3302745f * k - 1.8212559f) * k + 1.7814779f) * k - 0.35656378f) * k + 0.31938154f) * k;
                float tail = 0.3989423f * exp(-0.5f * d * d) * sum;
                return d < 0f ? tail : 1f - tail;
            }
        }.pooled();
    }

    static Pooled accelerate(float[] x, float[] y, float[] z, float[] mass, float[] ax, float[] ay, float[] az) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
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
                    float inverse = 1f / sqrt(dx * dx + dy * dy + dz * dz + 0.01f);
                    float force = mass[j] * inverse * inverse * inverse;
                    sumX += dx * force;
                    sumY += dy * force;
                    sumZ += dz * force;
                }
                ax[i] = sumX;
                ay[i] = sumY;
                az[i] = sumZ;
            }
        }.pooled();
    }

    static Pooled mandelbrot(int[] counts, int width, int limit) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                float cx = (i % width) * (3f / width) - 2f;
                int row = i / width;
                float cy = row * (3f / width) - 1.5f;
                float x = 0f;
                float y = 0f;
                int n = 0;
                while (n < limit && x * x + y * y <= 4f) {
                    float next = x * x - y * y + cx;
                    y = 2f * x * y + cy;
                    x = next;
                    n++;
                }
                counts[i] = n;
            }
        }.pooled();
    }

    static Pooled convolve(float[] in, float[] weights, float[] out, int channels, int side) {
        int padded = side + 2;
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                int x = i % side;
                int y = i / side % side;
                int channel = i / (side * side);
                float sum = 0f;
                for (int c = 0; c < channels; c++) {
                    for (int ky = 0; ky < 3; ky++) {
                        for (int kx = 0; kx < 3; kx++) {
                            float weight = weights[((channel * channels + c) * 3 + ky) * 3 + kx];
                            sum += weight * in[(c * padded + y + ky) * padded + x + kx];
                        }
                    }
                }
                out[i] = sum;
            }
        }.pooled();
    }

    static Pooled multiply(float[] a, float[] b, float[] c, int n) {
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                int row = i / n;
                int column = i % n;
                float sum = 0f;
                for (int k = 0; k < n; k++) {
                    sum += a[row * n + k] * b[k * n + column];
                }
                c[i] = sum;
            }
        }.pooled();
    }

    /** A partial sum for each thread. */
    static Pooled sum(float[] x, float[] sums) {
        int share = x.length / sums.length;
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                float sum = 0f;
                for (int k = 0; k < share; k++) {
                    sum += x[i * share + k];
                }
                sums[i] = sum;
            }
        }.pooled();
    }

    /** A histogram for each thread, one behind the other. */
    static Pooled histogram(byte[] data, int[] bins, int threads) {
        int share = data.length / threads;
        return new Pooled() {
            @Override
            public void run() {
                int i = getGlobalId();
                for (int bin = 0; bin < 256; bin++) {
                    bins[i * 256 + bin] = 0;
                }
                for (int k = 0; k < share; k++) {
                    bins[i * 256 + (data[i * share + k] & 255)]++;
                }
            }
        }.pooled();
    }
}
