package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.UniformBlock;

/** Metal has 31 places for buffers; the uniforms together take one of them. */
final class BufferCountRule implements KernelRule {
    private static final int METAL_BUFFERS = 31;

    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        int arrays = kernel.buffers().size();
        int uniforms = UniformBlock.of(kernel).size() > 0 ? 1 : 0;
        if (arrays + uniforms > METAL_BUFFERS) {
            diagnostics.report(
                    Code.TOO_MANY_BUFFERS,
                    kernel.span(),
                    "'" + kernel.name() + "' has " + arrays + " arrays"
                            + (uniforms == 1 ? ", and one place is taken by its uniforms and lengths" : "")
                            + "; Metal has " + METAL_BUFFERS + " places",
                    "put several arrays into one, or split the kernel");
        }
    }
}
