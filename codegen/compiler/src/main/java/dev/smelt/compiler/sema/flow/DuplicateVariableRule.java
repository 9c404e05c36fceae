package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.SwitchCase;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.Span;
import java.util.List;

/** A local or parameter may not be declared again within its scope (JLS 6.4): Java's locals don't shadow each other. */
final class DuplicateVariableRule extends JavaWalker {
    private final Diagnostics diagnostics;
    private final Scopes<Span> scopes = new Scopes<>();

    private DuplicateVariableRule(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void check(List<Parameter> parameters, JavaStmt.Block body, Diagnostics diagnostics) {
        DuplicateVariableRule rule = new DuplicateVariableRule(diagnostics);
        for (Parameter parameter : parameters) {
            rule.declare(parameter.name(), parameter.nameSpan());
        }
        rule.walk(body);
    }

    private void declare(String name, Span place) {
        Span first = scopes.declare(name, place);
        if (first != null) {
            diagnostics.report(
                    Code.DUPLICATE_VARIABLE,
                    place,
                    "'" + name + "' is already declared in this method, at line " + first.line(),
                    "give one of the two another name, or assign to the first without declaring it again");
        }
    }

    @Override
    public Void visitLocal(JavaStmt.Local stmt) {
        for (JavaStmt.Local.Declarator declarator : stmt.declarators()) {
            declare(declarator.name(), declarator.nameSpan());
            walk(declarator.initializer());
        }
        return null;
    }

    @Override
    public Void visitBlock(JavaStmt.Block stmt) {
        scopes.open();
        super.visitBlock(stmt);
        scopes.close();
        return null;
    }

    @Override
    public Void visitFor(JavaStmt.For stmt) {
        scopes.open();
        super.visitFor(stmt);
        scopes.close();
        return null;
    }

    @Override
    public Void visitForEach(JavaStmt.ForEach stmt) {
        walk(stmt.array());
        scopes.open();
        declare(stmt.name(), stmt.nameSpan());
        walk(stmt.body());
        scopes.close();
        return null;
    }

    @Override
    public Void visitSwitch(JavaStmt.Switch stmt) {
        walk(stmt.selector());
        groups(stmt.cases());
        return null;
    }

    @Override
    public Void visitSwitch(JavaExpr.Switch expr) {
        walk(expr.selector());
        groups(expr.cases());
        return null;
    }

    /** Groups with colons share one scope; each arrow has its own. */
    private void groups(List<SwitchCase> cases) {
        scopes.open();
        for (SwitchCase group : cases) {
            if (group.arrow()) {
                scopes.open();
            }
            walkExprs(group.labels());
            walkStmts(group.body());
            if (group.arrow()) {
                scopes.close();
            }
        }
        scopes.close();
    }
}
