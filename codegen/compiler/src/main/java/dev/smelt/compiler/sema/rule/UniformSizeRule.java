package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Layout;

/** Uniforms travel with the command, and no more than 4,096 bytes do. */
final class UniformSizeRule implements KernelRule {
    private static final int METAL_BYTES = 4096;

    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        int size = Layout.ofMembers(kernel.uniforms().stream()
                        .map(KernelParameter.Uniform::variable)
                        .map(variable -> variable.type())
                        .toList())
                .size();
        if (size > METAL_BYTES) {
            diagnostics.report(
                    Code.UNIFORMS_TOO_LARGE,
                    kernel.span(),
                    "the uniforms of '" + kernel.name() + "' take " + size + " bytes, and no more than " + METAL_BYTES
                            + " travel with a call",
                    "pass them in an array");
        }
    }
}
