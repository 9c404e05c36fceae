package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Makes bodies of control flow at random, always the same from the same seed. Each step changes a variable and stores
 * it, some by way of an array of the thread's own; loops use up fuel, and end the run when there is none left. Statements behind a jump are made too, as a compiler's
 * passes may leave them.
 */
public final class RandomStmt {
    private final Ir ir;
    private final Random random;
    private final Variable out;
    private final Variable position;
    private final Variable trace;
    private final Variable fuel;
    private final Variable own;
    private final Deque<Label> breakable = new ArrayDeque<>();
    private final Deque<Label> continuable = new ArrayDeque<>();

    /**
     * A maker of bodies.
     *
     * @param out an {@code int[]} that each step stores to at {@code position}
     */
    public RandomStmt(Ir ir, long seed, Variable out, Variable position) {
        this.ir = ir;
        this.random = new Random(seed);
        this.out = out;
        this.position = position;
        this.trace = ir.variable("trace", Ir.INT);
        this.fuel = ir.variable("fuel", Ir.INT);
        this.own = ir.variable("own", Ir.array(Ir.INT));
    }

    /** A whole body. */
    public Stmt.Block body(int depth) {
        List<Stmt> stmts = new ArrayList<>();
        stmts.add(ir.declare(trace, position));
        stmts.add(ir.declare(fuel, 40));
        stmts.add(random.nextBoolean() ? ir.declareArray(own, 4) : ir.declareArray(own, 4, 1, trace, 3, position));
        stmts.addAll(block(depth).statements());
        return ir.block(stmts.toArray(new Stmt[0]));
    }

    private Stmt.Block block(int depth, Stmt... first) {
        List<Stmt> stmts = new ArrayList<>(List.of(first));
        for (int i = random.nextInt(4); i >= 0; i--) {
            stmts.addAll(statement(depth));
        }
        return ir.block(stmts.toArray(new Stmt[0]));
    }

    private List<Stmt> statement(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(12)) {
            case 0, 1 -> step();
            case 2 -> List.of(jump());
            case 3, 4 ->
                List.of(ir.whenElse(
                        condition(), block(depth - 1), random.nextBoolean() ? ir.block() : block(depth - 1)));
            case 5 -> List.of(counted(depth));
            case 6, 7 -> List.of(loop(depth));
            case 8 -> List.of(doWhile(depth));
            case 9 -> List.of(labeled(depth));
            case 10 -> List.of(choice(depth));
            default -> List.of(block(depth - 1));
        };
    }

    private List<Stmt> step() {
        Expr next = ir.add(ir.multiply(trace, 31), random.nextInt(100));
        if (random.nextInt(3) > 0) {
            return List.of(ir.assign(trace, next), ir.store(out, position, trace));
        }
        Expr element = ir.binary(BinaryOp.BIT_AND, trace, 3);
        return List.of(
                ir.store(own, element, ir.add(ir.load(own, element), next)),
                ir.assign(trace, ir.load(own, random.nextInt(4))),
                ir.store(out, position, trace));
    }

    private Stmt jump() {
        int choice = random.nextInt(5);
        if (choice < 2 && !breakable.isEmpty()) {
            return ir.leave(pick(breakable));
        }
        if (choice < 4 && !continuable.isEmpty()) {
            return ir.next(pick(continuable));
        }
        return choice == 4 && random.nextInt(3) == 0 ? ir.giveBack() : ir.store(out, position, trace);
    }

    private Expr condition() {
        int choice = random.nextInt(12);
        if (choice < 2) {
            return ir.constant(choice == 0);
        }
        if (choice == 2) {
            return ir.less(1, 2);
        }
        if (choice == 3) {
            return ir.not(true);
        }
        return ir.equal(ir.binary(BinaryOp.BIT_AND, trace, 1 + random.nextInt(3)), 0);
    }

    /** What each round of a loop begins with. */
    private Stmt[] burn() {
        return new Stmt[] {
            ir.assign(fuel, ir.subtract(fuel, 1)), ir.when(ir.less(fuel, 0), ir.giveBack()),
        };
    }

    private Stmt.Block loopBody(Label label, int depth, Stmt... last) {
        breakable.push(label);
        continuable.push(label);
        List<Stmt> first = new ArrayList<>(List.of(burn()));
        first.addAll(List.of(last));
        Stmt.Block body = block(depth - 1, first.toArray(new Stmt[0]));
        breakable.pop();
        continuable.pop();
        return body;
    }

    private Stmt counted(int depth) {
        Label label = ir.label("count");
        Variable i = ir.variable("i", Ir.INT);
        Variable b = ir.variable(random.nextBoolean() ? "b" : "i", random.nextBoolean() ? Ir.INT : Ir.LONG);
        Stmt count = ir.assign(trace, ir.add(trace, ir.add(i, ir.convert(Ir.INT, b))));
        List<Stmt> init = List.of(ir.declare(i, 0), ir.declare(b, constant(b, 5)));
        List<Stmt.Assign> update = List.of(ir.assign(i, ir.add(i, 1)), ir.assign(b, ir.subtract(b, constant(b, 2))));
        return new Stmt.For(label, init, ir.less(i, 5), update, loopBody(label, depth, count), ir.span());
    }

    private Expr constant(Variable like, int value) {
        return like.type() == Ir.INT ? ir.constant(value) : ir.constant((long) value);
    }

    private Stmt loop(int depth) {
        Label label = ir.label(random.nextBoolean() ? "outer" : "");
        return new Stmt.For(label, List.of(), condition(), List.of(), loopBody(label, depth), ir.span());
    }

    private Stmt doWhile(int depth) {
        Label label = ir.label("again");
        return new Stmt.DoWhile(label, loopBody(label, depth), condition(), ir.span());
    }

    private Stmt labeled(int depth) {
        Label label = ir.label("block");
        breakable.push(label);
        Stmt.Block body = block(depth - 1);
        breakable.pop();
        return new Stmt.Labeled(label, body, ir.span());
    }

    private Stmt choice(int depth) {
        Label label = ir.label("");
        breakable.push(label);
        List<Stmt.Switch.Group> groups = new ArrayList<>();
        int count = random.nextInt(4);
        int fallback = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<Integer> labels = random.nextInt(3) == 0 ? List.of(i, i + 10) : List.of(i);
            Stmt.Block body = random.nextInt(4) == 0 ? ir.block() : block(depth - 1);
            groups.add(new Stmt.Switch.Group(labels, i == fallback, body));
        }
        breakable.pop();
        return new Stmt.Switch(label, ir.binary(BinaryOp.BIT_AND, trace, 3), groups, ir.span());
    }

    private Label pick(Deque<Label> labels) {
        return List.copyOf(labels).get(random.nextInt(labels.size()));
    }
}
