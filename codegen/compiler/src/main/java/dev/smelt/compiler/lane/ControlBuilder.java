package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Builds the control of a lane program. What all lanes come to together stays as it is, around regions; where lanes may
 * go different ways, each notes its exit, and control goes all ways that some lane takes.
 */
final class ControlBuilder implements Stmt.Visitor<Void> {
    private final OuterStatements outer;
    private final FreshIds ids;
    private final Steps steps;
    private final Exits exits;
    private final Variable active;
    private final AdvanceBuilder advances;
    private Sequence sequence;
    private int round;
    private int rounds;

    ControlBuilder(
            OuterStatements outer, FreshIds ids, Steps steps, Exits exits, Variable active, AdvanceBuilder advances) {
        this.advances = advances;
        this.outer = outer;
        this.ids = ids;
        this.steps = steps;
        this.exits = exits;
        this.active = active;
        this.sequence = new Sequence(steps, exits, active, round);
    }

    /** The control of a whole body. */
    Stmt.Block build(Stmt.Block body) {
        return block(body);
    }

    private Stmt.Block block(Stmt.Block body) {
        return new Stmt.Block(nested(() -> emitAll(body.statements())), body.span());
    }

    private List<Stmt> nested(Runnable content) {
        Sequence around = sequence;
        sequence = new Sequence(steps, exits, active, round);
        content.run();
        List<Stmt> stmts = sequence.close();
        sequence = around;
        return stmts;
    }

    /** The same for the body of a loop. */
    private List<Stmt> repeated(Runnable content) {
        int outside = round;
        round = ++rounds;
        List<Stmt> stmts = nested(content);
        round = outside;
        return stmts;
    }

    private void emitAll(List<? extends Stmt> stmts) {
        stmts.forEach(this::emit);
    }

    private void emit(Stmt stmt) {
        if (outer.contains(stmt) || isControl(stmt)) {
            stmt.accept(this);
        } else if (!(stmt instanceof Stmt.For loop && outer.isUniform(stmt) && advance(loop))) {
            sequence.lanes(stmt, outer.isUniform(stmt));
        }
    }

    /** Puts a step before a loop that each lane leaves when it likes; whether there is one. */
    private boolean advance(Stmt.For loop) {
        Optional<LaneStep.Advance> step = advances.before(loop, outer);
        step.ifPresent(advance -> {
            emitAll(loop.init());
            sequence.step(advance, loop.span());
            Stmt rest =
                    new Stmt.For(loop.label(), List.of(), loop.condition(), loop.update(), loop.body(), loop.span());
            Variable open = advance.open();
            if (open == null) {
                sequence.lanes(rest, true);
            } else {
                List<Stmt> then = nested(() -> sequence.lanes(rest, true));
                sequence.control(Sequence.when(open, then, loop.span()));
            }
        });
        return step.isPresent();
    }

    /** Whether a statement without others inside is control, here where all around it is. */
    private boolean isControl(Stmt stmt) {
        if (stmt instanceof Stmt.Declare declare) {
            return outer.shared().contains(declare.variable());
        } else if (stmt instanceof Stmt.Assign assign) {
            return outer.shared().contains(assign.variable());
        } else if (stmt instanceof Stmt.InvokeBuiltin invoke) {
            return Collectives.isForAllLanes(invoke);
        }
        boolean jumps = stmt instanceof Stmt.Break || stmt instanceof Stmt.Continue || stmt instanceof Stmt.Return;
        return jumps && outer.isUniform(stmt);
    }

    private void rejoin(Optional<Integer> code, Span span) {
        code.ifPresent(number -> sequence.step(new LaneStep.Rejoin(number), span));
    }

    /** Lanes for which the condition doesn't hold leave. */
    private void leaveUnless(Expr condition, Label place) {
        Span span = condition.span();
        Stmt.Block leave = new Stmt.Block(List.of(new Stmt.Break(place, span)), span);
        sequence.leaving(new Stmt.If(
                new Expr.Unary(UnaryOp.NOT, condition, span), leave, new Stmt.Block(List.of(), span), span));
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        emitAll(stmt.statements());
        return null;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        if (value != null) {
            sequence.once(new Stmt.Assign(stmt.variable(), value, stmt.span()));
        }
        return null;
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        sequence.once(stmt);
        return null;
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        switch (stmt.builtin().effect()) {
            case THREADGROUP_BARRIER -> sequence.step(new LaneStep.Barrier(false, stmt.span()), stmt.span());
            case SIMDGROUP_BARRIER -> sequence.step(new LaneStep.Barrier(true, stmt.span()), stmt.span());
            case SIMDGROUP -> simd(stmt);
            case NONE -> together(stmt);
            case ATOMIC, ATOMIC_LOAD, TEXTURE_WRITE, ASSERTION ->
                throw new AssertionError(stmt.span() + ": of one lane");
        }
        return null;
    }

