package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes parts out of expressions and puts them before the statement, in Java's order of evaluation. What may be left out
 * at run time stays where it is: operands of {@code &&}, {@code ||} and {@code ?:}, and the heads of loops.
 */
abstract class Hoisting extends Rewriter {
    private List<Stmt> before = new ArrayList<>();

    /** Whether anything is taken out of a statement of the body, the very node. */
    abstract boolean isHoisted(Stmt stmt);

    /** Puts a statement before the present one. */
    final void put(Stmt stmt) {
        before.add(stmt);
    }

    /** What is written for a statement when its expressions are done. */
    Stmt finish(Stmt stmt) {
        return stmt;
    }

    @Override
    public final Stmt visitBlock(Stmt.Block stmt) {
        List<Stmt> around = before;
        List<Stmt> stmts = new ArrayList<>();
        before = stmts;
        for (Stmt each : stmt.statements()) {
            Stmt rewritten = isSimple(each) && !isHoisted(each) ? each : finish(rewrite(each));
            stmts.add(rewritten);
        }
        before = around;
        return new Stmt.Block(stmts, stmt.span());
    }

    private static boolean isSimple(Stmt stmt) {
        return stmt instanceof Stmt.Declare
                || stmt instanceof Stmt.DeclareArray
                || stmt instanceof Stmt.Assign
                || stmt instanceof Stmt.Store
                || stmt instanceof Stmt.Invoke
                || stmt instanceof Stmt.InvokeBuiltin
                || stmt instanceof Stmt.Return;
    }

    @Override
    public final Stmt visitIf(Stmt.If stmt) {
        Expr condition = isHoisted(stmt) ? rewrite(stmt.condition()) : stmt.condition();
        return new Stmt.If(condition, rewriteBlock(stmt.then()), rewriteBlock(stmt.otherwise()), stmt.span());
    }

    /** Called before the body of a loop. */
    void enterLoop(Label label) {}

    /** Called behind the body of a loop. */
    void leaveLoop() {}

    private Stmt.Block round(Label label, Stmt.Block body) {
        enterLoop(label);
        Stmt.Block rewritten = rewriteBlock(body);
        leaveLoop();
        return rewritten;
    }

    @Override
    public final Stmt visitFor(Stmt.For stmt) {
        Stmt.Block body = round(stmt.label(), stmt.body());
        return new Stmt.For(stmt.label(), stmt.init(), stmt.condition(), stmt.update(), body, stmt.span());
    }

    @Override
    public final Stmt visitDoWhile(Stmt.DoWhile stmt) {
        return new Stmt.DoWhile(stmt.label(), round(stmt.label(), stmt.body()), stmt.condition(), stmt.span());
    }

    @Override
    public final Stmt visitSwitch(Stmt.Switch stmt) {
        List<Stmt.Switch.Group> groups = stmt.groups().stream()
                .map(group -> new Stmt.Switch.Group(group.labels(), group.isDefault(), rewriteBlock(group.body())))
                .toList();
        return new Stmt.Switch(stmt.label(), stmt.selector(), groups, stmt.span());
    }

    @Override
    public final Expr visitLogical(Expr.Logical expr) {
        return new Expr.Logical(expr.and(), rewrite(expr.left()), expr.right(), expr.span());
    }

    @Override
    public Expr visitConditional(Expr.Conditional expr) {
        return new Expr.Conditional(rewrite(expr.condition()), expr.then(), expr.otherwise(), expr.span());
    }

    /** Declares a variable before the statement, for what is put there next. */
    final Expr.Read declared(Variable variable, @Nullable Expr value, Expr from) {
        put(new Stmt.Declare(variable, value, from.span()));
        return new Expr.Read(variable, from.span());
    }
}
