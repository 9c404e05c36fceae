package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.AddressSpace;
import dev.smelt.compiler.ir.Type;
import java.util.Locale;

/** How types are written in MSL. Sizes and alignments are those of {@link dev.smelt.compiler.ir.Layout}. */
final class TypeSpelling {
    private final ModuleNames names;
    private final ThreadgroupStorage storage;

    TypeSpelling(ModuleNames names, ThreadgroupStorage storage) {
        this.names = names;
        this.storage = storage;
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
            return names.struct(struct);
        }
        if (type instanceof Type.NoValue) {
            return "void";
        }
        throw new AssertionError("no spelling: " + type.javaName());
    }

    /** The pointer that stands for an array. */
    String pointer(Type.Array array, AddressSpace space, boolean written) {
        boolean isConst = !written && space != AddressSpace.CONSTANT;
        return (isConst ? "const " : "") + space.name().toLowerCase(Locale.ROOT) + " " + stored(array.element(), space)
                + "*";
    }

    /** What lies in an address space as an element of an array. */
    String stored(Type element, AddressSpace space) {
        return ThreadgroupStorage.differs(element, space) ? storage.type(element, this) : of(element);
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
