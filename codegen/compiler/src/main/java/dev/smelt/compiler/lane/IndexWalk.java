package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has a region know row and column of a thread's position without a division for each thread: from one lane to the next the
 * position mostly grows by one, and then so does the remainder, as long as it stays below the divisor.
 *
 * <pre>{@code
 * before: cx = (i % width) * step - 2f;
 * after:  remainder = remainder + 1;
 *         if (remainder >= width || i != next) { quotient = i / width; remainder = i % width; }
 *         next = i + 1;
 *         cx = remainder * step - 2f;
 * }</pre>
 *
 * <p>A divisor of 0 or below is divided by each time, since positions are not below 0.
 */
final class IndexWalk extends Rewriter {
    private final FreshIds ids;
    private final Variable position;
    private final Set<Variable> divisors;
    /** By the divisor. */
    private final Map<Variable, Walk> walks = new LinkedHashMap<>();

    private IndexWalk(FreshIds ids, Variable position, Set<Variable> divisors) {
        this.ids = ids;
        this.position = position;
        this.divisors = divisors;
    }

    /** What stands for the position divided by something. */
    private record Walk(Variable quotient, Variable remainder) {}

    /**
     * The region with this done.
     *
     * @param alike what has one value for all lanes
     */
    static LaneStep.Region in(LaneStep.Region region, Kernel kernel, Set<Variable> alike, FreshIds ids) {
        Variable position = positionOf(kernel);
        if (position == null) {
            return region;
        }
        Set<Variable> divisors = new HashSet<>(alike);
        divisors.removeAll(Mentions.in(region.body()).assigned());
        IndexWalk walk = new IndexWalk(ids, position, divisors);
        Stmt.Block body = walk.rewriteBlock(region.body());
        return walk.walks.isEmpty() ? region : walk.with(region, body);
    }

    private static @Nullable Variable positionOf(Kernel kernel) {
        return kernel.positions().stream()
                .filter(position -> position.kind() == Kind.THREAD_POSITION_IN_GRID
                        && position.variable().type() == Type.Scalar.INT)
                .map(position -> position.variable())
                .findFirst()
                .orElse(null);
    }

    private LaneStep.Region with(LaneStep.Region region, Stmt.Block body) {
        Span span = body.span();
        Variable next = ids.variable("next", Type.Scalar.INT);
        Map<Variable, Integer> carried = new LinkedHashMap<>();
        carried.put(next, -1);
        List<Stmt> stmts = new ArrayList<>();
        walks.forEach((divisor, walk) -> {
            carried.put(walk.quotient(), 0);
            carried.put(walk.remainder(), 0);
            stmts.add(new Stmt.Assign(walk.remainder(), plusOne(walk.remainder(), span), span));
            Expr over = compare(BinaryOp.GREATER_OR_EQUAL, walk.remainder(), divisor, span);
            Expr jumps = compare(BinaryOp.NOT_EQUAL, position, next, span);
            Stmt quotient = new Stmt.Assign(walk.quotient(), divided(BinaryOp.DIVIDE, divisor, span), span);
            Stmt remainder = new Stmt.Assign(walk.remainder(), divided(BinaryOp.REMAINDER, divisor, span), span);
            stmts.add(new Stmt.If(
                    new Expr.Logical(false, over, jumps, span),
                    new Stmt.Block(List.of(quotient, remainder), span),
                    new Stmt.Block(List.of(), span),
                    span));
        });
        stmts.add(new Stmt.Assign(next, plusOne(position, span), span));
        return new LaneStep.Region(body, region.loaded(), region.stored(), carried, stmts);
    }

    private static Expr plusOne(Variable variable, Span span) {
        Expr one = new Expr.Constant(Type.Scalar.INT, 1, span);
        return new Expr.Binary(BinaryOp.ADD, new Expr.Read(variable, span), one, Type.Scalar.INT, false, span);
    }

    private static Expr compare(BinaryOp op, Variable left, Variable right, Span span) {
        return new Expr.Binary(
                op, new Expr.Read(left, span), new Expr.Read(right, span), Type.Scalar.BOOLEAN, false, span);
    }

    private Expr divided(BinaryOp op, Variable divisor, Span span) {
        return new Expr.Binary(
                op, new Expr.Read(position, span), new Expr.Read(divisor, span), Type.Scalar.INT, false, span);
    }

    @Override
    public Expr visitBinary(Expr.Binary expr) {
        boolean divides = expr.op() == BinaryOp.DIVIDE || expr.op() == BinaryOp.REMAINDER;
        boolean isWalk = divides
                && expr.type() == Type.Scalar.INT
                && expr.left() instanceof Expr.Read dividend
                && dividend.variable().equals(position)
                && expr.right() instanceof Expr.Read divisor
                && divisors.contains(divisor.variable());
        if (!isWalk) {
            return super.visitBinary(expr);
        }
        Walk walk = walks.computeIfAbsent(
                ((Expr.Read) expr.right()).variable(),
                divisor -> new Walk(
                        ids.variable("quotient", Type.Scalar.INT), ids.variable("remainder", Type.Scalar.INT)));
        return new Expr.Read(expr.op() == BinaryOp.DIVIDE ? walk.quotient() : walk.remainder(), expr.span());
    }
}
