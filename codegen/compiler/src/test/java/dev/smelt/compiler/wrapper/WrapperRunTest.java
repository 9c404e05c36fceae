package dev.smelt.compiler.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.testing.JavaClasses;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compiles users' code against generated wrappers, and runs it on the JVM device. */
class WrapperRunTest {
    private static final String CALLER = """
            %s

            import dev.smelt.dsl.*;
            import dev.smelt.runtime.*;
            import java.util.Arrays;

            public final class Caller {
                private Caller() {}

                public static String call() {
                    try (Device device = Device.jvm()) {
                        %s
                    }
                }

                static String messageOf(Runnable call) {
                    try {
                        call.run();
                        return "nothing was thrown";
                    } catch (RuntimeException e) {
                        return e.getClass().getSimpleName() + ": " + e.getMessage();
                    }
                }
            }
            """;

    private static String call(KernelModule module, Map<String, String> users, String body) throws Exception {
        String packageName = module.packageName();
        Map<String, String> sources = new HashMap<>(users);
        sources.put(
                packageName.isEmpty() ? "Caller.java" : packageName + "/Caller.java",
                CALLER.formatted(packageName.isEmpty() ? "" : "package " + packageName + ";", body));
        JavaClasses classes = Wrapped.compile(module, sources);
        Method call = classes.load(packageName.isEmpty() ? "Caller" : packageName + ".Caller")
                .getMethod("call");
        return (String) call.invoke(null);
    }

    @Test
    void runsGridKernelsOnDeviceArraysAndOnPlainArrays() throws Exception {
        assertThat(call(WrapperCases.activations(), Map.of(), """
                ActivationsKernels kernels = ActivationsKernels.load(device);
                float[] y = {10f, 20f, 30f};
                kernels.saxpy(Grid.of(2), 2f, new float[] {1f, 2f, 3f}, y);
                try (FloatArray a = device.floats(3); FloatArray b = device.floats(new float[] {1f, 2f, 3f})) {
                    a.set(1, 5f);
                    kernels.saxpy(Grid.of(3), 2f, a, b);
                    return Arrays.toString(y) + Arrays.toString(b.toArray());
                }
                """)).isEqualTo("[12.0, 24.0, 30.0][1.0, 12.0, 3.0]");
    }

    @Test
    void runsMapKernelsOnDeviceArraysAndOnPlainArrays() throws Exception {
        assertThat(call(WrapperCases.activations(), Map.of(), """
                ActivationsKernels kernels = ActivationsKernels.load(device);
                float[] plain = kernels.sigmoid(new float[] {0f, 100f});
                try (FloatArray x = device.floats(2); FloatArray result = device.floats(2)) {
                    kernels.sigmoid(x, result);
                    return Arrays.toString(plain) + Arrays.toString(result.toArray())
                            + kernels.sigmoid(new float[0]).length;
                }
                """)).isEqualTo("[0.5, 1.0][0.5, 0.5]0");
    }

    @Test
    void recordsIntoBatches() throws Exception {
        assertThat(call(WrapperCases.activations(), Map.of(), """
                ActivationsKernels kernels = ActivationsKernels.load(device);
                try (FloatArray x = device.floats(2); FloatArray y = device.floats(2); Batch batch = device.batch()) {
                    kernels.in(batch).sigmoid(x, y);
                    kernels.in(batch).saxpy(Grid.of(2), 3f, y, x);
                    batch.submit().join();
                    return Arrays.toString(x.toArray());
                }
                """)).isEqualTo("[1.5, 1.5]");
    }

    @Test
    void refusesWhatDoesNotFitBeforeAnythingRuns() throws Exception {
        assertThat(call(WrapperCases.activations(), Map.of(), """
                ActivationsKernels kernels = ActivationsKernels.load(device);
                float[] y = {1f, 1f, 1f};
                return messageOf(() -> kernels.saxpy(Grid.of(3), 2f, new float[2], y)) + "\\n"
                        + messageOf(() -> kernels.saxpy(Grid.of(3, 2), 2f, new float[2], y)) + "\\n"
                        + messageOf(() -> kernels.sigmoid(null)) + "\\n"
                        + messageOf(() -> kernels.saxpy(null, 2f, y, y)) + "\\n"
                        + messageOf(() -> kernels.saxpy(Grid.of(3), 2f, y, null)) + "\\n"
                        + messageOf(() -> kernels.in(null)) + "\\n" + y[0];
                """).lines())
                .containsExactly(
                        "IllegalArgumentException: kernel saxpy (Activations.java:12): array 'x' has 2 elements,"
                                + " but the thread at 2 of Grid.of(3) accesses index 2",
                        "IllegalArgumentException: kernel saxpy (Activations.java:12): array 'x' has 2 elements,"
                                + " but the thread at (2, 0) of Grid.of(3, 2) accesses index 2",
                        "NullPointerException: x",
                        "NullPointerException: kernel saxpy (Activations.java:12): argument 'grid' is null",
                        "NullPointerException: kernel saxpy (Activations.java:12): argument 'y' is null",
                        "NullPointerException: batch",
                        "1.0");
    }

