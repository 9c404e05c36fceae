package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of a method's parameters, locals and labels: those of the user's source, unless that would hide another
 * name in the generated method.
 */
final class Locals {
    private final NameScope names;
    private final NameScope labels = new NameScope(Set.of());
    private final Map<Variable, String> byVariable = new HashMap<>();
    private final Map<Label, String> byLabel = new HashMap<>();
    private final Deque<List<String>> blocks = new ArrayDeque<>();
    private String frame = "";

    /**
     * The names of one method.
     *
     * @param fields the names of what all methods of the class can read, which nothing here may hide
     */
    Locals(Map<Variable, String> fields) {
        names = new NameScope(JvmTypes.RESERVED);
        fields.forEach((variable, field) -> {
            names.take(field);
            byVariable.put(variable, field);
        });
        enter();
    }

    /** Begins a block, whose names are free again after {@link #leave}. */
    void enter() {
        blocks.push(new ArrayList<>());
    }

    void leave() {
        blocks.pop().forEach(names::release);
    }

    /** Names a variable in the present block. */
    String declare(Variable variable) {
        String name = fresh(variable.name());
        byVariable.put(variable, name);
        return name;
    }

    /** A name in the present block for something that the user's source does not name. */
    String fresh(String wanted) {
        String name = names.take(wanted);
        blocks.getFirst().add(name);
        return name;
    }

    /** Lets variables be fields of an object, which is in the local {@code object}. */
    void share(String object, Map<Variable, String> fields) {
        frame = object;
        fields.forEach((variable, field) -> byVariable.put(variable, object + "." + field));
    }

    /** The local with the object that holds shared variables. */
    String frame() {
        return frame;
    }

    String nameOf(Variable variable) {
        String name = byVariable.get(variable);
        if (name == null) {
            throw new AssertionError("used before it is declared: " + variable);
        }
        return name;
    }

    /** The name of a label, the same each time. */
    String nameOf(Label label) {
        return byLabel.computeIfAbsent(label, l -> freshLabel(l.name().isEmpty() ? "loop" : l.name()));
    }

    String freshLabel(String wanted) {
        return labels.take(wanted);
    }
}
