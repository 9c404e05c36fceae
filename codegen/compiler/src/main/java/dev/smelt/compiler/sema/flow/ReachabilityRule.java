package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
import dev.smelt.compiler.ast.SwitchCase;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.Span;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every statement must be reachable (JLS 14.22); the end of a method with a result must not be (JLS 8.4.7), nor the end
 * of a switch expression (JLS 15.28.1). Conditions count only if they are constant expressions, and those of {@code if}
 * not even then.
 */
final class ReachabilityRule extends JavaWalker {
    private final JumpDestinations jumps;
    private final LogicalConstants constants;
    private final Diagnostics diagnostics;

    private Liveness alive = Liveness.ALIVE;
    /** From where each loop, switch and labelled statement is left by {@code break}, as far as was walked. */
    private final IdentityHashMap<JavaStmt, Liveness> breaks = new IdentityHashMap<>();

    private final IdentityHashMap<JavaStmt, Liveness> continues = new IdentityHashMap<>();
    private final IdentityHashMap<JavaExpr.Switch, Liveness> yields = new IdentityHashMap<>();
    /** How often Java was met that kernels don't have, which may hide a jump to any statement around it. */
    private int unsupported;

    private ReachabilityRule(JumpDestinations jumps, LogicalConstants constants, Diagnostics diagnostics) {
        this.jumps = jumps;
        this.constants = constants;
        this.diagnostics = diagnostics;
    }

    static void check(
            boolean returnsValue,
            JavaStmt.Block body,
            Span methodName,
            JumpDestinations jumps,
            LogicalConstants constants,
            Diagnostics diagnostics) {
        ReachabilityRule rule = new ReachabilityRule(jumps, constants, diagnostics);
        rule.walk(body);
        if (returnsValue && rule.alive == Liveness.ALIVE) {
            diagnostics.report(
                    Code.MISSING_RETURN,
                    closingBrace(body.span()),
                    "'" + methodName.text() + "' can end here without returning a value",
                    "write a 'return' with a value here, or on every path that leads here");
        }
    }

    private static Span closingBrace(Span braces) {
        return new Span(braces.file(), Math.max(braces.start(), braces.end() - 1), braces.end());
    }

    private void statement(JavaStmt stmt) {
        if (alive == Liveness.DEAD) {
            diagnostics.report(
                    Code.UNREACHABLE,
                    stmt.span(),
                    "this statement can never be reached",
                    "remove it, or change what stands before it so that a path leads here");
            alive = Liveness.UNKNOWN;
        }
        walk(stmt);
    }

    @Override
    public Void visitBlock(JavaStmt.Block stmt) {
        stmt.statements().forEach(this::statement);
        return null;
    }

    @Override
    public Void visitIf(JavaStmt.If stmt) {
        walk(stmt.condition());
        Liveness before = alive;
        statement(stmt.then());
        Liveness afterThen = alive;
        alive = before;
        if (stmt.otherwise() != null) {
            statement(stmt.otherwise());
        }
        alive = alive.or(afterThen);
        return null;
    }

    @Override
    public Void visitWhile(JavaStmt.While stmt) {
        int before = unsupported;
        walk(stmt.condition());
        Liveness entered = alive;
        loopBody(stmt.body(), stmt.condition());
        alive = leaveLoop(stmt, stmt.condition(), entered, before);
        return null;
    }

    @Override
    public Void visitFor(JavaStmt.For stmt) {
        int before = unsupported;
        walkStmts(stmt.init());
        walk(stmt.condition());
        Liveness entered = alive;
        loopBody(stmt.body(), stmt.condition());
        walkExprs(stmt.update());
        alive = leaveLoop(stmt, stmt.condition(), entered, before);
        return null;
    }

    private void loopBody(JavaStmt body, @Nullable JavaExpr condition) {
        if (condition != null && constants.isFalse(condition)) {
            alive = Liveness.DEAD;
        }
        statement(body);
    }

    /** Behind a loop that tests its condition first; without a condition it loops forever. */
    private Liveness leaveLoop(JavaStmt loop, @Nullable JavaExpr condition, Liveness entered, int unsupportedBefore) {
        boolean forever = condition == null || constants.isTrue(condition);
        return left(loop, unsupportedBefore).or(forever ? Liveness.DEAD : entered);
    }

