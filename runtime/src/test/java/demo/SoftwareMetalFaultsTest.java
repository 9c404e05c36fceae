package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceMemoryException;
import dev.smelt.runtime.DeviceUnavailableException;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.KernelCompilationException;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.KernelPipelineException;
import dev.smelt.runtime.MetalError;
import dev.smelt.runtime.SmeltException;
import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.spi.Access;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.KernelLibrary;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user sees when Metal fails: through the bridge that ships, on the software Metal, whose faults are wanted. Each
 * is the documented exception, leaves nothing behind, and the device usable where Metal's would be.
 */
@EnabledIf("demo.SoftwareMetal#isPresent")
final class SoftwareMetalFaultsTest {
    private static final String COMMAND_BUFFER = "MTLCommandBufferErrorDomain";

    private long before;

    @BeforeEach
    void count() {
        before = SoftwareMetal.openHandles();
    }

    /** Others may have forgotten arrays, which come back meanwhile: so there may be fewer, but never more. */
    @AfterEach
    void leavesNothingBehind() {
        assertThat(SoftwareMetal.openHandles()).isLessThanOrEqualTo(before);
    }

    private static void assertWorks(Device device) {
        assertThat(ActivationsKernels.load(device).sigmoid(new float[] {0f})).containsExactly(0.5f);
    }

    @Test
    void saysThatThereIsNoDevice() {
        try (SoftwareMetal metal = SoftwareMetal.wanting("no-device")) {
            assertThatExceptionOfType(DeviceUnavailableException.class)
                    .isThrownBy(Device::metal)
                    .withMessageContaining("this system has no Metal device");
            // Over SSH the system names no default device, though it has one.
            metal.want("no-default-device");
            try (Device device = Device.metal()) {
                assertWorks(device);
            }
        }
    }

