package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;

/** Turns {@code continue} of a loop into {@code break} of a block within it. */
final class Continues extends Rewriter {
    private final Label loop;
    private final Label block;

    private Continues(Label loop, Label block) {
        this.loop = loop;
        this.block = block;
    }

    static Stmt.Block asBreaks(Stmt.Block body, Label loop, Label block) {
        return new Continues(loop, block).rewriteBlock(body);
    }

    @Override
    public Stmt visitContinue(Stmt.Continue stmt) {
        return stmt.label().equals(loop) ? new Stmt.Break(block, stmt.span()) : stmt;
    }
}
