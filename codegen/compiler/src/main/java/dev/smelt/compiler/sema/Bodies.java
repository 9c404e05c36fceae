package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.sema.flow.FlowRules;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.JavaParser;
import java.util.Optional;

/** The bodies of methods: parsed when they are needed, and checked for what Java says about their flow. */
final class Bodies {
    private Bodies() {}

    /** The body of a method that has one; empty and diagnosed if it doesn't parse. */
    static Optional<JavaStmt.Block> parse(MethodDecl method, Type result, MethodContext context) {
        Span span = method.body();
        if (span == null) {
            throw new AssertionError("no body: " + method.nameSpan());
        }
        Optional<JavaStmt.Block> body = JavaParser.parseBody(span, context.diagnostics());
        body.ifPresent(block -> {
            context.assignedNames = AssignedNames.in(block);
            checkFlow(method, result, block, context);
        });
        return body;
    }

    private static void checkFlow(MethodDecl method, Type result, JavaStmt.Block body, MethodContext context) {
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

    /** What a method was lowered to, without mistakes so far. */
    static Stmt.Block finished(Span span, MethodContext context) {
        return ArrayLifetimes.settle(unwrapped(context.code.finish(span)), context.diagnostics());
    }

    /** A method's body is one block; the function's own block stands for it. */
    private static Stmt.Block unwrapped(Stmt.Block block) {
        return block.statements().size() == 1 && block.statements().get(0) instanceof Stmt.Block only ? only : block;
    }

    /** The header of a method on one line, as comments show it. */
    static String signature(MethodDecl method) {
        return method.header().text().replaceAll("\\s+", " ").strip();
    }
}
