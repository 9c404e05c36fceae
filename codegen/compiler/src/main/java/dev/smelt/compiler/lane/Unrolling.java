package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Has loops that are kept outside of the lanes do several rounds at once. A loop over the lanes then adds several terms to
 * a sum that it loads and stores once, and the loop outside is entered less often:
 *
 * <pre>{@code
 * before: for (int j = 0; j < n; j++) { v = load(b, j * n + x); sum += a[j] * v; }
 * after:  for (int j = 0; j < n && n - j > 1; j += 2) {
 *             v = load(b, j * n + x);
 *             w = load(b, (j + 1) * n + x);
 *             sum += a[j] * v;
 *             sum += a[j + 1] * w;
 *         }
 *         for (; j < n; j++) { ... }
 * }</pre>
 */
final class Unrolling extends StraightLoopRewriter {
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

    /** A loop of so many rounds may be written out wholly. */
    private static final int MOST_ROUNDS = 16;

    /** Operations of a round for each variable that it assigns. */
    private static final int MOST_FOR_A_SUM = 4;

    /** With fewer sums that need one long term nothing is gained. */
    private static final int SUMS_OF_TERMS = 3;

    /** Operations and loads of what is done at once. */
    private static final int MOST_OPERATIONS = 100;

    private final FreshIds ids;
    private final Set<Label> outside;

    private Unrolling(FreshIds ids, Set<Label> straight) {
        super(straight);
        this.ids = ids;
        this.outside = new HashSet<>(straight);
    }

    /** A body, and the labels of the loops in it that are kept outside. */
    record Result(Stmt.Block body, Set<Label> outside) {}

    /**
     * Unrolls.
     *
     * @param straight the labels of loops that hold nothing but assignments, loads and stores of rows, and such loops
     * @param others those of other loops to keep outside
     */
    static Result of(Stmt.Block body, Set<Label> straight, Set<Label> others, FreshIds ids) {
        Unrolling unrolling = new Unrolling(ids, straight);
        Stmt.Block unrolled = unrolling.rewriteBlock(body);
        unrolling.outside.addAll(others);
        return new Result(unrolled, unrolling.outside);
    }

    @Override
    List<Stmt> replacement(Stmt.For loop) {
        Optional<CountedLoop> counted = CountedLoop.of(loop);
        Round round = Round.of(loop.body());
        int size = round.size();
        boolean hasManyRows = round.usesRowsOnce() && ROUNDS_OF_ROWS * round.rows() > MOST_ROWS;
        if (counted.isEmpty() || size == 0 || 2 * size > MOST_OPERATIONS || hasManyRows) {
            return List.of(loop);
        }
        OptionalInt rounds = counted.get().rounds();
        boolean isShort = !round.isLong()
                && rounds.isPresent()
                && rounds.getAsInt() <= MOST_ROUNDS
                && rounds.getAsInt() * size <= MOST_OPERATIONS;
        if (isShort && (!round.usesRowsOnce() || rounds.getAsInt() * round.rows() <= MOST_ROWS)) {
            outside.remove(loop.label());
            return Reordering.of(counted.get().writtenOut(loop, rounds.getAsInt(), ids));
        }
        int atOnce = Math.min(round.most(), MOST_OPERATIONS / size);
        if (rounds.isPresent()) {
            while (rounds.getAsInt() % atOnce != 0 && atOnce > 2) {
                atOnce--;
            }
        }
        return several(loop, counted.get(), atOnce, rounds.isPresent() && rounds.getAsInt() % atOnce == 0);
    }

    /** @param exactly whether no rounds are left over */
    private List<Stmt> several(Stmt.For loop, CountedLoop counted, int atOnce, boolean exactly) {
        Span span = loop.span();
        Variable counter = counted.counter();
        Expr.Read read = new Expr.Read(counter, span);
        List<Stmt> body = new ArrayList<>();
        for (int round = 0; round < atOnce; round++) {
            int distance = round * counted.step();
            Expr value = distance == 0 ? read : binary(BinaryOp.ADD, read, distance, span);
            body.addAll(LoopRound.of(loop, counter, value, ids));
        }
        Stmt.Block whole = new Stmt.Block(Reordering.of(body), span);
        Stmt.Assign update = new Stmt.Assign(counter, binary(BinaryOp.ADD, read, atOnce * counted.step(), span), span);
        if (exactly) {
            return List.of(new Stmt.For(loop.label(), loop.init(), loop.condition(), List.of(update), whole, span));
        }
        Label main = ids.label(loop.label().name());
        outside.add(main);
        Expr go = new Expr.Logical(true, loop.condition(), hasRounds(counted, atOnce, span), span);
        return List.of(
                loop.init().get(0),
                new Stmt.For(main, List.of(), go, List.of(update), whole, span),
                new Stmt.For(loop.label(), List.of(), loop.condition(), loop.update(), loop.body(), span));
    }

    /**
     * Whether so many rounds are left, where one is. A distance beyond the ints looks as if it were below 0: then rounds are
     * done one by one.
     */
    private static Expr hasRounds(CountedLoop counted, int atOnce, Span span) {
        Expr.Read read = new Expr.Read(counted.counter(), span);
        Expr distance = counted.step() > 0
                ? binary(BinaryOp.SUBTRACT, counted.end(), read, span)
                : binary(BinaryOp.SUBTRACT, read, counted.end(), span);
        Expr last = new Expr.Constant(Type.Scalar.INT, (atOnce - 1) * Math.abs(counted.step()), span);
        BinaryOp comparison = counted.isStrict() ? BinaryOp.GREATER : BinaryOp.GREATER_OR_EQUAL;
        return new Expr.Binary(comparison, distance, last, Type.Scalar.BOOLEAN, false, span);
    }

    private static Expr binary(BinaryOp op, Expr left, int right, Span span) {
        return binary(op, left, new Expr.Constant(Type.Scalar.INT, right, span), span);
    }

    private static Expr binary(BinaryOp op, Expr left, Expr right, Span span) {
        return new Expr.Binary(op, left, right, Type.Scalar.INT, false, span);
    }

    /**
     * What a round does.
     *
     * @param size how much; 0 for one that is not worth to be repeated
     * @param rows the rows that are copied from memory
     * @param sums the variables that are assigned
     * @param isLong whether it has more operations than loads and stores of its sums would matter for
     */
    private record Round(int size, int rows, int sums, boolean isLong) {
        private static final Round UNFIT = new Round(0, 0, 0, false);

        static Round of(Stmt.Block body) {
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
                    : new Round(operations + loads, rows, assigned, isLong);
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

        boolean usesRowsOnce() {
            return rows >= sums;
        }
    }
}
