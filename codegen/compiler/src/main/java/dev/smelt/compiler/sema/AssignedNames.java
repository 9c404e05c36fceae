package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
import java.util.HashSet;
import java.util.Set;

/**
 * The simple names that a body assigns. A local array of another name stands for one array alone, and needs no second
 * variable.
 */
final class AssignedNames extends JavaWalker {
    private final Set<String> names = new HashSet<>();

    private AssignedNames() {}

    static Set<String> in(JavaStmt.Block body) {
        AssignedNames assigned = new AssignedNames();
        assigned.walk(body);
        return assigned.names;
    }

    @Override
    public Void visitAssign(JavaExpr.Assign expr) {
        if (expr.target() instanceof JavaExpr.Name name) {
            names.add(name.identifier());
        }
        return super.visitAssign(expr);
    }
}
