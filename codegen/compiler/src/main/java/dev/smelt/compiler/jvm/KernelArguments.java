package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UniformBlock;
import dev.smelt.compiler.ir.Variable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a kernel takes from its {@code JvmArguments}: buffers, textures and uniforms. */
final class KernelArguments {
    static final ClassName TYPE = ClassName.get(JvmTypes.SPI, "JvmArguments");

    private final Map<Variable, JavaCode> values = new LinkedHashMap<>();

    /**
     * The arguments of a kernel.
     *
     * @param kernel as the wrapper knows it: the uniform block depends on its body
     * @param source the name of the {@code JvmArguments}
     */
    KernelArguments(ClassContext context, Kernel kernel, String source) {
        Uniforms uniforms = new Uniforms(context.types(), source);
        UniformBlock block = UniformBlock.of(kernel);
        int slot = 0;
        int texture = 0;
        for (KernelParameter parameter : kernel.parameters()) {
            Variable variable = parameter.variable();
            if (parameter instanceof KernelParameter.Buffer buffer) {
                values.put(variable, JavaCode.of("$L.$L($L)", source, accessor(buffer.element()), slot++));
            } else if (parameter instanceof KernelParameter.Texture) {
                values.put(variable, JavaCode.of("$L.texture($L)", source, texture++));
            } else if (parameter instanceof KernelParameter.Uniform) {
                values.put(variable, uniforms.read(variable.type(), offset(block, variable)));
            }
        }
    }

    /** The value of each parameter that is an argument, in their order. */
    Map<Variable, JavaCode> values() {
        return values;
    }

    /** Where a uniform lies. */
    static int offset(UniformBlock block, Variable variable) {
        Integer offset = block.offsets().get(variable);
        if (offset == null) {
            throw new AssertionError("not in the uniform block: " + variable);
        }
        return offset;
    }

    /** The accessor of {@code JvmArguments} for arrays of this. */
    private static String accessor(Type element) {
        if (JvmTypes.isInByteBuffer(element)) {
            return "structs";
        }
        if (element instanceof Type.Half) {
            return "shorts";
        }
        return (element == Type.Scalar.BOOLEAN ? "byte" : element.javaName()).toLowerCase(Locale.ROOT) + "s";
    }
}
