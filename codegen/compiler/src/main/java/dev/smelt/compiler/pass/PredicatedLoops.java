package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rewrites loops that all threads go round together, for {@link PredicatedBody}. Where threads that have returned can't
 * evaluate the condition, the others tell them at the head of each round.
 */
final class PredicatedLoops {
    private final PredicatedBody body;

    PredicatedLoops(PredicatedBody body) {
        this.body = body;
    }

    void rewrite(Stmt.For stmt, List<Stmt> out) {
        boolean returns = partIfIn(stmt);
        boolean votes = isVoted(stmt.condition(), stmt.body(), stmt.label(), returns);
        boolean guardsUpdate =
                body.isParted() && !stmt.update().stream().allMatch(update -> isHarmless(update.value()));
        List<Stmt> before = new ArrayList<>();
        List<Stmt> init = init(stmt.init(), before);
        List<Stmt.Assign> update = guardsUpdate ? List.of() : evaluated(stmt.update());
        List<Stmt> round = new ArrayList<>();
        if (votes) {
            leaveUnless(body.vote(stmt.condition(), round), stmt.label(), round);
        }
        if (guardsUpdate) {
            round.add(labelled(stmt.label(), stmt.body()));
            round.add(GuardedStatements.guard(body.active(), List.copyOf(stmt.update())));
        } else {
            round.addAll(body.list(stmt.body().statements()));
        }
        Expr condition = votes ? always(stmt.span()) : body.asEvaluated(stmt.condition());
        Stmt.Block newBody = new Stmt.Block(round, stmt.body().span());
        Stmt loop = new Stmt.For(stmt.label(), init, condition, update, newBody, stmt.span());
        if (before.isEmpty()) {
            out.add(loop);
        } else {
            before.add(loop);
            out.add(new Stmt.Block(before, stmt.span()));
        }
    }

    void rewrite(Stmt.DoWhile stmt, List<Stmt> out) {
        boolean returns = partIfIn(stmt);
        if (!isVoted(stmt.condition(), stmt.body(), stmt.label(), returns)) {
            Stmt.Block newBody = new Stmt.Block(
                    body.list(stmt.body().statements()), stmt.body().span());
            out.add(new Stmt.DoWhile(stmt.label(), newBody, body.asEvaluated(stmt.condition()), stmt.span()));
            return;
        }
        List<Stmt> round = new ArrayList<>();
        round.add(labelled(stmt.label(), stmt.body()));
        leaveUnless(body.vote(stmt.condition(), round), stmt.label(), round);
        Stmt.Block newBody = new Stmt.Block(round, stmt.body().span());
        out.add(new Stmt.For(stmt.label(), List.of(), always(stmt.span()), List.of(), newBody, stmt.span()));
    }

    /** What returns in a round is gone at the head of the next. */
    private boolean partIfIn(Stmt loop) {
        boolean returns = body.hasEarlyReturn(loop);
        if (returns) {
            body.part();
        }
        return returns;
    }

    /** A loop that may have no end of its own where no thread is active ends then. */
    private boolean isVoted(Expr condition, Stmt.Block round, Label loop, boolean returns) {
        boolean endless = condition instanceof Expr.Constant constant && Boolean.TRUE.equals(constant.value());
        return body.isParted()
                && (!body.shared().has(condition)
                        || (endless && returns)
                        || !SharedExits.areAll(round, loop, body.shared(), body.joint()));
    }

    private boolean isHarmless(Expr expr) {
        return body.shared().isHarmless(expr);
    }

    private List<Stmt.Assign> evaluated(List<Stmt.Assign> update) {
        return update.stream()
                .map(assign -> new Stmt.Assign(assign.variable(), body.asEvaluated(assign.value()), assign.span()))
                .toList();
    }

    private List<Stmt> init(List<Stmt> stmts, List<Stmt> before) {
        if (!body.isParted()) {
            return stmts;
        }
        List<Stmt> init = new ArrayList<>();
        List<Stmt> guarded = new ArrayList<>();
        boolean inHeader = stmts.stream().allMatch(stmt -> isHarmless(valueOf(stmt)));
        for (Stmt stmt : stmts) {
            Expr value = valueOf(stmt);
            if (inHeader) {
                init.add(
                        stmt instanceof Stmt.Declare declare
                                ? new Stmt.Declare(declare.variable(), body.asEvaluated(value), stmt.span())
                                : new Stmt.Assign(
                                        ((Stmt.Assign) stmt).variable(), body.asEvaluated(value), stmt.span()));
            } else if (stmt instanceof Stmt.Declare declare && body.shared().has(value)) {
                before.add(new Stmt.Declare(declare.variable(), body.asEvaluated(value), stmt.span()));
            } else if (stmt instanceof Stmt.Declare declare) {
                before.add(new Stmt.Declare(declare.variable(), null, stmt.span()));
                guarded.add(new Stmt.Assign(declare.variable(), value, stmt.span()));
            } else {
                guarded.add(stmt);
            }
        }
        if (!guarded.isEmpty()) {
            before.add(GuardedStatements.guard(body.active(), guarded));
        }
        return init;
    }

    /** A loop's starts have values. */
    private static Expr valueOf(Stmt init) {
        Expr value = init instanceof Stmt.Declare declare ? declare.value() : ((Stmt.Assign) init).value();
        return Objects.requireNonNull(value);
    }

    /** The body, where {@code continue} goes on behind it. */
    private Stmt labelled(Label loop, Stmt.Block stmts) {
        Label round = body.ids().label("round");
        Stmt.Block all = new Stmt.Block(body.list(stmts.statements()), stmts.span());
        Stmt.Block redirected = new Rewriter() {
            @Override
            public Stmt visitContinue(Stmt.Continue stmt) {
                return stmt.label().equals(loop) ? new Stmt.Break(round, stmt.span()) : stmt;
            }
        }.rewriteBlock(all);
        return new Stmt.Labeled(round, redirected, PredicatedBody.generated(stmts.span()));
    }

    private static void leaveUnless(Expr condition, Label loop, List<Stmt> out) {
        Span span = condition.span();
        out.add(new Stmt.If(
                new Expr.Unary(UnaryOp.NOT, condition, span),
                new Stmt.Block(List.of(new Stmt.Break(loop, span)), span),
                new Stmt.Block(List.of(), span),
                span));
    }

    private static Expr always(Span span) {
        return new Expr.Constant(Type.Scalar.BOOLEAN, true, span);
    }
}
