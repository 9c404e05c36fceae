package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.pass.TextureUses;
import dev.smelt.compiler.pass.TextureUses.Use;

/** A kernel reads a texture or writes it: GPUs keep pixels in caches that don't hear of writes. */
final class TextureRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        if (kernel.textures().isEmpty()) {
            return;
        }
        TextureUses uses = TextureUses.in(module);
        for (KernelParameter.Texture texture : kernel.textures()) {
            boolean read = uses.has(texture.variable(), Use.READ) || uses.has(texture.variable(), Use.SAMPLED);
            if (read && uses.has(texture.variable(), Use.WRITTEN)) {
                diagnostics.report(
                        Code.TEXTURE_READ_AND_WRITTEN,
                        kernel.span(),
                        "the kernel '" + kernel.name() + "' reads and writes the texture '"
                                + texture.variable().name() + "'",
                        "write to a texture of its own, or use an array");
            }
        }
    }
}
