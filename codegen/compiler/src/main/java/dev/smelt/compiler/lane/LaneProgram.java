package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kernel whose threads are lanes of one thread of Java.
 *
 * <p>The control runs once for a threadgroup. It is made of the statements of the kernel under which all threads go the
 * same way, of assignments to variables that have one value for all, and of steps: placeholders ({@link Stmt.Invoke}) for
 * what is done for each lane. A kernel
 *
 * <pre>{@code
 * tile[t] = x[i];
 * for (int s = 128; s > 0; s /= 2) {
 *     threadgroupBarrier();
 *     if (t < s) { tile[t] += tile[t + s]; }
 * }
 * }</pre>
 *
 * becomes the control {@code step 1; for (s = 128; s > 0; s /= 2) { step 2; }} with two regions.
 *
 * <p><b>Which lanes take part.</b> Where threads go different ways, none of them leaves the control: each lane has an
 * exit, 0 while it takes part, else the number of the place where it waits to rejoin, or {@link #RETURNED}. Regions begin
 * with a look at it. Numbers below 0 are of those for whom no barrier waits: their threads have returned, from the kernel
 * or from a function with the barrier.
 *
 * @param kernel with the body that was taken apart: functions with collectives are inlined, no parameter is assigned
 * @param control run once for each threadgroup
 * @param steps what the placeholders in the control stand for
 * @param shared the variables with one value for all lanes, which the control assigns
 * @param perLane the variables that keep a value for each lane from one step to another
 * @param exit where each lane is to rejoin; of {@code perLane} if any lane ever leaves
 * @param active whether any lane takes part, as the last survey found
 */
public record LaneProgram(
        Kernel kernel,
        Stmt.Block control,
        IdentityHashMap<Stmt, LaneStep> steps,
        Set<Variable> shared,
        Set<Variable> perLane,
        Variable exit,
        Variable active) {
    /** The exit of a lane that takes part. */
    public static final int TAKES_PART = 0;

    /** The exit of a lane whose thread has ended. */
    public static final int RETURNED = -1;

    /** Whether lanes may leave, so that regions must look at their exit. */
    public boolean isMasked() {
        return perLane.contains(exit);
    }

    /** Whether a variable's array is not the program's own, but another for each round. */
    public boolean isLent(Variable variable) {
        return steps.values().stream()
                .anyMatch(step -> step instanceof LaneStep.Advance advance
                        && advance.isExact()
                        && advance.margin().equals(variable));
    }

    /** The positions in a region that differ from thread to thread. */
    public List<Position> positionsIn(LaneStep.Region region) {
        Set<Variable> mentioned = region.mentioned();
        return kernel.positions().stream()
                .filter(position -> mentioned.contains(position.variable()))
                .filter(position -> !Uniformity.isUniform(position.kind()))
                .toList();
    }

    /** Whether a position depends on nothing but the lane's number. */
    public static boolean isOfLane(Position position) {
        return switch (position.kind()) {
            case THREAD_INDEX_IN_THREADGROUP, THREAD_INDEX_IN_SIMDGROUP, SIMDGROUP_INDEX_IN_THREADGROUP -> true;
            default -> false;
        };
    }

    /** Whether an index is each thread's position in a grid of one dimension. */
    public boolean isAtOwnPosition(Expr index) {
        return index instanceof Expr.Read read
                && kernel.positions().stream()
                        .anyMatch(position -> position.variable().equals(read.variable()) && isAlongGrid(position));
    }

    /** Whether a position counts the threads of a grid of one dimension. */
    static boolean isAlongGrid(Position position) {
        return position.kind() == Kind.THREAD_POSITION_IN_GRID && position.dimensions() == 1;
    }

    /** The step that a statement of the control stands for, if it does. */
    public Optional<LaneStep> step(Stmt stmt) {
        return Optional.ofNullable(steps.get(stmt));
    }
}
