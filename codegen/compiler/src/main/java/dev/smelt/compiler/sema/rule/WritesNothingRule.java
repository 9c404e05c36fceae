package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Builtin.Effect;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;

/** A kernel that stores nothing has no effect that anybody could see. */
final class WritesNothingRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        Writes writes = new Writes(module);
        writes.walk(kernel.body());
        if (!writes.found) {
            diagnostics.report(
                    Code.KERNEL_WRITES_NOTHING,
                    kernel.span(),
                    "the kernel '" + kernel.name() + "' writes nothing",
                    "store its result in an array parameter, or return it");
        }
    }

    private static final class Writes extends Walker {
        private final KernelModule module;
        private boolean found;

        Writes(KernelModule module) {
            this.module = module;
        }

        @Override
        public Void visitStore(Stmt.Store stmt) {
            found = true;
            return null;
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Effect effect = stmt.builtin().effect();
            found |= effect == Effect.ATOMIC || effect == Effect.TEXTURE_WRITE;
            return null;
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            found |= module.functions().stream().anyMatch(f -> f.id().equals(stmt.function()) && !f.pure());
            return null;
        }
    }
}
