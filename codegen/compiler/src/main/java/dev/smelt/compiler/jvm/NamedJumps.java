package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds the jumps that must name their target, because they don't mean the innermost statement around them. */
final class NamedJumps extends Walker {
    private final Deque<Label> breakable = new ArrayDeque<>();
    private final Deque<Label> continuable = new ArrayDeque<>();
    private final Set<Stmt> jumps = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Label> labels = new HashSet<>();

    private NamedJumps() {}

    static NamedJumps in(Stmt body) {
        NamedJumps named = new NamedJumps();
        named.walk(body);
        return named;
    }

    /** Whether this jump names its target. */
    boolean isNamed(Stmt jump) {
        return jumps.contains(jump);
    }

    /** Whether some jump names this label. */
    boolean isTarget(Label label) {
        return labels.contains(label);
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        breakable.push(stmt.label());
        continuable.push(stmt.label());
        super.visitFor(stmt);
        breakable.pop();
        continuable.pop();
        return null;
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        breakable.push(stmt.label());
        continuable.push(stmt.label());
        super.visitDoWhile(stmt);
        breakable.pop();
        continuable.pop();
        return null;
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        breakable.push(stmt.label());
        super.visitSwitch(stmt);
        breakable.pop();
        return null;
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        note(stmt, stmt.label(), breakable);
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        note(stmt, stmt.label(), continuable);
        return null;
    }

    private void note(Stmt jump, Label target, Deque<Label> around) {
        if (!target.equals(around.peek())) {
            jumps.add(jump);
            labels.add(target);
        }
    }
}
