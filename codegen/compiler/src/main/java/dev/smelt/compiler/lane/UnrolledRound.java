package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a round of a straight loop does, and how many of them are worth doing at once.
 *
 * @param size how much; 0 for one that is not worth to be repeated
 * @param rows the rows that are copied from memory
 * @param sums the variables that are assigned
 * @param isLong whether it has more operations than loads and stores of its sums would matter for
 */
record UnrolledRound(int size, int rows, int sums, boolean isLong) {
    /** Rounds that are done at once where there are many. */
    private static final int ROUNDS = 4;

    /**
     * The same where each row that is loaded is used for one sum only, in a loop of more than {@link #MOST_ROWS}. More rows than
     * that, beside the memory that they are copied from, push each other out of the first-level cache before they are used: the
     * sum of 16 rows of 1,024 floats took 1.5 ms by two rows at once, 1.9 by four, and 2.3 with all loaded first.
     */
    private static final int ROUNDS_OF_ROWS = 2;

    /** The same where all sums of a round need one long term, which takes an array for each round. */
    private static final int ROUNDS_OF_TERMS = 2;

    /** So many such rows are loaded at once, in rounds of several as well. */
    private static final int MOST_ROWS = 4;

    /** Operations of a round for each variable that it assigns. */
    private static final int MOST_FOR_A_SUM = 4;

    /** With fewer sums that need one long term nothing is gained. */
    private static final int SUMS_OF_TERMS = 3;

    private static final UnrolledRound UNFIT = new UnrolledRound(0, 0, 0, false);

    /** What the body of a straight loop does. */
    static UnrolledRound of(Stmt.Block body) {
        int operations = 0;
        int assigned = 0;
        int loads = 0;
        int rows = 0;
        for (Stmt stmt : body.statements()) {
            if (stmt instanceof Stmt.Declare declare && declare.value() instanceof Expr.Load) {
                // Once for all lanes, whatever its index takes.
                loads++;
            } else if (stmt instanceof Stmt.Declare declare) {
                operations += Operations.in(declare.value());
            } else if (stmt instanceof Stmt.Assign assign) {
                operations += Operations.in(assign.value());
                assigned++;
            } else if (stmt instanceof Stmt.InvokeBuiltin invoke
                    && invoke.builtin().owner() == LaneStep.class) {
                loads++;
                rows += invoke.builtin().name().equals(StripPreparation.LOAD) ? 1 : 0;
            } else {
                // A loop that stayed one, or a function that takes several loops itself.
                return UNFIT;
            }
        }
        boolean isLong = operations > MOST_FOR_A_SUM * assigned;
        // Where one sum's terms take longer, its loads and stores don't matter; those of three do.
        return isLong && (assigned < SUMS_OF_TERMS || !addsOnly(body))
                ? UNFIT
                : new UnrolledRound(operations + loads, rows, assigned, isLong);
    }

    /** Whether nothing but sums goes from one round to the next. */
    private static boolean addsOnly(Stmt.Block body) {
        Set<Variable> sums = new HashSet<>();
        List<Expr> terms = new ArrayList<>();
        for (Stmt stmt : body.statements()) {
            if (stmt instanceof Stmt.Declare declare && declare.value() != null) {
                terms.add(declare.value());
            } else if (stmt instanceof Stmt.Assign assign) {
                boolean adds = sums.add(assign.variable())
                        && assign.value() instanceof Expr.Binary sum
                        && (sum.op() == BinaryOp.ADD || sum.op() == BinaryOp.SUBTRACT)
                        && sum.left() instanceof Expr.Read read
                        && read.variable().equals(assign.variable());
                if (!adds) {
                    return false;
                }
                terms.add(((Expr.Binary) assign.value()).right());
            }
        }
        return terms.stream().noneMatch(term -> Mentions.in(term).stream().anyMatch(sums::contains));
    }

    /** How many rounds to do at once where there are many. */
    int most() {
        return isLong ? ROUNDS_OF_TERMS : usesRowsOnce() ? ROUNDS_OF_ROWS : ROUNDS;
    }

    /** Whether so many rounds in all may be done at once. */
    boolean mayBeDone(int rounds) {
        return !usesRowsOnce() || rounds * rows <= MOST_ROWS;
    }

    /** Whether not even a few rounds may be done at once. */
    boolean hasManyRows() {
        return !mayBeDone(ROUNDS_OF_ROWS);
    }

    private boolean usesRowsOnce() {
        return rows >= sums;
    }
}
