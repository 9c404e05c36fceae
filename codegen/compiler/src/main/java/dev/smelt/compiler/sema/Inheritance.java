package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.Modifiers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Which members of its supertypes a type has as well (JLS 8.2, 8.3, 8.4.8 and 9.3). */
final class Inheritance {
    private final TypeNames typeNames;
    /** By identity: a symbol is a whole tree, long to compare. */
    private final IdentityHashMap<TypeSymbol, List<TypeSymbol>> known = new IdentityHashMap<>();

    Inheritance(TypeNames typeNames) {
        this.typeNames = typeNames;
    }

    /** The type and all that it inherits from, the nearest first. */
    List<TypeSymbol> lineage(TypeSymbol type) {
        List<TypeSymbol> lineage = known.get(type);
        if (lineage == null) {
            known.put(type, List.of(type)); // what a type that inherits from itself finds
            IdentityHashMap<TypeSymbol, Boolean> seen = new IdentityHashMap<>();
            List<TypeSymbol> found = new ArrayList<>();
            List<TypeSymbol> level = List.of(type);
            while (!level.isEmpty()) {
                List<TypeSymbol> next = new ArrayList<>();
                for (TypeSymbol each : level) {
                    if (seen.put(each, true) == null) {
                        found.add(each);
                        next.addAll(typeNames.supertypes(each));
                    }
                }
                level = next;
            }
            lineage = List.copyOf(found);
            known.put(type, lineage);
        }
        return lineage;
    }

    /** Whether a type inherits what {@code owner}, another type of its lineage, declares with these modifiers. */
    static boolean isInherited(TypeSymbol type, TypeSymbol owner, Modifiers modifiers) {
        if (modifiers.has("private")) {
            return false;
        }
        boolean everywhere = owner.isInterface() || modifiers.has("public") || modifiers.has("protected");
        return everywhere || owner.unit().packageName().equals(type.unit().packageName());
    }
}
