package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives variables and labels of a body other ids. What is not renamed stays as it is. */
class Renaming extends Rewriter {
    private final Map<Variable, Variable> variables = new HashMap<>();
    private final Map<Label, Label> labels = new HashMap<>();

    void rename(Variable from, Variable to) {
        variables.put(from, to);
    }

    void rename(Label from, Label to) {
        labels.put(from, to);
    }

    private Variable of(Variable variable) {
        return variables.getOrDefault(variable, variable);
    }

    private @Nullable Variable ofResult(@Nullable Variable result) {
        return result == null ? null : of(result);
    }

    private Label of(Label label) {
        return labels.getOrDefault(label, label);
    }

    @Override
    public Expr visitRead(Expr.Read expr) {
        return new Expr.Read(of(expr.variable()), expr.span());
    }

    @Override
    public Stmt visitDeclare(Stmt.Declare stmt) {
        Stmt.Declare inner = (Stmt.Declare) super.visitDeclare(stmt);
        return new Stmt.Declare(of(stmt.variable()), inner.value(), stmt.span());
    }

    @Override
    public Stmt visitDeclareArray(Stmt.DeclareArray stmt) {
        return new Stmt.DeclareArray(of(stmt.variable()), stmt.length(), rewriteExprs(stmt.values()), stmt.span());
    }

    @Override
    public Stmt visitAssign(Stmt.Assign stmt) {
        return new Stmt.Assign(of(stmt.variable()), rewrite(stmt.value()), stmt.span());
    }

    @Override
    public Stmt visitInvoke(Stmt.Invoke stmt) {
        return new Stmt.Invoke(stmt.function(), rewriteExprs(stmt.arguments()), ofResult(stmt.result()), stmt.span());
    }

    @Override
    public Stmt visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        return new Stmt.InvokeBuiltin(
                stmt.builtin(), rewriteExprs(stmt.arguments()), ofResult(stmt.result()), stmt.span());
    }

    @Override
    public Stmt visitFor(Stmt.For stmt) {
        Stmt.For inner = (Stmt.For) super.visitFor(stmt);
        return new Stmt.For(
                of(stmt.label()), inner.init(), inner.condition(), inner.update(), inner.body(), stmt.span());
    }

    @Override
    public Stmt visitDoWhile(Stmt.DoWhile stmt) {
        return new Stmt.DoWhile(of(stmt.label()), rewriteBlock(stmt.body()), rewrite(stmt.condition()), stmt.span());
    }

    @Override
    public Stmt visitLabeled(Stmt.Labeled stmt) {
        return new Stmt.Labeled(of(stmt.label()), rewriteBlock(stmt.body()), stmt.span());
    }

    @Override
    public Stmt visitSwitch(Stmt.Switch stmt) {
        List<Stmt.Switch.Group> groups = stmt.groups().stream()
                .map(group -> new Stmt.Switch.Group(group.labels(), group.isDefault(), rewriteBlock(group.body())))
                .toList();
        return new Stmt.Switch(of(stmt.label()), rewrite(stmt.selector()), groups, stmt.span());
    }

    @Override
    public Stmt visitBreak(Stmt.Break stmt) {
        return new Stmt.Break(of(stmt.label()), stmt.span());
    }

    @Override
    public Stmt visitContinue(Stmt.Continue stmt) {
        return new Stmt.Continue(of(stmt.label()), stmt.span());
    }
}
