package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Completion;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one body so that a thread that returns early only stops being active. Joint statements are for all threads; the
 * others, behind a return, only for active ones. Memory is touched by active threads alone.
 */
final class PredicatedBody {
    /** What a function takes beside its parameters: the flag of the caller, and memory for votes. */
    record Extra(@Nullable Variable active, @Nullable Variable votes) {}

    private final FreshIds ids;
    private final JointStatements joint;
    private final SharedValues shared;
    private final Votes votes;
    private final Map<String, Extra> callees;
    private final PredicatedLoops loops = new PredicatedLoops(this);
    private final boolean inKernel;
    /** The flag; null where no thread can have returned. */
    private final @Nullable Variable active;
    /** Whether a thread may have returned before the next statement. */
    private boolean parted;

    private @Nullable Label end;

    PredicatedBody(
            FreshIds ids,
            JointStatements joint,
            SharedValues shared,
            Votes votes,
            Map<String, Extra> callees,
            boolean inKernel,
            @Nullable Variable active) {
        this.ids = ids;
        this.joint = joint;
        this.shared = shared;
        this.votes = votes;
        this.callees = callees;
        this.inKernel = inKernel;
        this.active = active;
        this.parted = !inKernel && active != null;
    }

    /** The statements of the whole body. */
    List<Stmt> rewrite(Stmt.Block body) {
        List<Stmt> statements = list(body.statements());
        if (end != null) {
            Stmt.Block all = new Stmt.Block(statements, body.span());
            return List.of(new Stmt.Labeled(end, all, generated(body.span())));
        }
        return statements;
    }

    /** Of nothing that the user wrote. */
    static Span generated(Span within) {
        return new Span(within.file(), within.start(), within.start());
    }

    FreshIds ids() {
        return ids;
    }

    boolean isParted() {
        return parted;
    }

    void part() {
        parted = true;
    }

    JointStatements joint() {
        return joint;
    }

    SharedValues shared() {
        return shared;
    }

    Variable active() {
        if (active == null) {
            throw new AssertionError("no thread has returned");
        }
        return active;
    }

    List<Stmt> list(List<? extends Stmt> stmts) {
        if (active == null) {
            return jointOnly(stmts);
        }
        List<Stmt> out = new ArrayList<>();
        GuardedStatements guarded = new GuardedStatements(active, shared);
        for (int i = 0; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            if (joint.contains(stmt)) {
                guarded.writeTo(out, stmts.subList(i, stmts.size()));
                joint(stmt, out);
            } else if (hasEarlyReturn(stmt)) {
                Stmt without = ReturnRemover.remove(stmt, active, ids);
                if (parted) {
                    guarded.add(without);
                    guarded.writeTo(out, stmts.subList(i + 1, stmts.size()));
                } else {
                    out.add(without);
                }
                parted = true;
            } else if (parted && (stmt instanceof Stmt.Break || stmt instanceof Stmt.Continue)) {
                // It leads past nothing that all threads come to, and so may be for all.
                guarded.writeTo(out, stmts.subList(i + 1, stmts.size()));
                out.add(stmt);
            } else if (parted) {
                guarded.add(stmt);
            } else {
                out.add(stmt);
            }
        }
        guarded.writeTo(out, List.of());
        return out;
    }

