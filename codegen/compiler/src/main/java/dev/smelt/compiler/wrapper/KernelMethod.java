package dev.smelt.compiler.wrapper;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.UniformBlock;
import dev.smelt.compiler.jvm.JvmSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kernel as its wrapper knows it.
 *
 * @param name the user's method
 * @param signature as the user wrote it, on one line
 * @param fileName of the source
 * @param line of the method
 * @param map whether it is a map kernel: the last array is its result
 * @param entryPoint its function in MSL
 * @param parameters arrays, textures and uniforms in the order of the user's parameters; positions are left out
 * @param uniformBytes the size of the uniform block
 * @param jvmMethod that runs it on the JVM device
 * @param jvmRows whether that cannot tell how the grid is divided
 * @param indexCheck the method that tells its indices
 */
public record KernelMethod(
        String name,
        String signature,
        String fileName,
        int line,
        boolean map,
        String entryPoint,
        List<Argument> parameters,
        int uniformBytes,
        String jvmMethod,
        boolean jvmRows,
        Optional<String> indexCheck) {
    public KernelMethod {
        parameters = List.copyOf(parameters);
    }

    static KernelMethod of(Kernel kernel, String entryPoint, JvmSource jvm) {
        UniformBlock block = UniformBlock.of(kernel);
        List<Argument> parameters = new ArrayList<>();
        int slot = 0;
        int textureSlot = 0;
        for (KernelParameter parameter : kernel.parameters()) {
            String name = parameter.variable().name();
            if (parameter instanceof KernelParameter.Buffer buffer) {
                parameters.add(new Argument.OfArray(
                        name, slot++, buffer.element(), buffer.access(), block.lengthOffset(buffer)));
            } else if (parameter instanceof KernelParameter.Texture texture) {
                parameters.add(new Argument.OfTexture(name, textureSlot++, texture.access()));
            } else if (parameter instanceof KernelParameter.Uniform uniform) {
                Integer offset = block.offsets().get(uniform.variable());
                if (offset == null) {
                    throw new AssertionError("not in the uniform block: " + uniform.variable());
                }
                parameters.add(new Argument.OfUniform(name, uniform.variable().type(), offset));
            }
        }
        return new KernelMethod(
                kernel.name(),
                kernel.signature(),
                kernel.span().file().fileName(),
                kernel.span().line(),
                kernel.map(),
                entryPoint,
                parameters,
                block.size(),
                jvm.kernelMethod(kernel.name()),
                jvm.rows().contains(kernel.name()),
                jvm.indexCheck(kernel.name()));
    }

    /** The arrays, by slot. */
    List<Argument.OfArray> arrays() {
        return parameters.stream()
                .filter(Argument.OfArray.class::isInstance)
                .map(Argument.OfArray.class::cast)
                .toList();
    }

    /** The uniforms, in order. */
    List<Argument.OfUniform> uniforms() {
        return parameters.stream()
                .filter(Argument.OfUniform.class::isInstance)
                .map(Argument.OfUniform.class::cast)
                .toList();
    }

    /** Whether there is a method on plain Java arrays: one of a map kernel without inputs would not know how long. */
    boolean hasPlainMethod() {
        return arrays().size() > (map ? 1 : 0);
    }

    /** The array that a map kernel returns. */
    Argument.OfArray result() {
        return arrays().get(arrays().size() - 1);
    }
}
