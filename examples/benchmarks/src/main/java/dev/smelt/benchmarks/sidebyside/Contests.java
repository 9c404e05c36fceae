package dev.smelt.benchmarks.sidebyside;

import dev.smelt.runtime.ByteArray;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** All workloads. Each is made when it is its turn, so that the arrays of one are in memory. */
final class Contests {
    private static final int TERMS = 1000;
    private static final float RATE = 0.02f;
    private static final float VOLATILITY = 0.3f;
    private static final int CHANNELS = 16;
    private static final int LIMIT = 256;
    private static final int BINS = 256;
    /** Bytes for each threadgroup. */
    private static final int BYTES = 65_536;

    private final Device device;
    private final GalleryKernels kernels;

    Contests(Device device) {
        this.device = device;
        this.kernels = GalleryKernels.load(device);
    }

    /** In the order of the table. */
    List<Supplier<Contest>> all() {
        return List.of(
                () -> fourier(100_000),
                () -> sigmoid(10_000_000),
                () -> saxpy(10_000_000),
                () -> blackScholes(1_000_000),
                () -> bodies(4096),
                () -> mandelbrot(1024),
                () -> product(512),
                () -> convolution(128),
                () -> sum(640),
                () -> histogram(160));
    }

    private static Side side(Runnable run, DoubleSupplier result) {
        return new Side() {
            @Override
            public void run() {
                run.run();
            }

            @Override
            public double result() {
                return result.getAsDouble();
            }
        };
    }

    private static Contest contest(String name, String what, Side smelt, Side java, Side aparapi) {
        Map<String, Side> sides = new LinkedHashMap<>();
        sides.put(Contest.SMELT, smelt);
        sides.put(Contest.JAVA, java);
        sides.put(Contest.APARAPI, aparapi);
        return new Contest(name, what, sides);
    }

    Contest fourier(int samples) {
        float[] x = Numbers.period(samples);
        float[] y = new float[samples];
        float[] slope = new float[samples];
        FloatArray deviceX = device.floats(x);
        FloatArray deviceY = device.floats(samples);
        FloatArray deviceSlope = device.floats(samples);
        AparapiKernels.Pooled series = AparapiKernels.series(x, TERMS, y);
        AparapiKernels.Pooled difference = AparapiKernels.slope(x, y, slope);
        return contest(
                "Fourier",
                TERMS + " terms at " + samples + " samples, and the derivative",
                side(
                        () -> {
                            kernels.series(deviceX, TERMS, deviceY);
                            kernels.slope(Grid.of(samples), deviceX, deviceY, deviceSlope);
                        },
                        () -> Numbers.mean(deviceSlope.toArray())),
                side(() -> ParallelJava.fourier(x, TERMS, y, slope), () -> Numbers.mean(slope)),
                side(
                        () -> {
                            series.runFor(samples);
                            difference.runFor(samples);
                        },
                        () -> Numbers.mean(slope)));
    }

    Contest sigmoid(int length) {
        float[] x = Numbers.spread(length, -10, 10, 0);
        float[] y = new float[length];
        FloatArray deviceX = device.floats(x);
        FloatArray deviceY = device.floats(length);
        AparapiKernels.Pooled pooled = AparapiKernels.sigmoid(x, y);
        return contest(
                "sigmoid",
                length + " floats",
                side(() -> kernels.sigmoid(deviceX, deviceY), () -> Numbers.mean(deviceY.toArray())),
                side(() -> ParallelJava.sigmoid(x, y), () -> Numbers.mean(y)),
                side(() -> pooled.runFor(length), () -> Numbers.mean(y)));
    }

    /** Adds up, run by run, so that each side has its own result. */
    Contest saxpy(int length) {
        float[] x = Numbers.spread(length, -1, 1, 0);
        float[] y = new float[length];
        float[] z = new float[length];
        FloatArray deviceX = device.floats(x);
        FloatArray deviceY = device.floats(length);
        AparapiKernels.Pooled pooled = AparapiKernels.saxpy(0.5f, x, z);
        return contest(
                "saxpy",
                length + " floats",
                side(
                        () -> kernels.saxpy(Grid.of(length), 0.5f, deviceX, deviceY),
                        () -> Numbers.mean(deviceY.toArray())),
                side(() -> ParallelJava.saxpy(0.5f, x, y), () -> Numbers.mean(y)),
                side(() -> pooled.runFor(length), () -> Numbers.mean(z)));
    }

