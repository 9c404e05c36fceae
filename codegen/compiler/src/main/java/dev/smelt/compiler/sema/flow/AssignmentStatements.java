package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.SwitchCase;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Definite assignment by statements (JLS 16.2). */
final class AssignmentStatements implements JavaStmt.Visitor<Void> {
    private final DefiniteAssignmentRule rule;
    private final AssignmentTracker tracker;
    private final AssignmentExits exits;

    AssignmentStatements(DefiniteAssignmentRule rule, AssignmentTracker tracker, AssignmentExits exits) {
        this.rule = rule;
        this.tracker = tracker;
        this.exits = exits;
    }

    @Override
    public Void visitBlock(JavaStmt.Block stmt) {
        tracker.openScope();
        stmt.statements().forEach(rule::walk);
        tracker.closeScope();
        return null;
    }

    @Override
    public Void visitLocal(JavaStmt.Local stmt) {
        for (JavaStmt.Local.Declarator declarator : stmt.declarators()) {
            JavaExpr initializer = declarator.initializer();
            LocalVariable variable = tracker.declare(declarator.name(), kind(stmt.modifiers(), initializer != null));
            if (initializer != null) {
                rule.value(initializer);
                tracker.now().assign(variable);
            }
        }
        return null;
    }

    private static LocalVariable.Kind kind(Modifiers modifiers, boolean initialized) {
        if (!modifiers.has("final")) {
            return LocalVariable.Kind.PLAIN;
        }
        return initialized ? LocalVariable.Kind.CONSTANT : LocalVariable.Kind.FINAL;
    }

    @Override
    public Void visitExpression(JavaStmt.Expression stmt) {
        rule.value(stmt.expr());
        return null;
    }

    @Override
    public Void visitIf(JavaStmt.If stmt) {
        Branches branches = rule.condition(stmt.condition());
        tracker.goTo(branches.whenTrue());
        rule.walk(stmt.then());
        Assignments afterThen = tracker.now();
        tracker.goTo(branches.whenFalse());
        if (stmt.otherwise() != null) {
            rule.walk(stmt.otherwise());
        }
        tracker.now().join(afterThen);
        return null;
    }

    @Override
    public Void visitWhile(JavaStmt.While stmt) {
        AssignmentTracker.Loop loop = tracker.enterLoop();
        Branches branches = rule.condition(stmt.condition());
        tracker.goTo(branches.whenTrue());
        rule.walk(stmt.body());
        exits.joinContinues(stmt);
        repeat(loop);
        tracker.goTo(branches.whenFalse());
        exits.joinBreaks(stmt);
        return null;
    }

    @Override
    public Void visitDoWhile(JavaStmt.DoWhile stmt) {
        AssignmentTracker.Loop loop = tracker.enterLoop();
        rule.walk(stmt.body());
        exits.joinContinues(stmt);
        Branches branches = rule.condition(stmt.condition());
        tracker.goTo(branches.whenTrue());
        repeat(loop);
        tracker.goTo(branches.whenFalse());
        exits.joinBreaks(stmt);
        return null;
    }

    @Override
    public Void visitFor(JavaStmt.For stmt) {
        tracker.openScope();
        stmt.init().forEach(rule::walk);
        AssignmentTracker.Loop loop = tracker.enterLoop();
        Branches branches = forCondition(stmt.condition());
        tracker.goTo(branches.whenTrue());
        rule.walk(stmt.body());
        exits.joinContinues(stmt);
        stmt.update().forEach(rule::value);
        repeat(loop);
        tracker.goTo(branches.whenFalse());
        exits.joinBreaks(stmt);
        tracker.closeScope();
        return null;
    }

    private BitSet repeat(AssignmentTracker.Loop loop) {
        BitSet again = tracker.repeatLoop(loop);
        if (!again.isEmpty()) {
            exits.touch(again, loop);
        }
        return again;
    }

    private Branches forCondition(@Nullable JavaExpr condition) {
        return condition == null ? new Branches(tracker.now(), tracker.nowhere()) : rule.condition(condition);
    }

    @Override
    public Void visitForEach(JavaStmt.ForEach stmt) {
        rule.value(stmt.array());
        tracker.openScope();
        LocalVariable element = tracker.declare(stmt.name(), kind(stmt.modifiers(), false));
        Assignments before = tracker.now().copy();
        tracker.now().assign(element);
        AssignmentTracker.Loop loop = tracker.enterLoop();
        rule.walk(stmt.body());
        exits.joinContinues(stmt);
        before.touch(repeat(loop), loop.number());
        tracker.goTo(before);
        exits.joinBreaks(stmt);
        tracker.closeScope();
        return null;
    }

    @Override
    public Void visitLabeled(JavaStmt.Labeled stmt) {
        rule.walk(stmt.body());
        exits.joinBreaks(stmt);
        return null;
    }

    @Override
    public Void visitSwitch(JavaStmt.Switch stmt) {
        rule.value(stmt.selector());
        Assignments selected = tracker.now().copy();
        rule.switchGroups(stmt.cases(), () -> exits.breakFrom(stmt));
        if (stmt.cases().stream().noneMatch(SwitchCase::isDefault)) {
            tracker.now().join(selected);
        }
        exits.joinBreaks(stmt);
        return null;
    }

    @Override
    public Void visitReturn(JavaStmt.Return stmt) {
        if (stmt.value() != null) {
            rule.value(stmt.value());
        }
        tracker.goNowhere();
        return null;
    }

    @Override
    public Void visitBreak(JavaStmt.Break stmt) {
        exits.breakAt(stmt);
        return null;
    }

    @Override
    public Void visitContinue(JavaStmt.Continue stmt) {
        exits.continueAt(stmt);
        return null;
    }

    @Override
    public Void visitYield(JavaStmt.Yield stmt) {
        exits.yieldAt(stmt, rule);
        return null;
    }

    @Override
    public Void visitEmpty(JavaStmt.Empty stmt) {
        return null;
    }

    /** Whether it is evaluated is not known (JLS 16.2.4). */
    @Override
    public Void visitAssert(JavaStmt.Assert stmt) {
        Assignments before = tracker.now().copy();
        rule.value(stmt.condition());
        tracker.now().join(before);
        return null;
    }

    /** It may have assigned anything, and may have jumped anywhere: nothing more is said. */
    @Override
    public Void visitUnsupported(JavaStmt.Unsupported stmt) {
        tracker.goNowhere();
        return null;
    }
}
