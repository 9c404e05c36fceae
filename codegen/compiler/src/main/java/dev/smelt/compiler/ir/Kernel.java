package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import dev.smelt.dsl.MathMode;
import java.util.List;

/**
 * A kernel: its body runs once for each thread of a grid. A map kernel has become one that reads its elements at the
 * thread's position, calls the user's function, and stores what it returns in a last buffer named {@code result}.
 *
 * @param name the method's name
 * @param signature as the user wrote it, on one line, for comments
 * @param map whether it was written as a map kernel
 * @param parameters in the order of the wrapper's; positions may stand anywhere
 * @param span the method's name
 */
public record Kernel(
        String name,
        String signature,
        MathMode math,
        boolean map,
        List<KernelParameter> parameters,
        Stmt.Block body,
        Span span) {
    public Kernel {
        parameters = List.copyOf(parameters);
    }

    /** The same with another body. */
    public Kernel withBody(Stmt.Block newBody) {
        return new Kernel(name, signature, math, map, parameters, newBody, span);
    }

    /** The same with parameters of which more is known. */
    public Kernel withParameters(List<KernelParameter> newParameters) {
        return new Kernel(name, signature, math, map, newParameters, body, span);
    }

    /** The buffers, in the order of their slots. */
    public List<KernelParameter.Buffer> buffers() {
        return parametersOf(KernelParameter.Buffer.class);
    }

    /** The uniforms, in the order of the uniform block. */
    public List<KernelParameter.Uniform> uniforms() {
        return parametersOf(KernelParameter.Uniform.class);
    }

    /** The threadgroup memory. */
    public List<KernelParameter.Threadgroup> threadgroups() {
        return parametersOf(KernelParameter.Threadgroup.class);
    }

    /** The textures, in the order of their slots. */
    public List<KernelParameter.Texture> textures() {
        return parametersOf(KernelParameter.Texture.class);
    }

    public List<KernelParameter.Position> positions() {
        return parametersOf(KernelParameter.Position.class);
    }

    private <T extends KernelParameter> List<T> parametersOf(Class<T> kind) {
        return parameters.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