    private List<Stmt> jointOnly(List<? extends Stmt> stmts) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt stmt : stmts) {
            if (joint.contains(stmt)) {
                joint(stmt, out);
            } else {
                out.add(stmt);
            }
        }
        return out;
    }

    /** Whether threads return in a statement, each on its own, before joint statements. */
    boolean hasEarlyReturn(Stmt stmt) {
        return joint.hasEarlyReturn(stmt);
    }

    private Stmt.Block block(Stmt.Block block) {
        return new Stmt.Block(list(block.statements()), block.span());
    }

    private void joint(Stmt stmt, List<Stmt> out) {
        if (stmt instanceof Stmt.Block block) {
            out.add(block(block));
        } else if (stmt instanceof Stmt.Declare declare && declare.value() != null) {
            out.add(new Stmt.Declare(declare.variable(), asEvaluated(declare.value()), declare.span()));
        } else if (stmt instanceof Stmt.Assign assign) {
            out.add(new Stmt.Assign(assign.variable(), asEvaluated(assign.value()), assign.span()));
        } else if (stmt instanceof Stmt.Invoke invoke) {
            call(invoke, out);
        } else if (stmt instanceof Stmt.If choice) {
            choice(choice, out);
        } else if (stmt instanceof Stmt.Switch choice) {
            choice(choice, out);
        } else if (stmt instanceof Stmt.For loop) {
            loops.rewrite(loop, out);
        } else if (stmt instanceof Stmt.DoWhile loop) {
            loops.rewrite(loop, out);
        } else if (stmt instanceof Stmt.Labeled block) {
            out.add(new Stmt.Labeled(block.label(), block(block.body()), block.span()));
        } else if (stmt instanceof Stmt.Return result) {
            giveBack(result, out);
        } else {
            out.add(stmt);
        }
    }

    /** An expression that all threads evaluate. */
    Expr asEvaluated(Expr expr) {
        return parted ? GuardedStatements.inexact(expr) : expr;
    }

    /** The value of a condition, or a selector, that all threads follow. */
    Expr condition(Expr expr, List<Stmt> out) {
        return !parted || shared.has(expr) ? asEvaluated(expr) : votes.share(expr, active(), out);
    }

    /** The same, told by the threads that are active, so that it doesn't hold where none is. */
    Expr vote(Expr expr, List<Stmt> out) {
        return votes.share(expr, active(), out);
    }

    /** An expression of which only the active threads need the value. */
    private Expr ifActive(Expr expr, List<Stmt> out) {
        if (!parted || shared.isHarmless(expr)) {
            return asEvaluated(expr);
        }
        Variable value = ids.variable("value", expr.type());
        out.add(new Stmt.Declare(value, null, expr.span()));
        out.add(GuardedStatements.guard(active(), List.of(new Stmt.Assign(value, expr, expr.span()))));
        return new Expr.Read(value, expr.span());
    }

    private void call(Stmt.Invoke stmt, List<Stmt> out) {
        List<Expr> arguments = new ArrayList<>();
        stmt.arguments().forEach(argument -> arguments.add(ifActive(argument, out)));
        Extra extra = callees.getOrDefault(stmt.function(), new Extra(null, null));
        if (extra.active() != null) {
            arguments.add(
                    active == null
                            ? new Expr.Constant(Type.Scalar.BOOLEAN, true, stmt.span())
                            : new Expr.Read(active, stmt.span()));
        }
        if (extra.votes() != null) {
            arguments.add(new Expr.Read(votes.needMemory(), stmt.span()));
        }
        out.add(new Stmt.Invoke(stmt.function(), arguments, stmt.result(), stmt.span()));
    }

    private void choice(Stmt.If stmt, List<Stmt> out) {
        Expr condition = condition(stmt.condition(), out);
        boolean before = parted;
        Stmt.Block then = block(stmt.then());
        boolean afterThen = parted;
        parted = before;
        Stmt.Block otherwise = block(stmt.otherwise());
        parted |= afterThen;
        out.add(new Stmt.If(condition, then, otherwise, stmt.span()));
    }

    private void choice(Stmt.Switch stmt, List<Stmt> out) {
        Expr selector = condition(stmt.selector(), out);
        List<Stmt.Switch.Group> groups = new ArrayList<>();
        // A group may be fallen into from those before it.
        for (Stmt.Switch.Group group : stmt.groups()) {
            groups.add(new Stmt.Switch.Group(group.labels(), group.isDefault(), group(stmt.label(), group.body())));
        }
        out.add(new Stmt.Switch(stmt.label(), selector, groups, stmt.span()));
    }

    /** Threads that don't take the jump at a group's end don't fall into the next either. */
    private Stmt.Block group(Label label, Stmt.Block body) {
        Stmt.Block rewritten = block(body);
        if (Completion.canComplete(body) || !Completion.canComplete(rewritten)) {
            return rewritten;
        }
        List<Stmt> statements = new ArrayList<>(rewritten.statements());
        statements.add(new Stmt.Break(label, generated(body.span())));
        return new Stmt.Block(statements, body.span());
    }

    /** All threads return together: from a kernel by going to its end. */
    private void giveBack(Stmt.Return stmt, List<Stmt> out) {
        Expr value = stmt.value();
        if (inKernel) {
            Label target = end == null ? ids.label("end") : end;
            end = target;
            out.add(new Stmt.Break(target, stmt.span()));
        } else {
            out.add(new Stmt.Return(value == null ? null : ifActive(value, out), stmt.span()));
        }
    }
}
