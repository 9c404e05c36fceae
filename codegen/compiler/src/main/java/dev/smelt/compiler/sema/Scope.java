package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters and locals that are in sight while a method is lowered. */
final class Scope {
    private final Deque<Map<String, Local>> blocks = new ArrayDeque<>();

    /**
     * A parameter or local.
     *
     * @param constant its value, where it is a constant variable: final, with a constant initialiser
     */
    record Local(Variable variable, Optional<Object> constant, boolean isParameter) {}

    private Scope() {}

    /** A scope without variables. */
    static Scope empty() {
        Scope scope = new Scope();
        scope.enter();
        return scope;
    }

    void enter() {
        blocks.push(new HashMap<>());
    }

    void leave() {
        blocks.pop();
    }

    void declare(String name, Local local) {
        blocks.getFirst().put(name, local);
    }

    Optional<Local> find(String name) {
        for (Map<String, Local> block : blocks) {
            Local local = block.get(name);
            if (local != null) {
                return Optional.of(local);
            }
        }
        return Optional.empty();
    }

    /** All names in sight, for suggestions. */
    List<String> names() {
        return blocks.stream()
                .flatMap(block -> block.keySet().stream())
                .sorted()
                .toList();
    }
}
