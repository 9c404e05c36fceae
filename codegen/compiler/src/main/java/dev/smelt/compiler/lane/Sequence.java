package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.LoopExits;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of control statements while it is made. Statements for the lanes wait until control needs them done; then they
 * become one region. Behind a region that lanes may leave, the rest of the list is done only if a lane still takes part.
 */
final class Sequence {
    private final Steps steps;
    private final Exits exits;
    private final Variable active;
    private final int round;
    private final List<Stmt> run = new ArrayList<>();
    private final Set<Variable> mentioned = new HashSet<>();
    private boolean uniform;
    private boolean returns;
    /** Whether what may fail, or depends on memory, must stay behind the waiting statements. */
    private boolean barred;

    private final Deque<Rest> rests = new ArrayDeque<>();
    private List<Stmt> current = new ArrayList<>();

    /** The rest of a list, done only if a lane takes part. */
    private record Rest(List<Stmt> before, Span span) {}

    /**
     * An empty list.
     *
     * @param round tells the bodies of loops apart: what stands in one is done more often than what stands around it
     */
    Sequence(Steps steps, Exits exits, Variable active, int round) {
        this.round = round;
        this.steps = steps;
        this.exits = exits;
        this.active = active;
    }

    /**
     * Adds a statement that each lane does.
     *
     * @param together whether all lanes that take part come to it together
     */
    void lanes(Stmt stmt, boolean together) {
        if (run.isEmpty()) {
            uniform = together;
        }
        run.add(stmt);
        mentioned.addAll(Mentions.in(stmt).all());
        returns |= Returning.in(stmt);
        barred |= MemoryChanges.areIn(stmt) || LoopExits.canLeave(stmt);
    }

    /** Adds a statement of the control. */
    void control(Stmt stmt) {
        flush();
        current.add(stmt);
    }

    /**
     * Adds an assignment to a shared variable: before the waiting statements, if they don't know the variable. If those change
     * memory, or lanes leave by them, none of which may be left, that goes for values only that are computed from variables.
     */
    void once(Stmt.Assign stmt) {
        if (mentioned.contains(stmt.variable()) || (barred && !StraightCode.isPlain(stmt.value()))) {
            flush();
        }
        current.add(stmt);
    }

    void step(LaneStep step, Span span) {
        control(steps.step(step, span));
    }

    /** Makes a region of the waiting statements and of one more, which lanes leave by; and finds out if any stay. */
    void leaving(Stmt stmt) {
        if (returns) {
            flush();
        }
        lanes(stmt, false);
        region();
        current.add(steps.step(new LaneStep.Survey(), stmt.span()));
    }

    /** Makes a region of the waiting statements. */
    void flush() {
        if (run.isEmpty()) {
            return;
        }
        Span span = run.get(0).span();
        boolean together = uniform;
        Exits.Outcome outcome = region();
        if (outcome.leaves() || (outcome.returns() && !together)) {
            rests.push(new Rest(current, span));
            current = new ArrayList<>();
        } else if (outcome.returns()) {
            current.add(steps.step(new LaneStep.Survey(), span));
            current.add(unlessActive(new Stmt.Return(null, span)));
        }
    }

    private Exits.Outcome region() {
        Span span = run.get(0).span();
        boolean onlyDeclares = run.stream().allMatch(stmt -> stmt instanceof Stmt.Declare d && d.value() == null);
        Exits.Outcome outcome = exits.take(run, span);
        Stmt placeholder = steps.region(outcome, round);
        if (!onlyDeclares) {
            current.add(placeholder);
        }
        run.clear();
        mentioned.clear();
        returns = false;
        barred = false;
        return outcome;
    }

    /** The statement {@code if (!active) then}. */
    Stmt unlessActive(Stmt then) {
        Span span = then.span();
        Expr none = new Expr.Unary(UnaryOp.NOT, new Expr.Read(active, span), span);
        return new Stmt.If(none, new Stmt.Block(List.of(then), span), new Stmt.Block(List.of(), span), span);
    }

    /** The statement {@code if (active) then}. */
    Stmt ifActive(List<Stmt> then, Span span) {
        return when(active, then, span);
    }

    /** The statement {@code if (condition) then}. */
    static Stmt when(Variable condition, List<Stmt> then, Span span) {
        return new Stmt.If(
                new Expr.Read(condition, span), new Stmt.Block(then, span), new Stmt.Block(List.of(), span), span);
    }

    /** The whole list. */
    List<Stmt> close() {
        flush();
        while (!rests.isEmpty()) {
            Rest rest = rests.pop();
            List<Stmt> before = rest.before();
            if (!current.isEmpty()) {
                before.add(steps.step(new LaneStep.Survey(), rest.span()));
                before.add(ifActive(current, rest.span()));
            }
            current = before;
        }
        return current;
    }

    /** Looks for returns. */
    private static final class Returning extends Walker {
        private boolean found;

        static boolean in(Stmt stmt) {
            Returning returning = new Returning();
            returning.walk(stmt);
            return returning.found;
        }

        @Override
        public Void visitReturn(Stmt.Return stmt) {
            found = true;
            return null;
        }
    }
}