    /** Whether something in a statement jumps to its end. */
    private Liveness left(JavaStmt stmt, int unsupportedBefore) {
        Liveness jumped = breaks.getOrDefault(stmt, Liveness.DEAD);
        return unsupported == unsupportedBefore ? jumped : jumped.or(Liveness.UNKNOWN);
    }

    @Override
    public Void visitDoWhile(JavaStmt.DoWhile stmt) {
        int before = unsupported;
        statement(stmt.body());
        Liveness tested = alive.or(continues.getOrDefault(stmt, Liveness.DEAD));
        walk(stmt.condition());
        alive = left(stmt, before).or(constants.isTrue(stmt.condition()) ? Liveness.DEAD : tested);
        return null;
    }

    @Override
    public Void visitForEach(JavaStmt.ForEach stmt) {
        walk(stmt.array());
        Liveness entered = alive;
        statement(stmt.body());
        alive = entered;
        return null;
    }

    @Override
    public Void visitLabeled(JavaStmt.Labeled stmt) {
        int before = unsupported;
        statement(stmt.body());
        alive = alive.or(left(stmt, before));
        return null;
    }

    @Override
    public Void visitSwitch(JavaStmt.Switch stmt) {
        int before = unsupported;
        walk(stmt.selector());
        Liveness entered = alive;
        Liveness ended = Liveness.DEAD;
        boolean hasDefault = false;
        for (SwitchCase group : stmt.cases()) {
            hasDefault |= group.isDefault();
            alive = entered;
            group.body().forEach(this::statement);
            if (group.arrow()) {
                ended = ended.or(alive);
                alive = Liveness.DEAD;
            }
        }
        alive = alive.or(ended).or(left(stmt, before));
        if (!hasDefault) {
            alive = alive.or(entered);
        }
        return null;
    }

    @Override
    public Void visitSwitch(JavaExpr.Switch expr) {
        int before = unsupported;
        walk(expr.selector());
        Liveness entered = alive;
        List<SwitchCase> cases = expr.cases();
        boolean ended = false;
        for (int i = 0; i < cases.size(); i++) {
            SwitchCase group = cases.get(i);
            alive = entered;
            group.body().forEach(this::statement);
            if (alive == Liveness.ALIVE && (group.arrow() || i == cases.size() - 1)) {
                ended = true;
                reportNoValue(group.arrow() ? group.span() : expr.span());
            }
        }
        alive = entered;
        boolean gives = yields.containsKey(expr) || unsupported != before;
        if (!gives && !ended) {
            diagnostics.report(
                    Code.SWITCH_WITHOUT_VALUE,
                    expr.span(),
                    "no case of this switch expression gives a value",
                    "end a case with 'yield' and a value");
        }
        return null;
    }

    private void reportNoValue(Span braces) {
        diagnostics.report(
                Code.SWITCH_WITHOUT_VALUE,
                closingBrace(braces),
                "this switch expression can end here without a value",
                "write 'yield' and a value here, or on every path that leads here");
    }

    @Override
    public Void visitReturn(JavaStmt.Return stmt) {
        super.visitReturn(stmt);
        alive = Liveness.DEAD;
        return null;
    }

    @Override
    public Void visitBreak(JavaStmt.Break stmt) {
        jump(breaks, jumps.of(stmt));
        return null;
    }

    @Override
    public Void visitContinue(JavaStmt.Continue stmt) {
        jump(continues, jumps.of(stmt));
        return null;
    }

    @Override
    public Void visitYield(JavaStmt.Yield stmt) {
        super.visitYield(stmt);
        jump(yields, jumps.of(stmt));
        return null;
    }

    /** Behind a jump that was reported, nothing more is said. */
    private <T> void jump(IdentityHashMap<T, Liveness> exits, @Nullable T target) {
        if (target == null) {
            alive = Liveness.UNKNOWN;
        } else {
            exits.merge(target, alive, Liveness::or);
            alive = Liveness.DEAD;
        }
    }

    @Override
    public Void visitUnsupported(JavaStmt.Unsupported stmt) {
        unsupported++;
        alive = Liveness.UNKNOWN;
        return null;
    }
}