    /** A variable with the value that each lane gives; its own array, which the function may not change, is another. */
    private Variable argument(Expr value, Stmt stmt) {
        Variable argument = ids.variable("argument", value.type());
        sequence.lanes(new Stmt.Declare(argument, value, stmt.span()), outer.isUniform(stmt));
        return argument;
    }

    /** The same for a function that changes no arguments: what each lane keeps anyway is passed on as it is. */
    private Variable unchanged(Expr value, Stmt stmt) {
        boolean isKept = value instanceof Expr.Read read && outer.isKeptByLanes(read.variable());
        return isKept ? ((Expr.Read) value).variable() : argument(value, stmt);
    }

    private void together(Stmt.InvokeBuiltin stmt) {
        Span span = stmt.span();
        Variable result = stmt.result();
        if (stmt.builtin().owner() != LaneStep.class) {
            List<Variable> arguments =
                    stmt.arguments().stream().map(each -> unchanged(each, stmt)).toList();
            String function = LaneFunctions.nameOf(stmt.builtin());
            sequence.step(new LaneStep.Compute(function, arguments, Objects.requireNonNull(result)), span);
            return;
        }
        if (Collectives.isOnce(stmt)) {
            Expr element =
                    new Expr.Load(stmt.arguments().get(0), stmt.arguments().get(1), span);
            sequence.control(new Stmt.Assign(Objects.requireNonNull(result), element, span));
            return;
        }
        Variable buffer = ((Expr.Read) stmt.arguments().get(0)).variable();
        if (result != null) {
            boolean spread = stmt.builtin().name().equals(StripPreparation.SPREAD);
            sequence.step(new LaneStep.Load(buffer, stmt.arguments().get(1), spread, result), span);
        } else {
            sequence.step(
                    new LaneStep.Store(
                            buffer,
                            stmt.arguments().get(1),
                            unchanged(stmt.arguments().get(2), stmt)),
                    span);
        }
    }

    private void simd(Stmt.InvokeBuiltin stmt) {
        List<Variable> arguments = stmt.arguments().stream()
                .map(argument -> argument(argument, stmt))
                .toList();
        sequence.step(new LaneStep.Simd(stmt.builtin(), arguments, stmt.result(), stmt.span()), stmt.span());
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        Span span = stmt.span();
        if (outer.goesOneWay(stmt)) {
            Stmt.Block then = block(stmt.then());
            sequence.control(new Stmt.If(stmt.condition(), then, block(stmt.otherwise()), span));
            return null;
        }
        boolean hasElse = !stmt.otherwise().statements().isEmpty();
        Label otherwise = ids.label("otherwise");
        Label end = ids.label("end");
        leaveUnless(stmt.condition(), otherwise);
        List<Stmt> then = nested(() -> {
            emitAll(stmt.then().statements());
            if (hasElse) {
                sequence.lanes(new Stmt.Break(end, span), false);
            }
        });
        sequence.control(sequence.ifActive(then, span));
        rejoin(exits.behind(otherwise), span);
        if (hasElse) {
            sequence.step(new LaneStep.Survey(), span);
            List<Stmt> other = nested(() -> emitAll(stmt.otherwise().statements()));
            sequence.control(sequence.ifActive(other, span));
            rejoin(exits.behind(end), span);
        }
        return null;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        emitAll(stmt.init());
        if (!outer.goesOneWay(stmt)) {
            rounds(
                    stmt.label(),
                    stmt.span(),
                    () -> {
                        leaveUnless(stmt.condition(), stmt.label());
                    },
                    () -> {
                        round(stmt.label(), stmt.body());
                        stmt.update().forEach(this::emit);
                    });
            return null;
        }
        boolean updatesOnce =
                stmt.update().stream().allMatch(update -> outer.shared().contains(update.variable()));
        if (updatesOnce) {
            Stmt.Block body = new Stmt.Block(repeated(() -> round(stmt.label(), stmt.body())), stmt.span());
            loop(new Stmt.For(stmt.label(), List.of(), stmt.condition(), stmt.update(), body, stmt.span()));
        } else {
            loop(whileLoop(stmt));
        }
        return null;
    }

    private void loop(Stmt loop) {
        sequence.control(loop);
        if (loop instanceof Stmt.For of) {
            rejoin(exits.behind(of.label()), loop.span());
        } else if (loop instanceof Stmt.DoWhile of) {
            rejoin(exits.behind(of.label()), loop.span());
        }
    }

