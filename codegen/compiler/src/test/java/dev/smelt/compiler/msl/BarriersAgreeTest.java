package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.IrPrinter;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.testing.GroupInterpreter;
import dev.smelt.compiler.testing.JvmRun;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.NativeBuffer;
import dev.smelt.compiler.testing.RandomGroup;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kernels with barriers whose threads return early compute the same in the interpreter, on the JVM device, and as MSL,
 * where all threads come to all barriers.
 */
class BarriersAgreeTest {
    private static final int THREADS = 5;
    private static final int KERNELS = 15;
    private static final int UNIFORMS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1_000, 2_000, 3_000})
    void randomKernelsComputeTheSameEverywhere(long seed) {
        KernelModule module = RandomGroup.module(seed, KERNELS, THREADS);
        KernelModule lowered = Passes.run(Passes.COMMON, module);
        JvmRun jvm = new JvmRun(lowered).grid(THREADS, 1, 1, THREADS, 1, 1);
        try (MslOnClang msl = MslOnClang.compile(MslEmitter.emit(lowered).text())) {
            for (Kernel kernel : module.kernels()) {
                for (int n = 0; n < UNIFORMS; n++) {
                    int[] expected = expected(module.withBodies(module.functions(), List.of(kernel)), n);
                    String what = kernel.name() + " of " + seed + ", n " + n + "\n" + IrPrinter.print(kernel);
                    int[] onJvm = new int[THREADS];
                    jvm.uniforms().putInt(0, n);
                    jvm.run(kernel.name(), onJvm, same(n));
                    assertThat(onJvm).as("on the JVM device: %s", what).isEqualTo(expected);
                    NativeBuffer asMsl = NativeBuffer.of(new int[THREADS]);
                    msl.runGroup(kernel.name(), THREADS, asMsl, NativeBuffer.of(same(n)), NativeBuffer.of(n));
                    assertThat(asMsl.ints(THREADS)).as("as MSL: %s", what).isEqualTo(expected);
                }
            }
        }
    }

    private static int[] same(int n) {
        return new int[] {n & 1, (n >> 1) + 1, 3 - (n & 3), n + 1, 7};
    }

    private static int[] expected(KernelModule module, int n) {
        Object[] out = new Object[THREADS];
        Arrays.fill(out, 0);
        Object[] same = Arrays.stream(same(n)).boxed().toArray();
        GroupInterpreter.run(module, THREADS, false, (parameter, lane) -> argument(parameter, lane, n, out, same));
        return Arrays.stream(out).mapToInt(value -> (Integer) value).toArray();
    }

    private static Object argument(KernelParameter parameter, int lane, int n, Object[] out, Object[] same) {
        return switch (parameter.variable().name()) {
            case "out" -> out;
            case "same" -> same;
            case "n" -> n;
            case "lane" -> lane;
            default -> throw new AssertionError(parameter);
        };
    }
}
