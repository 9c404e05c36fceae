package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The loops and switches around the statement that is being written. C++'s jumps name no target, so that one which isn't
 * the innermost would silently become another jump.
 */
final class JumpScopes {
    private final Deque<Label> breakable = new ArrayDeque<>();
    private final Deque<Label> continuable = new ArrayDeque<>();

    void inLoop(Label label, Runnable body) {
        continuable.push(label);
        inSwitch(label, body);
        continuable.pop();
    }

    void inSwitch(Label label, Runnable body) {
        breakable.push(label);
        body.run();
        breakable.pop();
    }

    void checkBreak(Label label, Span span) {
        check(label.equals(breakable.peek()), span);
    }

    void checkContinue(Label label, Span span) {
        check(label.equals(continuable.peek()), span);
    }

    private static void check(boolean innermost, Span span) {
        if (!innermost) {
            throw new AssertionError(span + ": MSL has no jump out of several statements");
        }
    }
}