    Contest blackScholes(int options) {
        float[] price = Numbers.spread(options, 5, 30, 0);
        float[] strike = Numbers.spread(options, 10, 40, 1);
        float[] years = Numbers.spread(options, 0.25, 10, 2);
        float[] call = new float[options];
        float[] put = new float[options];
        FloatArray prices = device.floats(price);
        FloatArray strikes = device.floats(strike);
        FloatArray times = device.floats(years);
        FloatArray calls = device.floats(options);
        FloatArray puts = device.floats(options);
        AparapiKernels.Pooled pooled = AparapiKernels.blackScholes(price, strike, years, call, put, RATE, VOLATILITY);
        return contest(
                "Black-Scholes",
                options + " options",
                side(
                        () -> kernels.blackScholes(
                                Grid.of(options), prices, strikes, times, calls, puts, RATE, VOLATILITY),
                        () -> Numbers.mean(calls.toArray())),
                side(
                        () -> ParallelJava.blackScholes(price, strike, years, call, put, RATE, VOLATILITY),
                        () -> Numbers.mean(call)),
                side(() -> pooled.runFor(options), () -> Numbers.mean(call)));
    }

    Contest bodies(int count) {
        float[] x = Numbers.spread(count, -1, 1, 0);
        float[] y = Numbers.spread(count, -1, 1, 1);
        float[] z = Numbers.spread(count, -1, 1, 2);
        float[] mass = Numbers.spread(count, 0.1, 1, 3);
        float[] ax = new float[count];
        float[] ay = new float[count];
        float[] az = new float[count];
        FloatArray deviceX = device.floats(x);
        FloatArray deviceY = device.floats(y);
        FloatArray deviceZ = device.floats(z);
        FloatArray masses = device.floats(mass);
        FloatArray deviceAx = device.floats(count);
        FloatArray deviceAy = device.floats(count);
        FloatArray deviceAz = device.floats(count);
        AparapiKernels.Pooled pooled = AparapiKernels.accelerate(x, y, z, mass, ax, ay, az);
        return contest(
                "n-body",
                count + " bodies",
                side(
                        () -> kernels.accelerate(
                                Grid.of(count), deviceX, deviceY, deviceZ, masses, deviceAx, deviceAy, deviceAz),
                        () -> Numbers.mean(deviceAx.toArray())),
                side(() -> ParallelJava.accelerate(x, y, z, mass, ax, ay, az), () -> Numbers.mean(ax)),
                side(() -> pooled.runFor(count), () -> Numbers.mean(ax)));
    }

    Contest mandelbrot(int width) {
        int[] counts = new int[width * width];
        IntArray deviceCounts = device.ints(width * width);
        AparapiKernels.Pooled pooled = AparapiKernels.mandelbrot(counts, width, LIMIT);
        return contest(
                "Mandelbrot",
                width + " x " + width + " x " + LIMIT,
                side(
                        () -> kernels.mandelbrot(Grid.of(width * width), deviceCounts, width, LIMIT),
                        () -> Numbers.mean(deviceCounts.toArray())),
                side(() -> ParallelJava.mandelbrot(counts, width, LIMIT), () -> Numbers.mean(counts)),
                side(() -> pooled.runFor(width * width), () -> Numbers.mean(counts)));
    }

