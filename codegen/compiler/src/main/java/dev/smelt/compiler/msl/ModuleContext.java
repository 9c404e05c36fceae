package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.pass.ArrayUses;
import dev.smelt.compiler.pass.TextureUses;
import java.util.HashMap;
import java.util.Map;

/** What the emitters of one module share. */
final class ModuleContext {
    private final Map<String, Function> functions = new HashMap<>();
    private final Reachable reachable;
    private final ModuleNames names;
    private final ThreadgroupStorage storage;
    private final TypeSpelling types;
    private final ArrayUses arrayUses;
    private final TextureUses textureUses;
    private final KernelModule module;
    private final boolean checked;
    private final SupportLibrary support = new SupportLibrary();

    ModuleContext(KernelModule module, boolean checked) {
        this.checked = checked;
        this.module = module;
        module.functions().forEach(function -> functions.put(function.id(), function));
        this.textureUses = TextureUses.in(module);
        this.reachable = new Reachable(module, functions, textureUses);
        this.names = new ModuleNames(module, reachable);
        this.storage = new ThreadgroupStorage(names);
        this.types = new TypeSpelling(names, storage);
        this.arrayUses = ArrayUses.in(module);
    }

    Function function(String id) {
        Function function = functions.get(id);
        if (function == null) {
            throw new AssertionError("no function " + id);
        }
        return function;
    }

    /** Whether functions and kernels are handed what their checks need. */
    boolean isChecked() {
        return checked;
    }

    /** The places outside of functions and kernels. */
    Places places() {
        return Places.outside(module);
    }

    Places places(Kernel kernel) {
        return Places.of(kernel, module, textureUses);
    }

    Places places(FunctionVariant variant) {
        return Places.of(variant, module);
    }

    Reachable reachable() {
        return reachable;
    }

    ModuleNames names() {
        return names;
    }

    ThreadgroupStorage storage() {
        return storage;
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
