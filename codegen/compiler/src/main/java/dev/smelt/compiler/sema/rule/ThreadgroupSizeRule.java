package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;

/** Metal gives a threadgroup 32,768 bytes; each array takes a multiple of 16. */
final class ThreadgroupSizeRule implements KernelRule {
    private static final int LIMIT = 32_768;
    private static final int UNIT = 16;

    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        long bytes = kernel.threadgroups().stream()
                .mapToLong(KernelParameter.Threadgroup::bytes)
                .map(size -> (size + UNIT - 1) / UNIT * UNIT)
                .sum();
        if (bytes > LIMIT) {
            diagnostics.report(
                    Code.THREADGROUP_MEMORY_TOO_LARGE,
                    kernel.span(),
                    "the threadgroup memory of '" + kernel.name() + "' takes " + bytes + " bytes, and a GPU has "
                            + LIMIT,
                    "make the arrays smaller, or use one for several things");
        }
    }
}
