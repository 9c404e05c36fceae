package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the threads of a threadgroup wait for each other. Barriers of a simdgroup are not among these: like its functions,
 * they are between the threads that have not returned.
 */
final class BarrierUses {
    /** The functions that come to a barrier. */
    private final Set<String> functions = new HashSet<>();

    private @Nullable Builtin barrier;

    private BarrierUses() {}

    static BarrierUses in(KernelModule module) {
        BarrierUses uses = new BarrierUses();
        for (Function function : module.functions()) {
            // Callees stand before callers.
            if (uses.in(function.body())) {
                uses.functions.add(function.id());
            }
        }
        module.kernels().stream().map(Kernel::body).forEach(uses::in);
        return uses;
    }

    /** Whether there is a barrier in a statement, or in what it calls. */
    boolean in(Stmt stmt) {
        boolean[] found = {false};
        new Walker() {
            @Override
            public Void visitInvokeBuiltin(Stmt.InvokeBuiltin inner) {
                found[0] |= isBarrier(inner);
                return null;
            }

            @Override
            public Void visitInvoke(Stmt.Invoke inner) {
                found[0] |= inFunction(inner.function());
                return null;
            }
        }.walk(stmt);
        return found[0];
    }

    boolean isBarrier(Stmt.InvokeBuiltin stmt) {
        boolean isBarrier = stmt.builtin().effect() == Builtin.Effect.THREADGROUP_BARRIER;
        if (isBarrier) {
            barrier = stmt.builtin();
        }
        return isBarrier;
    }

    boolean inFunction(String id) {
        return functions.contains(id);
    }

    /** The builtin, of a module that has barriers. */
    Builtin barrier() {
        if (barrier == null) {
            throw new AssertionError("no barrier");
        }
        return barrier;
    }
}
