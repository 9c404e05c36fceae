package demo;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.*;

/** Kernels whose threads work together; {@code Check} has their references. */
final class Groups {
    record Candidate(float value, int index) {
        Candidate best(Candidate other) {
            boolean better = other.value > value || (other.value == value && other.index < index);
            return better ? other : this;
        }
    }

    @Kernel
    static void argmax(
            @Threadgroup(256) Candidate[] best,
            float[] x,
            int[] out,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int t,
            @ThreadsPerThreadgroup int n,
            @ThreadgroupPositionInGrid int g) {
        best[t] = new Candidate(x[i], i);
        for (int s = 128; s > 0; s >>= 1) {
            threadgroupBarrier();
            if (t < s && t + s < n) best[t] = best[t].best(best[t + s]);
        }
        if (t == 0) out[g] = best[0].index();
    }

    private static void load(float[] tile, float[] source, int t, int from, int n) {
        tile[t] = from + t < n ? source[from + t] : 0f;
        threadgroupBarrier();
    }

    /** A barrier in a helper, in a loop whose bound is a uniform. */
    @Kernel
    static void dots(
            @Threadgroup(16) float[] tile,
            float[] q,
            float[] k,
            float[] out,
            int n,
            @ThreadPositionInGrid int i,
            @ThreadPositionInThreadgroup int t,
            @DispatchThreadsPerThreadgroup int w) {
        float sum = 0f;
        int from = 0;
        while (from < n) {
            load(tile, k, t, from, n);
            if (i < q.length) {
                for (int j = 0; j < w && from + j < n; j++) sum = fma(q[i], tile[j], sum);
            }
            from += w;
            threadgroupBarrier();
        }
        if (i < q.length) out[i] = sum;
    }

    /** Threads that return before a barrier, for two reasons. */
    @Kernel
    static void early(
            float[] x,
            float[] out,
            @Threadgroup(8) boolean[] seen,
            @ThreadPositionInGrid int i,
            @ThreadPositionInThreadgroup int t,
            int n) {
        seen[t] = false;
        threadgroupBarrier();
        if (i >= n) return;
        if (x[i] < 0f) {
            out[i] = -1f;
            return;
        }
        seen[t] = true;
        threadgroupBarrier();
        int count = 0;
        for (boolean s : seen) {
            if (s) count++;
        }
        out[i] = count;
    }

    @Kernel
    static void transpose(
            @Threadgroup(8 * 9) float[] tile,
            float[] a,
            float[] b,
            int w,
            int h,
            @ThreadPositionInGrid Int2 p,
            @ThreadPositionInThreadgroup Int2 t,
            @ThreadgroupPositionInGrid Int2 g) {
        if (p.x() < w && p.y() < h) tile[t.y() * 9 + t.x()] = a[p.y() * w + p.x()];
        threadgroupBarrier();
        Int2 q = new Int2(g.y() * 8 + t.x(), g.x() * 8 + t.y());
        if (q.x() < h && q.y() < w) b[q.y() * h + q.x()] = tile[t.x() * 9 + t.y()];
    }

    /** Sums that wrap, by simdgroups and then over them. */
    @Kernel
    static void scan(
            @Threadgroup(32) int[] sums,
            int[] x,
            int[] y,
            @ThreadPositionInGrid int i,
            @ThreadIndexInSimdgroup int lane,
            @SimdgroupIndexInThreadgroup int simdgroup,
            @ThreadsPerThreadgroup int n,
            @ThreadsPerSimdgroup int w) {
        int sum = simdPrefixInclusiveSum(x[i]);
        if (lane == min(w, n - simdgroup * w) - 1) sums[simdgroup] = sum;
        threadgroupBarrier();
        for (int k = 0; k < simdgroup; k++) sum += sums[k];
        y[i] = sum;
    }

    @Kernel
    static void histogram(
            @Threadgroup(16) int[] bins,
            byte[] x,
            int[] out,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int t,
            @ThreadsPerThreadgroup int n) {
        for (int k = t; k < 16; k += n) bins[k] = 0;
        threadgroupBarrier();
        atomicAdd(bins, (x[i] & 0xff) >> 4, 1);
        threadgroupBarrier();
        for (int k = t; k < bins.length; k += n) {
            if (bins[k] != 0) atomicAdd(out, k, bins[k]);
        }
    }

    /** Simdgroup functions to which only some threads come. */
    @Kernel
    static void parted(int[] out, @ThreadPositionInGrid int i, @ThreadIndexInSimdgroup int lane) {
        int r;
        if (lane % 2 == 0) r = simdSum(i);
        else r = simdMax(i) - simdMin(i);
        int k = 0;
        while (true) {
            if (k >= lane % 3) break;
            k++;
            r += simdSum(1);
        }
        out[i] = r;
    }

    @Kernel
    static void barriersInSwitch(
            int[] x,
            int[] out,
            int mode,
            @Threadgroup(64) int[] s,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int t,
            @ThreadsPerThreadgroup int n) {
        s[t] = x[i];
        switch (mode) {
            case 0 -> {
                threadgroupBarrier();
                out[i] = s[n - 1 - t];
            }
            case 1 -> {
                for (int r = 0; r < 3; r++) {
                    threadgroupBarrier();
                    int v = s[(t + 1) % n];
                    threadgroupBarrier();
                    s[t] = v;
                }
                out[i] = s[t];
            }
            default -> out[i] = -1;
        }
    }

    /** Jumps over barriers that all threads take, for what they read from memory is the same. */
    @Kernel
    static void jumps(
            float[] x,
            float[] out,
            @Threadgroup(32) float[] s,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int t,
            @ThreadsPerThreadgroup int n) {
        float sum = 0f;
        outer:
        for (int a = 0; a < 3; a++) {
            s[t] = x[i] * a;
            threadgroupBarrier();
            for (int b = 0; b < n; b++) {
                if (s[b] > 4f) {
                    sum += 0.5f;
                    threadgroupBarrier();
                    continue outer;
                }
                sum += s[b];
            }
            threadgroupBarrier();
        }
        out[i] = sum;
    }

    @Kernel
    static void shifted(Texture2d from, Texture2d to, float k, @ThreadPositionInGrid Int2 p) {
        Float2 at = new Float2((p.x() + 0.5f) / from.width(), (p.y() + 0.5f) / from.height());
        Float4 next = from.read(new Int2(p.x() + 1, p.y()));
        to.write(from.sample(Sampler.NEAREST_CLAMP, at).add(next.mul(k)), p);
    }
}
