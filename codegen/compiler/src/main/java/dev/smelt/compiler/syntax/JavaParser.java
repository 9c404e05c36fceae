package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.*;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.*;

public final class JavaParser {
    public static CompilationUnit parseFile(SourceFile file, Diagnostics diagnostics) {
        throw new AssertionError();
    }

    public static JavaStmt.Block parseBody(Span span, Diagnostics diagnostics) {
        throw new AssertionError();
    }

    public static JavaExpr parseExpression(Span span, Diagnostics diagnostics) {
        throw new AssertionError();
    }
}
