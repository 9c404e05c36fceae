package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each {@code break}, {@code continue} and {@code yield} leaves (JLS 14.15, 14.16, 14.21), and reports those
 * that have nothing to leave, or that would leave a switch expression without a value (JLS 15.28).
 */
final class JumpRule extends JavaWalker {
    private final Diagnostics diagnostics;
    private final JumpDestinations targets = new JumpDestinations();
    /** What stands around the present place and matters to jumps, innermost first. */
    private final Deque<Enclosing> enclosing = new ArrayDeque<>();

    private JumpRule(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static JumpDestinations check(JavaStmt.Block body, Diagnostics diagnostics) {
        JumpRule rule = new JumpRule(diagnostics);
        rule.walk(body);
        return rule.targets;
    }

    /** A loop, a switch or a labelled statement; or a switch expression, which jumps other than yield can't leave. */
    private record Enclosing(
            JavaStmt.@Nullable Labeled label,
            @Nullable JavaStmt loop,
            JavaStmt.@Nullable Switch choice,
            JavaExpr.@Nullable Switch value) {}

    @Override
    public Void visitBreak(JavaStmt.Break stmt) {
        boolean leavesValue = false;
        for (Enclosing around : enclosing) {
            JavaStmt target = stmt.label() == null
                    ? (around.loop != null ? around.loop : around.choice)
                    : (around.label != null && around.label.label().equals(stmt.label()) ? around.label : null);
            if (target != null && !leavesValue) {
                targets.put(stmt, target);
                return null;
            }
            leavesValue |= around.value != null;
            if (target != null) {
                reportLeavingValue(stmt, "break");
                return null;
            }
        }
        if (stmt.label() != null) {
            reportUndefined(stmt, stmt.label(), "break");
        } else if (leavesValue) {
            reportLeavingValue(stmt, "break");
        } else {
            diagnostics.report(
                    Code.JUMP_OUTSIDE,
                    stmt.span(),
                    "break stands outside of every loop and switch",
                    "write 'return' to leave the method, or remove it");
        }
        return null;
    }

    @Override
    public Void visitContinue(JavaStmt.Continue stmt) {
        boolean leavesValue = false;
        for (Enclosing around : enclosing) {
            boolean found = stmt.label() == null
                    ? around.loop != null
                    : around.label != null && around.label.label().equals(stmt.label());
            leavesValue |= around.value != null;
            if (!found) {
                continue;
            }
            JavaStmt loop = around.label == null ? around.loop : loopUnder(around.label);
            if (loop == null) {
                diagnostics.report(
                        Code.CONTINUE_TO_NON_LOOP,
                        stmt.span(),
                        "label '" + stmt.label() + "' is not the label of a loop, so continue cannot go there",
                        "write 'break " + stmt.label() + "' to leave that statement, or put the label before a loop");
            } else if (leavesValue) {
                reportLeavingValue(stmt, "continue");
            } else {
                targets.put(stmt, loop);
            }
            return null;
        }
        if (stmt.label() != null) {
            reportUndefined(stmt, stmt.label(), "continue");
        } else if (leavesValue) {
            reportLeavingValue(stmt, "continue");
        } else {
            diagnostics.report(
                    Code.JUMP_OUTSIDE,
                    stmt.span(),
                    "continue stands outside of every loop",
                    "put it into a loop, write 'break' to leave a switch, or 'return' to leave the method");
        }
        return null;
    }

    @Override
    public Void visitYield(JavaStmt.Yield stmt) {
        for (Enclosing around : enclosing) {
            if (around.value != null) {
                targets.put(stmt, around.value);
                return super.visitYield(stmt);
            }
        }
        diagnostics.report(
                Code.YIELD_OUTSIDE,
                stmt.span(),
                "yield stands outside of every switch expression",
                "write 'return' to end the method with a value, or 'break' to leave a switch statement");
        return super.visitYield(stmt);
    }

    private void reportLeavingValue(JavaStmt stmt, String jump) {
        diagnostics.report(
                Code.JUMP_OUT_OF_SWITCH,
                stmt.span(),
                jump + " cannot leave a switch expression, which must give a value",
                "end the case with 'yield', and " + jump + " after the switch");
    }

    private void reportUndefined(JavaStmt stmt, String label, String jump) {
        diagnostics.report(
                Code.UNDEFINED_LABEL,
                stmt.span(),
                "no statement around this " + jump + " has the label '" + label + "'",
                "put '" + label + ":' before the loop that is meant, or write '" + jump + ";' for the innermost one");
    }

    private static @Nullable JavaStmt loopUnder(JavaStmt.Labeled label) {
        JavaStmt body = label.body();
        boolean isLoop = body instanceof JavaStmt.While
                || body instanceof JavaStmt.DoWhile
                || body instanceof JavaStmt.For
                || body instanceof JavaStmt.ForEach;
        return isLoop ? body : null;
    }

    @Override
    public Void visitWhile(JavaStmt.While stmt) {
        walk(stmt.condition());
        walkBody(stmt, stmt.body());
        return null;
    }

    @Override
    public Void visitDoWhile(JavaStmt.DoWhile stmt) {
        walkBody(stmt, stmt.body());
        walk(stmt.condition());
        return null;
    }

    @Override
    public Void visitFor(JavaStmt.For stmt) {
        walkStmts(stmt.init());
        walk(stmt.condition());
        walkExprs(stmt.update());
        walkBody(stmt, stmt.body());
        return null;
    }

    @Override
    public Void visitForEach(JavaStmt.ForEach stmt) {
        walk(stmt.array());
        walkBody(stmt, stmt.body());
        return null;
    }

    private void walkBody(JavaStmt loop, JavaStmt body) {
        enclosing.push(new Enclosing(null, loop, null, null));
        walk(body);
        enclosing.pop();
    }

    @Override
    public Void visitLabeled(JavaStmt.Labeled stmt) {
        enclosing.push(new Enclosing(stmt, null, null, null));
        super.visitLabeled(stmt);
        enclosing.pop();
        return null;
    }

    @Override
    public Void visitSwitch(JavaStmt.Switch stmt) {
        walk(stmt.selector());
        enclosing.push(new Enclosing(null, null, stmt, null));
        walkCases(stmt.cases());
        enclosing.pop();
        return null;
    }

    @Override
    public Void visitSwitch(JavaExpr.Switch expr) {
        walk(expr.selector());
        enclosing.push(new Enclosing(null, null, null, expr));
        walkCases(expr.cases());
        enclosing.pop();
        return null;
    }
}
