package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.dsl.MathMode;
import java.util.ArrayList;
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
    private final Map<FunctionVariant, String> functions = new HashMap<>();

    ModuleNames(KernelModule module, Set<FunctionVariant> variants, Iterable<Type.Struct> usedStructs) {
        module.kernels().forEach(kernel -> kernels.put(kernel.name(), scope.allocate(kernel.name())));
        module.kernels()
                .forEach(kernel -> uniformStructs.put(kernel.name(), scope.allocate(entryPoint(kernel) + "_uniforms")));
        usedStructs.forEach(struct -> structs.put(struct, scope.allocate(simpleName(struct))));
        usedStructs.forEach(struct -> fields.put(struct, fieldNames(struct)));
        Set<String> inBothModes = new HashSet<>();
        for (FunctionVariant variant : variants) {
            if (variant.math() == MathMode.FAST && variants.contains(variant.in(MathMode.JAVA))) {
                inBothModes.add(variant.function().id());
            }
        }
        for (FunctionVariant variant : variants) {
            boolean fast = variant.math() == MathMode.FAST
                    && inBothModes.contains(variant.function().id());
            String name = variant.function().name();
            String unlikeKernels = kernels.containsKey(name) ? name + "_function" : name;
            functions.put(variant, scope.allocate(fast ? unlikeKernels + "_fast" : unlikeKernels));
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
        return names;
    }

    /** A scope for the members of a struct. */
    NameAllocator memberScope() {
        return NameAllocator.hidingAllBut(typeNames());
    }

    /** A scope for the names within a function or kernel. */
    NameAllocator localScope(Stmt body, MathMode math) {
        Set<String> needed = typeNames();
        Set<String> called = new BodyUses(body).called();
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

    String field(Type.Struct struct, int index) {
        return Objects.requireNonNull(fields.get(struct), struct.name()).get(index);
    }

    String function(FunctionVariant variant) {
        return named(functions.get(variant), variant.function().id());
    }

    private static String named(@Nullable String name, String what) {
        if (name == null) {
            throw new AssertionError("no name for " + what);
        }
        return name;
    }
}
