package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Collects the statements of the method that is being lowered, block in block. */
final class CodeBuilder {
    private final Deque<List<Stmt>> open = new ArrayDeque<>();

    CodeBuilder() {
        open.push(new ArrayList<>());
    }

    void emit(Stmt stmt) {
        open.getFirst().add(stmt);
    }

    /** The statements that an action emits, instead of emitting them here. */
    List<Stmt> capture(Runnable action) {
        open.push(new ArrayList<>());
        action.run();
        return open.pop();
    }

    /** Whether nothing that is emitted next could be reached. */
    boolean endsWithJump() {
        List<Stmt> current = open.getFirst();
        Stmt last = current.isEmpty() ? null : current.get(current.size() - 1);
        return last instanceof Stmt.Break || last instanceof Stmt.Continue || last instanceof Stmt.Return;
    }

    Stmt.Block captureBlock(Span span, Runnable action) {
        return new Stmt.Block(capture(action), span);
    }

    /** How many statements the innermost block has so far: a place for {@link #insert}. */
    int mark() {
        return open.getFirst().size();
    }

    /** The statements that were emitted since the mark. */
    List<Stmt> since(int mark) {
        List<Stmt> current = open.getFirst();
        return List.copyOf(current.subList(mark, current.size()));
    }

    /** Puts a statement before those that were emitted since the mark. */
    void insert(int mark, Stmt stmt) {
        open.getFirst().add(mark, stmt);
    }

    /** All that was emitted outside of any capture. */
    Stmt.Block finish(Span span) {
        return new Stmt.Block(open.getFirst(), span);
    }
}
