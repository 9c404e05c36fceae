package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Kernels at random in which threads come to barriers together though some return early: what is around a barrier depends
 * on uniform values, on counters, and on memory that holds the same for all; all else on the thread.
 *
 * <p>{@code k(int[] out, int[] same, int n, int[] tile, int lane)}: {@code same} is read only, and has an element for each thread,
 * at least 4.
 */
public final class RandomGroup {
    private final Ir ir;
    private final Random random;
    private final int threads;
    private final Variable out;
    private final Variable same;
    private final Variable n;
    private final Variable tile;
    private final Variable lane;
    private final Variable trace;
    /** A counter that all threads have alike. */
    private final Variable count;
    /** One that depends on memory. */
    private final Variable loaded;

    private final Deque<Label> jointTargets = new ArrayDeque<>();
    private final Deque<Label> jointLoops = new ArrayDeque<>();
    private final Deque<Label> ownTargets = new ArrayDeque<>();
    private final List<Function> functions = new ArrayList<>();
    private final boolean inFunction;

    private RandomGroup(Ir ir, Random random, int threads, boolean inFunction) {
        this.ir = ir;
        this.random = random;
        this.threads = threads;
        this.inFunction = inFunction;
        this.out = ir.variable("out", Ir.array(Ir.INT));
        this.same = ir.variable("same", Ir.array(Ir.INT));
        this.n = ir.variable("n", Ir.INT);
        this.tile = ir.variable("tile", Ir.array(Ir.INT));
        this.lane = ir.variable("lane", Ir.INT);
        this.trace = ir.variable("trace", Ir.INT);
        this.count = ir.variable("count", Ir.INT);
        this.loaded = ir.variable("loaded", Ir.INT);
    }

    public static KernelModule module(long seed, int threads) {
        return module(seed, 1, threads);
    }

