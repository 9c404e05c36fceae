package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import java.util.List;

/** One of a loop's rounds, written out: with a value for the counter, and with variables and labels of its own. */
final class LoopRound extends Renaming {
    private final Variable counter;
    private final Expr value;

    private LoopRound(Variable counter, Expr value) {
        this.counter = counter;
        this.value = value;
    }

    /** The statements of the round. */
    static List<Stmt> of(Stmt.For loop, Variable counter, Expr value, FreshIds ids) {
        LoopRound round = new LoopRound(counter, value);
        Declared declared = Declared.in(loop.body());
        declared.variables().forEach(own -> round.rename(own, ids.variable(own.name(), own.type())));
        declared.labels().forEach(own -> round.rename(own, ids.label(own.name())));
        return round.rewriteBlock(loop.body()).statements();
    }

    @Override
    public Expr visitRead(Expr.Read expr) {
        return expr.variable().equals(counter) ? value : super.visitRead(expr);
    }
}
