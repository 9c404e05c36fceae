package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Replaces straight loops, inner ones first, by the statements that do the same. */
abstract class StraightLoopRewriter extends Rewriter {
    private final Set<Label> straight;

    /** @param straight the labels of the loops ({@link StraightLoops}), which nothing leaves in the midst of a round */
    StraightLoopRewriter(Set<Label> straight) {
        this.straight = straight;
    }

    /** What to do in the place of a loop whose body has been rewritten. */
    abstract List<Stmt> replacement(Stmt.For loop);

    @Override
    public final Stmt visitBlock(Stmt.Block stmt) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt each : stmt.statements()) {
            if (each instanceof Stmt.For loop && straight.contains(loop.label())) {
                stmts.addAll(replacement((Stmt.For) visitFor(loop)));
            } else {
                stmts.add(rewrite(each));
            }
        }
        return new Stmt.Block(stmts, stmt.span());
    }
}
