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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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
    /** A loop of so many rounds may be written out wholly. */
    private static final int MOST_ROUNDS = 16;

    /** Operations and loads of what is done at once. */
    private static final int MOST_OPERATIONS = 100;

    /** Rounds of a walk that are done at once: a histogram gained nothing by four, an eighth by eight, and no more by 16. */
    private static final int ROUNDS_OF_WALKS = 8;

    private final FreshIds ids;
    private final Set<Label> straight;
    private final Set<Label> outside;

    private Unrolling(FreshIds ids, Set<Label> straight, Set<Label> outside) {
        super(outside);
        this.ids = ids;
        this.straight = straight;
        this.outside = new HashSet<>(outside);
    }

    /** A body, and the labels of the loops in it that are kept outside. */
    record Result(Stmt.Block body, Set<Label> outside) {}

    /**
     * Unrolls.
     *
     * @param straight the labels of loops that hold nothing but assignments, loads and stores of rows, and such loops
     * @param walks those of other loops to keep outside ({@link RowWalks})
     */
    static Result of(Stmt.Block body, Set<Label> straight, Set<Label> walks, FreshIds ids) {
        Set<Label> outside = new HashSet<>(straight);
        outside.addAll(walks);
        Unrolling unrolling = new Unrolling(ids, straight, outside);
        return new Result(unrolling.rewriteBlock(body), unrolling.outside);
    }

    @Override
    List<Stmt> replacement(Stmt.For loop) {
        return CountedLoop.of(loop)
                .map(counted -> straight.contains(loop.label()) ? ofSums(loop, counted) : ofWalk(loop, counted))
                .orElse(List.of(loop));
    }

    private List<Stmt> ofSums(Stmt.For loop, CountedLoop counted) {
        UnrolledRound round = UnrolledRound.of(loop.body());
        int size = round.size();
        if (size == 0 || 2 * size > MOST_OPERATIONS) {
            return List.of(loop);
        }
        OptionalInt rounds = counted.rounds();
        boolean isShort = !round.isLong()
                && rounds.isPresent()
                && rounds.getAsInt() <= MOST_ROUNDS
                && rounds.getAsInt() * size <= MOST_OPERATIONS;
        if (isShort && round.mayBeDone(rounds.getAsInt())) {
            outside.remove(loop.label());
            return Reordering.of(counted.writtenOut(loop, rounds.getAsInt(), ids));
        }
        return round.hasManyRows()
                ? List.of(loop)
                : several(loop, counted, Math.min(round.most(), MOST_OPERATIONS / size), Reordering::of);
    }

    /**
     * Several rounds of a thread at once. Where threads do nothing together in a round, whose round comes first is anybody's
     * guess.
     */
    private List<Stmt> ofWalk(Stmt.For loop, CountedLoop counted) {
        int atOnce = Math.min(ROUNDS_OF_WALKS, MOST_OPERATIONS / Math.max(1, Operations.in(loop.body())));
        return atOnce > 1 && Structure.of(loop.body()).collectives().isEmpty()
                ? several(loop, counted, atOnce, UnaryOperator.identity())
                : List.of(loop);
    }

    /**
     * Rounds at once as long as there are so many.
     *
     * @param most how many; fewer, but at least half of it, if then none are left over
     * @param order in which the statements of several rounds are put
     */
    private List<Stmt> several(Stmt.For loop, CountedLoop counted, int most, UnaryOperator<List<Stmt>> order) {
        OptionalInt rounds = counted.rounds();
        int possible = Math.min(most, rounds.orElse(most));
        if (possible < 2) {
            return List.of(loop);
        }
        OptionalInt exact = IntStream.iterate(possible, n -> n > 1 && 2 * n >= possible, n -> n - 1)
                .filter(n -> rounds.isPresent() && rounds.getAsInt() % n == 0)
                .findFirst();
        int atOnce = exact.orElse(possible);
        Span span = loop.span();
        Variable counter = counted.counter();
        Expr.Read read = new Expr.Read(counter, span);
        List<Stmt> body = new ArrayList<>();
        for (int round = 0; round < atOnce; round++) {
            int distance = round * counted.step();
            Expr value = distance == 0 ? read : binary(BinaryOp.ADD, read, distance, span);
            body.addAll(LoopRound.of(loop, counter, value, ids));
        }
        Stmt.Block whole = new Stmt.Block(order.apply(body), span);
        Stmt.Assign update = new Stmt.Assign(counter, binary(BinaryOp.ADD, read, atOnce * counted.step(), span), span);
        if (exact.isPresent()) {
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
}
