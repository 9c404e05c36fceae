package demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads on one device, and closing at bad moments, on every device. */
@Timeout(60)
final class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int CALLS = 100;

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void manyThreadsCallOneLibrary(Device device) throws Exception {
        try (device) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            inThreads(thread -> {
                try (FloatArray x = device.floats(2_000 + thread);
                        FloatArray y = device.floats(2_000 + thread)) {
                    x.set(x.length() - 1, thread);
                    for (int call = 1; call <= CALLS; call++) {
                        kernels.saxpy(Grid.of(x.length()), 1f, x, y);
                        assertThat(y.get(x.length() - 1)).isEqualTo((float) call * thread);
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void manyThreadsSubmitBatches(Device device) throws Exception {
        try (device) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            inThreads(thread -> {
                try (FloatArray x = device.floats(new float[] {thread});
                        FloatArray y = device.floats(1)) {
                    for (int i = 0; i < CALLS / 10; i++) {
                        try (Batch batch = device.batch()) {
                            for (int call = 0; call < 10; call++) {
                                kernels.in(batch).saxpy(Grid.of(1), 1f, x, y);
                            }
                            batch.submit().join();
                        }
                    }
                    assertThat(y.get(0)).isEqualTo((float) CALLS * thread);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void closingAnArrayInUseHarmsNobody(Device device) throws Exception {
        try (device) {
            ActivationsKernels kernels = ActivationsKernels.load(device);

            inThreads(thread -> {
                for (int i = 0; i < CALLS; i++) {
                    FloatArray x = device.floats(50_000);
                    Thread closer = new Thread(x::close);
                    closer.start();
                    try {
                        kernels.saxpy(Grid.of(50_000), 1f, x, x);
                        for (int k = 0; k < 1000; k++) {
                            x.set(k, x.get(k) + 1f);
                        }
                        x.copyFrom(x.toArray());
                    } catch (IllegalStateException closed) {
                        assertThat(closed)
                                .hasMessageContaining("FloatArray of 50000 elements")
                                .hasMessageContaining("closed");
                    }
                    closer.join();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void closingADeviceInUseHarmsNobody(Device device) throws Exception {
        ActivationsKernels kernels = ActivationsKernels.load(device);

        inThreads(thread -> {
            FloatArray x;
            try {
                x = device.floats(10_000);
                for (int i = 0; i < CALLS; i++) {
                    kernels.saxpy(Grid.of(10_000), 1f, x, x);
                    if (thread == 0 && i == 10) {
                        device.close();
                    }
                }
            } catch (IllegalStateException closed) {
                assertThat(closed).hasMessageContaining("closed");
            }
        });
    }

    private interface Body {
        void run(int thread) throws Exception;
    }

    private static void inThreads(Body body) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(threads.submit(() -> {
                    body.run(thread);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get(50, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
