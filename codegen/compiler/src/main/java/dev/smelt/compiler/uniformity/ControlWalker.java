package dev.smelt.compiler.uniformity;

import dev.smelt.compiler.ir.Completion;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a body with the level of control: that of the conditions around a statement, and of the jumps before it
 * that may have taken threads past it. What leaves a loop for good has taken threads out of its next rounds too.
 */
final class ControlWalker extends Walker {
    /** What was jumped over on one of several ways: who takes another has not come by those jumps. */
    private record Passed(Map<Label, Level> byTarget, Level returned) {
        Passed join(Passed other) {
            Map<Label, Level> both = new HashMap<>(byTarget);
            other.byTarget.forEach((target, level) -> both.merge(target, level, Level::join));
            return new Passed(both, returned.join(other.returned));
        }
    }

    private final Uniformity uniformity;
    private final @Nullable Control record;
    /** The level of the conditions around. */
    private Level around = Level.UNIFORM;

    private @Nullable String function;
    /** The level of what leaves each loop for good: all of the loop is under it, since it goes round. */
    private final Map<Label, Level> exits = new HashMap<>();
    /** What jumps may go to here, from the outermost inwards. */
    private final Deque<Label> targets = new ArrayDeque<>();
    /** Those of them that are loops. */
    private final Set<Label> loops = new HashSet<>();
    /** The level of the jumps that were passed on the way here, by their targets, which are around. */
    private final Map<Label, Level> passed = new HashMap<>();
    /**
     * The level of the returns that were passed: in a function, since whoever returns goes on in the caller, and in the
     * kernel where all threads of a grid are looked at.
     */
    private Level returned = Level.UNIFORM;

    private boolean exitsChanged;

    ControlWalker(Uniformity uniformity) {
        this(uniformity, null);
    }

    private ControlWalker(Uniformity uniformity, @Nullable Control record) {
        this.uniformity = uniformity;
        this.record = record;
    }

    static Control record(Uniformity uniformity, Stmt.Block body, Level around) {
        Control control = new Control();
        ControlWalker walker = new ControlWalker(uniformity, control);
        walker.around = around;
        walker.walkBody(body);
        return control;
    }

    static Control record(Uniformity uniformity, Function function) {
        Control control = new Control();
        new ControlWalker(uniformity, control).walkFunction(function);
        return control;
    }

    void walkKernel(Kernel kernel) {
        walkBody(kernel.body());
    }

    void walkFunction(Function callee) {
        function = callee.id();
        around = uniformity.ofCalls(callee);
        walkBody(callee.body());
    }

    private void walkBody(Stmt.Block body) {
        do {
            exitsChanged = false;
            returned = Level.UNIFORM;
            walk(body);
        } while (exitsChanged);
    }

    /** What is done under a condition of this level. */
    private void under(Level level, Runnable statements) {
        Level outer = around;
        around = outer.join(level);
        statements.run();
        around = outer;
    }

    /** The level of control here. */
    private Level control() {
        Level level = around.join(returned);
        for (Level jump : passed.values()) {
            level = level.join(jump);
        }
        return level;
    }

    private void note(Stmt stmt) {
        if (record != null) {
            record.put(stmt, control());
        }
    }

    private Level exitsOf(Label loop) {
        return exits.getOrDefault(loop, Level.UNIFORM);
    }

    private void exit(Label loop, Level level) {
        Level after = exitsOf(loop).join(level);
        if (after != exitsOf(loop)) {
            exits.put(loop, after);
            exitsChanged = true;
        }
    }

    private Passed passed() {
        return new Passed(Map.copyOf(passed), returned);
    }

    private void pass(Passed jumps) {
        passed.clear();
        passed.putAll(jumps.byTarget());
        returned = jumps.returned();
    }

    /** A jump passes all that follows it in its target, and leaves all loops within the target for good. */
    private void jump(Stmt stmt, Label target, boolean leavesTarget) {
        note(stmt);
        Level level = control();
        passed.merge(target, level, Level::join);
        for (Iterator<Label> inner = targets.descendingIterator(); inner.hasNext(); ) {
            Label left = inner.next();
            if (loops.contains(left) && (leavesTarget || !left.equals(target))) {
                exit(left, level);
            }
            if (left.equals(target)) {
                return;
            }
        }
    }

    /** Statements that jumps can leave by a label. */
    private void within(Label label, Runnable statements) {
        targets.addLast(label);
        statements.run();
        targets.removeLast();
        passed.remove(label);
    }

