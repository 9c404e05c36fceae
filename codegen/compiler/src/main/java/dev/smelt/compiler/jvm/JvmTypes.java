package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.smelt.compiler.ir.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The Java type that stands for each type in generated code. A record of the user's becomes a private nested record with
 * the same components, since the user's own may be out of reach or do more than hold values.
 */
final class JvmTypes {
    static final String DSL = "dev.smelt.dsl";
    static final String SPI = "dev.smelt.runtime.spi";

    /** Names of types and packages that generated code mentions: a variable so called would hide them. */
    static final Set<String> RESERVED = Set.of(
            "AssertionError",
            "Boolean",
            "Byte",
            "ByteBuffer",
            "ByteOrder",
            "CheckFailure",
            "Checks",
            "Float",
            "Integer",
            "Long",
            "Math",
            "Objects",
            "Override",
            "Short",
            "String",
            "SuppressWarnings",
            "System",
            "Bool2",
            "Bool3",
            "Bool4",
            "Float2",
            "Float3",
            "Float4",
            "Float2x2",
            "Float3x3",
            "Float4x4",
            "Half",
            "Texture2d",
            "Sampler",
            "Int2",
            "Int3",
            "Int4",
            "Msl",
            "IndexContext",
            "JvmArguments",
            "JvmChecks",
            "LaneAtomics",
            "LaneCode",
            "LaneMask",
            "LaneMath",
            "LaneMemory",
            "LaneRounds",
            "MethodHandles",
            "SimdLanes",
            "StraightMath",
            "JvmThreadgroup",
            "dev",
            "java");

    static final ClassName STRAIGHT_MATH = ClassName.get(SPI, "StraightMath");
    static final ClassName THREADGROUP = ClassName.get(SPI, "JvmThreadgroup");

    private final ClassName owner;
    private final NameScope names;
    private final Map<Type.Struct, ClassName> records = new LinkedHashMap<>();
    private final List<TypeSpec> others = new ArrayList<>();

    JvmTypes(ClassName owner) {
        this.owner = owner;
        List<String> reserved = new ArrayList<>(RESERVED);
        reserved.add(owner.simpleName());
        this.names = new NameScope(reserved);
    }

    /** The type of a variable. */
    TypeName of(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return scalar(scalar);
        }
        if (type instanceof Type.Struct struct) {
            return record(struct);
        }
        if (type instanceof Type.Array array) {
            return arrayOf(array.element());
        }
        if (type instanceof Type.NoValue) {
            return TypeName.VOID;
        }
        return ClassName.get(DSL, type.javaName());
    }

    private static TypeName scalar(Type.Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
        };
    }

    private TypeName arrayOf(Type element) {
        return isInByteBuffer(element) ? ClassName.get(ByteBuffer.class) : ArrayTypeName.of(storage(element));
    }

    /** The elements of the Java array that stands for an array of these, if it is no byte buffer. */
    TypeName storage(Type element) {
        if (element == Type.Scalar.BOOLEAN) {
            return TypeName.BYTE;
        }
        return element instanceof Type.Half ? TypeName.SHORT : of(element);
    }

    /** Whether an array of these is a byte buffer; else it is a Java array. */
    static boolean isInByteBuffer(Type element) {
        return !(element instanceof Type.Scalar) && !(element instanceof Type.Half);
    }

    /** The vector that is a column of a matrix. */
    static Type.Vector column(Type.Matrix matrix) {
        return new Type.Vector(Type.Scalar.FLOAT, matrix.order());
    }

    ClassName record(Type.Struct struct) {
        ClassName known = records.get(struct);
        if (known == null) {
            String simpleName = struct.name().substring(struct.name().lastIndexOf('$') + 1);
            known = owner.nestedClass(names.take(simpleName));
            records.put(struct, known);
            struct.fields().forEach(field -> of(field.type()));
        }
        return known;
    }

    /** Zero, or what is made of zeros. */
    JavaCode zero(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return switch (scalar) {
                case BOOLEAN -> JavaCode.of("false");
                case BYTE, SHORT, INT -> JavaCode.of("0");
                case LONG -> JavaCode.of("0L");
                case FLOAT -> JavaCode.of("0f");
            };
        }
        if (type instanceof Type.Half) {
            return JavaCode.of("$T.fromBits((short) 0)", of(type));
        }
        if (type instanceof Type.Array array) {
            return isInByteBuffer(array.element())
                    ? JavaCode.of("$T.allocate(0)", ByteBuffer.class)
                    : JavaCode.of("new $T[0]", storage(array.element()));
        }
        List<JavaCode> parts = components(type).stream().map(this::zero).toList();
        return JavaCode.of("new $T($L)", of(type), JavaCode.join(parts, ",$W"));
    }

    /** What the constructor of a vector, matrix or record takes. */
    static List<Type> components(Type type) {
        if (type instanceof Type.Vector vector) {
            return Collections.nCopies(vector.size(), vector.element());
        }
        if (type instanceof Type.Matrix matrix) {
            return Collections.nCopies(matrix.order(), column(matrix));
        }
        if (type instanceof Type.Struct struct) {
            return struct.fields().stream().map(Type.Struct.Field::type).toList();
        }
        throw new AssertionError("not composed: " + type);
    }

    /** A nested class of the generated class, with a name like the one wanted. */
    ClassName nested(String wanted) {
        return owner.nestedClass(names.take(wanted));
    }

    /** Adds the declaration of a nested class. */
    void add(TypeSpec type) {
        others.add(type);
    }

    /** The records that were asked for, and all other nested classes. */
    List<TypeSpec> nestedTypes() {
        List<TypeSpec> all = new ArrayList<>(others);
        records.forEach((struct, name) -> all.add(declare(struct, name)));
        return all;
    }

    private TypeSpec declare(Type.Struct struct, ClassName name) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        struct.fields().forEach(field -> constructor.addParameter(of(field.type()), field.name()));
        return TypeSpec.recordBuilder(name)
                .addJavadoc("The values of a {@code $L}.\n", struct.javaName())
                .addModifiers(Modifier.PRIVATE)
                .recordConstructor(constructor.build())
                .build();
    }
}
