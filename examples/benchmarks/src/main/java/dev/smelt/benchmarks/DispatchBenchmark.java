package dev.smelt.benchmarks;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a dispatch costs that does next to nothing, on the Metal device: {@code src/main/c/dispatches.c} makes the same
 * calls to the bridge. {@link DispatchComparison} runs both.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public class DispatchBenchmark {
    static final int SIZE = 64;
    static final int BATCH = 1000;
    private static final float FACTOR = 0.5f;

    private final Grid grid = Grid.of(SIZE);
    private Device device;
    private FloatArray x;
    private FloatArray y;
    private WorkloadsKernels kernels;
    private Batch recorded;

    /** Records the batch that is replayed. */
    @Setup(Level.Trial)
    public void setUp() {
        device = Device.metal();
        x = device.floats(SIZE);
        y = device.floats(SIZE);
        kernels = WorkloadsKernels.load(device);
        recorded = device.batch();
        record(recorded);
    }

    private void record(Batch batch) {
        WorkloadsKernels.InBatch calls = kernels.in(batch);
        for (int i = 0; i < BATCH; i++) {
            calls.saxpy(grid, FACTOR, x, y);
        }
    }

    /** A plain call. */
    @Benchmark
    public FloatArray plainCall() {
        kernels.saxpy(grid, FACTOR, x, y);
        return y;
    }

    /** A dispatch of a batch of 1,000 that is submitted again, and has run. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public BatchResult replay() {
        return recorded.submit().join();
    }

    /** A dispatch of 1,000 that are recorded: all of it is Java. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int record() {
        try (Batch batch = device.batch()) {
            record(batch);
            return batch.size();
        }
    }

    /** A dispatch of 1,000 that are recorded, submitted once, and have run. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public BatchResult recordAndRun() {
        try (Batch batch = device.batch()) {
            record(batch);
            return batch.submit().join();
        }
    }

    /** Gives everything back. */
    @TearDown(Level.Trial)
    public void tearDown() {
        device.close();
    }
}
