package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.dsl.Msl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Makes bodies at random in which threads of a threadgroup work together: they exchange values through threadgroup
 * memory between barriers, where all come together, and sum over the simdgroup anywhere.
 */
public final class RandomLanes {
    private final Ir ir;
    private final Random random;
    private final Variable out;
    private final Variable tile;
    private final Variable thread;
    private final int threads;
    private final Variable trace;
    private final Variable together;
    private final Variable fuel;
    private final Variable own;
    private final Deque<Target> breakable = new ArrayDeque<>();
    private final Deque<Target> continuable = new ArrayDeque<>();

    /** A statement that jumps can leave, and whether all threads are in it together. */
    private record Target(Label label, boolean uniform) {}

    /**
     * A maker of bodies.
     *
     * @param out an {@code int[]} that each thread stores to at its number
     * @param tile threadgroup memory, an {@code int[]} of as many elements as threads
     * @param thread each thread's number
     */
    public RandomLanes(Ir ir, long seed, Variable out, Variable tile, Variable thread, int threads) {
        this.ir = ir;
        this.random = new Random(seed);
        this.out = out;
        this.tile = tile;
        this.thread = thread;
        this.threads = threads;
        this.trace = ir.variable("trace", Ir.INT);
        this.together = ir.variable("together", Ir.INT);
        this.fuel = ir.variable("fuel", Ir.INT);
        this.own = ir.variable("own", Ir.array(Ir.INT));
    }

    /** A whole body; {@code start} is the same for all threads. */
    public Stmt.Block body(Variable start, int depth) {
        List<Stmt> stmts = new ArrayList<>();
        stmts.add(ir.declare(trace, ir.multiply(thread, 7)));
        stmts.add(ir.declare(together, start));
        stmts.add(ir.declare(fuel, 12));
        stmts.add(ir.declareArray(own, 2, thread, 5));
        stmts.add(ir.store(tile, thread, 0));
        stmts.addAll(block(depth, true).statements());
        stmts.add(ir.store(out, thread, trace));
        return ir.block(stmts.toArray(new Stmt[0]));
    }

