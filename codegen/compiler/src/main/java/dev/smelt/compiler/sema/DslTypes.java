package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.dsl.Bool2;
import dev.smelt.dsl.Bool3;
import dev.smelt.dsl.Bool4;
import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float2x2;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float3x3;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Float4x4;
import dev.smelt.dsl.Half;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Int4;
import dev.smelt.dsl.Sampler;
import dev.smelt.dsl.Texture2d;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of the intermediate representation that Java's primitives and the classes of {@code dsl} stand for. */
final class DslTypes {
    private static final Map<Class<?>, Type> TYPES = Map.ofEntries(
            Map.entry(boolean.class, Scalar.BOOLEAN),
            Map.entry(byte.class, Scalar.BYTE),
            Map.entry(short.class, Scalar.SHORT),
            Map.entry(int.class, Scalar.INT),
            Map.entry(long.class, Scalar.LONG),
            Map.entry(float.class, Scalar.FLOAT),
            Map.entry(Float2.class, new Type.Vector(Scalar.FLOAT, 2)),
            Map.entry(Float3.class, new Type.Vector(Scalar.FLOAT, 3)),
            Map.entry(Float4.class, new Type.Vector(Scalar.FLOAT, 4)),
            Map.entry(Int2.class, new Type.Vector(Scalar.INT, 2)),
            Map.entry(Int3.class, new Type.Vector(Scalar.INT, 3)),
            Map.entry(Int4.class, new Type.Vector(Scalar.INT, 4)),
            Map.entry(Bool2.class, new Type.Vector(Scalar.BOOLEAN, 2)),
            Map.entry(Bool3.class, new Type.Vector(Scalar.BOOLEAN, 3)),
            Map.entry(Bool4.class, new Type.Vector(Scalar.BOOLEAN, 4)),
            Map.entry(Float2x2.class, new Type.Matrix(2)),
            Map.entry(Float3x3.class, new Type.Matrix(3)),
            Map.entry(Float4x4.class, new Type.Matrix(4)),
            Map.entry(Half.class, new Type.Half()),
            Map.entry(Texture2d.class, new Type.Texture()),
            Map.entry(Sampler.class, new Type.Sampler()));

    private static final Map<Type, Class<?>> CLASSES =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private DslTypes() {}

    /** The type that a Java class stands for; empty for a class that kernels don't know as a type. */
    static Optional<Type> of(Class<?> javaClass) {
        Class<?> element = javaClass.getComponentType();
        return element == null
                ? Optional.ofNullable(TYPES.get(javaClass))
                : Optional.ofNullable(TYPES.get(element)).map(Type.Array::new);
    }

    /** The class of {@code dsl} that declares a vector, a matrix or {@code Half}, and so its methods. */
    static Optional<Class<?>> classOf(Type type) {
        return type instanceof Scalar ? Optional.empty() : Optional.ofNullable(CLASSES.get(type));
    }

    /** The scalar type of a Java primitive that kernels have. */
    static Optional<Type> primitive(String javaName) {
        for (Scalar scalar : Scalar.values()) {
            if (scalar.javaName().equals(javaName)) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }
}
