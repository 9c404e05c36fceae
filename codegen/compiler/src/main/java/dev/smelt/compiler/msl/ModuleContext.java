package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.pass.ArrayUses;
import java.util.HashMap;
import java.util.Map;

/** What the emitters of one module share. */
final class ModuleContext {
    private final Map<String, Function> functions = new HashMap<>();
    private final Reachable reachable;
    private final ModuleNames names;
    private final TypeSpelling types;
    private final ArrayUses arrayUses;
    private final SupportLibrary support = new SupportLibrary();

    ModuleContext(KernelModule module) {
        module.functions().forEach(function -> functions.put(function.id(), function));
        this.reachable = new Reachable(module, functions);
        this.names = new ModuleNames(module, reachable.variants(), reachable.structs());
        this.types = new TypeSpelling(names::struct);
        this.arrayUses = ArrayUses.in(module);
    }

    Function function(String id) {
        Function function = functions.get(id);
        if (function == null) {
            throw new AssertionError("no function " + id);
        }
        return function;
    }

    Reachable reachable() {
        return reachable;
    }

    ModuleNames names() {
        return names;
    }

    TypeSpelling types() {
        return types;
    }

    ArrayUses arrayUses() {
        return arrayUses;
    }

    SupportLibrary support() {
        return support;
    }
}