    Contest convolution(int side) {
        float[] in = Numbers.spread(CHANNELS * (side + 2) * (side + 2), -1, 1, 0);
        float[] weights = Numbers.spread(CHANNELS * CHANNELS * 9, -1, 1, 1);
        float[] out = new float[CHANNELS * side * side];
        FloatArray deviceIn = device.floats(in);
        FloatArray deviceWeights = device.floats(weights);
        FloatArray deviceOut = device.floats(out.length);
        AparapiKernels.Pooled pooled = AparapiKernels.convolve(in, weights, out, CHANNELS, side);
        Grid grid = Grid.of(side, side, CHANNELS).threadgroup(side, 8, 1);
        return contest(
                "convolution",
                "3 x 3, " + CHANNELS + " to " + CHANNELS + " channels of " + side + " x " + side,
                side(
                        () -> kernels.convolve(grid, deviceIn, deviceWeights, deviceOut, CHANNELS),
                        () -> Numbers.mean(deviceOut.toArray())),
                side(() -> ParallelJava.convolve(in, weights, out, CHANNELS, side), () -> Numbers.mean(out)),
                side(() -> pooled.runFor(out.length), () -> Numbers.mean(out)));
    }

    Contest product(int n) {
        float[] a = Numbers.spread(n * n, -1, 1, 0);
        float[] b = Numbers.spread(n * n, -1, 1, 1);
        float[] c = new float[n * n];
        FloatArray deviceA = device.floats(a);
        FloatArray deviceB = device.floats(b);
        FloatArray deviceC = device.floats(n * n);
        AparapiKernels.Pooled pooled = AparapiKernels.multiply(a, b, c, n);
        Grid grid = Grid.of(n, n / 8).threadgroup(Math.min(n, 512), 1);
        return contest(
                "matrix product",
                n + " x " + n,
                side(() -> kernels.multiply(grid, deviceA, deviceB, deviceC, n), () -> Numbers.mean(deviceC.toArray())),
                side(() -> ParallelJava.multiply(a, b, c, n), () -> Numbers.mean(c)),
                side(() -> pooled.runFor(n * n), () -> Numbers.mean(c)));
    }

    Contest sum(int groups) {
        float[] x = Numbers.spread(groups * ParallelJava.SUMMED, 0, 1, 0);
        float[] sums = new float[groups];
        float[] total = new float[1];
        FloatArray deviceX = device.floats(x);
        FloatArray deviceSums = device.floats(groups);
        AparapiKernels.Pooled pooled = AparapiKernels.sum(x, sums);
        Grid grid = Grid.of(groups * 1024).threadgroup(1024);
        return contest(
                "sum",
                x.length + " floats",
                side(
                        () -> {
                            kernels.sum(grid, deviceX, deviceSums);
                            total[0] = add(deviceSums.toArray());
                        },
                        () -> total[0]),
                side(() -> total[0] = ParallelJava.sum(x), () -> total[0]),
                side(
                        () -> {
                            pooled.runFor(groups);
                            total[0] = add(sums);
                        },
                        () -> total[0]));
    }

    private static float add(float[] sums) {
        float total = 0f;
        for (float sum : sums) {
            total += sum;
        }
        return total;
    }

    Contest histogram(int groups) {
        byte[] data = bytes(Numbers.spread(groups * BYTES, 0, BINS, 0));
        int[] bins = new int[BINS];
        int[] all = new int[groups * BINS];
        ByteArray deviceData = device.bytes(data);
        IntArray deviceBins = device.ints(BINS);
        int[] none = new int[BINS];
        AparapiKernels.Pooled pooled = AparapiKernels.histogram(data, all, groups);
        Grid grid = Grid.of(groups * BINS).threadgroup(BINS);
        return contest(
                "histogram",
                data.length + " bytes",
                side(
                        () -> {
                            deviceBins.copyFrom(none);
                            kernels.histogram(grid, deviceData, deviceBins);
                        },
                        () -> weighted(deviceBins.toArray())),
                side(() -> ParallelJava.histogram(data, bins), () -> weighted(bins)),
                side(() -> pooled.runFor(groups), () -> weighted(all)));
    }

    private static byte[] bytes(float[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) numbers[i];
        }
        return bytes;
    }

    /** The mean over the bins of how often a byte comes, times the byte. */
    private static double weighted(int[] counts) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (double) counts[i] * (i % BINS);
        }
        return sum / BINS;
    }
}
