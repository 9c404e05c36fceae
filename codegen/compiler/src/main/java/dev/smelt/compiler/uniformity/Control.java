package dev.smelt.compiler.uniformity;

import dev.smelt.compiler.ir.Stmt;
import java.util.IdentityHashMap;

/** Whether all threads of a threadgroup come to a statement together, for each statement of a body. */
public final class Control {
    private final IdentityHashMap<Stmt, Level> levels = new IdentityHashMap<>();

    Control() {}

    void put(Stmt stmt, Level level) {
        levels.merge(stmt, level, Level::join);
    }

    /** The level of control at a statement of the body, the very node. */
    public Level at(Stmt stmt) {
        Level level = levels.get(stmt);
        if (level == null) {
            throw new AssertionError(stmt.span() + ": not in this body");
        }
        return level;
    }
}
