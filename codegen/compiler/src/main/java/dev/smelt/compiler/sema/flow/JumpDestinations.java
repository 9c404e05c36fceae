package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where each jump of a method goes: filled by {@link JumpRule}, which reports those that go nowhere. Kept by identity,
 * since to hash a statement is to walk it.
 */
final class JumpDestinations {
    private final IdentityHashMap<JavaStmt.Break, JavaStmt> breaks = new IdentityHashMap<>();
    private final IdentityHashMap<JavaStmt.Continue, JavaStmt> continues = new IdentityHashMap<>();
    private final IdentityHashMap<JavaStmt.Yield, JavaExpr.Switch> yields = new IdentityHashMap<>();

    void put(JavaStmt.Break jump, JavaStmt target) {
        breaks.put(jump, target);
    }

    void put(JavaStmt.Continue jump, JavaStmt target) {
        continues.put(jump, target);
    }

    void put(JavaStmt.Yield jump, JavaExpr.Switch target) {
        yields.put(jump, target);
    }

    /** The loop, switch or labelled statement that it leaves; null if it was reported. */
    @Nullable
    JavaStmt of(JavaStmt.Break jump) {
        return breaks.get(jump);
    }

    /** The loop that it continues; null if it was reported. */
    @Nullable
    JavaStmt of(JavaStmt.Continue jump) {
        return continues.get(jump);
    }

    /** The switch that it gives a value; null if it was reported. */
    JavaExpr.@Nullable Switch of(JavaStmt.Yield jump) {
        return yields.get(jump);
    }
}
