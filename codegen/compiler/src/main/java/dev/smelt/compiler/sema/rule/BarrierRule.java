package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Builtin.Effect;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;

/** A barrier that some threads of a threadgroup come to and others don't is waited at for ever (MSL, 6.9.1). */
final class BarrierRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        Uniformity uniformity = Uniformity.of(kernel, module);
        check(kernel.body(), uniformity.controlIn(kernel.body(), Level.UNIFORM), diagnostics);
        for (Function function : uniformity.called()) {
            check(function.body(), uniformity.controlIn(function), diagnostics);
        }
    }

    private static void check(Stmt.Block body, Control control, Diagnostics diagnostics) {
        new Walker() {
            @Override
            public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
                boolean barrier = stmt.builtin().effect() == Effect.THREADGROUP_BARRIER;
                if (barrier && control.at(stmt) == Level.VARYING) {
                    diagnostics.report(
                            Code.DIVERGENT_BARRIER,
                            stmt.span(),
                            "not all threads of a threadgroup come to this barrier: whether one does depends on its place",
                            "move the barrier out of the branch or loop, and put the work around it under the condition");
                }
                return super.visitInvokeBuiltin(stmt);
            }
        }.walk(body);
    }
}
