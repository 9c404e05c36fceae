package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Completion;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The statements of a body that all threads of a threadgroup come to together, those that have returned too: barriers,
 * what is around them, jumps that lead past them, and assignments to what all this depends on.
 *
 * <p>Found from the last statement to the first, since a jump leads past what comes behind it, and until nothing is added.
 */
final class JointStatements {
    /** A statement that jumps can leave, with whether they lead past something joint. */
    private static final class Frame {
        final Label label;
        boolean breakSkips;
        boolean continueSkips;

        Frame(Label label) {
            this.label = label;
        }
    }

    private final BarrierUses barriers;
    private final SharedValues shared;
    private final Predicate<Stmt.Return> isJointAnywhere;
    private final Predicate<Stmt.Return> isJointInLoops;
    private final Set<Stmt> joint = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Stmt> early = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Variable> needed = new HashSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int jointLoops;
    private boolean changed;

    private JointStatements(
            BarrierUses barriers,
            SharedValues shared,
            Predicate<Stmt.Return> isJointAnywhere,
            Predicate<Stmt.Return> isJointInLoops) {
        this.barriers = barriers;
        this.shared = shared;
        this.isJointAnywhere = isJointAnywhere;
        this.isJointInLoops = isJointInLoops;
    }

    /**
     * Finds them in a kernel.
     *
     * @param isUniform whether all threads that have not returned come to a {@code return} together: it ends a loop then
     */
    static JointStatements inKernel(
            Stmt.Block body, BarrierUses barriers, SharedValues shared, Predicate<Stmt.Return> isUniform) {
        return new JointStatements(barriers, shared, stmt -> false, isUniform).find(body);
    }

    /** Finds them in a function; threads that return from it go on together. */
    static JointStatements inFunction(Stmt.Block body, BarrierUses barriers, SharedValues shared) {
        return new JointStatements(barriers, shared, stmt -> true, stmt -> true).find(body);
    }

    private JointStatements find(Stmt.Block body) {
        do {
            changed = false;
            early.clear();
            list(body.statements(), true);
        } while (changed);
        return this;
    }

    boolean contains(Stmt stmt) {
        return joint.contains(stmt);
    }

    /** Whether threads return in a statement, each on its own, before something joint. */
    boolean hasEarlyReturn(Stmt stmt) {
        boolean[] found = {false};
        new Walker() {
            @Override
            public Void visitReturn(Stmt.Return inner) {
                found[0] |= early.contains(inner) && !joint.contains(inner);
                return null;
            }
        }.walk(stmt);
        return found[0];
    }

    boolean hasEarlyReturns() {
        return !early.isEmpty();
    }

    /** Whether threads return on their own while others have joint statements before them. */
    boolean partsThreads() {
        return early.stream().anyMatch(stmt -> !joint.contains(stmt));
    }

    private void need(Expr expr) {
        if (shared.has(expr)) {
            changed |= needed.addAll(SharedValues.reads(expr));
        }
    }

    private boolean mark(Stmt stmt, boolean isJoint) {
        if (isJoint) {
            changed |= joint.add(stmt);
        }
        return isJoint || joint.contains(stmt);
    }

    /** Whether any is joint. What is joint is jumped over by what comes before it. */
    private boolean list(List<? extends Stmt> stmts, boolean isLast) {
        List<boolean[]> before = skips();
        boolean follows = false;
        for (int i = stmts.size() - 1; i >= 0; i--) {
            if (visit(stmts.get(i), isLast && !follows) && !follows) {
                follows = true;
                frames.forEach(frame -> {
                    frame.breakSkips = true;
                    frame.continueSkips = true;
                });
            }
        }
        restore(before);
        return follows;
    }

    private List<boolean[]> skips() {
        List<boolean[]> skips = new ArrayList<>();
        frames.forEach(frame -> skips.add(new boolean[] {frame.breakSkips, frame.continueSkips}));
        return skips;
    }

    private void restore(List<boolean[]> skips) {
        int i = 0;
        for (Frame frame : frames) {
            frame.breakSkips = skips.get(i)[0];
            frame.continueSkips = skips.get(i++)[1];
        }
    }

