package dev.smelt.compiler.uniformity;

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
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a body with the level of control: that of the conditions around a statement, and of the jumps before it
 * that may have taken threads past it. What leaves a loop for good has taken threads out of its next rounds too.
 */
final class ControlWalker extends Walker {
    private final Uniformity uniformity;
    private final @Nullable Control record;
    /** The level of the conditions around. */
    private Level around = Level.UNIFORM;

    private @Nullable String function;
    /** The level of what leaves each loop for good: all of the loop is under it, since it goes round. */
    private final Map<Label, Level> exits = new HashMap<>();
    /** The loops around, from the outermost inwards. */
    private final Deque<Label> loops = new ArrayDeque<>();
    /** The level of the jumps that were passed on the way here, by their targets, which are around. */
    private final Map<Label, Level> passed = new HashMap<>();
    /** The level of the returns that were passed, in a function: whoever returns goes on in the caller. */
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

    /** A jump passes all that follows it in its target, and leaves all loops within the target for good. */
    private void jump(Stmt stmt, Label target, boolean leavesTarget) {
        note(stmt);
        Level level = control();
        passed.merge(target, level, Level::join);
        for (Iterator<Label> inner = loops.descendingIterator(); inner.hasNext(); ) {
            Label loop = inner.next();
            if (loop.equals(target)) {
                if (leavesTarget) {
                    exit(loop, level);
                }
                return;
            }
            exit(loop, level);
        }
    }

    private void loop(Label label, Level condition, Runnable round) {
        loops.addLast(label);
        under(condition.join(exitsOf(label)), round);
        loops.removeLast();
        passed.remove(label);
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

    @Override
    public Void visitLogical(Expr.Logical expr) {
        walk(expr.left());
        under(uniformity.of(expr.left()), () -> walk(expr.right()));
        return null;
    }

    @Override
    public Void visitConditional(Expr.Conditional expr) {
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
            walk(stmt.then());
            walk(stmt.otherwise());
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
        walk(stmt.body());
        passed.remove(stmt.label());
        return null;
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        note(stmt);
        walk(stmt.selector());
        under(uniformity.of(stmt.selector()), () -> stmt.groups().forEach(group -> walk(group.body())));
        passed.remove(stmt.label());
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
        if (function != null) {
            Level level = control();
            returned = returned.join(level);
            loops.forEach(loop -> exit(loop, level));
        }
        return null;
    }
}
