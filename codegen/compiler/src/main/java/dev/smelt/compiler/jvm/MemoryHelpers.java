package dev.smelt.compiler.jvm;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Methods of the generated class that load and store vectors, matrices and records in byte buffers with MSL's layout:
 *
 * <pre>{@code
 * private static Float3 loadFloat3(ByteBuffer array, int index) {
 *     return readFloat3(array, offset(array, index, 16));
 * }
 *
 * private static Float3 readFloat3(ByteBuffer bytes, int at) {
 *     return new Float3(bytes.getFloat(at), bytes.getFloat(at + 4), bytes.getFloat(at + 8));
 * }
 * }</pre>
 *
 * <p>The index is checked against the array's length, not only by the buffer: an index times the size could overflow and
 * hit another element.
 */
final class MemoryHelpers {
    private final JvmTypes types;
    private final HelperMethods methods;

    MemoryHelpers(JvmTypes types, HelperMethods methods) {
        this.types = types;
        this.methods = methods;
    }

    /** The method {@code T load(ByteBuffer array, int index)}. */
    String load(Type element) {
        return methods.require(
                "load " + key(element),
                "load" + simpleName(element),
                (name, builder) -> builder.returns(types.of(element))
                        .addParameter(ByteBuffer.class, "array")
                        .addParameter(int.class, "index")
                        .addStatement("return $L(array, $L)", read(element), offset(element)));
    }

    /** The method {@code void store(ByteBuffer array, int index, T value)}. */
    String store(Type element) {
        return methods.require(
                "store " + key(element),
                "store" + simpleName(element),
                (name, builder) -> builder.addParameter(ByteBuffer.class, "array")
                        .addParameter(int.class, "index")
                        .addParameter(types.of(element), "value")
                        .addStatement("$L(array, $L, value)", write(element), offset(element)));
    }

    /** The method {@code ByteBuffer allocate(int bytes)}. */
    String allocate() {
        return methods.require(
                "allocate",
                "allocate",
                (name, builder) -> builder.returns(ByteBuffer.class)
                        .addParameter(int.class, "bytes")
                        .addStatement(
                                "return $T.allocate(bytes).order($T.nativeOrder())",
                                ByteBuffer.class,
                                ByteOrder.class));
    }

    private CodeBlock offset(Type element) {
        String method = methods.require(
                "offset",
                "offset",
                (name, builder) -> builder.returns(int.class)
                        .addParameter(ByteBuffer.class, "array")
                        .addParameter(int.class, "index")
                        .addParameter(int.class, "size")
                        .addStatement("return $T.checkIndex(index, array.limit() / size) * size", Objects.class));
        return CodeBlock.of("$L(array, index, $L)", method, Layout.of(element).size());
    }

    private String read(Type type) {
        return methods.require("read " + key(type), "read" + simpleName(type), (name, builder) -> {
            List<CodeBlock> parts = new ArrayList<>();
            for (Part part : parts(type)) {
                parts.add(get(part));
            }
            builder.returns(types.of(type))
                    .addParameter(ByteBuffer.class, "bytes")
                    .addParameter(int.class, "at")
                    .addStatement("return new $T($L)", types.of(type), CodeBlock.join(parts, ",$W"));
        });
    }

    private String write(Type type) {
        return methods.require("write " + key(type), "write" + simpleName(type), (name, builder) -> {
            builder.addParameter(ByteBuffer.class, "bytes")
                    .addParameter(int.class, "at")
                    .addParameter(types.of(type), "value");
            for (Part part : parts(type)) {
                builder.addStatement(put(part));
            }
        });
    }

    private CodeBlock get(Part part) {
        if (part.type == Type.Scalar.BOOLEAN) {
            return CodeBlock.of("bytes.get($L) != 0", part.place());
        }
        if (part.type instanceof Type.Scalar scalar) {
            return CodeBlock.of("bytes.get$L($L)", suffix(scalar), part.place());
        }
        if (part.type instanceof Type.Half) {
            return CodeBlock.of("$T.fromBits(bytes.getShort($L))", types.of(part.type), part.place());
        }
        return CodeBlock.of("$L(bytes, $L)", read(part.type), part.place());
    }

    private CodeBlock put(Part part) {
        if (part.type == Type.Scalar.BOOLEAN) {
            return CodeBlock.of("bytes.put($L, (byte) (value.$L() ? 1 : 0))", part.place(), part.accessor);
        }
        if (part.type instanceof Type.Scalar scalar) {
            return CodeBlock.of("bytes.put$L($L, value.$L())", suffix(scalar), part.place(), part.accessor);
        }
        if (part.type instanceof Type.Half) {
            return CodeBlock.of("bytes.putShort($L, value.$L().bits())", part.place(), part.accessor);
        }
        return CodeBlock.of("$L(bytes, $L, value.$L())", write(part.type), part.place(), part.accessor);
    }

    /** {@code getFloat}, but {@code get} for bytes. */
    private static String suffix(Type.Scalar scalar) {
        String name = scalar.javaName();
        return scalar == Type.Scalar.BYTE ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String simpleName(Type type) {
        return type instanceof Type.Struct struct ? types.record(struct).simpleName() : type.javaName();
    }

    private String key(Type type) {
        TypeName name = types.of(type);
        return name.toString();
    }

    /** A component: where it lies in its parent, and the accessor that gives it. */
    private record Part(Type type, int offset, String accessor) {
        CodeBlock place() {
            return offset == 0 ? CodeBlock.of("at") : CodeBlock.of("at + $L", offset);
        }
    }

    private static List<Part> parts(Type type) {
        List<Part> parts = new ArrayList<>();
        List<Type> components = JvmTypes.components(type);
        List<Integer> offsets = Layout.of(type).offsets();
        for (int i = 0; i < components.size(); i++) {
            Type component = components.get(i);
            if (type instanceof Type.Struct struct) {
                parts.add(new Part(
                        component, offsets.get(i), struct.fields().get(i).name()));
            } else {
                String accessor = type instanceof Type.Matrix ? "c" + i : "xyzw".substring(i, i + 1);
                parts.add(new Part(component, i * Layout.of(component).size(), accessor));
            }
        }
        return parts;
    }
}
