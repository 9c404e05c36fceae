package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Assertions;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import java.util.List;

/**
 * Removes {@code assert} statements, for what runs without checks.
 *
 * <p>Precondition: none. Guarantee: no {@link Assertions} are left, and nothing of what their conditions do.
 *
 * <pre>{@code
 * before: if (enabled()) { assertion(n > 0); } y[i] = x[i];
 * after:  y[i] = x[i];
 * }</pre>
 */
public final class RemoveAssertions implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        return Bodies.map(module, new Remover()::rewriteBlock);
    }

    private static final class Remover extends Rewriter {
        @Override
        public Stmt visitIf(Stmt.If stmt) {
            return Assertions.isStatement(stmt) ? new Stmt.Block(List.of(), stmt.span()) : super.visitIf(stmt);
        }

        @Override
        public Stmt visitBlock(Stmt.Block stmt) {
            List<Stmt> kept = stmt.statements().stream()
                    .filter(inner -> !(inner instanceof Stmt.If test && Assertions.isStatement(test)))
                    .toList();
            boolean same = kept.size() == stmt.statements().size();
            return super.visitBlock(same ? stmt : new Stmt.Block(kept, stmt.span()));
        }
    }
}
