package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits expressions that are nested deeply: clang refuses more than 256 brackets in each other.
 *
 * <p>Precondition: none. Guarantee: no expression is deeper than {@link #LIMIT} and one. What Java evaluates only on a condition
 * stays on that condition. A loop whose condition or update is split has {@code true} for its condition and leaves its
 * body instead.
 *
 * <pre>{@code
 * before: y[0] = a + (b + (c + (d + e)));    // with a limit of 2
 * after:  float part = c + (d + e); y[0] = a + (b + part);
 * }</pre>
 */
public final class SplitDeepExpressions implements Pass {
    /** Operators in each other; the text has up to four brackets for each. */
    static final int LIMIT = 48;

    @Override
    public KernelModule run(KernelModule module) {
        return split(module, LIMIT);
    }

    static KernelModule split(KernelModule module, int limit) {
        Statements statements = new Statements(FreshIds.in(module), limit);
        return Bodies.map(module, statements::rewriteBlock);
    }

    private static final class Statements extends Rewriter {
        private final FreshIds ids;
        private final int limit;

        Statements(FreshIds ids, int limit) {
            this.ids = ids;
            this.limit = limit;
        }

        private Expr split(Expr expr, List<Stmt> before) {
            return new ExprSplitter(ids, limit, before).split(expr).expr();
        }

        private List<Expr> splitAll(List<Expr> exprs, List<Stmt> before) {
            return exprs.stream().map(expr -> split(expr, before)).toList();
        }

        /** The statement, with the parts of its expressions declared before it, in place. */
        @Override
        public Stmt visitBlock(Stmt.Block stmt) {
            List<Stmt> statements = new ArrayList<>();
            for (Stmt old : stmt.statements()) {
                List<Stmt> before = new ArrayList<>();
                Stmt rewritten = splitOne(old, before);
                statements.addAll(before);
                statements.add(rewritten);
            }
            return new Stmt.Block(statements, stmt.span());
        }

        private Stmt splitOne(Stmt stmt, List<Stmt> before) {
            if (stmt instanceof Stmt.Declare declare && declare.value() != null) {
                return new Stmt.Declare(declare.variable(), split(declare.value(), before), declare.span());
            }
            if (stmt instanceof Stmt.Assign assign) {
                return splitAssign(assign, before);
            }
            if (stmt instanceof Stmt.Store store) {
                return new Stmt.Store(
                        split(store.array(), before),
                        split(store.index(), before),
                        split(store.value(), before),
                        store.span());
            }
            if (stmt instanceof Stmt.Invoke invoke) {
                return new Stmt.Invoke(
                        invoke.function(), splitAll(invoke.arguments(), before), invoke.result(), invoke.span());
            }
            if (stmt instanceof Stmt.Return result && result.value() != null) {
                return new Stmt.Return(split(result.value(), before), result.span());
            }
            if (stmt instanceof Stmt.If choice) {
                return new Stmt.If(
                        split(choice.condition(), before),
                        rewriteBlock(choice.then()),
                        rewriteBlock(choice.otherwise()),
                        choice.span());
            }
            if (stmt instanceof Stmt.Switch choice) {
                Expr selector = split(choice.selector(), before);
                return rewrite(new Stmt.Switch(choice.label(), selector, choice.groups(), choice.span()));
            }
            return rewrite(stmt);
        }

        private Stmt.Assign splitAssign(Stmt.Assign assign, List<Stmt> before) {
            return new Stmt.Assign(assign.variable(), split(assign.value(), before), assign.span());
        }

        @Override
        public Stmt visitFor(Stmt.For stmt) {
            // Each part stands directly before what needs it: it may read what the start before it declares.
            List<Stmt> init = new ArrayList<>();
            for (Stmt first : stmt.init()) {
                Stmt split = splitOne(first, init);
                init.add(split);
            }
            boolean startsInHeader = init.size() == stmt.init().size();
            List<Stmt> test = new ArrayList<>();
            Expr condition = split(stmt.condition(), test);
            List<Stmt> parts = new ArrayList<>();
            List<Stmt> update = new ArrayList<>();
            for (Stmt.Assign assign : stmt.update()) {
                List<Stmt> before = new ArrayList<>();
                Stmt.Assign split = splitAssign(assign, before);
                parts.addAll(before);
                update.addAll(before);
                update.add(split);
            }
            Stmt.Block body = rewriteBlock(stmt.body());
            List<Stmt> inHeader = startsInHeader ? init : List.of();
            Stmt loop;
            if (test.isEmpty() && parts.isEmpty()) {
                loop = new Stmt.For(stmt.label(), inHeader, condition, stmt.update(), body, stmt.span());
            } else {
                test.add(leaveUnless(condition, stmt.label()));
                loop = endless(stmt.label(), inHeader, test, body, update, stmt.span());
            }
            if (startsInHeader) {
                return loop;
            }
            init.add(loop);
            return new Stmt.Block(init, stmt.span());
        }

        @Override
        public Stmt visitDoWhile(Stmt.DoWhile stmt) {
            List<Stmt> test = new ArrayList<>();
            Expr condition = split(stmt.condition(), test);
            Stmt.Block body = rewriteBlock(stmt.body());
            if (test.isEmpty()) {
                return new Stmt.DoWhile(stmt.label(), body, condition, stmt.span());
            }
            test.add(leaveUnless(condition, stmt.label()));
            return endless(stmt.label(), List.of(), List.of(), body, test, stmt.span());
        }

        private static Stmt leaveUnless(Expr condition, Label loop) {
            Span span = condition.span();
            return new Stmt.If(
                    new Expr.Unary(UnaryOp.NOT, condition, span),
                    new Stmt.Block(List.of(new Stmt.Break(loop, span)), span),
                    new Stmt.Block(List.of(), span),
                    span);
        }

        /** {@code for (init; true; ) { first; next: { body } last }}, where {@code continue} leaves the block. */
        private Stmt endless(
                Label label, List<Stmt> init, List<Stmt> first, Stmt.Block body, List<Stmt> last, Span span) {
            Label round = ids.label(label.name());
            List<Stmt> statements = new ArrayList<>(first);
            statements.add(
                    last.isEmpty()
                            ? body
                            : new Stmt.Labeled(round, new Redirect(label, round).rewriteBlock(body), span));
            statements.addAll(last);
            Expr always = new Expr.Constant(Type.Scalar.BOOLEAN, true, span);
            return new Stmt.For(label, init, always, List.of(), new Stmt.Block(statements, span), span);
        }
    }

    /** Makes {@code continue} of a loop {@code break} of a block. */
    private static final class Redirect extends Rewriter {
        private final Label loop;
        private final Label block;

        Redirect(Label loop, Label block) {
            this.loop = loop;
            this.block = block;
        }

        @Override
        public Stmt visitContinue(Stmt.Continue stmt) {
            return stmt.label().equals(loop) ? new Stmt.Break(block, stmt.span()) : stmt;
        }
    }
}
