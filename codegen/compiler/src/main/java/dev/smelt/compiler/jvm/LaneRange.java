package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.Mentions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of each row that a region is for, where all of it is under a condition on the thread's x, as in a reduction:
 * {@code if (t < stride) tile[t] += tile[t + stride];}. The loop has that stretch for its bounds, and no lane asks.
 *
 * @param first what stands on the left of the condition: a thread's x, in the grid or in its threadgroup
 * @param comparison with {@code bound}
 * @param bound the same for all lanes
 * @param body what is done where the condition holds
 */
record LaneRange(Kind first, BinaryOp comparison, Expr bound, Stmt.Block body) {
    private static final Set<Kind> KINDS = EnumSet.of(
            Kind.THREAD_POSITION_IN_GRID, Kind.THREAD_POSITION_IN_THREADGROUP, Kind.THREAD_INDEX_IN_THREADGROUP);

    private static final Set<BinaryOp> COMPARISONS = EnumSet.of(
            BinaryOp.LESS, BinaryOp.LESS_OR_EQUAL, BinaryOp.GREATER, BinaryOp.GREATER_OR_EQUAL, BinaryOp.EQUAL);

    /**
     * The stretch of a region; empty if the region is for all lanes.
     *
     * @param uniform the variables that hold the same for all lanes
     */
    static Optional<LaneRange> of(Stmt.Block region, Kernel kernel, Set<Variable> uniform) {
        Stmt only = region;
        while (only instanceof Stmt.Block block && block.statements().size() == 1) {
            only = block.statements().get(0);
        }
        if (!(only instanceof Stmt.If branch)
                || !branch.otherwise().statements().isEmpty()
                || !(branch.condition() instanceof Expr.Binary condition)
                || condition.left().type() != Type.Scalar.INT
                || !COMPARISONS.contains(condition.op())) {
            return Optional.empty();
        }
        Set<Variable> assigned = Mentions.in(branch.then()).assigned();
        Kind left = kindOf(condition.left(), kernel, assigned);
        if (left != null && isFixed(condition.right(), uniform, assigned)) {
            return Optional.of(new LaneRange(left, condition.op(), condition.right(), branch.then()));
        }
        Kind right = kindOf(condition.right(), kernel, assigned);
        if (right != null && isFixed(condition.left(), uniform, assigned)) {
            return Optional.of(new LaneRange(right, condition.op().mirrored(), condition.left(), branch.then()));
        }
        return Optional.empty();
    }

    private static @Nullable Kind kindOf(Expr expr, Kernel kernel, Set<Variable> assigned) {
        boolean isX = expr instanceof Expr.BuiltinCall call
                && call.builtin().form() == Builtin.Form.INSTANCE
                && call.builtin().name().equals("x");
        Expr whole = isX ? ((Expr.BuiltinCall) expr).arguments().get(0) : expr;
        if (!(whole instanceof Expr.Read read) || assigned.contains(read.variable())) {
            return null;
        }
        return kernel.positions().stream()
                .filter(position -> position.variable().equals(read.variable()))
                .map(Position::kind)
                .filter(KINDS::contains)
                .findFirst()
                .orElse(null);
    }

    /** Plain numbers that are the same for all lanes, before the first of them and behind the last. */
    private static boolean isFixed(Expr expr, Set<Variable> uniform, Set<Variable> assigned) {
        if (expr instanceof Expr.Binary binary) {
            boolean fails = binary.op() == BinaryOp.DIVIDE || binary.op() == BinaryOp.REMAINDER;
            return !fails && isFixed(binary.left(), uniform, assigned) && isFixed(binary.right(), uniform, assigned);
        } else if (expr instanceof Expr.Read read) {
            return uniform.contains(read.variable()) && !assigned.contains(read.variable());
        }
        return expr instanceof Expr.Constant;
    }

    /** Whether it counts the lanes of the whole threadgroup, not those of a row. */
    boolean countsAllLanes() {
        return first == Kind.THREAD_INDEX_IN_THREADGROUP;
    }

    /** Whether the stretch may begin behind the first lane. */
    boolean hasStart() {
        return comparison == BinaryOp.GREATER
                || comparison == BinaryOp.GREATER_OR_EQUAL
                || comparison == BinaryOp.EQUAL;
    }

    /** Whether it may end before the last. */
    boolean hasEnd() {
        return comparison == BinaryOp.LESS || comparison == BinaryOp.LESS_OR_EQUAL || comparison == BinaryOp.EQUAL;
    }

    /** The number of the first lane of the stretch among {@code count}; {@code x} is the position of the first of those. */
    JavaCode start(JavaCode value, JavaCode x, JavaCode count) {
        return within(value, comparison == BinaryOp.GREATER, x, count);
    }

    /** The number of the lane behind the stretch. */
    JavaCode end(JavaCode value, JavaCode x, JavaCode count) {
        return within(value, comparison != BinaryOp.LESS, x, count);
    }

    private JavaCode within(JavaCode value, boolean behind, JavaCode x, JavaCode count) {
        JavaCode.Builder bound = JavaCode.builder();
        if (behind || first == Kind.THREAD_POSITION_IN_GRID) {
            bound.add("(long) ");
        }
        boolean isOneWord = this.bound instanceof Expr.Read || this.bound instanceof Expr.Constant;
        bound.add(isOneWord ? "$L" : "($L)", value);
        if (first == Kind.THREAD_POSITION_IN_GRID) {
            bound.add(" - $L", x);
        }
        if (behind) {
            bound.add(" + 1");
        }
        return JavaCode.of("$T.within($L,$W$L)", LaneKernelWriter.MASK, bound.build(), count);
    }
}
