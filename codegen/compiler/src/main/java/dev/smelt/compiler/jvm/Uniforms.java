package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Reads uniforms from the block of bytes that holds them. */
final class Uniforms {
    private final JvmTypes types;
    private final String source;

    /**
     * A reader.
     *
     * @param source the name of the {@code JvmArguments} or {@code IndexContext} that has the block
     */
    Uniforms(JvmTypes types, String source) {
        this.types = types;
        this.source = source;
    }

    /** The value of a type at an offset in bytes. */
    JavaCode read(Type type, int offset) {
        if (type instanceof Type.Scalar scalar) {
            return JavaCode.of("$L.$LAt($L)", source, scalar.javaName(), offset);
        }
        if (type instanceof Type.Half) {
            return JavaCode.of("$T.fromBits($L.shortAt($L))", types.of(type), source, offset);
        }
        List<JavaCode> parts = new ArrayList<>();
        List<Type> components = JvmTypes.components(type);
        List<Integer> offsets = Layout.of(type).offsets();
        for (int i = 0; i < components.size(); i++) {
            int at = type instanceof Type.Struct
                    ? offsets.get(i)
                    : i * Layout.of(components.get(i)).size();
            parts.add(read(components.get(i), offset + at));
        }
        return JavaCode.of("new $T($L)", types.of(type), JavaCode.join(parts, ",$W"));
    }
}
