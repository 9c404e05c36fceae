package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract promises of batches, on every device. */
final class BatchTest {
    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void runsWhatWasRecordedInOrder(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f, 2f});
                FloatArray y = device.floats(2);
                Batch batch = device.batch()) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            calls.scaled(x, 2f, y);
            calls.saxpy(Grid.of(2), 10f, x, y);
            calls.scaled(y, 0.5f, x);
            assertThat(y.toArray()).containsExactly(0f, 0f);

            BatchResult result = batch.submit().join();

            assertThat(y.toArray()).containsExactly(12f, 24f);
            assertThat(x.toArray()).containsExactly(6f, 12f);
            assertThat(result.deviceTime()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void takesUniformsWhenRecordingAndArraysWhenRunning(Device device) {
        try (device;
                FloatArray x = device.floats(1);
                FloatArray y = device.floats(1);
                Batch batch = device.batch()) {
            ActivationsKernels.load(device).in(batch).scaled(x, 2f, y);
            x.set(0, 3f);

            batch.submit().join();

            assertThat(y.get(0)).isEqualTo(6f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void completesWithNothingToRun(Device device) {
        try (device;
                FloatArray empty = device.floats(0);
                Batch batch = device.batch()) {
            ActivationsKernels.load(device).in(batch).sigmoid(empty, empty);

            assertThat(batch.size()).isZero();
            assertThat(batch.submit().join()).isEqualTo(new BatchResult(Duration.ZERO));
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesMoreOnceClosed(Device device) {
        try (device;
                FloatArray x = device.floats(1)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            Batch closed = device.batch();
            closed.close();
            closed.close();

            assertThatIllegalStateException()
                    .isThrownBy(() -> kernels.in(closed).sigmoid(x, x))
                    .withMessage("the batch is closed");
            assertThatIllegalStateException().isThrownBy(closed::submit).withMessage("the batch is closed");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void checksACallWhenItIsRecorded(Device device) {
        try (device;
                FloatArray x = device.floats(1);
                FloatArray y = device.floats(2);
                Batch batch = device.batch()) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);

            assertThatIllegalArgumentException().isThrownBy(() -> calls.sigmoid(x, y));
            assertThat(batch.size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void saysWhichArrayWasClosedBeforeSubmission(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f});
                Batch batch = device.batch()) {
            FloatArray y = device.floats(1);
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            calls.sigmoid(x, x);
            calls.sigmoid(x, y);
            y.close();

            assertThatIllegalStateException()
                    .isThrownBy(batch::submit)
                    .withMessage(
                            "kernel sigmoid (Activations.java:9): array 'result' was closed after the call was recorded"
                                    + " and before the batch was submitted");
            assertThat(x.get(0)).isEqualTo(1f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void runsOnWhenArraysAndBatchAreClosedAfterSubmission(Device device) {
        try (device) {
            FloatArray x = device.floats(1_000_000);
            FloatArray y = device.floats(1_000_000);
            CompletableFuture<BatchResult> running;
            try (Batch batch = device.batch()) {
                ActivationsKernels.InBatch calls =
                        ActivationsKernels.load(device).in(batch);
                for (int i = 0; i < 20; i++) {
                    calls.sigmoid(x, y);
                }
                running = batch.submit();
            }
            x.close();
            y.close();

            assertThat(running).succeedsWithin(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void ordersCallsAfterEarlierBatches(Device device) {
        try (device;
                FloatArray x = device.floats(200_000);
                FloatArray y = device.floats(200_000);
                Batch first = device.batch();
                Batch second = device.batch()) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            x.set(0, 1f);
            for (int i = 0; i < 10; i++) {
                kernels.in(first).saxpy(Grid.of(200_000), 1f, x, y);
                kernels.in(second).saxpy(Grid.of(200_000), 1f, y, x);
            }

            CompletableFuture<BatchResult> one = first.submit();
            CompletableFuture<BatchResult> two = second.submit();
            kernels.scaled(x, 2f, y);

            assertThat(y.get(0)).isEqualTo(2f * 101f);
            assertThat(one).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(two).succeedsWithin(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void completesOnAThreadThatMayRunKernels(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f});
                FloatArray y = device.floats(1);
                Batch first = device.batch();
                Batch second = device.batch()) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            kernels.in(first).scaled(x, 2f, y);
            kernels.in(second).scaled(x, 3f, y);

            CompletableFuture<Float> chained = first.submit().thenApply(done -> {
                kernels.scaled(x, 5f, y);
                second.submit().join();
                return y.get(0);
            });

            assertThat(chained).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(3f);
        }
    }
}
