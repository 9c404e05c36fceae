package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.spi.Access;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.KernelLibrary;
import dev.smelt.runtime.spi.ModuleDescriptor;
import dev.smelt.runtime.spi.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches that are submitted again and again, on every device. */
@Timeout(60)
final class ReplayTest {
    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void runsAgainWithOtherUniformsAndOtherContents(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f, 2f});
                FloatArray y = device.floats(2);
                Batch batch = device.batch()) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            ActivationsKernels.ScaledCall scaled = calls.scaled(x, 2f, y);
            ActivationsKernels.SaxpyCall saxpy = calls.saxpy(Grid.of(2), 10f, x, y);
            batch.submit().join();
            assertThat(y.toArray()).containsExactly(12f, 24f);

            scaled.k(3f);
            batch.submit().join();
            assertThat(y.toArray()).containsExactly(13f, 26f);

            x.copyFrom(new float[] {5f, 6f});
            saxpy.a(0f);
            batch.submit().join();
            assertThat(y.toArray()).containsExactly(15f, 18f);
            assertThat(batch.size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void takesTheUniformsOfTheMomentOfEachSubmission(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f});
                FloatArray sum = device.floats(1);
                Batch batch = device.batch()) {
            ActivationsKernels.SaxpyCall call =
                    ActivationsKernels.load(device).in(batch).saxpy(Grid.of(1), 0f, x, sum);
            List<CompletableFuture<BatchResult>> running = new ArrayList<>();
            float expected = 0f;
            for (int i = 1; i <= 200; i++) {
                call.a(i);
                expected += i;
                running.add(batch.submit());
            }

            running.forEach(CompletableFuture::join);
            assertThat(sum.get(0)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void takesMoreCallsBetweenSubmissions(Device device) {
        try (device;
                FloatArray x = device.floats(new float[] {1f});
                FloatArray sum = device.floats(1);
                Batch batch = device.batch()) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            float expected = 0f;
            for (int i = 1; i <= 50; i++) {
                calls.saxpy(Grid.of(1), 1f, x, sum);
                expected += i;
                CompletableFuture<BatchResult> running = batch.submit();
                if (i % 7 == 0) {
                    running.join();
                }
            }
            batch.submit().join();

            assertThat(sum.get(0)).isEqualTo(expected + 50f);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void checksTheArraysAgainWhenUniformsChange(Device device) {
        KernelDescriptor kernel = KernelDescriptor.builder("at")
                .source("Kernels.java", 3)
                .entryPoint("saxpy")
                .uniform("place", float.class, 0)
                .array("x", float.class, Access.READ, -1)
                .array("y", float.class, Access.READ_WRITE, -1)
                .uniformBytes(4)
                .jvm(ActivationsKernelsJvm::saxpy)
                .indices((context, x, y, z) -> context.access(1, (int) context.floatAt(0)))
                .build();
        ModuleDescriptor module = new ModuleDescriptor("demo.Activations", ActivationsKernels.class, List.of(kernel));
        try (device;
                FloatArray x = device.floats(3);
                Batch batch = device.batch()) {
            RecordedCall call = KernelLibrary.load(device, module)
                    .invocation(kernel, Grid.of(1))
                    .uniform(0, 2f)
                    .array(0, x)
                    .array(1, x)
                    .record(batch);
            batch.submit().join();

            call.uniform(0, 3f);
            assertThatIllegalArgumentException()
                    .isThrownBy(batch::submit)
                    .withMessage("kernel at (Kernels.java:3): array 'y' has 3 elements, but the thread at 0 of"
                            + " Grid.of(1) accesses index 3");
            assertThatIllegalArgumentException().isThrownBy(batch::submit);
            call.uniform(0, 1f);
            assertThat(batch.submit()).succeedsWithin(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void takesBackWhatHasNotStarted(Device device) {
        FakeBridge.delay(50);
        try (device;
                FloatArray x = device.floats(new float[] {1f});
                FloatArray sum = device.floats(1);
                Batch batch = device.batch()) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            FloatArray large = device.floats(3_000_000);
            try (Batch slow = device.batch()) {
                for (int i = 0; i < 20; i++) {
                    kernels.in(slow).sigmoid(large, large);
                }
                for (int i = 0; i < 9; i++) {
                    CompletableFuture<BatchResult> unused = slow.submit();
                }
            }
            kernels.in(batch).saxpy(Grid.of(1), 1f, x, sum);
            CompletableFuture<BatchResult> first = batch.submit();
            CompletableFuture<BatchResult> second = batch.submit();
            CompletableFuture<BatchResult> third = batch.submit();

            assertThat(second.cancel(true)).isTrue();
            assertThat(second.cancel(true)).isTrue();

            assertThat(second).isCancelled();
            kernels.saxpy(Grid.of(1), 10f, x, sum);
            assertThat(sum.get(0)).isEqualTo(12f);
            assertThat(first).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(third).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(third.cancel(true)).isFalse();
            assertThat(third).isCompleted();
        } finally {
            FakeBridge.delay(0);
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void refusesChangesOnceClosed(Device device) {
        try (device;
                FloatArray x = device.floats(1)) {
            Batch batch = device.batch();
            ActivationsKernels.ScaledCall call =
                    ActivationsKernels.load(device).in(batch).scaled(x, 2f, x);
            batch.close();

            assertThatIllegalStateException().isThrownBy(() -> call.k(1f)).withMessage("the batch is closed");
        }
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void acceptsChangesOfCallsWithNothingToRun(Device device) {
        try (device;
                FloatArray none = device.floats(0);
                FloatArray x = device.floats(new float[] {4f});
                Batch batch = device.batch()) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            ActivationsKernels.ScaledCall empty = calls.scaled(none, 2f, none);
            calls.scaled(x, 2f, x);
            empty.k(7f);

            batch.submit().join();

            assertThat(x.get(0)).isEqualTo(8f);
        }
    }
}
