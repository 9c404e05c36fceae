package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.ConstructorDecl;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Type;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that a call may mean. */
sealed interface Callable {
    String name();

    /** Of an instance method of {@code dsl}, the receiver first. */
    List<Type> parameters();

    /**
     * A method of the sources.
     *
     * @param parameters without the receiver
     */
    record User(TypeSymbol owner, MethodDecl method, List<Type> parameters) implements Callable {
        @Override
        public String name() {
            return method.name();
        }

        /** Whether it is called on a record, which becomes the function's first parameter. */
        boolean hasReceiver() {
            return Structs.isRecord(owner) && !method.modifiers().has("static");
        }
    }

    /**
     * A constructor of a record.
     *
     * @param declaration where it is written out; null for the one that every record has
     */
    record Constructor(
            Type.Struct struct,
            List<Type> parameters,
            @Nullable ConstructorDecl declaration) implements Callable {
        @Override
        public String name() {
            String name = struct.javaName();
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    /** A function that {@code dsl} declares. */
    record Known(Builtin builtin) implements Callable {
        @Override
        public String name() {
            return builtin.name();
        }

        @Override
        public List<Type> parameters() {
            return builtin.parameters();
        }
    }

    /** As a message shows it: {@code clamp(float, float, float)}. */
    default String describe() {
        boolean hasReceiver = this instanceof Known known && known.builtin().form() == Builtin.Form.INSTANCE;
        return parameters().stream()
                .skip(hasReceiver ? 1 : 0)
                .map(Type::javaName)
                .collect(Collectors.joining(", ", name() + "(", ")"));
    }
}
