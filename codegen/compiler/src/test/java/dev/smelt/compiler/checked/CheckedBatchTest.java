package dev.smelt.compiler.checked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.KernelCheckException;
import dev.smelt.runtime.KernelPipelineException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failed checks in batches, which have several calls and are submitted again and again. */
final class CheckedBatchTest {
    private static final String KERNELS = """
            package demo;

            import dev.smelt.dsl.*;

            final class Steps {
                @Kernel
                static void first(int[] at, float[] x, float[] y, @ThreadPositionInGrid int i) {
                    y[i] = x[at[i]]; // 8
                }

                @Kernel
                static void second(float[] y, int by, @ThreadPositionInGrid int i) {
                    y[i / by] += 1f; // 13
                }
            }
            """;

    private static final String CALLER = """
            package demo;

            import dev.smelt.runtime.*;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;

            final class Caller {
                /** Submits both kernels so often. */
                static List<CompletableFuture<BatchResult>> run(Device device, int at, int by, int times) {
                    StepsKernels kernels = StepsKernels.load(device);
                    try (IntArray places = device.ints(new int[] {0, at});
                            FloatArray x = device.floats(3);
                            FloatArray y = device.floats(2);
                            Batch batch = device.batch()) {
                        kernels.in(batch).first(Grid.of(2), places, x, y);
                        var second = kernels.in(batch).second(Grid.of(2), y, 1);
                        second.by(by);
                        return java.util.stream.IntStream.range(0, times)
                                .mapToObj(i -> batch.submit())
                                .toList();
                    }
                }
            }
            """;

    private static final JavaClasses CLASSES =
            CheckedKernels.compile("Steps", KERNELS, Checking.BY_DEFAULT, Map.of("demo/Caller.java", CALLER));

    @SuppressWarnings("unchecked")
    private static List<CompletableFuture<BatchResult>> run(Device device, int at, int by, int times) {
        try {
            Method run =
                    CLASSES.load("demo.Caller").getDeclaredMethod("run", Device.class, int.class, int.class, int.class);
            run.setAccessible(true);
            return (List<CompletableFuture<BatchResult>>) run.invoke(null, device, at, by, times);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static int failingLine(CompletableFuture<BatchResult> future) {
        List<Integer> lines = new ArrayList<>();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(future::join)
                .satisfies(failure -> assertThat(failure.getCause())
                        .isInstanceOfSatisfying(
                                KernelCheckException.class,
                                check -> lines.add(check.sourceLine().orElseThrow())));
        return lines.get(0);
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void tellsOfTheFirstCallThatFails(Device device) {
        try (device) {
            assertThatCode(() -> run(device, 2, 1, 1).get(0).join()).doesNotThrowAnyException();
            assertThat(failingLine(run(device, 3, 1, 1).get(0))).isEqualTo(8);
            assertThat(failingLine(run(device, 2, 0, 1).get(0))).isEqualTo(13);
            assertThat(failingLine(run(device, -1, 0, 1).get(0))).isEqualTo(8);
            assertThatCode(() -> run(device, 1, 1, 1).get(0).join()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void noSubmissionOfAFailingBatchCountsAsGood(Device device) {
        try (device) {
            for (CompletableFuture<BatchResult> each : run(device, 2, 0, 12)) {
                assertThat(failingLine(each)).isEqualTo(13);
            }
            for (CompletableFuture<BatchResult> each : run(device, 2, 2, 12)) {
                assertThatCode(each::join).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smelt.compiler.checked.CheckedKernels#devices")
    void saysThatAKernelHasNoBufferLeftForItsChecks(Device device) {
        String parameters =
                IntStream.range(0, 31).mapToObj(i -> "float[] a" + i + ", ").collect(Collectors.joining());
        String source = """
                package demo;

                import dev.smelt.dsl.*;

                final class Many {
                    @Kernel
                    static void all(%s@ThreadPositionInGrid int i) {
                        a30[i] = a0[i];
                    }
                }
                """.formatted(parameters);
        JavaClasses classes = CheckedKernels.compile("Many", source, Checking.BY_DEFAULT, Map.of());
        Object[] arguments = new Object[32];
        arguments[0] = Grid.of(1);
        for (int i = 1; i < 32; i++) {
            arguments[i] = new float[] {i};
        }
        try (device) {
            CheckedKernels kernels = CheckedKernels.load(classes, "Many", device);
            if (device.name().startsWith("JVM")) {
                kernels.call("all", arguments);
                assertThat((float[]) arguments[31]).containsExactly(1f);
                return;
            }
            assertThatExceptionOfType(KernelPipelineException.class)
                    .isThrownBy(() -> kernels.call("all", arguments))
                    .withMessageContaining("uses all 31 buffers, and checked mode needs one of its own");
        }
    }
}
