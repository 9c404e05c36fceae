package dev.smelt.compiler.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.runtime.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kernels that cannot tell how the grid is divided run in parts longer than a threadgroup; those that can do not. */
class JvmRowsTest {
    private static final String KERNELS = """
            package demo;
            import dev.smelt.dsl.*;

            final class Rows {
                @Kernel
                static void visit(int[] visits, int width, @ThreadPositionInGrid Int2 p, @ThreadsPerGrid Int2 n) {
                    visits[p.y() * width + p.x()] += 1000 * p.y() + p.x() + n.x();
                }

                @Kernel
                static void sizes(int[] sizes, @ThreadPositionInGrid int i, @ThreadsPerThreadgroup int size) {
                    sizes[i] += size;
                }

                @Kernel
                static void places(int[] places, @ThreadPositionInGrid int i, @ThreadIndexInThreadgroup int t) {
                    places[i] = t;
                }
            }
            """;

    private static final String CALLER = """
            package demo;
            import dev.smelt.runtime.*;
            import java.util.Arrays;

            public final class Caller {
                public static int[] visit(Device device, int width, int height) {
                    int[] visits = new int[width * height];
                    RowsKernels.load(device).visit(Grid.of(width, height), visits, width);
                    return visits;
                }

                public static int[] sizes(Device device, int length) {
                    int[] sizes = new int[length];
                    RowsKernels.load(device).sizes(Grid.of(length), sizes);
                    return sizes;
                }

                public static int[] places(Device device, int length) {
                    int[] places = new int[length];
                    RowsKernels.load(device).places(Grid.of(length), places);
                    return places;
                }
            }
            """;

    private static JavaClasses classes;

    @BeforeAll
    static void compile() {
        CompilationResult result = Compiling.compile(new SourceFile("Rows.java", KERNELS));
        assertThat(Compiling.rendered(result)).isEmpty();
        Map<String, String> sources = new HashMap<>(Compiling.java(result));
        sources.put("demo/Rows.java", KERNELS);
        sources.put("demo/Caller.java", CALLER);
        assertThat(sources.get("demo/RowsKernels.java"))
                .contains(".jvmRows(RowsKernelsJvm::visit)", ".jvm(RowsKernelsJvm::sizes)");
        classes = JavaClasses.compile(sources);
    }

    private static int[] call(String method, int... sizes) throws Exception {
        try (Device device = Device.jvm()) {
            Class<?> caller = classes.load("demo.Caller");
            return (int[])
                    (sizes.length == 2
                            ? caller.getMethod(method, Device.class, int.class, int.class)
                                    .invoke(null, device, sizes[0], sizes[1])
                            : caller.getMethod(method, Device.class, int.class).invoke(null, device, sizes[0]));
        }
    }

    @Test
    void visitEachThreadOnce() throws Exception {
        for (int[] size :
                List.of(new int[] {400_003, 1}, new int[] {70_001, 7}, new int[] {333, 1501}, new int[] {1, 9})) {
            int[] visits = call("visit", size[0], size[1]);
            for (int i = 0; i < visits.length; i++) {
                int x = i % size[0];
                int y = i / size[0];
                assertThat(visits[i]).as("%d, %d of %s", x, y, size).isEqualTo(1000 * y + x + size[0]);
            }
        }
    }

    @Test
    void leaveThreadgroupsToThoseThatSeeThem() throws Exception {
        int[] sizes = call("sizes", 400_003);
        int[] places = call("places", 400_003);
        for (int i = 0; i < sizes.length; i++) {
            // The last threadgroup is the shorter one.
            assertThat(sizes[i]).isEqualTo(Math.min(1024, sizes.length - i / 1024 * 1024));
            assertThat(places[i]).isEqualTo(i % 1024);
        }
    }
}
