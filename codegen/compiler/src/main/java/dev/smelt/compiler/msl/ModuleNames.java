package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.dsl.MathMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names at the outermost level. Kernels come first, so that they keep their Java names where they can; each function
 * has a name of its own, as C++ would choose among overloads by types that differ from Java's.
 */
final class ModuleNames {
    private final NameAllocator scope = NameAllocator.forModule();
    private final Map<String, String> kernels = new LinkedHashMap<>();
    private final Map<String, String> uniformStructs = new HashMap<>();
    private final Map<Type.Struct, String> structs = new HashMap<>();
    private final Map<Type.Struct, List<String>> fields = new HashMap<>();
    private final Map<Type.Struct, ThreadgroupStorage.Names> threadgroupStructs = new HashMap<>();
    private final Map<FunctionVariant, String> functions = new HashMap<>();
    private final Map<Variable, String> constants = new LinkedHashMap<>();

    ModuleNames(KernelModule module, Reachable reachable) {
        Set<Type.Struct> usedStructs = reachable.structs();
        module.kernels().forEach(kernel -> kernels.put(kernel.name(), scope.allocate(kernel.name())));
        module.kernels()
                .forEach(kernel -> uniformStructs.put(kernel.name(), scope.allocate(entryPoint(kernel) + "_uniforms")));
        usedStructs.forEach(struct -> structs.put(struct, scope.allocate(simpleName(struct))));
        usedStructs.forEach(struct -> fields.put(struct, fieldNames(struct)));
        reachable.threadgroupStructs().forEach(this::nameInThreadgroup);
        for (ConstantArray constant : reachable.constants()) {
            constants.put(
                    constant.variable(), scope.allocate(constant.variable().name()));
        }
        nameFunctions(reachable.variants());
    }

    private void nameInThreadgroup(Type.Struct struct) {
        String type = struct(struct);
        threadgroupStructs.put(
                struct,
                new ThreadgroupStorage.Names(
                        scope.allocate(type + "_threadgroup"),
                        scope.allocate(type + "_load"),
                        scope.allocate(type + "_store")));
    }

    /** The method's name, and behind it what tells its variants apart where there are several. */
    private void nameFunctions(Set<FunctionVariant> variants) {
        Map<String, Set<MathMode>> modes = new HashMap<>();
        Map<String, Set<String>> suffixes = new HashMap<>();
        for (FunctionVariant variant : variants) {
            String id = variant.function().id();
            modes.computeIfAbsent(id, key -> EnumSet.noneOf(MathMode.class)).add(variant.math());
            suffixes.computeIfAbsent(id, key -> new HashSet<>()).add(variant.suffix());
        }
        for (FunctionVariant variant : variants) {
            String id = variant.function().id();
            String name = variant.function().name();
            String unlikeKernels = kernels.containsKey(name) ? name + "_function" : name;
            boolean bothModes = Objects.requireNonNull(modes.get(id)).size() > 1;
            boolean manySuffixes = Objects.requireNonNull(suffixes.get(id)).size() > 1;
            String mode = bothModes && variant.math() == MathMode.FAST ? "_fast" : "";
            functions.put(variant, scope.allocate(unlikeKernels + (manySuffixes ? variant.suffix() : "") + mode));
        }
    }

    private static String simpleName(Type.Struct struct) {
        return struct.name().substring(struct.name().lastIndexOf('$') + 1);
    }

    private List<String> fieldNames(Type.Struct struct) {
        NameAllocator members = memberScope();
        List<String> names = new ArrayList<>();
        struct.fields().forEach(field -> names.add(members.allocate(field.name())));
        return names;
    }

    private Set<String> typeNames() {
        Set<String> names = new HashSet<>(structs.values());
        names.addAll(uniformStructs.values());
        threadgroupStructs.values().forEach(own -> names.addAll(List.of(own.type(), own.load(), own.store())));
        return names;
    }

    /** A scope for the members of a struct. */
    NameAllocator memberScope() {
        return NameAllocator.hidingAllBut(typeNames());
    }

    /** A scope for the names within a function or kernel. */
    NameAllocator localScope(Stmt body, MathMode math) {
        Set<String> needed = typeNames();
        BodyUses uses = new BodyUses(body);
        Set<String> called = uses.called();
        constants.forEach((constant, name) -> {
            if (uses.isRead(constant)) {
                needed.add(name);
            }
        });
        functions.forEach((variant, name) -> {
            if (variant.math() == math && called.contains(variant.function().id())) {
                needed.add(name);
            }
        });
        return NameAllocator.hidingAllBut(needed);
    }

    Map<String, String> entryPoints() {
        return kernels;
    }

    String entryPoint(Kernel kernel) {
        return named(kernels.get(kernel.name()), kernel.name());
    }

    String uniformStruct(Kernel kernel) {
        return named(uniformStructs.get(kernel.name()), kernel.name());
    }

    String struct(Type.Struct struct) {
        return named(structs.get(struct), struct.name());
    }

    /** The names of a record that has a struct of its own in threadgroup memory. */
    ThreadgroupStorage.Names threadgroupStruct(Type.Struct struct) {
        return Objects.requireNonNull(threadgroupStructs.get(struct), struct.name());
    }

    String field(Type.Struct struct, int index) {
        return Objects.requireNonNull(fields.get(struct), struct.name()).get(index);
    }

    String function(FunctionVariant variant) {
        return named(functions.get(variant), variant.function().id());
    }

    /** The name of an array of constants. */
    String constant(Variable constant) {
        return named(constants.get(constant), constant.toString());
    }

    private static String named(@Nullable String name, String what) {
        if (name == null) {
            throw new AssertionError("no name for " + what);
        }
        return name;
    }
}
