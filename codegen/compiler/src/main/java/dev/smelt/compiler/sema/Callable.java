package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Type;
import java.util.List;
import java.util.stream.Collectors;

/** Something that a call may mean. */
sealed interface Callable {
    String name();

    /** Of an instance method, the receiver first. */
    List<Type> parameters();

    /** A method of the sources. */
    record User(TypeSymbol owner, MethodDecl method, List<Type> parameters) implements Callable {
        @Override
        public String name() {
            return method.name();
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
