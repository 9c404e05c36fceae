package dev.smelt.compiler.ir;

import java.util.List;

/** The type of a variable or an expression. */
public sealed interface Type {
    /** As Java writes it: {@code float}, {@code Float4}, {@code int[]}. */
    String javaName();

    /** Java's primitive types, without {@code char} and {@code double}. */
    enum Scalar implements Type {
        BOOLEAN("boolean"),
        BYTE("byte"),
        SHORT("short"),
        INT("int"),
        LONG("long"),
        FLOAT("float");

        private final String javaName;

        Scalar(String javaName) {
            this.javaName = javaName;
        }

        @Override
        public String javaName() {
            return javaName;
        }

        /** Whether arithmetic is done in this type; {@code byte} and {@code short} are promoted first. */
        public boolean isArithmetic() {
            return this == INT || this == LONG || this == FLOAT;
        }

        /** {@code byte short int long}. */
        public boolean isIntegral() {
            return this != BOOLEAN && this != FLOAT;
        }

        public boolean isNumeric() {
            return this != BOOLEAN;
        }
    }

    /**
     * A vector type of {@code dev.smelt.dsl}.
     *
     * @param element {@code FLOAT}, {@code INT} or {@code BOOLEAN}
     * @param size 2, 3 or 4
     */
    record Vector(Scalar element, int size) implements Type {
        @Override
        public String javaName() {
            return switch (element) {
                case FLOAT -> "Float" + size;
                case INT -> "Int" + size;
                case BOOLEAN -> "Bool" + size;
                default -> throw new AssertionError("vector of " + element);
            };
        }
    }

    /**
     * A square matrix of floats, stored by columns.
     *
     * @param order 2, 3 or 4
     */
    record Matrix(int order) implements Type {
        @Override
        public String javaName() {
            return "Float" + order + "x" + order;
        }
    }

    /** A 16-bit float that is only stored. */
    record Half() implements Type {
        @Override
        public String javaName() {
            return "Half";
        }
    }

    /**
     * A record of the user's.
     *
     * @param packageName dotted; empty for the unnamed package
     * @param name its binary name without the package: {@code Particle}, {@code Scene$Ray}
     */
    record Struct(String packageName, String name, List<Field> fields) implements Type {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String javaName() {
            return name.replace('$', '.');
        }

        /** A component of the record. */
        public record Field(String name, Type type) {}
    }

    /** A 2-D texture of four-component pixels, read or written, never both by one kernel. */
    record Texture() implements Type {
        @Override
        public String javaName() {
            return "Texture2d";
        }
    }

    /** How a texture is sampled. A value of it is always a constant, and an argument. */
    record Sampler() implements Type {
        @Override
        public String javaName() {
            return "Sampler";
        }
    }

    /** An array: a place where elements begin, and a length. */
    record Array(Type element) implements Type {
        @Override
        public String javaName() {
            return element.javaName() + "[]";
        }
    }

    /** Of a function that returns nothing. */
    record NoValue() implements Type {
        @Override
        public String javaName() {
            return "void";
        }
    }

    /** Of an expression that was diagnosed. No rule says anything about it again, and it never leaves {@code sema}. */
    record Erroneous() implements Type {
        @Override
        public String javaName() {
            return "<error>";
        }
    }
}
