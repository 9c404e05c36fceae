package dev.smelt.compiler.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether control can run past the end of a statement, by the rules of the Java Language Specification (14.22), which
 * take a loop for endless only where its condition is the constant {@code true}.
 */
public final class Completion implements Stmt.Visitor<Boolean> {
    private final Set<Label> broken = new HashSet<>();
    private final Set<Label> continued = new HashSet<>();

    private Completion() {}

    /** Whether the statement can complete normally. */
    public static boolean canComplete(Stmt stmt) {
        return stmt.accept(new Completion());
    }

    private static boolean isTrue(Expr condition) {
        return condition instanceof Expr.Constant constant && Boolean.TRUE.equals(constant.value());
    }

    private boolean all(List<? extends Stmt> stmts) {
        for (Stmt stmt : stmts) {
            if (!stmt.accept(this)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean visitBlock(Stmt.Block stmt) {
        return all(stmt.statements());
    }

    @Override
    public Boolean visitDeclare(Stmt.Declare stmt) {
        return true;
    }

    @Override
    public Boolean visitDeclareArray(Stmt.DeclareArray stmt) {
        return true;
    }

    @Override
    public Boolean visitAssign(Stmt.Assign stmt) {
        return true;
    }

    @Override
    public Boolean visitStore(Stmt.Store stmt) {
        return true;
    }

    @Override
    public Boolean visitInvoke(Stmt.Invoke stmt) {
        return true;
    }

    @Override
    public Boolean visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        return true;
    }

    @Override
    public Boolean visitIf(Stmt.If stmt) {
        boolean then = stmt.then().accept(this);
        boolean otherwise = stmt.otherwise().accept(this);
        return then || otherwise;
    }

    @Override
    public Boolean visitFor(Stmt.For stmt) {
        stmt.body().accept(this);
        return !isTrue(stmt.condition()) || broken.contains(stmt.label());
    }

    @Override
    public Boolean visitDoWhile(Stmt.DoWhile stmt) {
        boolean reachesCondition = stmt.body().accept(this) || continued.contains(stmt.label());
        return (reachesCondition && !isTrue(stmt.condition())) || broken.contains(stmt.label());
    }

    @Override
    public Boolean visitLabeled(Stmt.Labeled stmt) {
        boolean completes = stmt.body().accept(this);
        return completes || broken.contains(stmt.label());
    }

    @Override
    public Boolean visitSwitch(Stmt.Switch stmt) {
        boolean lastCompletes = true;
        boolean hasDefault = false;
        for (Stmt.Switch.Group group : stmt.groups()) {
            lastCompletes = group.body().accept(this);
            hasDefault |= group.isDefault();
        }
        return lastCompletes || !hasDefault || broken.contains(stmt.label());
    }

    @Override
    public Boolean visitBreak(Stmt.Break stmt) {
        broken.add(stmt.label());
        return false;
    }

    @Override
    public Boolean visitContinue(Stmt.Continue stmt) {
        continued.add(stmt.label());
        return false;
    }

    @Override
    public Boolean visitReturn(Stmt.Return stmt) {
        return false;
    }
}
