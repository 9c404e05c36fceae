package dev.smelt.compiler.sema.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of local variables stand for at one place of a method. Each operation takes constant time. */
final class Scopes<T> {
    private final Map<String, T> visible = new HashMap<>();
    private final Deque<Hidden<T>> hidden = new ArrayDeque<>();
    private final Deque<Integer> starts = new ArrayDeque<>();

    /** A name, and what it stood for before it was declared again. */
    private record Hidden<T>(String name, @Nullable T before) {}

    void open() {
        starts.push(hidden.size());
    }

    /** Forgets what was declared since the scope was opened. */
    void close() {
        int start = starts.pop();
        while (hidden.size() > start) {
            Hidden<T> last = hidden.pop();
            if (last.before == null) {
                visible.remove(last.name);
            } else {
                visible.put(last.name, last.before);
            }
        }
    }

    /** Declares a name, and returns what it stood for before, if anything. */
    @Nullable
    T declare(String name, T variable) {
        T before = visible.put(name, variable);
        hidden.push(new Hidden<>(name, before));
        return before;
    }

    @Nullable
    T find(String name) {
        return visible.get(name);
    }
}