    @Test
    void passesRecordsVectorsAndHalves() throws Exception {
        assertThat(call(WrapperCases.scene(), Map.of("demo/Scene.java", WrapperCases.SCENE_RECORDS), """
                Scene_KernelsKernels kernels = Scene_KernelsKernels.load(device);
                Scene.Ray ray = new Scene.Ray(new Float3(1f, 2f, 3f), new Float3(4f, 5f, 6f));
                Float3x3 turn = new Float3x3(
                        new Float3(0f, 1f, 0f), new Float3(0f, 0f, 1f), new Float3(1f, 0f, 0f));
                Scene.Camera camera = new Scene.Camera(ray, turn, Half.of(1.5f), true, (short) 3);
                Scene.Ray[] rays = {new Scene.Ray(new Float3(7f, 8f, 9f), new Float3(0f)), null};
                boolean[] hits = new boolean[2];
                Half[] weights = new Half[2];
                kernels.trace(Grid.of(2), rays, camera, hits, weights);
                Float4[] scaled = kernels.scaled(new Float4[] {new Float4(1f, 2f, 3f, 4f), null}, 2f);
                return Arrays.toString(rays) + "\\n" + Arrays.toString(hits) + Arrays.toString(weights) + "\\n"
                        + Arrays.toString(scaled) + "\\n"
                        + messageOf(() -> kernels.trace(Grid.of(2), rays, null, hits, weights)) + "\\n"
                        + messageOf(() -> kernels.trace(Grid.of(2), rays,
                                new Scene.Camera(new Scene.Ray(null, null), turn, null, true, (short) 0),
                                hits, weights));
                """)
                        .lines())
                .containsExactly(
                        "[Ray[from=Float3[x=9.0, y=7.0, z=8.0], to=Float3[x=4.0, y=5.0, z=6.0]],"
                                + " Ray[from=Float3[x=0.0, y=0.0, z=0.0], to=Float3[x=4.0, y=5.0, z=6.0]]]",
                        "[true, true][1.5, 1.5]",
                        "[Float4[x=2.0, y=4.0, z=6.0, w=8.0], Float4[x=0.0, y=0.0, z=0.0, w=0.0]]",
                        "NullPointerException: with",
                        "NullPointerException: with.ray.from");
    }

    @Test
    void worksInTheUnnamedPackage() throws Exception {
        assertThat(call(WrapperCases.unnamed(), Map.of("InBatch.java", WrapperCases.UNNAMED_RECORDS), """
                PlainKernels kernels = PlainKernels.load(device);
                InBatch[] values = new InBatch[2];
                kernels.fill(Grid.of(2), values);
                kernels.nothing(Grid.of(3));
                try (FloatArray result = device.floats(2)) {
                    kernels.constant(4f, result);
                    return Arrays.toString(values) + Arrays.toString(result.toArray());
                }
                """))
                .isEqualTo("[InBatch[x=0.0], InBatch[x=1.0]][4.0, 4.0]");
    }

    @Test
    void worksWithKernelsCalledLikeItsOwnMethods() throws Exception {
        assertThat(call(WrapperCases.clashes(), Map.of(), """
                ClashesKernels kernels = ClashesKernels.load(device);
                float[] x = {0f};
                Grid grid = Grid.of(1);
                kernels.load(grid, x);
                kernels.in(grid, x);
                kernels.close(grid, x);
                kernels.equals(grid, x);
                kernels.wait(grid, x);
                kernels.yield(grid, x);
                kernels.encodeFoo(grid, x);
                kernels.foo(grid, x);
                kernels.Foo(grid, x);
                kernels.FOO(grid, x);
                kernels.module(grid, x);
                kernels.library(grid, x);
                try (Batch batch = device.batch(); FloatArray y = device.floats(1)) {
                    kernels.in(batch).in(grid, y);
                    kernels.in(batch).encodeFoo(grid, y);
                    batch.submit().join();
                    return x[0] + " " + y.get(0)
                            + Arrays.toString(kernels.mapped(9f, 1, 2, 3, 4, 5, 6, 7, 8, 0, new float[] {1f}));
                }
                """)).isEqualTo("12.0 2.0[10.0]");
    }
}
