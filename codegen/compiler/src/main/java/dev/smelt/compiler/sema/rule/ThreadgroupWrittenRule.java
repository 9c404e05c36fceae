package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.pass.ArrayUses;
import dev.smelt.compiler.pass.ArrayUses.Use;

/** Threadgroup memory holds what other kernels left there until this one writes to it. */
final class ThreadgroupWrittenRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        if (kernel.threadgroups().isEmpty()) {
            return;
        }
        ArrayUses uses = ArrayUses.in(module);
        for (KernelParameter.Threadgroup memory : kernel.threadgroups()) {
            if (uses.has(memory.variable(), Use.READ) && !uses.has(memory.variable(), Use.WRITTEN)) {
                diagnostics.report(
                        Code.THREADGROUP_NEVER_WRITTEN,
                        kernel.span(),
                        "'" + kernel.name() + "' reads the threadgroup memory '"
                                + memory.variable().name() + "' and never writes to it",
                        "write its elements before they are read: nothing clears threadgroup memory");
            }
        }
    }
}
