package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.AssignedVariables;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.LoopExits;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.source.Span;
import java.util.Collections;
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
            Set<Variable> changed = new HashSet<>(AssignedVariables.andDeclaredIn(body));
            update.forEach(stmt -> changed.addAll(AssignedVariables.andDeclaredIn(stmt)));
            if (!read.seesMemory && !LoopExits.canLeave(body, label) && Collections.disjoint(read.variables, changed)) {
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
}
