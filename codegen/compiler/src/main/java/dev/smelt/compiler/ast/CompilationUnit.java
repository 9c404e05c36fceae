package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.SourceFile;
import java.util.List;

/**
 * One source file: what it declares, with bodies and initialisers left as places in the text, to be parsed when a
 * kernel needs them.
 *
 * @param packageName dotted; empty for the unnamed package
 */
public record CompilationUnit(SourceFile file, String packageName, List<Import> imports, List<TypeDecl> types) {
    public CompilationUnit {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
    }
}
