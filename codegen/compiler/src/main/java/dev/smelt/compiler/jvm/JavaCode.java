package dev.smelt.compiler.jvm;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Code of a method's body, written like a {@link CodeBlock} and made into one for each method.
 *
 * <p>A code block keeps those within it as they are, and JavaPoet goes down into each of them twice, part by part. Here
 * {@code $L} is replaced where it stands, so that what remains is one format with few parts: the text between line
 * breaks, types ({@code $T}) and strings ({@code $S}). Code is equal if it reads the same.
 *
 * @param arguments the types and strings that the format asks for, in order
 */
record JavaCode(String format, List<Object> arguments) {
    static final JavaCode EMPTY = new JavaCode("", List.of());

    /**
     * Code from a format.
     *
     * @param format with {@code $L $T $S $W $$}, as in JavaPoet
     */
    static JavaCode of(String format, Object... arguments) {
        return builder().add(format, arguments).build();
    }

    /** One statement. */
    static JavaCode statement(String format, Object... arguments) {
        return builder().addStatement(format, arguments).build();
    }

    /** Pieces with a separator between them, itself a format without arguments. */
    static JavaCode join(List<JavaCode> pieces, String separator) {
        Builder builder = builder();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                builder.format.append(separator);
            }
            builder.add(pieces.get(i));
        }
        return builder.build();
    }

    static Builder builder() {
        return new Builder();
    }

    boolean isEmpty() {
        return format.isEmpty();
    }

    /** The code for the method, field or file that JavaPoet puts it in. */
    CodeBlock toBlock() {
        return CodeBlock.of(format, arguments.toArray());
    }

    /** Puts code together, with the methods of a {@link CodeBlock.Builder}. */
    static final class Builder {
        private final StringBuilder format = new StringBuilder();
        private final List<Object> arguments = new ArrayList<>();

        private Builder() {}

        Builder add(JavaCode code) {
            format.append(code.format);
            arguments.addAll(code.arguments);
            return this;
        }

        Builder add(String text, Object... values) {
            int next = 0;
            int from = 0;
            for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', from)) {
                format.append(text, from, at);
                char kind = text.charAt(at + 1);
                if (kind == 'L') {
                    literal(values[next++]);
                } else {
                    format.append('$').append(kind);
                    if (kind == 'T' || kind == 'S') {
                        arguments.add(values[next++]);
                    }
                }
                from = at + 2;
            }
            format.append(text, from, text.length());
            if (next != values.length) {
                throw new AssertionError("unused arguments for " + text);
            }
            return this;
        }

        private void literal(Object value) {
            if (value instanceof JavaCode code) {
                add(code);
                return;
            }
            String text = String.valueOf(value);
            format.append(text.indexOf('$') < 0 ? text : text.replace("$", "$$"));
        }

        Builder addStatement(String text, Object... values) {
            format.append("$[");
            add(text, values);
            format.append(";\n$]");
            return this;
        }

        Builder addStatement(JavaCode code) {
            return addStatement("$L", code);
        }

        /** Opens a block behind {@code if (...)} and the like. */
        Builder beginControlFlow(String text, Object... values) {
            add(text, values);
            format.append(" {\n$>");
            return this;
        }

        Builder nextControlFlow(String text, Object... values) {
            format.append("$<} ");
            return beginControlFlow(text, values);
        }

        Builder endControlFlow() {
            format.append("$<}\n");
            return this;
        }

        /** Closes a {@code do}. */
        Builder endControlFlow(String text, Object... values) {
            format.append("$<} ");
            add(text, values);
            format.append(";\n");
            return this;
        }

        Builder indent() {
            format.append("$>");
            return this;
        }

        Builder unindent() {
            format.append("$<");
            return this;
        }

        JavaCode build() {
            return new JavaCode(format.toString(), List.copyOf(arguments));
        }
    }
}
