package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.Expr;
import dev.smelt.compiler.ast.Stmt;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where each jump of a method goes: filled by {@link JumpRule}, which reports those that go nowhere. Kept by identity,
 * since to hash a statement is to walk it.
 */
final class JumpTargets {
    private final IdentityHashMap<Stmt.Break, Stmt> breaks = new IdentityHashMap<>();
    private final IdentityHashMap<Stmt.Continue, Stmt> continues = new IdentityHashMap<>();
    private final IdentityHashMap<Stmt.Yield, Expr.Switch> yields = new IdentityHashMap<>();

    void put(Stmt.Break jump, Stmt target) {
        breaks.put(jump, target);
    }

    void put(Stmt.Continue jump, Stmt target) {
        continues.put(jump, target);
    }

    void put(Stmt.Yield jump, Expr.Switch target) {
        yields.put(jump, target);
    }

    /** The loop, switch or labelled statement that it leaves; null if it was reported. */
    @Nullable
    Stmt of(Stmt.Break jump) {
        return breaks.get(jump);
    }

    /** The loop that it continues; null if it was reported. */
    @Nullable
    Stmt of(Stmt.Continue jump) {
        return continues.get(jump);
    }

    /** The switch that it gives a value; null if it was reported. */
    Expr.@Nullable Switch of(Stmt.Yield jump) {
        return yields.get(jump);
    }
}
