package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.AssignedVariables;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows control through a body with the intervals of its variables, and rebuilds it as it goes. */
final class IntervalAnalysis implements Stmt.Visitor<Stmt> {
    /** After so many rounds, what a loop changes is forgotten altogether. */
    private static final int ROUNDS = 4;
    /** From so many loops in each other on, it is forgotten at once: each depth multiplies the rounds of the next. */
    private static final int DEPTH = 5;

    private final IntervalEvaluator evaluator = new IntervalEvaluator();
    private final Map<Label, Ranges> atBreak = new HashMap<>();
    private final Map<Label, Ranges> atContinue = new HashMap<>();
    /** What holds before the next statement; null where control never is. */
    private @Nullable Ranges ranges;

    private int depth;

    IntervalAnalysis(Ranges atStart) {
        this.ranges = atStart;
    }

    Stmt.Block rewriteBody(Stmt.Block body) {
        return block(body);
    }

    private Stmt.Block block(Stmt.Block block) {
        return new Stmt.Block(all(block.statements()), block.span());
    }

    private List<Stmt> all(List<? extends Stmt> stmts) {
        List<Stmt> rewritten = new ArrayList<>();
        stmts.forEach(stmt -> rewritten.add(stmt.accept(this)));
        return rewritten;
    }

    private Expr expr(Expr expr) {
        return evaluator.rewrite(expr, ranges == null ? new Ranges() : ranges);
    }

    private void set(Variable variable, Interval interval) {
        boolean integer = variable.type() instanceof Type.Scalar scalar && scalar.isIntegral();
        if (ranges != null && integer) {
            ranges.set(variable, interval.within(variable.type()));
        } else if (ranges != null) {
            ranges.forget(variable);
        }
    }

    private void assume(Expr condition, boolean holds) {
        boolean never =
                condition instanceof Expr.Constant constant && !constant.value().equals(holds);
        if (never) {
            ranges = null;
        } else if (ranges != null) {
            ranges.assume(condition, holds, evaluator);
        }
    }

    private static @Nullable Ranges copy(@Nullable Ranges ranges) {
        return ranges == null ? null : ranges.copy();
    }

    @Override
    public Stmt visitBlock(Stmt.Block stmt) {
        return block(stmt);
    }

