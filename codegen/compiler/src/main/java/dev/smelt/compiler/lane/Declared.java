package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a body declares: its variables, and the labels of its statements; and how large it is. */
final class Declared extends Walker {
    private final Set<Variable> variables = new LinkedHashSet<>();
    private final Set<Label> labels = new LinkedHashSet<>();

    private int statements;

    private Declared() {}

    static Declared in(Stmt body) {
        Declared declared = new Declared();
        declared.walk(body);
        return declared;
    }

    Set<Variable> variables() {
        return variables;
    }

    Set<Label> labels() {
        return labels;
    }

    /** How many statements there are in it. */
    int statements() {
        return statements;
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        statements += 1 + stmt.statements().size();
        return super.visitBlock(stmt);
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        variables.add(stmt.variable());
        return super.visitDeclare(stmt);
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        variables.add(stmt.variable());
        return super.visitDeclareArray(stmt);
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        labels.add(stmt.label());
        return super.visitFor(stmt);
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        labels.add(stmt.label());
        return super.visitDoWhile(stmt);
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        labels.add(stmt.label());
        return super.visitLabeled(stmt);
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        labels.add(stmt.label());
        return super.visitSwitch(stmt);
    }
}
