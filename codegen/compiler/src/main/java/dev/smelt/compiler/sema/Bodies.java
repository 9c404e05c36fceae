package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.sema.flow.FlowRules;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.JavaParser;

/** The bodies of methods: parsed when they are needed, and checked for what Java says about their flow. */
final class Bodies {
    private Bodies() {}

    /** The body of a method that has one. */
    static JavaStmt.Block parse(MethodDecl method, Type result, MethodContext context) {
        Span span = method.body();
        if (span == null) {
            throw new AssertionError("no body: " + method.nameSpan());
        }
        int before = context.diagnostics().errorCount();
        JavaStmt.Block body = JavaParser.parseBody(span, context.diagnostics());
        // What is left of a body that doesn't parse would only be blamed for what is missing.
        if (context.diagnostics().errorCount() == before) {
            Constants.Evaluator constants = LocalConstants.in(method.parameters(), body, context);
            FlowRules.check(
                    method.parameters(),
                    !(result instanceof Type.NoValue),
                    body,
                    method.nameSpan(),
                    condition -> constants
                            .valueOf(condition)
                            .filter(Boolean.class::isInstance)
                            .map(Boolean.class::cast),
                    context.diagnostics());
        }
        return body;
    }

    /** A method's body is one block; the function's own block stands for it. */
    static Stmt.Block unwrapped(Stmt.Block block) {
        return block.statements().size() == 1 && block.statements().get(0) instanceof Stmt.Block only ? only : block;
    }

    /** The header of a method on one line, as comments show it. */
    static String signature(MethodDecl method) {
        return method.header().text().replaceAll("\\s+", " ").strip();
    }
}