    @Override
    public Stmt visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        if (value == null) {
            set(stmt.variable(), Interval.all(stmt.variable().type()));
            return stmt;
        }
        Expr rewritten = expr(value);
        set(stmt.variable(), evaluator.last());
        return new Stmt.Declare(stmt.variable(), rewritten, stmt.span());
    }

    @Override
    public Stmt visitDeclareArray(Stmt.DeclareArray stmt) {
        return new Stmt.DeclareArray(
                stmt.variable(),
                stmt.length(),
                stmt.values().stream().map(this::expr).toList(),
                stmt.span());
    }

    @Override
    public Stmt visitAssign(Stmt.Assign stmt) {
        Expr value = expr(stmt.value());
        set(stmt.variable(), evaluator.last());
        return new Stmt.Assign(stmt.variable(), value, stmt.span());
    }

    @Override
    public Stmt visitStore(Stmt.Store stmt) {
        return new Stmt.Store(expr(stmt.array()), expr(stmt.index()), expr(stmt.value()), stmt.span());
    }

    @Override
    public Stmt visitInvoke(Stmt.Invoke stmt) {
        List<Expr> arguments = stmt.arguments().stream().map(this::expr).toList();
        Variable result = stmt.result();
        if (result != null) {
            set(result, Interval.all(result.type()));
        }
        return new Stmt.Invoke(stmt.function(), arguments, result, stmt.span());
    }

    @Override
    public Stmt visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        List<Expr> arguments = stmt.arguments().stream().map(this::expr).toList();
        Variable result = stmt.result();
        if (result != null) {
            set(result, Interval.all(result.type()));
        }
        return new Stmt.InvokeBuiltin(stmt.builtin(), arguments, result, stmt.span());
    }

    @Override
    public Stmt visitIf(Stmt.If stmt) {
        Expr condition = expr(stmt.condition());
        Ranges before = copy(ranges);
        assume(stmt.condition(), true);
        Stmt.Block then = block(stmt.then());
        Ranges afterThen = ranges;
        ranges = before;
        assume(stmt.condition(), false);
        Stmt.Block otherwise = block(stmt.otherwise());
        ranges = Ranges.join(afterThen, ranges);
        return new Stmt.If(condition, then, otherwise, stmt.span());
    }

    @Override
    public Stmt visitFor(Stmt.For stmt) {
        List<Stmt> init = all(stmt.init());
        return loop(stmt, stmt.label(), () -> {
            Expr condition = expr(stmt.condition());
            Ranges exit = copy(ranges);
            assume(stmt.condition(), true);
            Stmt.Block body = block(stmt.body());
            ranges = Ranges.join(ranges, atContinue.get(stmt.label()));
            List<Stmt.Assign> update =
                    all(stmt.update()).stream().map(Stmt.Assign.class::cast).toList();
            Ranges back = ranges;
            ranges = exit;
            assume(stmt.condition(), false);
            return new Round(new Stmt.For(stmt.label(), init, condition, update, body, stmt.span()), back, ranges);
        });
    }

    @Override
    public Stmt visitDoWhile(Stmt.DoWhile stmt) {
        return loop(stmt, stmt.label(), () -> {
            Stmt.Block body = block(stmt.body());
            ranges = Ranges.join(ranges, atContinue.get(stmt.label()));
            Expr condition = expr(stmt.condition());
            Ranges exit = copy(ranges);
            assume(stmt.condition(), true);
            Ranges back = ranges;
            ranges = exit;
            assume(stmt.condition(), false);
            return new Round(new Stmt.DoWhile(stmt.label(), body, condition, stmt.span()), back, ranges);
        });
    }

    /** A loop gone through once: what it was rebuilt as, and what holds where it goes round, and where it ends. */
    private record Round(
            Stmt loop, @Nullable Ranges back, @Nullable Ranges exit) {}

    /** Goes round a loop until what is taken to hold at its head does. */
    private Stmt loop(Stmt stmt, Label label, Supplier<Round> once) {
        Ranges head = copy(ranges);
        depth++;
        for (int i = depth > DEPTH ? ROUNDS : 0; ; i++) {
            if (i == ROUNDS && head != null) {
                AssignedVariables.andDeclaredIn(stmt).forEach(head::forget);
            }
            atBreak.remove(label);
            atContinue.remove(label);
            ranges = copy(head);
            Round round = once.get();
            Ranges back = round.back();
            if (head == null || back == null || head.covers(back)) {
                depth--;
                ranges = Ranges.join(round.exit(), atBreak.get(label));
                return round.loop();
            }
            head = head.widen(Objects.requireNonNull(Ranges.join(head, back)));
        }
    }

    @Override
    public Stmt visitLabeled(Stmt.Labeled stmt) {
        atBreak.remove(stmt.label());
        Stmt.Block body = block(stmt.body());
        ranges = Ranges.join(ranges, atBreak.get(stmt.label()));
        return new Stmt.Labeled(stmt.label(), body, stmt.span());
    }

    @Override
    public Stmt visitSwitch(Stmt.Switch stmt) {
        atBreak.remove(stmt.label());
        Expr selector = expr(stmt.selector());
        Ranges before = ranges;
        ranges = null;
        List<Stmt.Switch.Group> groups = new ArrayList<>();
        boolean hasDefault = false;
        for (Stmt.Switch.Group group : stmt.groups()) {
            ranges = Ranges.join(ranges, copy(before));
            groups.add(new Stmt.Switch.Group(group.labels(), group.isDefault(), block(group.body())));
            hasDefault |= group.isDefault();
        }
        ranges = Ranges.join(ranges, atBreak.get(stmt.label()));
        if (!hasDefault) {
            ranges = Ranges.join(ranges, before);
        }
        return new Stmt.Switch(stmt.label(), selector, groups, stmt.span());
    }

    @Override
    public Stmt visitBreak(Stmt.Break stmt) {
        return leave(stmt, stmt.label(), atBreak);
    }

    @Override
    public Stmt visitContinue(Stmt.Continue stmt) {
        return leave(stmt, stmt.label(), atContinue);
    }

    private Stmt leave(Stmt stmt, Label label, Map<Label, Ranges> targets) {
        Ranges joined = Ranges.join(targets.get(label), ranges);
        if (joined != null) {
            targets.put(label, joined);
        }
        ranges = null;
        return stmt;
    }

    @Override
    public Stmt visitReturn(Stmt.Return stmt) {
        Expr value = stmt.value();
        Expr rewritten = value == null ? null : expr(value);
        ranges = null;
        return new Stmt.Return(rewritten, stmt.span());
    }
}
