package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.TypeDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All types of the sources, by their qualified names. */
final class Program {
    private final Map<String, TypeSymbol> types = new LinkedHashMap<>();

    Program(List<CompilationUnit> units) {
        for (CompilationUnit unit : units) {
            unit.types().forEach(type -> add(unit, null, type));
        }
    }

    private void add(CompilationUnit unit, @Nullable TypeSymbol outer, TypeDecl decl) {
        TypeSymbol symbol = new TypeSymbol(unit, outer, decl);
        // A type declared twice is javac's to report; the first is as good as the second.
        types.putIfAbsent(symbol.qualifiedName(), symbol);
        decl.types().forEach(nested -> add(unit, symbol, nested));
    }

    Optional<TypeSymbol> type(String qualifiedName) {
        return Optional.ofNullable(types.get(qualifiedName));
    }

    /** All types, outer before nested, in the order of the sources. */
    List<TypeSymbol> types() {
        return new ArrayList<>(types.values());
    }
}
