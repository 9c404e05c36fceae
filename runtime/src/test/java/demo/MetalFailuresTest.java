package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceLostException;
import dev.smelt.runtime.DeviceMemoryException;
import dev.smelt.runtime.DeviceUnavailableException;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.KernelCompilationException;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.KernelPipelineException;
import dev.smelt.runtime.KernelTimeoutException;
import dev.smelt.runtime.MetalError;
import dev.smelt.runtime.SmeltException;
import dev.smelt.runtime.spi.KernelLibrary;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user sees when Metal, or the bridge, reports a failure. */
@EnabledIf("demo.FakeBridge#isPresent")
final class MetalFailuresTest {
    private static final String COMMAND_BUFFER = "MTLCommandBufferErrorDomain";
    private static final String GPU = "Fake GPU \u00b5";
    private static final int NO_DEVICE = 5;
    private static final int OUT_OF_MEMORY = 6;
    private static final int TOO_LARGE = 7;
    private static final int COMPILE_FAILED = 8;
    private static final int LIBRARY_FAILED = 9;
    private static final int NO_FUNCTION = 10;
    private static final int EXECUTION_FAILED = 15;

    private FakeBridge.Script bridge;

    @BeforeEach
    void load() {
        bridge = FakeBridge.script();
    }

    @Test
    void namesTheGpu() {
        try (Device device = FakeBridge.open()) {
            assertThat(device.name()).isEqualTo(GPU);
        }
    }

    @Test
    void saysThatThereIsNoDevice() {
        bridge.fake_fail("smelt_device_open", NO_DEVICE, "MTLCopyAllDevices is empty", "", 0, -1);

        assertThatExceptionOfType(DeviceUnavailableException.class)
                .isThrownBy(FakeBridge::open)
                .withMessage("no Metal device: the system has none: smelt 5: MTLCopyAllDevices is empty");
    }

    @Test
    void closesADeviceWhoseNameCannotBeHad() {
        long before = bridge.smelt_open_handles();
        bridge.fake_fail("smelt_device_name", 17, "out of names", "NSRangeException", 0, -1);

        assertThatExceptionOfType(DeviceUnavailableException.class)
                .isThrownBy(FakeBridge::open)
                .withMessage("no Metal device: it cannot be opened: NSRangeException 0: out of names");
        assertThat(bridge.smelt_open_handles()).isEqualTo(before);
    }

    @Test
    void saysHowMuchMemoryWasWanted() {
        try (Device device = FakeBridge.open()) {
            bridge.fake_fail("smelt_buffer_create", TOO_LARGE, "longer than 256 bytes", "", 0, -1);

            assertThatExceptionOfType(DeviceMemoryException.class)
                    .isThrownBy(() -> device.floats(1000))
                    .withMessage(GPU
                            + " has no memory for an array of 1000 float (4000 bytes): smelt 7: longer than 256 bytes")
                    .satisfies(failure -> assertThat(failure.advice())
                            .contains("close arrays that are not needed, or work in parts: " + GPU
                                    + " has at most 1073741824 bytes for an array (maxBufferLength) and 1610612736 for"
                                    + " all together (recommendedMaxWorkingSetSize); 12345 are allocated"));
        }
    }

    @Test
    void triesAgainAfterACollectionWhenMemoryIsOut() {
        try (Device device = FakeBridge.open()) {
            bridge.fake_fail("smelt_buffer_create", OUT_OF_MEMORY, "no memory", "", 0, -1);

            assertThat(device.floats(1000).length()).isEqualTo(1000);
        }
    }

