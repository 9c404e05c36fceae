package dev.smelt.benchmarks;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** y = a * x + y over 10 million elements: two reads and a write of memory for each pair of operations. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public class SaxpyBenchmark extends Workload {
    private static final int LENGTH = 10_000_000;
    private static final float FACTOR = 0.5f;

    private float[] x;
    private float[] y;
    private Device device;
    private FloatArray deviceX;
    private FloatArray deviceY;
    private WorkloadsKernels kernels;

    /** Fills the arrays. */
    @Setup(Level.Trial)
    public void setUp() {
        x = new float[LENGTH];
        y = new float[LENGTH];
        Arrays.fill(x, 1f);
        device = Device.jvm();
        deviceX = device.floats(x);
        deviceY = device.floats(LENGTH);
        kernels = WorkloadsKernels.load(device);
    }

    /** The kernel on the JVM device. */
    @Benchmark
    public FloatArray smelt() {
        kernels.saxpy(Grid.of(LENGTH), FACTOR, deviceX, deviceY);
        return deviceY;
    }

    /** Loops on all cores. */
    @Benchmark
    public float[] plainJava() {
        PlainJava.saxpy(FACTOR, x, y);
        return y;
    }

    /** Gives the arrays back. */
    @TearDown(Level.Trial)
    public void tearDown() {
        device.close();
    }
}
