package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Label;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loops, switches and labelled blocks around the statement that is being lowered, innermost first. */
final class JumpTargets {
    private final Deque<Target> targets = new ArrayDeque<>();

    /** What a target is. */
    enum Kind {
        LOOP,
        SWITCH,
        BLOCK
    }

    private record Target(Label label, List<String> names, Kind kind) {}

    void enter(Label label, List<String> names, Kind kind) {
        targets.push(new Target(label, names, kind));
    }

    void leave() {
        targets.pop();
    }

    /** What {@code break} leaves; without a name, the innermost loop or switch. */
    Optional<Label> breakTarget(@Nullable String name) {
        return targets.stream()
                .filter(target -> name == null ? target.kind != Kind.BLOCK : target.names.contains(name))
                .map(Target::label)
                .findFirst();
    }

    /** What {@code continue} goes on with. */
    Optional<Label> continueTarget(@Nullable String name) {
        return targets.stream()
                .filter(target -> target.kind == Kind.LOOP && (name == null || target.names.contains(name)))
                .map(Target::label)
                .findFirst();
    }
}
