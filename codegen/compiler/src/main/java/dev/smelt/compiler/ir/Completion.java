package dev.smelt.compiler.ir;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether control can run past the end of a statement, by the rules of the Java language (JLS 17, section 14.22), which
 * take a loop for endless only where its condition is constant. javac refuses statements behind one that cannot complete:
 * they are never run. An instance remembers what it has found, for statements that are asked about many times.
 */
public final class Completion implements Stmt.Visitor<Boolean> {
    private final IdentityHashMap<Stmt, Boolean> known = new IdentityHashMap<>();
    private final Set<Label> broken = new HashSet<>();
    private final Set<Label> continued = new HashSet<>();

    /** Whether the statement can complete normally. */
    public static boolean canComplete(Stmt stmt) {
        return new Completion().completes(stmt);
    }

    /** The same. Jumps are known of what was asked about: the statements of a body are asked about in their order. */
    public boolean completes(Stmt stmt) {
        Boolean completes = known.get(stmt);
        if (completes == null) {
            completes = stmt.accept(this);
            known.put(stmt, completes);
        }
        return completes;
    }

    /** The statements up to the first that cannot complete. */
    public List<Stmt> reachable(List<? extends Stmt> stmts) {
        for (int i = 0; i < stmts.size(); i++) {
            if (!completes(stmts.get(i))) {
                return List.copyOf(stmts.subList(0, i + 1));
            }
        }
        return List.copyOf(stmts);
    }

    private boolean allComplete(List<? extends Stmt> stmts) {
        return stmts.stream().allMatch(this::completes);
    }

    /** The value that javac, too, sees in a condition; empty if there is none. */
    public static Optional<Boolean> truth(Expr condition) {
        if (condition instanceof Expr.Constant constant) {
            return Optional.of((Boolean) constant.value());
        }
        if (condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return truth(unary.operand()).map(value -> !value);
        }
        return Optional.empty();
    }

    private static boolean isAlways(Expr condition) {
        return truth(condition).orElse(false);
    }

    @Override
    public Boolean visitBlock(Stmt.Block stmt) {
        return allComplete(stmt.statements());
    }

    @Override
    public Boolean visitDeclare(Stmt.Declare stmt) {
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
    public Boolean visitDeclareArray(Stmt.DeclareArray stmt) {
        return true;
    }

    @Override
    public Boolean visitIf(Stmt.If stmt) {
        boolean then = completes(stmt.then());
        boolean otherwise = completes(stmt.otherwise());
        return then || otherwise;
    }

    @Override
    public Boolean visitFor(Stmt.For stmt) {
        if (!allComplete(stmt.init())) {
            return false;
        }
        if (truth(stmt.condition()).equals(Optional.of(false))) {
            return true;
        }
        completes(stmt.body());
        return !isAlways(stmt.condition()) || broken.contains(stmt.label());
    }

    @Override
    public Boolean visitDoWhile(Stmt.DoWhile stmt) {
        boolean reachesCondition = completes(stmt.body()) || continued.contains(stmt.label());
        return (reachesCondition && !isAlways(stmt.condition())) || broken.contains(stmt.label());
    }

    @Override
    public Boolean visitLabeled(Stmt.Labeled stmt) {
        return completes(stmt.body()) || broken.contains(stmt.label());
    }

    @Override
    public Boolean visitSwitch(Stmt.Switch stmt) {
        boolean completes = true;
        boolean hasDefault = false;
        for (Stmt.Switch.Group group : stmt.groups()) {
            completes = completes(group.body());
            hasDefault |= group.isDefault();
        }
        return completes || !hasDefault || broken.contains(stmt.label());
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