    private boolean visit(Stmt stmt, boolean isLast) {
        if (stmt instanceof Stmt.Block block) {
            return mark(stmt, list(block.statements(), isLast));
        }
        if (stmt instanceof Stmt.Declare declare) {
            Expr value = declare.value();
            return value != null && assignment(stmt, declare.variable(), value);
        }
        if (stmt instanceof Stmt.Assign assign) {
            return assignment(stmt, assign.variable(), assign.value());
        }
        if (stmt instanceof Stmt.InvokeBuiltin invoke) {
            return mark(stmt, barriers.isBarrier(invoke));
        }
        if (stmt instanceof Stmt.Invoke invoke) {
            boolean isJoint = mark(stmt, barriers.inFunction(invoke.function()));
            if (isJoint) {
                invoke.arguments().forEach(this::need);
            }
            return isJoint;
        }
        if (stmt instanceof Stmt.If choice) {
            boolean then = list(choice.then().statements(), isLast);
            boolean otherwise = list(choice.otherwise().statements(), isLast);
            return under(stmt, choice.condition(), then || otherwise);
        }
        if (stmt instanceof Stmt.For loop) {
            boolean inInit = list(loop.init(), false);
            boolean inUpdate = list(loop.update(), false);
            return loop(stmt, loop.label(), loop.body(), loop.condition(), isLast, inInit || inUpdate);
        }
        if (stmt instanceof Stmt.DoWhile loop) {
            return loop(stmt, loop.label(), loop.body(), loop.condition(), isLast, false);
        }
        if (stmt instanceof Stmt.Labeled block) {
            frames.push(new Frame(block.label()));
            boolean isJoint = list(block.body().statements(), isLast);
            frames.pop();
            return mark(stmt, isJoint);
        }
        if (stmt instanceof Stmt.Switch choice) {
            return choice(choice, isLast);
        }
        if (stmt instanceof Stmt.Break jump) {
            return mark(stmt, frame(jump.label()).breakSkips);
        }
        if (stmt instanceof Stmt.Continue jump) {
            return mark(stmt, frame(jump.label()).continueSkips);
        }
        return stmt instanceof Stmt.Return result && returned(result, isLast);
    }

    private Frame frame(Label label) {
        return frames.stream()
                .filter(frame -> frame.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no statement around has the label " + label));
    }

    private boolean assignment(Stmt stmt, Variable variable, Expr value) {
        if (!needed.contains(variable)) {
            return false;
        }
        need(value);
        return mark(stmt, true);
    }

    private boolean under(Stmt stmt, Expr condition, boolean isJoint) {
        if (isJoint) {
            need(condition);
        }
        return mark(stmt, isJoint);
    }

    private boolean returned(Stmt.Return stmt, boolean isLast) {
        if (isLast) {
            return false;
        }
        early.add(stmt);
        return mark(stmt, isJointAnywhere.test(stmt) || (jointLoops > 0 && isJointInLoops.test(stmt)));
    }

    /** What leaves a joint loop for good leads past its next rounds. */
    private boolean loop(Stmt stmt, Label label, Stmt.Block body, Expr condition, boolean isLast, boolean header) {
        boolean wasJoint = joint.contains(stmt) || header || barriers.in(body);
        List<boolean[]> before = skips();
        Frame frame = new Frame(label);
        if (wasJoint) {
            frames.forEach(outer -> {
                outer.breakSkips = true;
                outer.continueSkips = true;
            });
            frame.breakSkips = true;
            jointLoops++;
        }
        frames.push(frame);
        boolean inBody = list(body.statements(), isLast && !wasJoint);
        frames.pop();
        restore(before);
        if (wasJoint) {
            jointLoops--;
        }
        return under(stmt, condition, wasJoint || inBody);
    }

    private boolean choice(Stmt.Switch stmt, boolean isLast) {
        frames.push(new Frame(stmt.label()));
        boolean any = false;
        boolean follows = false;
        List<boolean[]> before = skips();
        for (int i = stmt.groups().size() - 1; i >= 0; i--) {
            Stmt.Block body = stmt.groups().get(i).body();
            if (!Completion.canComplete(body)) {
                follows = false;
                restore(before);
            }
            boolean isJoint = list(body.statements(), isLast && !follows);
            any |= isJoint;
            if (isJoint && !follows) {
                follows = true;
                frames.forEach(frame -> {
                    frame.breakSkips = true;
                    frame.continueSkips = true;
                });
            }
        }
        restore(before);
        frames.pop();
        return under(stmt, stmt.selector(), any);
    }
}
