package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;

/**
 * Proves of integer sums, differences and products that they stay in range, and of divisions that their operands are not
 * negative, so that index arithmetic is written plainly.
 *
 * <p>A value's interval follows from constants, conversions, masks, remainders, lengths (0 to 2^31 - 1), positions (0 to
 * 2^31 - 2, as a grid has at most 2^31 - 1 threads in each dimension), and the conditions that hold where it is used.
 * Intervals at the head of a loop are those of a fixed point, reached by widening.
 *
 * <p>Precondition: none. Guarantee: {@code exact} is set only where no run can overflow, or divide what is negative; nothing else changes.
 *
 * <pre>{@code
 * before: for (int k = 0; k < n; k = k + 1) { y[k] = x[k]; }
 * after:  the same, where k + 1 is exact: k is below n, which is at most 2^31 - 1
 * }</pre>
 */
public final class ProveNoOverflow implements Pass {
    private static final Interval INDICES = new Interval(0, Integer.MAX_VALUE - 1);
    private static final Interval SIZES = new Interval(1, Integer.MAX_VALUE);

    @Override
    public KernelModule run(KernelModule module) {
        KernelModule functions = Bodies.map(module, body -> new IntervalAnalysis(new Ranges()).rewriteBody(body));
        return functions.withKernels(module.kernels().stream()
                .map(kernel -> kernel.withBody(new IntervalAnalysis(positionsOf(kernel)).rewriteBody(kernel.body())))
                .toList());
    }

    private static Ranges positionsOf(Kernel kernel) {
        Ranges ranges = new Ranges();
        for (KernelParameter.Position position : kernel.positions()) {
            ranges.set(position.variable(), isSize(position.kind()) ? SIZES : INDICES);
        }
        return ranges;
    }

    private static boolean isSize(Kind kind) {
        return switch (kind) {
            case THREADS_PER_GRID,
                    THREADS_PER_THREADGROUP,
                    THREADGROUPS_PER_GRID,
                    DISPATCH_THREADS_PER_THREADGROUP,
                    THREADS_PER_SIMDGROUP -> true;
            case THREAD_POSITION_IN_GRID,
                    THREAD_POSITION_IN_THREADGROUP,
                    THREADGROUP_POSITION_IN_GRID,
                    THREAD_INDEX_IN_THREADGROUP,
                    THREAD_INDEX_IN_SIMDGROUP,
                    SIMDGROUP_INDEX_IN_THREADGROUP -> false;
        };
    }
}