    private Stmt.Block block(int depth, boolean uniform) {
        List<Stmt> stmts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            stmts.addAll(statement(depth, uniform));
        }
        return ir.block(stmts.toArray(new Stmt[0]));
    }

    private List<Stmt> statement(int depth, boolean uniform) {
        int choice = depth == 0 ? random.nextInt(6) : random.nextInt(14);
        return switch (choice) {
            case 0, 1 -> step();
            case 2 -> uniform ? exchange() : sum();
            case 3 -> sum();
            case 4 -> jump(uniform);
            case 5 ->
                uniform ? List.of(ir.assign(together, ir.add(ir.multiply(together, 5), random.nextInt(9)))) : step();
            case 6, 7 -> {
                boolean one = uniform && random.nextBoolean();
                Stmt.Block then = block(depth - 1, one);
                Stmt.Block otherwise = random.nextBoolean() ? ir.block() : block(depth - 1, one);
                yield List.of(ir.whenElse(condition(one), then, otherwise));
            }
            case 8, 9 -> List.of(counted(depth, uniform && random.nextInt(3) > 0));
            case 10 -> List.of(burning(depth));
            case 11 -> List.of(again(depth, uniform && random.nextBoolean()));
            case 12 -> {
                Label label = ir.label("block");
                breakable.push(new Target(label, uniform));
                Stmt.Block body = block(depth - 1, uniform);
                breakable.pop();
                yield List.of(new Stmt.Labeled(label, body, ir.span()));
            }
            default -> List.of(choice(depth, uniform && random.nextBoolean()));
        };
    }

    private List<Stmt> step() {
        Expr element = ir.binary(BinaryOp.BIT_AND, trace, 1);
        return List.of(
                ir.assign(trace, ir.add(ir.multiply(trace, 31), random.nextInt(100))),
                ir.store(own, element, ir.add(ir.load(own, element), trace)),
                ir.assign(trace, ir.add(trace, ir.load(own, random.nextInt(2)))));
    }

    private List<Stmt> exchange() {
        Expr other = ir.binary(BinaryOp.REMAINDER, ir.add(thread, random.nextInt(threads)), threads);
        return List.of(
                ir.barrier(),
                ir.store(tile, thread, trace),
                ir.barrier(),
                ir.assign(trace, ir.add(ir.multiply(trace, 3), ir.add(ir.load(tile, other), together))));
    }

    private List<Stmt> sum() {
        Variable sum = ir.variable("sum", Ir.INT);
        Builtin simdSum = new Builtin(
                Builtin.Form.STATIC,
                Msl.class,
                "simdSum",
                List.of(Ir.INT),
                Ir.INT,
                "metal::simd_sum",
                "metal::simd_sum",
                Builtin.Effect.SIMDGROUP,
                false);
        return List.of(
                ir.declare(sum),
                new Stmt.InvokeBuiltin(simdSum, List.of(ir.add(trace, 1)), sum, ir.span()),
                ir.assign(trace, ir.add(trace, sum)));
    }

    private Expr condition(boolean uniform) {
        Variable on = uniform ? together : trace;
        return ir.equal(ir.binary(BinaryOp.BIT_AND, on, 1 + random.nextInt(3)), 0);
    }

    /** A jump that all take or none; or, where threads are apart, to a place where they are apart too. */
    private List<Stmt> jump(boolean uniform) {
        boolean one = uniform && random.nextBoolean();
        int kind = random.nextInt(9);
        if (kind == 0) {
            return List.of(ir.when(condition(one), ir.giveBack()));
        }
        List<Target> targets = new ArrayList<>(kind % 2 == 0 ? breakable : continuable);
        if (!one) {
            targets.removeIf(Target::uniform);
        }
        if (targets.isEmpty()) {
            return step();
        }
        Collections.shuffle(targets, random);
        Label label = targets.get(0).label();
        return List.of(ir.when(condition(one), kind % 2 == 0 ? ir.leave(label) : ir.next(label)));
    }

    private Stmt.Block loopBody(Label label, int depth, boolean uniform, Stmt... first) {
        breakable.push(new Target(label, uniform));
        continuable.push(new Target(label, uniform));
        List<Stmt> stmts = new ArrayList<>(List.of(first));
        stmts.addAll(block(depth - 1, uniform).statements());
        breakable.pop();
        continuable.pop();
        return ir.block(stmts.toArray(new Stmt[0]));
    }

    private Stmt counted(int depth, boolean uniform) {
        Label label = ir.label("count");
        Variable k = ir.variable("k", Ir.INT);
        Expr bound =
                uniform ? ir.add(ir.binary(BinaryOp.BIT_AND, together, 1), 1) : ir.binary(BinaryOp.BIT_AND, thread, 3);
        Variable end = ir.variable("end", Ir.INT);
        List<Stmt> init = List.of(ir.declare(k, 0), ir.declare(end, bound));
        List<Stmt.Assign> update = new ArrayList<>(List.of(ir.assign(k, ir.add(k, 1))));
        if (random.nextBoolean()) {
            update.add(ir.assign(trace, ir.add(trace, k)));
        }
        return new Stmt.For(label, init, ir.less(k, end), update, loopBody(label, depth, uniform), ir.span());
    }

    /** Each thread goes round as long as it has fuel and its trace says so. */
    private Stmt burning(int depth) {
        Label label = ir.label("burning");
        Expr goesOn = ir.and(ir.less(0, fuel), ir.not(condition(false)));
        Stmt burn = ir.assign(fuel, ir.subtract(fuel, 1));
        return new Stmt.For(label, List.of(), goesOn, List.of(), loopBody(label, depth, false, burn), ir.span());
    }

    private Stmt again(int depth, boolean uniform) {
        Label label = ir.label("again");
        Variable rounds = ir.variable("rounds", Ir.INT);
        Stmt count = ir.assign(rounds, ir.add(rounds, 1));
        Expr goesOn = ir.less(rounds, uniform ? ir.constant(2) : ir.binary(BinaryOp.BIT_AND, thread, 3));
        return ir.block(
                ir.declare(rounds, 0),
                new Stmt.DoWhile(label, loopBody(label, depth, uniform, count), goesOn, ir.span()));
    }

    private Stmt choice(int depth, boolean uniform) {
        Label label = ir.label("");
        breakable.push(new Target(label, uniform));
        List<Stmt.Switch.Group> groups = new ArrayList<>();
        int count = random.nextInt(4);
        int fallback = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<Stmt> stmts = new ArrayList<>(block(depth - 1, uniform).statements());
            if (random.nextBoolean()) {
                stmts.add(ir.leave(label));
            }
            groups.add(ir.group(List.of(i), i == fallback, stmts.toArray(new Stmt[0])));
        }
        breakable.pop();
        return new Stmt.Switch(label, ir.binary(BinaryOp.BIT_AND, uniform ? together : trace, 3), groups, ir.span());
    }
}
