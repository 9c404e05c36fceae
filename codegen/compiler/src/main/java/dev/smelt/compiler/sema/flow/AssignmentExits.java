package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** What has been assigned at the jumps of a method, joined for each statement that they leave or continue. */
final class AssignmentExits {
    private final JumpTargets jumps;
    private final AssignmentTracker tracker;
    private final IdentityHashMap<JavaStmt, Assignments> breaks = new IdentityHashMap<>();
    private final IdentityHashMap<JavaStmt, Assignments> continues = new IdentityHashMap<>();
    private final IdentityHashMap<JavaExpr.Switch, Assignments> yields = new IdentityHashMap<>();
    /** Of the switch expressions that are used as conditions. */
    private final IdentityHashMap<JavaExpr.Switch, Branches> branches = new IdentityHashMap<>();

    AssignmentExits(JumpTargets jumps, AssignmentTracker tracker) {
        this.jumps = jumps;
        this.tracker = tracker;
    }

    void breakAt(JavaStmt.Break jump) {
        leave(breaks, jumps.of(jump));
        tracker.goNowhere();
    }

    void continueAt(JavaStmt.Continue jump) {
        leave(continues, jumps.of(jump));
        tracker.goNowhere();
    }

    /** Leaves a switch statement as {@code break} does, at the end of an arrow. */
    void breakFrom(JavaStmt.Switch target) {
        leave(breaks, target);
        tracker.goNowhere();
    }

    private <T> void leave(IdentityHashMap<T, Assignments> exits, @Nullable T target) {
        if (target == null) {
            return; // the jump was reported
        }
        Assignments joined = exits.get(target);
        if (joined == null) {
            exits.put(target, tracker.now());
        } else {
            joined.join(tracker.now());
        }
    }

    /** Joins the present place with the breaks from a statement that ends here. */
    void joinBreaks(JavaStmt target) {
        joinHere(breaks.remove(target));
    }

    /** Joins the present place with the continues of a loop whose body ends here. */
    void joinContinues(JavaStmt target) {
        joinHere(continues.remove(target));
    }

    private void joinHere(@Nullable Assignments exit) {
        if (exit != null) {
            tracker.now().join(exit);
        }
    }

    /** Gives a switch expression its value. */
    void yieldAt(JavaStmt.Yield jump, DefiniteAssignmentRule rule) {
        JavaExpr.Switch target = jumps.of(jump);
        Branches condition = target == null ? null : branches.get(target);
        if (condition == null) {
            rule.value(jump.value());
            leave(yields, target);
        } else {
            condition.join(rule.condition(jump.value()));
        }
        tracker.goNowhere();
    }

    /** The present place becomes the end of a switch expression. */
    void endSwitch(JavaExpr.Switch expr) {
        Assignments exit = yields.remove(expr);
        tracker.goTo(exit == null ? tracker.nowhere() : exit);
    }

    /** Starts a switch expression that is used as a condition. */
    void startCondition(JavaExpr.Switch expr) {
        branches.put(expr, new Branches(tracker.nowhere(), tracker.nowhere()));
    }

    Branches endCondition(JavaExpr.Switch expr) {
        Branches ended = branches.remove(expr);
        if (ended == null) {
            throw new AssertionError("no condition was started at " + expr.span());
        }
        return ended;
    }
}
