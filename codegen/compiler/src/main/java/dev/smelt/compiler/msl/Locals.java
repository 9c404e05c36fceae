package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.ArrayUses;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of a function's parameters and locals, and the lengths that go with arrays: of a name that can stand for
 * several arrays a variable, of others a number.
 */
final class Locals {
    private final ModuleContext module;
    private final Places places;
    private final Map<Variable, String> names = new HashMap<>();
    private final Map<Variable, String> lengths = new HashMap<>();
    private NameAllocator scope;
    private String checks = "";

    Locals(NameAllocator scope, ModuleContext module, Places places) {
        this.scope = scope;
        this.module = module;
        this.places = places;
        for (ConstantArray constant : module.reachable().constants()) {
            names.put(constant.variable(), module.names().constant(constant.variable()));
            lengths.put(constant.variable(), Integer.toString(constant.values().size()));
        }
    }

    Places places() {
        return places;
    }

    /** Runs what emits an inner scope; the names that it takes are free again after it. */
    void inScope(Runnable body) {
        NameAllocator outer = scope;
        scope = outer.inner();
        body.run();
        scope = outer;
    }

    /** Takes a name that no variable has. */
    String allocate(String name) {
        return scope.allocate(name);
    }

    /** Names what checks need. */
    String declareChecks() {
        checks = scope.allocate("checks");
        return checks;
    }

    /** The name of what checks need. */
    String checks() {
        if (checks.isEmpty()) {
            throw new AssertionError("a check in a module without");
        }
        return checks;
    }

    /** Names a variable, and its length if that is needed. */
    String declare(Variable variable) {
        String name = scope.allocate(variable.name());
        names.put(variable, name);
        if (hasLength(variable)) {
            lengths.put(variable, scope.allocate(name + "_length"));
        }
        return name;
    }

    /** Names an array of which there is one alone, and whose length is known. */
    String declareArray(Variable variable, int length) {
        String name = scope.allocate(variable.name());
        names.put(variable, name);
        lengths.put(variable, Integer.toString(length));
        return name;
    }

    /** Whether the length of the array that the variable holds is needed, as a variable of its own. */
    boolean hasLength(Variable variable) {
        return variable.type() instanceof Type.Array && module.arrayUses().has(variable, ArrayUses.Use.MEASURED);
    }

    boolean isWritten(Variable array) {
        return module.arrayUses().has(array, ArrayUses.Use.WRITTEN);
    }

    String name(Variable variable) {
        String name = names.get(variable);
        if (name == null) {
            throw new AssertionError("not declared: " + variable);
        }
        return name;
    }

    String length(Variable array) {
        String name = lengths.get(array);
        if (name == null) {
            throw new AssertionError("no length: " + array);
        }
        return name;
    }
}
