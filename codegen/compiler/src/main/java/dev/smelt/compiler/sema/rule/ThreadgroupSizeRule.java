package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.pass.PredicateReturns;

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
            report(kernel, bytes, "", diagnostics);
        } else if (bytes + UNIT > LIMIT && !diagnostics.hasErrors() && needsMore(kernel, module)) {
            report(
                    kernel,
                    bytes + UNIT,
                    " (" + UNIT + " of them to tell threads that have returned how often the others go round a loop)",
                    diagnostics);
        }
    }

    /** Whether threads that return early have to be told by the others. */
    private static boolean needsMore(Kernel kernel, KernelModule module) {
        return new PredicateReturns()
                .run(module).kernels().stream()
                        .anyMatch(each -> each.name().equals(kernel.name())
                                && each.threadgroups().size()
                                        > kernel.threadgroups().size());
    }

    private static void report(Kernel kernel, long bytes, String why, Diagnostics diagnostics) {
        diagnostics.report(
                Code.THREADGROUP_MEMORY_TOO_LARGE,
                kernel.span(),
                "the threadgroup memory of '" + kernel.name() + "' takes " + bytes + " bytes" + why + ", and a GPU has "
                        + LIMIT,
                "make the arrays smaller, or use one for several things");
    }
}
