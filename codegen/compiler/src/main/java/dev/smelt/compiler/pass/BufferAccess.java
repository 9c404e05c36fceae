package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Access;
import dev.smelt.compiler.pass.ArrayUses.Use;
import java.util.List;

/**
 * Finds what each kernel does with its buffers, itself or through the functions that it calls.
 *
 * <p>Precondition: none. Guarantee: the access of each {@link KernelParameter.Buffer} covers all that may happen to it; a
 * buffer that is not used at all is one that is read.
 *
 * <pre>{@code
 * kernel saxpy(x: buffer READ_WRITE, y: buffer READ_WRITE)  { y[i] = a * x[i] + y[i]; }
 * kernel saxpy(x: buffer READ,       y: buffer READ_WRITE)  { y[i] = a * x[i] + y[i]; }
 * }</pre>
 */
public final class BufferAccess implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        ArrayUses uses = ArrayUses.in(module);
        List<Kernel> kernels = module.kernels().stream()
                .map(kernel -> withAccess(kernel, uses))
                .toList();
        return module.withKernels(kernels);
    }

    private static Kernel withAccess(Kernel kernel, ArrayUses uses) {
        List<KernelParameter> parameters = kernel.parameters().stream()
                .map(parameter -> parameter instanceof KernelParameter.Buffer buffer
                        ? new KernelParameter.Buffer(buffer.variable(), access(buffer, uses))
                        : parameter)
                .toList();
        return kernel.withParameters(parameters);
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
