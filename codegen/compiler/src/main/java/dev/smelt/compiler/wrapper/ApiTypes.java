package dev.smelt.compiler.wrapper;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.Type;
import java.util.List;
import java.util.Locale;

/** The types of the user's and of the runtime's that a wrapper mentions. */
final class ApiTypes {
    private static final String RUNTIME = "dev.smelt.runtime";
    private static final String SPI = "dev.smelt.runtime.spi";

    static final ClassName DEVICE = ClassName.get(RUNTIME, "Device");
    static final ClassName BATCH = ClassName.get(RUNTIME, "Batch");
    static final ClassName TEXTURE = ClassName.get(RUNTIME, "Texture");
    static final ClassName GRID = ClassName.get(RUNTIME, "Grid");
    static final ClassName LIBRARY = ClassName.get(SPI, "KernelLibrary");
    static final ClassName INVOCATION = ClassName.get(SPI, "Invocation");
    static final ClassName RECORDED_CALL = ClassName.get(SPI, "RecordedCall");
    static final ClassName STAGING = ClassName.get(SPI, "Staging");
    static final ClassName KERNEL = ClassName.get(SPI, "KernelDescriptor");
    static final ClassName MODULE = ClassName.get(SPI, "ModuleDescriptor");
    static final ClassName JVM_KERNEL = ClassName.get(SPI, "JvmKernel");
    static final ClassName ACCESS = ClassName.get(SPI, "Access");

    private ApiTypes() {}

    /** A type as the user has it. */
    static TypeName of(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return switch (scalar) {
                case BOOLEAN -> TypeName.BOOLEAN;
                case BYTE -> TypeName.BYTE;
                case SHORT -> TypeName.SHORT;
                case INT -> TypeName.INT;
                case LONG -> TypeName.LONG;
                case FLOAT -> TypeName.FLOAT;
            };
        }
        if (type instanceof Type.Struct struct) {
            List<String> names = nameParts(struct);
            String[] nested = names.subList(1, names.size()).toArray(new String[0]);
            return ClassName.get(struct.packageName(), names.get(0), nested);
        }
        return ClassName.get("dev.smelt.dsl", type.javaName());
    }

    /** The simple names of a record and the classes around it, from outside. */
    static List<String> nameParts(Type.Struct struct) {
        return List.of(struct.name().split("\\$", -1));
    }

    /** The plain Java array of these. */
    static ArrayTypeName plainArray(Type element) {
        return ArrayTypeName.of(of(element));
    }

    /** The device array of these: {@code FloatArray}, {@code StructArray<Float4>}. */
    static TypeName deviceArray(Type element) {
        return hasOwnArray(element)
                ? ClassName.get(RUNTIME, capitalized(element.javaName()) + "Array")
                : ParameterizedTypeName.get(ClassName.get(RUNTIME, "StructArray"), of(element));
    }

    /** The method of {@code Staging} that takes a plain array of these. */
    static String stagingMethod(Type element) {
        return hasOwnArray(element) ? element.javaName().toLowerCase(Locale.ROOT) + "s" : "structs";
    }

    /** Whether the runtime has an array type for these; else they are structures. */
    static boolean hasOwnArray(Type element) {
        return element instanceof Type.Scalar || element instanceof Type.Half;
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
