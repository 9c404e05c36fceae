package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A loop that counts an {@code int} up or down in steps of a constant, to an end that does not change meanwhile: {@code for
 * (int j = 0; j < n; j += 2)}.
 *
 * @param first what the counter begins with
 * @param comparison that lets the loop go on, of the counter with {@code end}
 * @param step what is added for each further round; below 0 where the loop counts down
 */
record CountedLoop(Variable counter, Expr first, BinaryOp comparison, Expr end, int step) {
    /** No more rounds than these are counted, and no longer steps taken. */
    private static final int LIMIT = 1 << 16;

    /** What a loop counts; empty if it is another kind of loop. */
    static Optional<CountedLoop> of(Stmt.For loop) {
        if (loop.init().size() != 1
                || loop.update().size() != 1
                || !(loop.init().get(0) instanceof Stmt.Declare declare)
                || !(loop.condition() instanceof Expr.Binary condition)
                || !(condition.left() instanceof Expr.Read read)
                || !read.variable().equals(declare.variable())) {
            return Optional.empty();
        }
        Expr first = declare.value();
        Variable counter = declare.variable();
        Stmt.Assign update = loop.update().get(0);
        int step = stepOf(update).orElse(0);
        boolean counts = update.variable().equals(counter) && step != 0 && step >= -LIMIT && step <= LIMIT;
        if (first == null || counter.type() != Type.Scalar.INT || !counts) {
            return Optional.empty();
        }
        boolean upwards = condition.op() == BinaryOp.LESS || condition.op() == BinaryOp.LESS_OR_EQUAL;
        boolean downwards = condition.op() == BinaryOp.GREATER || condition.op() == BinaryOp.GREATER_OR_EQUAL;
        boolean towardsEnd = step > 0 ? upwards : downwards;
        Set<Variable> assigned = Mentions.in(loop.body()).assigned();
        Set<Variable> ofEnd = Mentions.in(condition.right());
        boolean isFixed = !assigned.contains(counter)
                && !ofEnd.contains(counter)
                && ofEnd.stream().noneMatch(assigned::contains)
                && StraightCode.isPlain(condition.right());
        return towardsEnd && isFixed
                ? Optional.of(new CountedLoop(counter, first, condition.op(), condition.right(), step))
                : Optional.empty();
    }

    /** What an assignment adds to the {@code int} that it assigns, where that is a constant. */
    static OptionalInt stepOf(Stmt.Assign assign) {
        if (!(assign.value() instanceof Expr.Binary sum)
                || !(sum.left() instanceof Expr.Read read)
                || !read.variable().equals(assign.variable())
                || !(sum.right() instanceof Expr.Constant constant)
                || !(constant.value() instanceof Integer number)) {
            return OptionalInt.empty();
        }
        return switch (sum.op()) {
            case ADD -> OptionalInt.of(number);
            case SUBTRACT -> OptionalInt.of(-number);
            default -> OptionalInt.empty();
        };
    }

    /** How many rounds it goes, where that is known and not too many. */
    OptionalInt rounds() {
        if (!(first instanceof Expr.Constant from && from.value() instanceof Integer start)
                || !(end instanceof Expr.Constant to && to.value() instanceof Integer stop)) {
            return OptionalInt.empty();
        }
        long distance = step > 0 ? (long) stop - start : (long) start - stop;
        long least = isStrict() ? 1 : 0;
        if (distance < least) {
            return OptionalInt.of(0);
        }
        long rounds = (distance - least) / Math.abs(step) + 1;
        // A loop that comes past the last int goes on from the first.
        boolean wraps = start + rounds * step != (int) (start + rounds * step);
        return rounds > LIMIT || wraps ? OptionalInt.empty() : OptionalInt.of((int) rounds);
    }

    /** Whether there is a first round. */
    Expr begins(Span span) {
        return new Expr.Binary(comparison, first, end, Type.Scalar.BOOLEAN, false, span);
    }

    /** So many rounds of a loop that begins with a constant, one behind the other. */
    List<Stmt> writtenOut(Stmt.For loop, int rounds, FreshIds ids) {
        int begin = (Integer) ((Expr.Constant) first).value();
        List<Stmt> stmts = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Expr value = new Expr.Constant(Type.Scalar.INT, begin + round * step, loop.span());
            stmts.addAll(LoopRound.of(loop, counter, value, ids));
        }
        return stmts;
    }

    /** Whether the counter never is {@code end} in a round. */
    boolean isStrict() {
        return comparison == BinaryOp.LESS || comparison == BinaryOp.GREATER;
    }
}
