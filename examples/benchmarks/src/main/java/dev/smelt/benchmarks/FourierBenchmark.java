package dev.smelt.benchmarks;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The Fourier series of a square wave: 1,000 terms at 100,000 samples of one period. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public class FourierBenchmark extends Workload {
    private static final int TERMS = 1000;
    private static final int SAMPLES = 100_000;

    private float[] x;
    private float[] y;
    private Device device;
    private FloatArray deviceX;
    private FloatArray deviceY;
    private WorkloadsKernels kernels;

    /** Makes the samples. */
    @Setup(Level.Trial)
    public void setUp() {
        x = new float[SAMPLES];
        y = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = (float) (Math.PI * (2.0 * i / (SAMPLES - 1) - 1));
        }
        device = Device.jvm();
        deviceX = device.floats(x);
        deviceY = device.floats(SAMPLES);
        kernels = WorkloadsKernels.load(device);
    }

    /** The kernel on the JVM device. */
    @Benchmark
    public FloatArray smelt() {
        kernels.squareWave(deviceX, TERMS, deviceY);
        return deviceY;
    }

    /** Loops on all cores. */
    @Benchmark
    public float[] plainJava() {
        PlainJava.squareWave(x, TERMS, y);
        return y;
    }

    /** Gives the arrays back. */
    @TearDown(Level.Trial)
    public void tearDown() {
        device.close();
    }
}
