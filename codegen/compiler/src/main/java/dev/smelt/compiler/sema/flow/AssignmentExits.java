package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been assigned at the jumps of a method, joined for each statement that they leave or continue. */
final class AssignmentExits {
    private final JumpDestinations jumps;
    private final AssignmentTracker tracker;
    private final IdentityHashMap<JavaStmt, Exit> breaks = new IdentityHashMap<>();
    private final IdentityHashMap<JavaStmt, Exit> continues = new IdentityHashMap<>();
    private final IdentityHashMap<JavaExpr.Switch, Exit> yields = new IdentityHashMap<>();
    /** Of the switch expressions that are used as conditions, where their value is true. */
    private final IdentityHashMap<JavaExpr.Switch, Exit> trueYields = new IdentityHashMap<>();

    private final IdentityHashMap<JavaExpr.Switch, Exit> falseYields = new IdentityHashMap<>();

    AssignmentExits(JumpDestinations jumps, AssignmentTracker tracker) {
        this.jumps = jumps;
        this.tracker = tracker;
    }

    /** Some jumps to one place, and how many loops had started at the last of them. */
    private static final class Exit {
        private final Assignments joined;
        private int loops;

        Exit(Assignments joined) {
            this.joined = joined;
        }
    }

    void breakAt(JavaStmt.Break jump) {
        leave(breaks, jumps.of(jump), tracker.now());
        tracker.goNowhere();
    }

    void continueAt(JavaStmt.Continue jump) {
        leave(continues, jumps.of(jump), tracker.now());
        tracker.goNowhere();
    }

    /** Leaves a switch statement as {@code break} does, at the end of an arrow. */
    void breakFrom(JavaStmt.Switch target) {
        leave(breaks, target, tracker.now());
        tracker.goNowhere();
    }

    private <T> void leave(IdentityHashMap<T, Exit> exits, @Nullable T target, Assignments place) {
        if (target == null) {
            return; // the jump was reported
        }
        Exit exit = exits.get(target);
        if (exit == null) {
            exit = new Exit(place);
            exits.put(target, exit);
        } else {
            exit.joined.join(place);
        }
        exit.loops = tracker.loops();
    }

    /** Joins the present place with the breaks from a statement that ends here. */
    void joinBreaks(JavaStmt target) {
        joinHere(breaks.remove(target));
    }

    /** Joins the present place with the continues of a loop whose body ends here. */
    void joinContinues(JavaStmt target) {
        joinHere(continues.remove(target));
    }

    private void joinHere(@Nullable Exit exit) {
        if (exit != null) {
            tracker.now().join(exit.joined);
        }
    }

    /** Gives a switch expression its value. */
    void yieldAt(JavaStmt.Yield jump, DefiniteAssignmentRule rule) {
        JavaExpr.Switch target = jumps.of(jump);
        if (target != null && trueYields.containsKey(target)) {
            Branches branches = rule.condition(jump.value());
            leave(trueYields, target, branches.whenTrue());
            leave(falseYields, target, branches.whenFalse());
        } else {
            rule.value(jump.value());
            leave(yields, target, tracker.now());
        }
        tracker.goNowhere();
    }

    /** The present place becomes the end of a switch expression. */
    void endSwitch(JavaExpr.Switch expr) {
        tracker.goNowhere();
        joinHere(yields.remove(expr));
    }

    /** Starts a switch expression that is used as a condition. */
    void startCondition(JavaExpr.Switch expr) {
        trueYields.put(expr, new Exit(tracker.nowhere()));
        falseYields.put(expr, new Exit(tracker.nowhere()));
    }

    Branches endCondition(JavaExpr.Switch expr) {
        Exit whenTrue = trueYields.remove(expr);
        Exit whenFalse = falseYields.remove(expr);
        if (whenTrue == null || whenFalse == null) {
            throw new AssertionError("no condition was started at " + expr.span());
        }
        return new Branches(whenTrue.joined, whenFalse.joined);
    }

    /** Tells the jumps from inside a loop, wherever they go, which finals the loop may have assigned before. */
    void touch(BitSet finals, AssignmentTracker.Loop loop) {
        for (IdentityHashMap<?, Exit> exits : List.of(breaks, continues, yields, trueYields, falseYields)) {
            for (Exit exit : exits.values()) {
                if (exit.loops >= loop.number()) {
                    exit.joined.touch(finals, loop.number());
                }
            }
        }
    }
}
