package dev.smelt.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Int2;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.KernelCompilationException;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.Texture;
import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.spi.Access;
import dev.smelt.runtime.spi.JvmKernel;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.KernelLibrary;
import dev.smelt.runtime.spi.ModuleDescriptor;
import dev.smelt.runtime.spi.Staging;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class JvmBackendTest {
    private static KernelDescriptor kernel(JvmKernel code) {
        return KernelDescriptor.builder("broken")
                .source("Kernels.java", 7)
                .array("out", int.class, Access.READ_WRITE, -1)
                .jvm(code)
                .build();
    }

    private static KernelLibrary load(Device device, KernelDescriptor kernel) {
        return KernelLibrary.load(device, new ModuleDescriptor("test.Kernels", JvmBackendTest.class, List.of(kernel)));
    }

    @Test
    void saysWhereAKernelFailed() {
        KernelDescriptor kernel = kernel((arguments, group) -> {
            for (int x = group.firstX(); x < group.firstX() + group.width(); x++) {
                arguments.ints(0)[x] = x;
            }
        });
        try (Device device = Device.jvm();
                IntArray out = device.ints(40)) {
            KernelLibrary library = load(device, kernel);

            assertThatExceptionOfType(KernelExecutionException.class)
                    .isThrownBy(() -> library.invocation(kernel, Grid.of(41).threadgroup(8))
                            .array(0, out)
                            .run())
                    .withMessage("kernel broken (Kernels.java:7) failed in threadgroup (5, 0, 0) of"
                            + " Grid.of(41).threadgroup(8): java.lang.ArrayIndexOutOfBoundsException:"
                            + " Index 40 out of bounds for length 40")
                    .withCauseInstanceOf(ArrayIndexOutOfBoundsException.class)
                    .satisfies(failure -> {
                        assertThat(failure.kernel()).contains("broken");
                        assertThat(failure.sourceFile()).contains("Kernels.java");
                        assertThat(failure.sourceLine()).hasValue(7);
                        assertThat(failure.metalError()).isEmpty();
                    });
        }
    }

    @Test
    void stopsTheOtherThreadgroupsWhenOneFails() {
        AtomicInteger runs = new AtomicInteger();
        KernelDescriptor kernel = kernel((arguments, group) -> {
            runs.incrementAndGet();
            throw new StackOverflowError();
        });
        try (Device device = Device.jvm();
                IntArray out = device.ints(1)) {
            KernelLibrary library = load(device, kernel);

            assertThatExceptionOfType(KernelExecutionException.class)
                    .isThrownBy(
                            () -> library.invocation(kernel, Grid.of(100_000).threadgroup(1))
                                    .array(0, out)
                                    .run())
                    .withCauseInstanceOf(StackOverflowError.class);
            assertThat(runs.get()).isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void failsTheFutureOfAFailingBatchAndGoesOnWithTheNext() {
        KernelDescriptor kernel =
                kernel((arguments, group) -> arguments.ints(0)[0] /= arguments.ints(0)[1]);
        try (Device device = Device.jvm();
                IntArray out = device.ints(2);
                Batch batch = device.batch();
                Batch next = device.batch()) {
            KernelLibrary library = load(device, kernel);
            library.invocation(kernel, Grid.of(1)).array(0, out).record(batch);

            CompletableFuture<BatchResult> failed = batch.submit();

            assertThat(failed)
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseExactlyInstanceOf(KernelExecutionException.class)
                    .withMessageContaining(
                            "kernel broken (Kernels.java:7) failed in threadgroup (0, 0, 0) of Grid.of(1):"
                                    + " java.lang.ArithmeticException: / by zero");
            assertThat(failed.isCompletedExceptionally()).isTrue();
            out.copyFrom(new int[] {6, 3});
            library.invocation(kernel, Grid.of(1)).array(0, out).record(next);
            assertThat(next.submit()).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(out.get(0)).isEqualTo(2);
        }
    }

    @Test
    void worksOnThePlainArrayItself() {
        int[] plain = new int[1];
        KernelDescriptor kernel =
                kernel((arguments, group) -> assertThat(arguments.ints(0)).isSameAs(plain));
        try (Device device = Device.jvm();
                Staging staging = load(device, kernel).staging(kernel)) {
            load(device, kernel)
                    .invocation(kernel, Grid.of(1))
                    .array(0, staging.ints(0, plain))
                    .run();
        }
    }

    @Test
    void usesEveryCore() {
        int cores = Runtime.getRuntime().availableProcessors();
        CyclicBarrier all = new CyclicBarrier(cores);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        KernelDescriptor kernel = kernel((arguments, group) -> {
            threads.add(Thread.currentThread());
            try {
                all.await(30, TimeUnit.SECONDS);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
        });
        try (Device device = Device.jvm();
                IntArray out = device.ints(1)) {
            load(device, kernel)
                    .invocation(kernel, Grid.of(cores).threadgroup(1))
                    .array(0, out)
                    .run();

            assertThat(threads).hasSize(cores).contains(Thread.currentThread());
            assertThat(threads).allMatch(thread -> thread == Thread.currentThread() || thread.isDaemon());
        }
    }

    @Test
    void keepsTheInterruptOfItsCaller() {
        KernelDescriptor kernel = kernel((arguments, group) -> {
            for (int i = 0; i < 100; i++) {
                Thread.onSpinWait();
            }
        });
        try (Device device = Device.jvm();
                IntArray out = device.ints(1)) {
            Thread.currentThread().interrupt();
            load(device, kernel)
                    .invocation(kernel, Grid.of(100_000))
                    .array(0, out)
                    .run();

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void describesEachThreadgroup() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        KernelDescriptor kernel = kernel((arguments, group) -> seen.add(describe(group)));
        try (Device device = Device.jvm();
                IntArray out = device.ints(1)) {
            load(device, kernel)
                    .invocation(kernel, Grid.of(5, 3, 2).threadgroup(4, 3))
                    .array(0, out)
                    .run();

            assertThat(seen)
                    .containsExactlyInAnyOrder(
                            "(0, 0, 0) first 0,0,0 size 4,3,1", "(1, 0, 0) first 4,0,0 size 1,3,1",
                            "(0, 0, 1) first 0,0,1 size 4,3,1", "(1, 0, 1) first 4,0,1 size 1,3,1");
        }
    }

    private static String describe(JvmThreadgroup group) {
        assertThat(new int[] {
                    group.dispatchWidth(), group.dispatchHeight(), group.dispatchDepth(),
                    group.gridWidth(), group.gridHeight(), group.gridDepth(),
                    group.groupsX(), group.groupsY(), group.groupsZ()
                })
                .containsExactly(4, 3, 1, 5, 3, 2, 2, 1, 2);
        return group + " first " + group.firstX() + "," + group.firstY() + "," + group.firstZ() + " size "
                + group.width() + "," + group.height() + "," + group.depth();
    }

    @Test
    void refusesKernelsWithoutCodeForTheJvm() {
        KernelDescriptor kernel =
                KernelDescriptor.builder("only").source("Kernels.java", 9).build();
        try (Device device = Device.jvm()) {
            assertThatExceptionOfType(KernelCompilationException.class)
                    .isThrownBy(() -> load(device, kernel))
                    .withMessage("kernel only (Kernels.java:9) of test.Kernels was generated without code for the JVM");
        }
    }

    @Test
    void givesKernelsTheirTextures() {
        KernelDescriptor kernel = KernelDescriptor.builder("negative")
                .source("Kernels.java", 7)
                .texture("from", Access.READ)
                .texture("to", Access.WRITE)
                .jvm((arguments, group) -> {
                    for (int x = group.firstX(); x < group.firstX() + group.width(); x++) {
                        Int2 at = new Int2(x, 0);
                        arguments.texture(1).write(arguments.texture(0).read(at).neg(), at);
                    }
                })
                .build();
        try (Device device = Device.jvm();
                Texture a = device.texture(TextureFormat.R32_FLOAT, 3, 1);
                Texture b = device.texture(TextureFormat.R32_FLOAT, 3, 1);
                Texture c = device.texture(TextureFormat.RGBA32_FLOAT, 3, 1);
                Batch batch = device.batch()) {
            a.copyFrom(new float[] {1f, 2f, 3f});
            KernelLibrary library = load(device, kernel);
            library.invocation(kernel, Grid.of(3)).texture(0, a).texture(1, b).run();
            assertThat(b.toArray()).containsExactly(-1f, -2f, -3f);

            library.invocation(kernel, Grid.of(3)).texture(0, b).texture(1, c).record(batch);
            batch.submit().join();
            assertThat(c.get(2, 0)).isEqualTo(new Float4(3f, -0f, -0f, -1f));
        }
    }
}