    /** A loop whose update is done by the lanes: {@code continue} leaves a block before it. */
    private Stmt.For whileLoop(Stmt.For stmt) {
        Label round = ids.label("round");
        Span span = stmt.span();
        List<Stmt> body = repeated(() -> {
            Stmt.Block inner = new Stmt.Block(nested(() -> round(stmt.label(), stmt.body())), span);
            sequence.control(new Stmt.Labeled(round, Continues.asBreaks(inner, stmt.label(), round), span));
            stmt.update().forEach(this::emit);
        });
        return new Stmt.For(stmt.label(), List.of(), stmt.condition(), List.of(), new Stmt.Block(body, span), span);
    }

    /** One round, up to where {@code continue} leads. */
    private void round(Label label, Stmt.Block body) {
        List<Stmt> stmts = nested(() -> emitAll(body.statements()));
        stmts.forEach(sequence::control);
        rejoin(exits.nextRoundOf(label), body.span());
    }

    /** Rounds until no lane takes part any more. */
    private void rounds(Label label, Span span, Runnable first, Runnable then) {
        Label rounds = ids.label("rounds");
        List<Stmt> body = repeated(() -> {
            first.run();
            sequence.control(sequence.unlessActive(new Stmt.Break(rounds, span)));
            then.run();
        });
        Expr always = new Expr.Constant(dev.smelt.compiler.ir.Type.Scalar.BOOLEAN, true, span);
        sequence.control(new Stmt.For(rounds, List.of(), always, List.of(), new Stmt.Block(body, span), span));
        rejoin(exits.behind(label), span);
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        if (outer.goesOneWay(stmt)) {
            Stmt.Block body = new Stmt.Block(repeated(() -> round(stmt.label(), stmt.body())), stmt.span());
            loop(new Stmt.DoWhile(stmt.label(), body, stmt.condition(), stmt.span()));
            return null;
        }
        Label rounds = ids.label("rounds");
        List<Stmt> body = repeated(() -> {
            round(stmt.label(), stmt.body());
            leaveUnless(stmt.condition(), stmt.label());
            sequence.control(sequence.unlessActive(new Stmt.Break(rounds, stmt.span())));
        });
        Expr always = new Expr.Constant(dev.smelt.compiler.ir.Type.Scalar.BOOLEAN, true, stmt.span());
        sequence.control(
                new Stmt.For(rounds, List.of(), always, List.of(), new Stmt.Block(body, stmt.span()), stmt.span()));
        rejoin(exits.behind(stmt.label()), stmt.span());
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        sequence.control(new Stmt.Labeled(stmt.label(), block(stmt.body()), stmt.span()));
        rejoin(exits.behind(stmt.label()), stmt.span());
        return null;
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        Span span = stmt.span();
        if (outer.goesOneWay(stmt)) {
            List<Stmt.Switch.Group> groups = stmt.groups().stream()
                    .map(group -> new Stmt.Switch.Group(group.labels(), group.isDefault(), block(group.body())))
                    .toList();
            sequence.control(new Stmt.Switch(stmt.label(), stmt.selector(), groups, span));
            rejoin(exits.behind(stmt.label()), span);
            return null;
        }
        List<Label> places = new ArrayList<>();
        List<Stmt.Switch.Group> ways = new ArrayList<>();
        for (Stmt.Switch.Group group : stmt.groups()) {
            Label place = ids.label("group");
            places.add(place);
            ways.add(new Stmt.Switch.Group(
                    group.labels(), group.isDefault(), new Stmt.Block(List.of(new Stmt.Break(place, span)), span)));
        }
        Stmt choose = new Stmt.Switch(ids.label("choose"), stmt.selector(), ways, span);
        Stmt none = new Stmt.Break(stmt.label(), span);
        sequence.leaving(new Stmt.Block(List.of(choose, none), span));
        for (int i = 0; i < places.size(); i++) {
            Stmt.Block body = stmt.groups().get(i).body();
            rejoin(exits.behind(places.get(i)), span);
            sequence.step(new LaneStep.Survey(), span);
            sequence.control(sequence.ifActive(nested(() -> emitAll(body.statements())), span));
        }
        rejoin(exits.behind(stmt.label()), span);
        return null;
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        sequence.control(stmt);
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        sequence.control(stmt);
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        sequence.control(stmt);
        return null;
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        throw new AssertionError(stmt.span() + ": is never control");
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        throw new AssertionError(stmt.span() + ": is never control");
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        throw new AssertionError(stmt.span() + ": is never control");
    }
}
