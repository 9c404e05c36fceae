package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A loop that nothing ends once it is entered: no jump leaves it, and nothing in it changes what its condition depends
 * on. Loops on {@code true} are reported when they are lowered.
 */
final class EndlessLoopRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        Loops loops = new Loops(diagnostics);
        loops.walk(kernel.body());
        if (kernel.name().equals(module.kernels().get(0).name())) {
            // Functions are everybody's.
            module.functions().forEach(function -> loops.walk(function.body()));
        }
    }

    private static final class Loops extends Walker {
        private final Diagnostics diagnostics;

        Loops(Diagnostics diagnostics) {
            this.diagnostics = diagnostics;
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            check(stmt, stmt.condition(), stmt.label(), stmt.body(), stmt.update());
            return super.visitFor(stmt);
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            check(stmt, stmt.condition(), stmt.label(), stmt.body(), List.of());
            return super.visitDoWhile(stmt);
        }

        private void check(Stmt loop, Expr condition, Label label, Stmt.Block body, List<? extends Stmt> update) {
            if (condition instanceof Expr.Constant) {
                return;
            }
            Condition read = new Condition();
            read.walk(condition);
            Round round = new Round(label);
            round.walk(body);
            update.forEach(round::walk);
            if (!read.seesMemory && !round.leaves && read.variables.stream().noneMatch(round.changed::contains)) {
                report(loop.span());
            }
        }

        private void report(Span loop) {
            int keyword = 0;
            String text = loop.text();
            while (keyword < text.length() && Character.isLetter(text.charAt(keyword))) {
                keyword++;
            }
            diagnostics.report(
                    Code.ENDLESS_LOOP,
                    new Span(loop.file(), loop.start(), loop.start() + keyword),
                    "nothing in this loop changes its condition, so that once entered it has no end",
                    "change a variable that the condition depends on; a GPU kills a kernel that does not end");
        }
    }

    /** What a condition depends on. */
    private static final class Condition extends Walker {
        private final Set<Variable> variables = new HashSet<>();
        private boolean seesMemory;

        @Override
        public Void visitRead(Expr.Read expr) {
            variables.add(expr.variable());
            return null;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            seesMemory = true;
            return null;
        }

        /** A length never changes, but a name may come to stand for another array. */
        @Override
        public Void visitCall(Expr.Call expr) {
            seesMemory |= expr.arguments().stream().anyMatch(argument -> argument.type() instanceof Type.Array);
            return super.visitCall(expr);
        }

        @Override
        public Void visitBuiltinCall(Expr.BuiltinCall expr) {
            seesMemory |= expr.arguments().stream().anyMatch(argument -> argument.type() instanceof Type.Texture);
            return super.visitBuiltinCall(expr);
        }
    }

    /** What a round of a loop may change, and whether it may leave the loop. */
    private static final class Round extends Walker {
        private final Set<Variable> changed = new HashSet<>();
        private final Set<Label> inner = new HashSet<>();
        private final Label loop;
        private boolean leaves;

        Round(Label loop) {
            this.loop = loop;
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            changed.add(stmt.variable());
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            changed.add(stmt.variable());
            return super.visitAssign(stmt);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            Variable result = stmt.result();
            if (result != null) {
                changed.add(result);
            }
            return super.visitInvoke(stmt);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Variable result = stmt.result();
            if (result != null) {
                changed.add(result);
            }
            return super.visitInvokeBuiltin(stmt);
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            inner.add(stmt.label());
            return super.visitFor(stmt);
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            inner.add(stmt.label());
            return super.visitDoWhile(stmt);
        }

        @Override
        public Void visitLabeled(Stmt.Labeled stmt) {
            inner.add(stmt.label());
            return super.visitLabeled(stmt);
        }

        @Override
        public Void visitSwitch(Stmt.Switch stmt) {
            inner.add(stmt.label());
            return super.visitSwitch(stmt);
        }

        @Override
        public Void visitBreak(Stmt.Break stmt) {
            leaves |= !inner.contains(stmt.label());
            return null;
        }

        @Override
        public Void visitContinue(Stmt.Continue stmt) {
            leaves |= !inner.contains(stmt.label()) && !stmt.label().equals(loop);
            return null;
        }

        @Override
        public Void visitReturn(Stmt.Return stmt) {
            leaves = true;
            return null;
        }
    }
}
