package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Builtin.Effect;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.pass.ArrayUses;
import dev.smelt.compiler.pass.ArrayUses.Use;
import java.util.HashSet;
import java.util.Set;

/**
 * Threadgroup memory that is read before any statement has written to it. Only what is certain is reported: a write in a
 * branch counts, and so does one later in a loop for what a round reads under a condition. Memory that nothing writes to
 * is {@link ThreadgroupWrittenRule}'s.
 */
final class ThreadgroupOrderRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        if (kernel.threadgroups().isEmpty()) {
            return;
        }
        ArrayUses uses = ArrayUses.in(module);
        Set<Variable> memory = new HashSet<>();
        for (KernelParameter.Threadgroup each : kernel.threadgroups()) {
            if (uses.has(each.variable(), Use.WRITTEN)) {
                memory.add(each.variable());
            }
        }
        if (!memory.isEmpty()) {
            new InOrder(memory, diagnostics).walk(kernel.body());
        }
    }

    /** Goes through the statements as they run; of memory under another name, or given to a function, nothing is known. */
    private static final class InOrder extends Walker {
        /** What has not been written so far. */
        private final Set<Variable> fresh;

        private final Diagnostics diagnostics;
        /** What the loops around write. */
        private Set<Variable> inLoops = Set.of();

        InOrder(Set<Variable> memory, Diagnostics diagnostics) {
            this.fresh = memory;
            this.diagnostics = diagnostics;
        }

        private void read(Expr array) {
            if (array instanceof Expr.Read read && fresh.remove(read.variable())) {
                diagnostics.report(
                        Code.READ_BEFORE_WRITTEN,
                        array.span(),
                        "nothing has written to the threadgroup memory '"
                                + read.variable().name() + "' when it is read here",
                        "write its elements first, then call threadgroupBarrier()");
            }
        }

        /** What runs in some rounds of a loop only, may run in later ones. */
        private void sometimes(Runnable statements) {
            fresh.removeAll(inLoops);
            statements.run();
        }

        private void round(Stmt loop, Runnable statements) {
            Set<Variable> outer = inLoops;
            inLoops = writtenIn(loop);
            inLoops.addAll(outer);
            statements.run();
            inLoops = outer;
        }

        private static Set<Variable> writtenIn(Stmt stmt) {
            Set<Variable> written = new HashSet<>();
            new Walker() {
                @Override
                public Void visitStore(Stmt.Store store) {
                    if (store.array() instanceof Expr.Read read) {
                        written.add(read.variable());
                    }
                    return super.visitStore(store);
                }

                @Override
                public Void visitInvokeBuiltin(Stmt.InvokeBuiltin invoke) {
                    if (invoke.builtin().effect() == Effect.ATOMIC
                            && invoke.arguments().get(0) instanceof Expr.Read read) {
                        written.add(read.variable());
                    }
                    return super.visitInvokeBuiltin(invoke);
                }
            }.walk(stmt);
            return written;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            walk(expr.index());
            read(expr.array());
            return null;
        }

        @Override
        public Void visitStore(Stmt.Store stmt) {
            walk(stmt.index());
            walk(stmt.value());
            fresh.removeAll(writtenIn(stmt));
            return null;
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Effect effect = stmt.builtin().effect();
            if (effect == Effect.ATOMIC || effect == Effect.ATOMIC_LOAD) {
                stmt.arguments().subList(1, stmt.arguments().size()).forEach(this::walk);
                if (effect == Effect.ATOMIC_LOAD) {
                    read(stmt.arguments().get(0));
                }
                fresh.removeAll(writtenIn(stmt));
                return null;
            }
            return super.visitInvokeBuiltin(stmt);
        }

        /** Its length may be asked for. */
        @Override
        public Void visitLength(Expr.Length expr) {
            return null;
        }

        /** A name by itself: an argument, or another name for it. */
        @Override
        public Void visitRead(Expr.Read expr) {
            fresh.remove(expr.variable());
            return null;
        }

        @Override
        public Void visitLogical(Expr.Logical expr) {
            walk(expr.left());
            sometimes(() -> walk(expr.right()));
            return null;
        }

        @Override
        public Void visitConditional(Expr.Conditional expr) {
            walk(expr.condition());
            sometimes(() -> {
                walk(expr.then());
                walk(expr.otherwise());
            });
            return null;
        }

        @Override
        public Void visitIf(Stmt.If stmt) {
            walk(stmt.condition());
            sometimes(() -> {
                walk(stmt.then());
                walk(stmt.otherwise());
            });
            return null;
        }

        @Override
        public Void visitSwitch(Stmt.Switch stmt) {
            walk(stmt.selector());
            sometimes(() -> stmt.groups().forEach(group -> walk(group.body())));
            return null;
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            stmt.init().forEach(this::walk);
            walk(stmt.condition());
            sometimes(() -> round(stmt, () -> {
                walk(stmt.body());
                stmt.update().forEach(this::walk);
            }));
            return null;
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            round(stmt, () -> {
                walk(stmt.body());
                walk(stmt.condition());
            });
            return null;
        }
    }
}
