package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;

/** Something that every kernel must keep. */
interface KernelRule {
    void check(Kernel kernel, KernelModule module, Diagnostics diagnostics);
}
