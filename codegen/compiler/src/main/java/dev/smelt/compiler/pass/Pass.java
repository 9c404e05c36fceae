package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.KernelModule;

/** Rewrites a module into one that means the same. */
public interface Pass {
    KernelModule run(KernelModule module);
}
