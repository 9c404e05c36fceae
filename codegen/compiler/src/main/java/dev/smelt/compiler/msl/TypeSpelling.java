package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Type;
import java.util.Locale;
import java.util.function.Function;

/** How types are written in MSL. Sizes and alignments are those of {@link dev.smelt.compiler.ir.Layout}. */
final class TypeSpelling {
    private final Function<Type.Struct, String> structs;

    /** @param structs gives the name of each struct */
    TypeSpelling(Function<Type.Struct, String> structs) {
        this.structs = structs;
    }

    /** A type that a variable or a member can have; arrays are pointers, and spelled by {@link #pointer}. */
    String of(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return scalar(scalar);
        }
        if (type instanceof Type.Vector vector) {
            return switch (vector.element()) {
                case FLOAT, INT, BOOLEAN -> scalar(vector.element()) + vector.size();
                case BYTE, SHORT, LONG -> throw new AssertionError("vector of " + vector.element());
            };
        }
        if (type instanceof Type.Matrix matrix) {
            return "float" + matrix.order() + "x" + matrix.order();
        }
        if (type instanceof Type.Half) {
            return "half";
        }
        if (type instanceof Type.Struct struct) {
            return structs.apply(struct);
        }
        if (type instanceof Type.NoValue) {
            return "void";
        }
        throw new AssertionError("no spelling: " + type.javaName());
    }

    /** The pointer that stands for an array in device memory. */
    String pointer(Type.Array array, boolean written) {
        return (written ? "device " : "const device ") + of(array.element()) + "*";
    }

    static String scalar(Type.Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN -> "bool";
            case BYTE -> "char";
            case SHORT, INT, LONG, FLOAT -> scalar.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The unsigned type as wide as {@code int} or {@code long}. */
    static String unsigned(Type.Scalar scalar) {
        return switch (scalar) {
            case INT -> "uint";
            case LONG -> "ulong";
            case BOOLEAN, BYTE, SHORT, FLOAT -> throw new AssertionError("unsigned " + scalar);
        };
    }
}
