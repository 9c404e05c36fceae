package dev.smelt.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Size and alignment of a type in memory, by the rules of MSL (specification, sections 2.1 to 2.4).
 *
 * @param size in bytes, a multiple of the alignment
 * @param alignment in bytes
 * @param offsets of the members of a struct, in bytes; empty for other types
 */
public record Layout(int size, int alignment, List<Integer> offsets) {
    public Layout {
        offsets = List.copyOf(offsets);
    }

    /** The layout of any type but arrays and {@code void}. */
    public static Layout of(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return simple(sizeOf(scalar));
        }
        if (type instanceof Type.Half) {
            return simple(2);
        }
        if (type instanceof Type.Vector vector) {
            return simple(sizeOf(vector.element()) * (vector.size() == 2 ? 2 : 4));
        }
        if (type instanceof Type.Matrix matrix) {
            Layout column = of(new Type.Vector(Type.Scalar.FLOAT, matrix.order()));
            return new Layout(column.size() * matrix.order(), column.alignment(), List.of());
        }
        if (type instanceof Type.Struct struct) {
            return ofMembers(
                    struct.fields().stream().map(Type.Struct.Field::type).toList());
        }
        throw new AssertionError("no layout: " + type);
    }

    /** The layout of a struct with these members. */
    public static Layout ofMembers(List<Type> members) {
        List<Integer> offsets = new ArrayList<>();
        int end = 0;
        int alignment = 1;
        for (Type member : members) {
            Layout layout = of(member);
            int offset = roundUp(end, layout.alignment);
            offsets.add(offset);
            end = offset + layout.size;
            alignment = Math.max(alignment, layout.alignment);
        }
        return new Layout(roundUp(end, alignment), alignment, offsets);
    }

    private static Layout simple(int size) {
        return new Layout(size, size, List.of());
    }

    private static int sizeOf(Type.Scalar scalar) {
        return switch (scalar) {
            case BOOLEAN, BYTE -> 1;
            case SHORT -> 2;
            case INT, FLOAT -> 4;
            case LONG -> 8;
        };
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