    private void loop(Label label, Level condition, Runnable round) {
        loops.add(label);
        within(label, () -> under(condition.join(exitsOf(label)), round));
        loops.remove(label);
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        note(stmt);
        return super.visitBlock(stmt);
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        note(stmt);
        Expr value = stmt.value();
        if (value != null) {
            walk(value);
            uniformity.assign(stmt.variable(), uniformity.of(value).join(control()));
        }
        return null;
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        note(stmt);
        return super.visitDeclareArray(stmt);
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        note(stmt);
        walk(stmt.value());
        uniformity.assign(stmt.variable(), uniformity.of(stmt.value()).join(control()));
        return null;
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        note(stmt);
        return super.visitStore(stmt);
    }

    @Override
    public Void visitCall(Expr.Call expr) {
        uniformity.call(expr.function(), expr.arguments(), control());
        return super.visitCall(expr);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        note(stmt);
        uniformity.call(stmt.function(), stmt.arguments(), control());
        Variable result = stmt.result();
        if (result != null) {
            uniformity.assign(result, uniformity.resultOf(stmt.function()).join(control()));
        }
        return super.visitInvoke(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        note(stmt);
        Variable result = stmt.result();
        if (result != null) {
            uniformity.assign(result, uniformity.ofResult(stmt).join(control()));
        }
        return super.visitInvokeBuiltin(stmt);
    }

    /** Expressions matter for their calls alone: there may be thousands of operators in one. */
    private static boolean hasCall(Expr expr) {
        boolean[] found = {false};
        new Walker() {
            @Override
            public Void visitCall(Expr.Call call) {
                found[0] = true;
                return null;
            }
        }.walk(expr);
        return found[0];
    }

    @Override
    public Void visitLogical(Expr.Logical expr) {
        if (!hasCall(expr)) {
            return null;
        }
        walk(expr.left());
        under(uniformity.of(expr.left()), () -> walk(expr.right()));
        return null;
    }

    @Override
    public Void visitConditional(Expr.Conditional expr) {
        if (!hasCall(expr)) {
            return null;
        }
        walk(expr.condition());
        under(uniformity.of(expr.condition()), () -> {
            walk(expr.then());
            walk(expr.otherwise());
        });
        return null;
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        note(stmt);
        walk(stmt.condition());
        under(uniformity.of(stmt.condition()), () -> {
            Passed before = passed();
            walk(stmt.then());
            Passed then = passed();
            pass(before);
            walk(stmt.otherwise());
            pass(then.join(passed()));
        });
        return null;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        note(stmt);
        stmt.init().forEach(this::walk);
        loop(stmt.label(), uniformity.of(stmt.condition()), () -> {
            walk(stmt.condition());
            walk(stmt.body());
            // Who has gone on with the next round comes here too.
            passed.remove(stmt.label());
            stmt.update().forEach(this::walk);
        });
        return null;
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        note(stmt);
        boolean once = stmt.condition() instanceof Expr.Constant constant && Boolean.FALSE.equals(constant.value());
        if (once) {
            within(stmt.label(), () -> walk(stmt.body()));
            return null;
        }
        loop(stmt.label(), uniformity.of(stmt.condition()), () -> {
            walk(stmt.body());
            passed.remove(stmt.label());
            walk(stmt.condition());
        });
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        note(stmt);
        within(stmt.label(), () -> walk(stmt.body()));
        return null;
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        note(stmt);
        walk(stmt.selector());
        within(
                stmt.label(),
                () -> under(uniformity.of(stmt.selector()), () -> {
                    Passed before = passed();
                    Passed fallen = before;
                    Passed after = before;
                    for (Stmt.Switch.Group group : stmt.groups()) {
                        pass(before.join(fallen));
                        walk(group.body());
                        after = after.join(passed());
                        fallen = Completion.canComplete(group.body()) ? passed() : before;
                    }
                    pass(after);
                }));
        return null;
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        jump(stmt, stmt.label(), true);
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        jump(stmt, stmt.label(), false);
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        note(stmt);
        Expr value = stmt.value();
        if (value != null) {
            walk(value);
            if (function != null) {
                uniformity.returns(function, uniformity.of(value).join(control()));
            }
        }
        if (function != null || uniformity.isOverGrid()) {
            Level level = control();
            returned = returned.join(level);
            loops.forEach(loop -> exit(loop, level));
        }
        return null;
    }
}