    @Test
    void saysThatTheDeviceHasNoQueue() {
        try (SoftwareMetal metal = SoftwareMetal.wanting("no-queue")) {
            assertThatExceptionOfType(DeviceUnavailableException.class)
                    .isThrownBy(Device::metal)
                    .withMessageContaining("queue");
            metal.want("");
            try (Device device = Device.metal()) {
                assertWorks(device);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"no-commands, DeviceMemoryException", "no-encoder, KernelExecutionException"})
    void saysThatNothingCanBeEncoded(String fault, String exception) {
        try (Device device = Device.metal();
                FloatArray x = device.floats(4)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            kernels.saxpy(Grid.of(4), 1f, x, x);
            try (SoftwareMetal metal = SoftwareMetal.wanting(fault)) {
                assertThatExceptionOfType(SmeltException.class)
                        .isThrownBy(() -> kernels.saxpy(Grid.of(4), 1f, x, x))
                        .withMessageContaining("saxpy (Activations.java:17)")
                        .satisfies(failed ->
                                assertThat(failed.getClass().getSimpleName()).isEqualTo(exception));
                metal.want("");
                kernels.saxpy(Grid.of(4), 1f, x, x);
            }
        }
    }

    /** The library beside the text of demo.Both is none that any Metal loads. */
    @Test
    void compilesTheTextOfALibraryThatCannotBeLoaded() {
        ModuleDescriptor both = new ModuleDescriptor("demo.Both", SoftwareMetalFaultsTest.class, List.of());
        try (Device device = Device.metal()) {
            KernelLibrary.load(device, both);
            try (SoftwareMetal metal = SoftwareMetal.wanting("no-compile")) {
                assertThatExceptionOfType(KernelCompilationException.class)
                        .isThrownBy(() -> KernelLibrary.load(device, both))
                        .withMessageContaining("demo.Both");
                metal.want("");
                assertWorks(device);
            }
        }
    }

    @Test
    void saysThatMemoryIsOut() {
        try (Device device = Device.metal()) {
            try (SoftwareMetal metal = SoftwareMetal.wanting("memory=5000")) {
                assertThatExceptionOfType(DeviceMemoryException.class)
                        .isThrownBy(() -> device.floats(2000))
                        .withMessageContaining("2000 float");
                assertThatExceptionOfType(SmeltException.class)
                        .isThrownBy(() -> device.texture(TextureFormat.RGBA32_FLOAT, 100, 100));
                metal.want("");
                assertWorks(device);
            }
        }
    }

    @Test
    void saysThatNothingCompiles() {
        try (Device device = Device.metal();
                SoftwareMetal metal = SoftwareMetal.wanting("no-compile")) {
            assertThatExceptionOfType(KernelCompilationException.class)
                    .isThrownBy(() -> ActivationsKernels.load(device))
                    .satisfies(failed -> assertThat(
                                    failed.metalError().orElseThrow().domain())
                            .isEqualTo("MTLLibraryErrorDomain"));
            metal.want("no-pipeline");
            ActivationsKernels kernels = ActivationsKernels.load(device);
            assertThatExceptionOfType(KernelPipelineException.class)
                    .isThrownBy(() -> kernels.sigmoid(new float[1]))
                    .withMessageContaining("kernel sigmoid (Activations.java:9)");
            metal.want("");
            assertThat(kernels.sigmoid(new float[1])).containsExactly(0.5f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 10, 12, 14})
    void saysWhichKernelFailedAndHow(int code) {
        try (Device device = Device.metal();
                FloatArray x = device.floats(4)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            try (SoftwareMetal metal = SoftwareMetal.wanting("execution=" + code)) {
                assertThatExceptionOfType(SmeltException.class)
                        .isThrownBy(() -> kernels.saxpy(Grid.of(4), 1f, x, x))
                        .withMessageContaining("saxpy (Activations.java:17)")
                        .satisfies(failed -> {
                            MetalError error = failed.metalError().orElseThrow();
                            assertThat(error.domain()).isEqualTo(COMMAND_BUFFER);
                            assertThat(error.code()).isEqualTo(code);
                        });
                metal.want("");
                kernels.saxpy(Grid.of(4), 1f, x, x);
            }
        }
    }

    @Test
    void saysWhichCallOfABatchFailed() {
        try (Device device = Device.metal();
                FloatArray x = device.floats(4);
                Batch batch = device.batch();
                SoftwareMetal metal = SoftwareMetal.wanting("execution=3,at=1")) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            calls.sigmoid(x, x);
            calls.saxpy(Grid.of(4), 1f, x, x);
            calls.sigmoid(x, x);
            assertThat(batch.submit())
                    .failsWithin(60, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("saxpy (Activations.java:17), call 2 of a batch of 3");
            metal.want("");
            assertWorks(device);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 11})
    void goesOnFailingWhenTheDeviceIsGone(int code) {
        try (Device device = Device.metal()) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            try (SoftwareMetal metal = SoftwareMetal.wanting("execution=" + code)) {
                assertThatExceptionOfType(SmeltException.class).isThrownBy(() -> kernels.sigmoid(new float[1]));
                metal.want("");
                assertThatExceptionOfType(SmeltException.class)
                        .isThrownBy(() -> kernels.sigmoid(new float[1]))
                        .satisfies(failed -> assertThat(
                                        failed.metalError().orElseThrow().code())
                                .isEqualTo(code));
            }
        }
        try (Device another = Device.metal()) {
            assertWorks(another);
        }
    }

    @Test
    void waitsForWhatComesLate() {
        try (Device device = Device.metal();
                SoftwareMetal metal = SoftwareMetal.wanting("late=100")) {
            assertWorks(device);
            metal.want("");
            assertWorks(device);
        }
    }

    @Test
    void keepsABatchPendingWhileItsCompletionHangs() throws Exception {
        try (Device device = Device.metal();
                SoftwareMetal metal = SoftwareMetal.wanting("hang")) {
            CompletableFuture<BatchResult> running;
            FloatArray x = device.floats(4);
            try (Batch batch = device.batch()) {
                ActivationsKernels.load(device).in(batch).sigmoid(x, x);
                running = batch.submit();
            }
            x.close();
            Thread.sleep(50);
            assertThat(running).isNotDone();
            metal.want("");
            assertThat(running).succeedsWithin(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void saysThatAKernelLeftItsArrays() {
        KernelDescriptor beyond = KernelDescriptor.builder("beyond")
                .source("Beyond.java", 7)
                .entryPoint("beyond")
                .array("y", int.class, Access.WRITE, -1)
                .jvm((arguments, threadgroup) -> {})
                .build();
        ModuleDescriptor module = new ModuleDescriptor("demo.Beyond", SoftwareMetalFaultsTest.class, List.of(beyond));
        try (Device device = Device.metal();
                IntArray y = device.ints(16)) {
            KernelLibrary library = KernelLibrary.load(device, module);
            assertThatExceptionOfType(KernelExecutionException.class)
                    .isThrownBy(() ->
                            library.invocation(beyond, Grid.of(16)).array(0, y).run())
                    .withMessageContaining("beyond (Beyond.java:7)")
                    .satisfies(failed ->
                            assertThat(failed.metalError().orElseThrow().code()).isEqualTo(3));
            assertWorks(device);
        }
    }
}
