package dev.smelt.dsl;

import java.util.Locale;

/** The MSL types of Java's, by name. */
final class MslTypes {

    private MslTypes() {}

    static String nameOf(Class<?> type) {
        if (type == boolean.class) {
            return "bool";
        }
        return type == byte.class ? "char" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** In bytes, of vectors without padding. */
    static int sizeOf(String type) {
        char last = type.charAt(type.length() - 1);
        int components = Character.isDigit(last) ? last - '0' : 1;
        String scalar = components == 1 ? type : type.substring(0, type.length() - 1);
        return components
                * switch (scalar) {
                    case "bool", "char", "uchar" -> 1;
                    case "short", "ushort", "half" -> 2;
                    case "int", "uint", "float" -> 4;
                    case "long", "ulong" -> 8;
                    default -> throw new IllegalArgumentException(type);
                };
    }
}
