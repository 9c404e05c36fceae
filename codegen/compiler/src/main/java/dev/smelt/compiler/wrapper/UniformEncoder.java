package dev.smelt.compiler.wrapper;

import com.palantir.javapoet.CodeBlock;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.jvm.NameScope;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes a uniform that is not a scalar into the uniform block, its scalars one by one at their offsets in MSL's layout.
 * Neither it nor what is inside may be null:
 *
 * <pre>{@code
 * Objects.requireNonNull(camera, "camera");
 * Float3 cameraEye = Objects.requireNonNull(camera.eye(), "camera.eye");
 * invocation.uniform(0, cameraEye.x());
 * ...
 * }</pre>
 */
final class UniformEncoder {
    private final CodeBlock.Builder code;
    private final NameScope names;
    private final String invocation;

    /**
     * An encoder for one method.
     *
     * @param names of the method's locals
     * @param invocation the local that takes the scalars
     */
    UniformEncoder(CodeBlock.Builder code, NameScope names, String invocation) {
        this.code = code;
        this.names = names;
        this.invocation = invocation;
    }

    /**
     * Writes the value of a parameter.
     *
     * @param path the user's name for it, for messages
     */
    void encode(String parameter, String path, Type type, int offset) {
        code.addStatement("$T.requireNonNull($L, $S)", Objects.class, parameter, path);
        write(parameter, CodeBlock.of("$L", parameter), path, type, offset);
    }

    private void write(String variable, CodeBlock value, String path, Type type, int offset) {
        if (type instanceof Type.Scalar) {
            code.addStatement("$L.uniform($L, $L)", invocation, offset, value);
        } else if (type instanceof Type.Half) {
            code.addStatement("$L.uniform($L, $L.bits())", invocation, offset, value);
        } else if (type instanceof Type.Vector vector) {
            for (int i = 0; i < vector.size(); i++) {
                component(variable, path, vector.element(), "xyzw".substring(i, i + 1), offset + 4 * i);
            }
        } else if (type instanceof Type.Matrix matrix) {
            Type column = new Type.Vector(Type.Scalar.FLOAT, matrix.order());
            for (int i = 0; i < matrix.order(); i++) {
                component(
                        variable,
                        path,
                        column,
                        "c" + i,
                        offset + i * Layout.of(column).size());
            }
        } else if (type instanceof Type.Struct struct) {
            List<Integer> offsets = Layout.of(struct).offsets();
            for (int i = 0; i < offsets.size(); i++) {
                Type.Struct.Field field = struct.fields().get(i);
                component(variable, path, field.type(), field.name(), offset + offsets.get(i));
            }
        } else {
            throw new AssertionError("not a uniform: " + type);
        }
    }

    private void component(String parent, String path, Type type, String accessor, int offset) {
        CodeBlock value = CodeBlock.of("$L.$L()", parent, accessor);
        if (type instanceof Type.Scalar) {
            write(parent, value, path, type, offset);
            return;
        }
        String inner = path + "." + accessor;
        String local = names.take(parent + accessor.substring(0, 1).toUpperCase(Locale.ROOT) + accessor.substring(1));
        code.addStatement("$T $L =$W$T.requireNonNull($L, $S)", ApiTypes.of(type), local, Objects.class, value, inner);
        write(local, CodeBlock.of("$L", local), inner, type, offset);
    }
}
