package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns jumps out of regions into exits: the lane notes where it wants to rejoin, and ends the region.
 *
 * <pre>{@code
 * before: if (x < 0f) { break outer; } sum += x;
 * after:  region: { if (x < 0f) { exit = 3; break region; } sum += x; }
 * }</pre>
 */
final class Exits {
    private final FreshIds ids;
    private final Variable exit;
    private final Set<Label> functionEnds;
    private final Map<Place, Integer> codes = new HashMap<>();

    /** Where jumps lead: behind the statement with the label, or to its next round. */
    private record Place(Label label, boolean nextRound) {}

    /**
     * The exits of one kernel.
     *
     * @param functionEnds what lanes that have returned from a function wait for: barriers don't, as for those that have
     *     returned from the kernel
     */
    Exits(FreshIds ids, Set<Label> functionEnds) {
        this.ids = ids;
        this.functionEnds = functionEnds;
        this.exit = ids.variable("exit", Type.Scalar.INT);
    }

    /** The variable with each lane's exit. */
    Variable variable() {
        return exit;
    }

    /** Whether lanes leave for nowhere but the end of the kernel. */
    boolean areAllReturns() {
        return codes.isEmpty();
    }

    /** The code of lanes that left the statement with a label; none if no lane ever does. */
    Optional<Integer> behind(Label label) {
        return Optional.ofNullable(codes.get(new Place(label, false)));
    }

    /** The code of lanes that wait for the next round of a loop; none if no lane ever does. */
    Optional<Integer> nextRoundOf(Label label) {
        return Optional.ofNullable(codes.get(new Place(label, true)));
    }

    /** The body of a region, and how lanes leave it. */
    Outcome take(List<Stmt> stmts, Span span) {
        Jumps jumps = new Jumps(stmts, span);
        Stmt.Block body = jumps.rewriteBlock(new Stmt.Block(stmts, span));
        if (!jumps.leaves && !jumps.returns) {
            return new Outcome(body, false, false);
        }
        Stmt.Block around = new Stmt.Block(List.of(new Stmt.Labeled(jumps.region, body, span)), span);
        return new Outcome(around, jumps.leaves, jumps.returns);
    }

    /**
     * A region without jumps to outside.
     *
     * @param leaves whether lanes may leave it to rejoin later
     * @param returns whether lanes may end in it
     */
    record Outcome(Stmt.Block body, boolean leaves, boolean returns) {}

    /** The body of a region that lanes run only if they take part. */
    Stmt.Block masked(Stmt.Block body) {
        Span span = body.span();
        Expr takesPart = new Expr.Binary(
                dev.smelt.compiler.ir.BinaryOp.EQUAL,
                new Expr.Read(exit, span),
                new Expr.Constant(Type.Scalar.INT, LaneProgram.TAKES_PART, span),
                Type.Scalar.BOOLEAN,
                false,
                span);
        return new Stmt.Block(List.of(new Stmt.If(takesPart, body, new Stmt.Block(List.of(), span), span)), span);
    }

    private int newCode(Place place) {
        int number = codes.size() + 1;
        return functionEnds.contains(place.label()) ? LaneProgram.RETURNED - number : number;
    }

    private final class Jumps extends Rewriter {
        private final Label region = ids.label("region");
        private final Set<Label> own;
        private final Span span;
        private boolean leaves;
        private boolean returns;

        Jumps(List<Stmt> stmts, Span span) {
            this.own = Declared.in(new Stmt.Block(stmts, span)).labels();
            this.span = span;
        }

        private Stmt leave(int code) {
            Expr value = new Expr.Constant(Type.Scalar.INT, code, span);
            return new Stmt.Block(List.of(new Stmt.Assign(exit, value, span), new Stmt.Break(region, span)), span);
        }

        private Stmt leave(Label label, boolean nextRound) {
            leaves = true;
            return leave(codes.computeIfAbsent(new Place(label, nextRound), Exits.this::newCode));
        }

        @Override
        public Stmt visitBreak(Stmt.Break stmt) {
            return own.contains(stmt.label()) ? stmt : leave(stmt.label(), false);
        }

        @Override
        public Stmt visitContinue(Stmt.Continue stmt) {
            return own.contains(stmt.label()) ? stmt : leave(stmt.label(), true);
        }

        @Override
        public Stmt visitReturn(Stmt.Return stmt) {
            returns = true;
            return leave(LaneProgram.RETURNED);
        }
    }
}
