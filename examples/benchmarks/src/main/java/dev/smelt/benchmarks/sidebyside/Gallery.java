package dev.smelt.benchmarks.sidebyside;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadPositionInThreadgroup;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;
import dev.smelt.dsl.ThreadsPerThreadgroup;
import dev.smelt.dsl.Uniform;

/** The kernels. */
final class Gallery {
    private Gallery() {}

    /** The first terms of a square wave's Fourier series. */
    @Kernel
    static float series(float x, @Uniform int terms) {
        float sum = 0f;
        for (int term = terms - 1; term >= 0; term--) {
            float harmonic = 2 * term + 1;
            sum += sin(harmonic * x) / harmonic;
        }
        return 4f / (float) Math.PI * sum;
    }

    /** Its derivative, by the difference of neighbours. */
    @Kernel
    static void slope(float[] x, float[] y, float[] slope, @ThreadPositionInGrid int i) {
        int before = max(i - 1, 0);
        int after = min(i + 1, x.length - 1);
        slope[i] = (y[after] - y[before]) / (x[after] - x[before]);
    }

    @Kernel
    static float sigmoid(float x) {
        return 1f / (1f + exp(-x));
    }

    @Kernel
    static void saxpy(float a, float[] x, float[] y, @ThreadPositionInGrid int i) {
        y[i] = a * x[i] + y[i];
    }

    /** The normal distribution, by formula 26.2.17 of Abramowitz and Stegun. */
    static float normal(float d) {
        float k = 1f / (1f + 0.2316419f * abs(d));
        float sum = ((((1.3302745f * k - 1.8212559f) * k + 1.7814779f) * k - 0.35656378f) * k + 0.31938154f) * k;
        float tail = 0.3989423f * exp(-0.5f * d * d) * sum;
        return d < 0f ? tail : 1f - tail;
    }

    /** Prices of European options. */
    @Kernel
    static void blackScholes(
            float[] price,
            float[] strike,
            float[] years,
            float[] call,
            float[] put,
            float rate,
            float volatility,
            @ThreadPositionInGrid int i) {
        float root = volatility * sqrt(years[i]);
        float d = (log(price[i] / strike[i]) + (rate + 0.5f * volatility * volatility) * years[i]) / root;
        float first = normal(d);
        float second = normal(d - root);
        float discounted = strike[i] * exp(-rate * years[i]);
        call[i] = price[i] * first - discounted * second;
        put[i] = discounted * (1f - second) - price[i] * (1f - first);
    }

    /** The acceleration of each body by the gravity of all. */
    @Kernel
    static void accelerate(
            float[] x,
            float[] y,
            float[] z,
            float[] mass,
            float[] ax,
            float[] ay,
            float[] az,
            @ThreadPositionInGrid int i) {
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

    /** How long each point of a square of the complex plane stays. */
    @Kernel
    static void mandelbrot(int[] counts, int width, int limit, @ThreadPositionInGrid int i) {
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

    /** A convolution, 3 x 3 from all channels to each; the input has a margin of 1. A threadgroup is of one channel. */
    @Kernel
    static void convolve(
            float[] in,
            float[] weights,
            float[] out,
            int channels,
            @ThreadPositionInGrid Int3 p,
            @ThreadgroupPositionInGrid Int3 group,
            @ThreadsPerGrid Int3 size) {
        int width = size.x() + 2;
        int height = size.y() + 2;
        float sum = 0f;
        for (int c = 0; c < channels; c++) {
            for (int ky = 0; ky < 3; ky++) {
                for (int kx = 0; kx < 3; kx++) {
                    float weight = weights[((group.z() * channels + c) * 3 + ky) * 3 + kx];
                    sum += weight * in[(c * height + p.y() + ky) * width + p.x() + kx];
                }
            }
        }
        out[(p.z() * size.y() + p.y()) * size.x() + p.x()] = sum;
    }

    /**
     * A product of square matrices. Each thread computes 8 elements of a column; a threadgroup is as wide as it likes and
     * one row high, and shares tiles of 8 x 32 elements of a. The grid has an eighth of the rows; n is a multiple of 32.
     */
    @Kernel
    static void multiply(
            float[] a,
            float[] b,
            float[] c,
            int n,
            @Threadgroup(256) float[] tile,
            @ThreadPositionInGrid Int2 p,
            @ThreadIndexInThreadgroup int t,
            @ThreadsPerThreadgroup Int2 size) {
        float[] sums = new float[8];
        for (int k = 0; k < n; k += 32) {
            for (int e = t; e < 256; e += size.x()) {
                tile[e] = a[(p.y() * 8 + e / 32) * n + k + e % 32];
            }
            threadgroupBarrier();
            for (int j = 0; j < 32; j++) {
                float factor = b[(k + j) * n + p.x()];
                for (int r = 0; r < 8; r++) {
                    sums[r] += tile[r * 32 + j] * factor;
                }
            }
            threadgroupBarrier();
        }
        for (int r = 0; r < 8; r++) {
            c[(p.y() * 8 + r) * n + p.x()] = sums[r];
        }
    }

    /** The sum of each threadgroup's 16,384 floats. */
    @Kernel
    static void sum(
            float[] x,
            float[] sums,
            @Threadgroup(1024) float[] tile,
            @ThreadPositionInThreadgroup int t,
            @ThreadgroupPositionInGrid int group) {
        float sum = 0f;
        for (int k = 0; k < 16; k++) {
            sum += x[(group * 16 + k) * 1024 + t];
        }
        tile[t] = sum;
        for (int stride = 512; stride > 0; stride /= 2) {
            threadgroupBarrier();
            if (t < stride) {
                tile[t] += tile[t + stride];
            }
        }
        if (t == 0) {
            sums[group] = tile[0];
        }
    }

    /** Counts bytes; each threadgroup 65,536 of them in its own memory first. */
    @Kernel
    static void histogram(
            byte[] data,
            int[] bins,
            @Threadgroup(256) int[] own,
            @ThreadPositionInThreadgroup int t,
            @ThreadgroupPositionInGrid int group) {
        own[t] = 0;
        threadgroupBarrier();
        for (int k = 0; k < 256; k++) {
            atomicAdd(own, data[(group * 256 + k) * 256 + t] & 255, 1);
        }
        threadgroupBarrier();
        atomicAdd(bins, t, own[t]);
    }
}