    @Test
    void refusesArraysThatNoBufferOfJavaCanShow() {
        try (Device device = FakeBridge.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> device.longs(300_000_000))
                    .withMessage("an array of 300000000 long takes 2400000000 bytes; " + GPU
                            + " has at most 2147483647 for an array, as java.nio can show no more");
        }
    }

    @Test
    void saysWhichLineDoesNotCompile() {
        try (Device device = FakeBridge.open()) {
            String text =
                    "program_source:12: note: here\nActivations.java:22:5: error: use of undeclared identifier 'q'";
            bridge.fake_fail("smelt_library_compile", COMPILE_FAILED, text, "MTLLibraryErrorDomain", 3, -1);

            assertThatExceptionOfType(KernelCompilationException.class)
                    .isThrownBy(() -> ActivationsKernels.load(device))
                    .withMessage("demo.Activations: its MSL does not compile on " + GPU + ": MTLLibraryErrorDomain 3: "
                            + text)
                    .satisfies(failure -> {
                        assertThat(failure.kernel()).isEmpty();
                        assertThat(failure.sourceFile()).contains("Activations.java");
                        assertThat(failure.sourceLine()).hasValue(22);
                        assertThat(failure.metalError()).contains(new MetalError("MTLLibraryErrorDomain", 3, text));
                    });
        }
    }

    @Test
    void saysThatTheTextIsMissing() {
        ModuleDescriptor module = new ModuleDescriptor("demo.Nowhere", ActivationsKernels.class, List.of());
        try (Device device = FakeBridge.open()) {
            assertThatExceptionOfType(KernelCompilationException.class)
                    .isThrownBy(() -> KernelLibrary.load(device, module))
                    .withMessage("demo.Nowhere: META-INF/smelt/demo.Nowhere.metal is not on the class path of"
                            + " demo.ActivationsKernels; the goal 'generate' of smelt-maven-plugin puts it there");
        }
    }

    @Test
    void compilesTheTextWhereTheLibraryCannotBeLoaded() {
        ModuleDescriptor module = new ModuleDescriptor("demo.Both", ActivationsKernels.class, List.of());
        try (Device device = FakeBridge.open()) {
            bridge.fake_fail(
                    "smelt_library_load", LIBRARY_FAILED, "built for macOS 27", "MTLLibraryErrorDomain", 1, -1);
            KernelLibrary.load(device, module);

            // The library is preferred where it loads: the text is not even looked at.
            bridge.fake_fail("smelt_library_compile", COMPILE_FAILED, "must not be compiled", "", 0, -1);
            KernelLibrary.load(device, module);
            bridge.fake_fail("", 0, "", "", 0, -1);
        }
    }

    @Test
    void saysWhichKernelHasNoPipeline() {
        try (Device device = FakeBridge.open();
                FloatArray x = device.floats(1)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            bridge.fake_fail("smelt_pipeline_create", NO_FUNCTION, "no function 'sigmoid'", "", 0, -1);

            assertThatExceptionOfType(KernelPipelineException.class)
                    .isThrownBy(() -> kernels.sigmoid(x, x))
                    .withMessage("kernel sigmoid (Activations.java:9) of demo.Activations cannot be made ready on "
                            + GPU + ": smelt 10: no function 'sigmoid'");
            kernels.sigmoid(x, x);
        }
    }

    @Test
    void saysWhichKernelFailed() {
        try (Device device = FakeBridge.open();
                FloatArray x = device.floats(4)) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            bridge.fake_fail("execution", EXECUTION_FAILED, "Caused GPU Address Fault Error", COMMAND_BUFFER, 3, 0);

            assertThatExceptionOfType(KernelExecutionException.class)
                    .isThrownBy(() -> kernels.saxpy(Grid.of(4), 1f, x, x))
                    .withMessage("kernel saxpy (Activations.java:17) failed on " + GPU + " over Grid.of(4):"
                            + " MTLCommandBufferErrorDomain 3: Caused GPU Address Fault Error")
                    .satisfies(failure -> {
                        assertThat(failure.kernel()).contains("saxpy");
                        assertThat(failure.sourceLine()).hasValue(17);
                    });
            kernels.saxpy(Grid.of(4), 1f, x, x);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, dev.smelt.runtime.KernelTimeoutException, divide the grid",
        "14, dev.smelt.runtime.KernelTimeoutException, divide the grid",
        "3, dev.smelt.runtime.KernelExecutionException, -Dsmelt.checks=true",
        "4, dev.smelt.runtime.DeviceLostException, open another",
        "11, dev.smelt.runtime.DeviceLostException, open another",
        "8, dev.smelt.runtime.DeviceMemoryException, fit the GPU's memory",
        "12, dev.smelt.runtime.KernelExecutionException, smaller arrays"
    })
    void hasATypeAndAdviceForEachKindOfFailure(int code, Class<? extends SmeltException> type, String advice) {
        try (Device device = FakeBridge.open();
                FloatArray x = device.floats(new float[] {1f, 2f, 3f, 4f})) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            bridge.fake_fail("execution", EXECUTION_FAILED, "reason", COMMAND_BUFFER, code, 0);

            assertThatExceptionOfType(type)
                    .isThrownBy(() -> kernels.saxpy(Grid.of(4), 1f, x, x))
                    .withMessageStartingWith("kernel saxpy (Activations.java:17) failed on " + GPU)
                    .satisfies(failure -> {
                        assertThat(failure).isExactlyInstanceOf(type);
                        assertThat(failure.metalError()).contains(new MetalError(COMMAND_BUFFER, code, "reason"));
                        assertThat(failure.advice())
                                .hasValueSatisfying(text -> assertThat(text).contains(advice));
                        assertThat(failure.toString()).contains("  help: ").contains(advice);
                    });
            // Nothing ran elsewhere instead.
            assertThat(x.toArray()).containsExactly(1f, 2f, 3f, 4f);
            assertThat(device.statistics().failures()).isEqualTo(1);
        }
    }

    @Test
    void tellsFailuresApartByType() {
        assertThat(KernelExecutionException.class)
                .isAssignableFrom(KernelTimeoutException.class)
                .isAssignableFrom(DeviceLostException.class);
    }

    @Test
    void countsFailedSubmissions() {
        try (Device device = FakeBridge.open();
                FloatArray x = device.floats(4);
                Batch batch = device.batch()) {
            ActivationsKernels.load(device).in(batch).sigmoid(x, x);
            bridge.fake_fail("execution", EXECUTION_FAILED, "reason", COMMAND_BUFFER, 2, 0);

            assertThat(batch.submit())
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseExactlyInstanceOf(KernelTimeoutException.class);
            assertThat(device.statistics().failures()).isEqualTo(1);
            assertThat(batch.submit()).succeedsWithin(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void saysWhichCallOfABatchFailed() {
        try (Device device = FakeBridge.open();
                FloatArray x = device.floats(4);
                Batch batch = device.batch()) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            calls.sigmoid(x, x);
            calls.saxpy(Grid.of(4), 1f, x, x);
            bridge.fake_fail("execution", EXECUTION_FAILED, "fault", COMMAND_BUFFER, 3, 1);

            assertThat(batch.submit())
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseExactlyInstanceOf(KernelExecutionException.class)
                    .withMessageContaining("kernel saxpy (Activations.java:17), call 2 of a batch of 2, failed on "
                            + GPU + " over Grid.of(4): MTLCommandBufferErrorDomain 3: fault");
        }
    }

    @Test
    void saysSoWhenItIsNotKnownWhichCallFailed() {
        try (Device device = FakeBridge.open();
                FloatArray x = device.floats(4);
                Batch batch = device.batch()) {
            ActivationsKernels.InBatch calls = ActivationsKernels.load(device).in(batch);
            calls.sigmoid(x, x);
            calls.sigmoid(x, x);
            bridge.fake_fail("execution", EXECUTION_FAILED, "gone", COMMAND_BUFFER, 11, -1);

            assertThat(batch.submit())
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining(
                            "a batch of 2 calls failed on " + GPU + ": MTLCommandBufferErrorDomain 11: gone");
        }
    }

    @Test
    void letsGoOfTheArraysWhenSubmissionFails() {
        try (Device device = FakeBridge.open();
                Batch batch = device.batch()) {
            long before = bridge.smelt_open_handles();
            FloatArray x = device.floats(4);
            ActivationsKernels.load(device).in(batch).sigmoid(x, x);
            bridge.fake_fail("smelt_submit", 17, "bad", "NSInvalidArgumentException", 0, -1);

            assertThat(batch.submit())
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseExactlyInstanceOf(KernelExecutionException.class)
                    .withMessageEndingWith("NSInvalidArgumentException 0: bad");
            x.close();
            // The library and the pipeline of sigmoid stay.
            assertThat(bridge.smelt_open_handles()).isEqualTo(before + 2);
        }
    }
}