    /** Several kernels, {@code k0 k1 ...}, those of the seeds from {@code first} on. */
    public static KernelModule module(long first, int count, int threads) {
        Ir ir = new Ir("Group.java");
        List<Function> functions = new ArrayList<>();
        List<Kernel> kernels = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            RandomGroup random = new RandomGroup(ir, new Random(first + k), threads, false);
            kernels.add(random.kernel("k" + k));
            functions.addAll(random.functions);
        }
        return ir.module(functions, kernels.toArray(new Kernel[0]));
    }

    private Kernel kernel(String name) {
        if (random.nextBoolean()) {
            functions.add(new RandomGroup(ir, random, threads, true).helper("helper_" + name));
        }
        List<Stmt> body = new ArrayList<>();
        body.add(ir.declare(trace, ir.add(lane, n)));
        body.add(ir.declare(count, ir.binary(BinaryOp.BIT_AND, n, 3)));
        body.add(ir.declare(loaded, 0));
        // What a thread that returns leaves of its own there, others load.
        body.add(ir.store(tile, lane, 5));
        body.add(ir.barrier());
        int depth = random.nextInt(4);
        body.addAll(joint(depth));
        body.addAll(joint(depth / 2));
        body.add(ir.store(out, lane, trace));
        return ir.kernel(
                name,
                "",
                List.of(
                        ir.buffer(out),
                        ir.buffer(same),
                        ir.uniform(n),
                        ir.threadgroup(tile, threads),
                        ir.position(lane, Kind.THREAD_INDEX_IN_THREADGROUP)),
                body.toArray(new Stmt[0]));
    }

    /** {@code int helper(int[] tile, int[] same, int lane, int trace, int count)}, with barriers. */
    private Function helper(String name) {
        Variable result = ir.variable("result", Ir.INT);
        List<Stmt> body = new ArrayList<>();
        body.add(ir.declare(loaded, 0));
        body.addAll(joint(1));
        body.add(ir.declare(result, ir.add(trace, count)));
        body.add(ir.when(ir.less(trace, 20), ir.giveBack(ir.load(tile, lane))));
        body.add(ir.giveBack(result));
        return new Function(
                name,
                name,
                "",
                List.of(out, tile, same, lane, trace, count, n),
                Ir.INT,
                ir.block(body.toArray(new Stmt[0])),
                false,
                ir.span());
    }

    /** Statements that all threads come to. */
    private List<Stmt> joint(int depth) {
        List<Stmt> stmts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            stmts.addAll(own(1 + random.nextInt(2)));
            stmts.addAll(jointOne(depth));
        }
        return stmts;
    }

    private List<Stmt> jointOne(int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(12)) {
            case 0, 1 -> exchange();
            case 2 ->
                random.nextBoolean()
                        ? List.of(ir.assign(count, ir.add(ir.binary(BinaryOp.BIT_AND, count, 7), 1)))
                        : List.of(counting());
            case 3 -> List.of(ir.assign(loaded, ir.add(ir.load(same, ir.binary(BinaryOp.BIT_AND, count, 3)), 1)));
            case 4, 5 ->
                List.of(ir.whenElse(
                        uniform(),
                        block(joint(depth - 1)),
                        random.nextBoolean() ? ir.block() : block(joint(depth - 1))));
            case 6, 7 -> counted(depth);
            case 8 -> List.of(doWhile(depth));
            case 9 -> List.of(choice(depth));
            case 10 -> functions.isEmpty() ? exchange() : List.of(call());
            default -> List.of(labeled(depth));
        };
    }

    /** A loop without barriers whose counters all threads have alike. */
    private Stmt counting() {
        Label label = ir.label("counting");
        Variable k = ir.variable("k", Ir.INT);
        List<Stmt> body = own(1);
        body.add(ir.assign(count, ir.add(count, k)));
        body.add(ir.when(ir.less(9, count), ir.leave(label)));
        return ir.count(label, k, 3, body.toArray(new Stmt[0]));
    }

    private Stmt.Block block(List<Stmt> stmts) {
        return ir.block(stmts.toArray(new Stmt[0]));
    }

    private Stmt call() {
        Function helper = functions.get(0);
        return ir.invokeInto(
                trace, helper, out, tile, same, lane, random.nextBoolean() ? trace : ir.load(same, lane), count, n);
    }

    /** Stores, waits, loads what another thread has stored, and waits again. */
    private List<Stmt> exchange() {
        Expr other = ir.binary(BinaryOp.REMAINDER, ir.add(lane, 1 + random.nextInt(3)), threads);
        return List.of(
                ir.store(tile, lane, trace),
                ir.barrier(),
                ir.assign(trace, ir.add(ir.multiply(trace, 31), ir.load(tile, other))),
                ir.barrier());
    }

    private Expr uniform() {
        return switch (random.nextInt(5)) {
            case 0 -> ir.less(n, random.nextInt(8));
            case 1 -> ir.equal(ir.binary(BinaryOp.BIT_AND, count, 1 + random.nextInt(3)), 0);
            case 2 -> ir.less(ir.load(same, random.nextInt(4)), 2);
            case 3 -> ir.less(loaded, 3);
            default -> ir.constant(random.nextBoolean());
        };
    }

    /** A loop of a few rounds, with its own ways out. */
    private List<Stmt> counted(int depth) {
        Label label = ir.label("joint");
        Variable k = ir.variable("k", Ir.INT);
        Expr bound = switch (random.nextInt(3)) {
            case 0 -> ir.binary(BinaryOp.BIT_AND, n, 3);
            case 1 -> ir.binary(BinaryOp.BIT_AND, ir.load(same, 1), 3);
            default -> ir.constant(2);
        };
        boolean endless = random.nextInt(4) == 0;
        List<Stmt> body = new ArrayList<>();
        if (endless) {
            Stmt leave = random.nextBoolean() && !inFunction ? ir.giveBack() : ir.leave(label);
            body.add(ir.when(ir.not(ir.less(k, bound)), leave));
        }
        jointTargets.push(label);
        jointLoops.push(label);
        body.addAll(joint(depth - 1));
        if (random.nextInt(3) == 0) {
            body.add(ir.when(uniform(), pick()));
        }
        if (random.nextInt(3) == 0) {
            body.addAll(joint(0));
        }
        jointTargets.pop();
        jointLoops.pop();
        if (random.nextInt(3) == 0) {
            // Behind the last barrier of a round, each thread may go on with the next.
            body.add(ir.when(own(), ir.next(label)));
            body.addAll(own(1));
        }
        List<Stmt.Assign> update = random.nextInt(4) == 0
                ? List.of(ir.assign(k, ir.add(k, ir.add(ir.binary(BinaryOp.BIT_AND, ir.load(same, 2), 0), 1))))
                : List.of(ir.assign(k, ir.add(k, 1)));
        Expr condition = endless ? ir.constant(true) : ir.less(k, bound);
        return List.of(new Stmt.For(label, List.of(ir.declare(k, 0)), condition, update, block(body), ir.span()));
    }

    private Stmt pick() {
        if (random.nextInt(4) == 0 && !jointLoops.isEmpty()) {
            return ir.next(List.copyOf(jointLoops).get(random.nextInt(jointLoops.size())));
        }
        return ir.leave(List.copyOf(jointTargets).get(random.nextInt(jointTargets.size())));
    }

    private Stmt doWhile(int depth) {
        Label label = ir.label("again");
        jointTargets.push(label);
        List<Stmt> body = joint(depth - 1);
        if (random.nextBoolean()) {
            body.add(ir.when(uniform(), pick()));
            body.addAll(joint(0));
        }
        jointTargets.pop();
        Variable rounds = ir.variable("rounds", Ir.INT);
        body.add(ir.assign(rounds, ir.add(rounds, 1)));
        Expr more = ir.and(ir.less(rounds, 3), uniform());
        return ir.block(ir.declare(rounds, 0), new Stmt.DoWhile(label, block(body), more, ir.span()));
    }

    private Stmt labeled(int depth) {
        Label label = ir.label("block");
        jointTargets.push(label);
        List<Stmt> body = joint(depth - 1);
        body.add(ir.when(uniform(), ir.leave(label)));
        body.addAll(joint(depth - 1));
        jointTargets.pop();
        return new Stmt.Labeled(label, block(body), ir.span());
    }

    private Stmt choice(int depth) {
        Label label = ir.label("");
        jointTargets.push(label);
        List<Stmt.Switch.Group> groups = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Stmt> body = joint(depth - 1);
            if (random.nextBoolean()) {
                body.add(ir.leave(label));
            }
            groups.add(new Stmt.Switch.Group(List.of(i), i == 1, block(body)));
        }
        jointTargets.pop();
        Expr selector = random.nextBoolean() ? ir.read(count) : ir.binary(BinaryOp.BIT_AND, ir.load(same, 3), 3);
        return new Stmt.Switch(label, selector, groups, ir.span());
    }

    private Expr own() {
        return ir.equal(ir.binary(BinaryOp.BIT_AND, trace, 1 + random.nextInt(3)), 0);
    }

    /** Statements of each thread's own, in which it may return. */
    private List<Stmt> own(int depth) {
        List<Stmt> stmts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            stmts.addAll(ownOne(depth));
        }
        return stmts;
    }

    private List<Stmt> ownOne(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(8)) {
            case 0 -> List.of(ir.assign(trace, ir.add(ir.multiply(trace, 31), random.nextInt(100))));
            case 1 -> List.of(ir.store(out, lane, trace));
            case 2 -> temporary();
            case 3, 4 -> List.of(ir.whenElse(own(), block(own(depth - 1)), block(own(depth - 1))));
            case 5 -> List.of(ownLoop(depth));
            default ->
                inFunction
                        ? List.of()
                        : List.of(ir.when(
                                random.nextInt(4) == 0 ? own() : ir.and(own(), ir.less(lane, threads - 1)),
                                ir.giveBack()));
        };
    }

    private List<Stmt> temporary() {
        Variable value = ir.variable("value", Ir.INT);
        Variable pair = ir.variable("pair", Ir.array(Ir.INT));
        return List.of(
                ir.declare(value, ir.load(same, ir.binary(BinaryOp.BIT_AND, trace, 3))),
                ir.declareArray(pair, 2, value, trace),
                ir.assign(trace, ir.add(ir.load(pair, 0), ir.load(pair, 1))));
    }

    private Stmt ownLoop(int depth) {
        Label label = ir.label("own");
        Variable k = ir.variable("k", Ir.INT);
        ownTargets.push(label);
        List<Stmt> body = own(depth - 1);
        if (random.nextBoolean()) {
            body.add(ir.when(own(), ir.leave(label)));
            body.addAll(own(0));
        }
        ownTargets.pop();
        return ir.count(label, k, 3, body.toArray(new Stmt[0]));
    }
}
