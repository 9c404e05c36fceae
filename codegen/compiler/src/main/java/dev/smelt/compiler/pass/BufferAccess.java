package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Access;
import dev.smelt.compiler.pass.ArrayUses.Use;
import java.util.List;

/**
 * Finds what each kernel does with its buffers and textures, itself or through the functions that it calls.
 *
 * <p>Precondition: no kernel reads and writes one texture. Guarantee: the access of each {@link KernelParameter.Buffer} and
 * {@link KernelParameter.Texture} covers all that may happen to it; one that is not used at all is one that is read.
 *
 * <pre>{@code
 * kernel saxpy(x: buffer READ_WRITE, y: buffer READ_WRITE)  { y[i] = a * x[i] + y[i]; }
 * kernel saxpy(x: buffer READ,       y: buffer READ_WRITE)  { y[i] = a * x[i] + y[i]; }
 * }</pre>
 */
public final class BufferAccess implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        ArrayUses arrays = ArrayUses.in(module);
        TextureUses textures = TextureUses.in(module);
        List<Kernel> kernels = module.kernels().stream()
                .map(kernel -> withAccess(kernel, arrays, textures))
                .toList();
        return module.withKernels(kernels);
    }

    private static Kernel withAccess(Kernel kernel, ArrayUses arrays, TextureUses textures) {
        List<KernelParameter> parameters = kernel.parameters().stream()
                .map(parameter -> withAccess(parameter, arrays, textures))
                .toList();
        return kernel.withParameters(parameters);
    }

    private static KernelParameter withAccess(KernelParameter parameter, ArrayUses arrays, TextureUses textures) {
        if (parameter instanceof KernelParameter.Buffer buffer) {
            return new KernelParameter.Buffer(buffer.variable(), access(buffer, arrays));
        }
        if (parameter instanceof KernelParameter.Texture texture) {
            boolean written = textures.has(texture.variable(), TextureUses.Use.WRITTEN);
            return new KernelParameter.Texture(texture.variable(), written ? Access.WRITE : Access.READ);
        }
        return parameter;
    }

    private static Access access(KernelParameter.Buffer buffer, ArrayUses uses) {
        boolean written = uses.has(buffer.variable(), Use.WRITTEN);
        boolean read = uses.has(buffer.variable(), Use.READ);
        if (written) {
            return read ? Access.READ_WRITE : Access.WRITE;
        }
        return Access.READ;
    }
}
