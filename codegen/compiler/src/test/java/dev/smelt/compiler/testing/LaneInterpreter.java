package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.Builtin.Effect;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs statements for all threads of a threadgroup in step, by their definition: each statement for all threads that are
 * there, in order, before the next. Threads that go different ways meet again behind the statement that parted them. The
 * only function of the simdgroup is {@code simdSum} of ints.
 */
public final class LaneInterpreter implements Stmt.Visitor<SortedSet<Integer>> {
    /** Where threads that have jumped wait. */
    private record Place(Label label, boolean nextRound) {}

    /** Threads don't agree about coming to a barrier. */
    public static final class Disagreement extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<Map<Variable, Object>> values;
    private final Map<Place, SortedSet<Integer>> waiting = new HashMap<>();
    private SortedSet<Integer> lanes = new TreeSet<>();

    private LaneInterpreter(List<Map<Variable, Object>> values) {
        this.values = values;
    }

    /** Runs a statement; each thread has its values, and arrays that several share are the same object. */
    public static void run(Stmt stmt, List<Map<Variable, Object>> values) {
        LaneInterpreter interpreter = new LaneInterpreter(values);
        SortedSet<Integer> all = new TreeSet<>();
        for (int lane = 0; lane < values.size(); lane++) {
            all.add(lane);
        }
        interpreter.run(stmt, all);
    }

    /** Runs a statement for some lanes, and gives those that come to its end. */
    private SortedSet<Integer> run(Stmt stmt, SortedSet<Integer> some) {
        if (some.isEmpty()) {
            return some;
        }
        lanes = some;
        return stmt.accept(this);
    }

    private SortedSet<Integer> runAll(List<? extends Stmt> stmts, SortedSet<Integer> some) {
        SortedSet<Integer> left = some;
        for (Stmt stmt : stmts) {
            left = run(stmt, left);
        }
        return left;
    }

    private Object evaluate(Expr expr, int lane) {
        return ExprInterpreter.evaluate(expr, values.get(lane));
    }

    private SortedSet<Integer> where(Expr condition, SortedSet<Integer> some) {
        SortedSet<Integer> holds = new TreeSet<>(some);
        holds.removeIf(lane -> !(Boolean) evaluate(condition, lane));
        return holds;
    }

    private static SortedSet<Integer> without(SortedSet<Integer> all, SortedSet<Integer> some) {
        SortedSet<Integer> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static SortedSet<Integer> both(SortedSet<Integer> some, SortedSet<Integer> others) {
        SortedSet<Integer> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private SortedSet<Integer> leave(Label label, boolean nextRound) {
        waiting.merge(new Place(label, nextRound), lanes, LaneInterpreter::both);
        return new TreeSet<>();
    }

    private SortedSet<Integer> rejoin(SortedSet<Integer> some, Label label, boolean nextRound) {
        SortedSet<Integer> back = waiting.remove(new Place(label, nextRound));
        return back == null ? some : both(some, back);
    }

    private SortedSet<Integer> set(Variable variable, Expr value) {
        for (int lane : lanes) {
            values.get(lane).put(variable, evaluate(value, lane));
        }
        return lanes;
    }

    @Override
    public SortedSet<Integer> visitBlock(Stmt.Block stmt) {
        return runAll(stmt.statements(), lanes);
    }

    @Override
    public SortedSet<Integer> visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        return value == null ? lanes : set(stmt.variable(), value);
    }

    @Override
    public SortedSet<Integer> visitDeclareArray(Stmt.DeclareArray stmt) {
        for (int lane : lanes) {
            StmtInterpreter.run(stmt, values.get(lane), stored -> {});
        }
        return lanes;
    }

    @Override
    public SortedSet<Integer> visitAssign(Stmt.Assign stmt) {
        return set(stmt.variable(), stmt.value());
    }

    @Override
    public SortedSet<Integer> visitStore(Stmt.Store stmt) {
        for (int lane : lanes) {
            Object[] array = (Object[]) evaluate(stmt.array(), lane);
            array[(Integer) evaluate(stmt.index(), lane)] = evaluate(stmt.value(), lane);
        }
        return lanes;
    }

    @Override
    public SortedSet<Integer> visitInvoke(Stmt.Invoke stmt) {
        throw new AssertionError("no functions: " + stmt);
    }

    @Override
    public SortedSet<Integer> visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        if (stmt.builtin().effect() == Effect.THREADGROUP_BARRIER) {
            if (waiting.values().stream().anyMatch(others -> !others.isEmpty())) {
                throw new Disagreement();
            }
            return lanes;
        }
        Map<Integer, Integer> sums = new HashMap<>();
        for (int lane : lanes) {
            sums.merge(lane / 32, (Integer) evaluate(stmt.arguments().get(0), lane), Integer::sum);
        }
        for (int lane : lanes) {
            values.get(lane).put(stmt.result(), sums.get(lane / 32));
        }
        return lanes;
    }

    /** Threads on the other way wait too, which a barrier must know. */
    private SortedSet<Integer> ways(Stmt one, SortedSet<Integer> here, Stmt other, SortedSet<Integer> there) {
        Place place = new Place(new Label(-1 - waiting.size(), ""), false);
        waiting.put(place, there);
        SortedSet<Integer> first = run(one, here);
        waiting.put(place, first);
        SortedSet<Integer> second = run(other, there);
        waiting.remove(place);
        return both(first, second);
    }

    @Override
    public SortedSet<Integer> visitIf(Stmt.If stmt) {
        SortedSet<Integer> then = where(stmt.condition(), lanes);
        return ways(stmt.then(), then, stmt.otherwise(), without(lanes, then));
    }

    @Override
    public SortedSet<Integer> visitFor(Stmt.For stmt) {
        SortedSet<Integer> inside = runAll(stmt.init(), lanes);
        while (true) {
            SortedSet<Integer> next = where(stmt.condition(), inside);
            lanes = without(inside, next);
            leave(stmt.label(), false);
            if (next.isEmpty()) {
                return rejoin(next, stmt.label(), false);
            }
            inside = runAll(stmt.update(), rejoin(run(stmt.body(), next), stmt.label(), true));
        }
    }

    @Override
    public SortedSet<Integer> visitDoWhile(Stmt.DoWhile stmt) {
        SortedSet<Integer> inside = lanes;
        while (!inside.isEmpty()) {
            SortedSet<Integer> end = rejoin(run(stmt.body(), inside), stmt.label(), true);
            inside = where(stmt.condition(), end);
            lanes = without(end, inside);
            leave(stmt.label(), false);
        }
        return rejoin(inside, stmt.label(), false);
    }

    @Override
    public SortedSet<Integer> visitLabeled(Stmt.Labeled stmt) {
        return rejoin(run(stmt.body(), lanes), stmt.label(), false);
    }

    @Override
    public SortedSet<Integer> visitSwitch(Stmt.Switch stmt) {
        List<SortedSet<Integer>> entering = new ArrayList<>();
        stmt.groups().forEach(group -> entering.add(new TreeSet<>()));
        SortedSet<Integer> rest = new TreeSet<>();
        for (int lane : lanes) {
            Object selector = evaluate(stmt.selector(), lane);
            int chosen = -1;
            for (int i = 0; i < stmt.groups().size(); i++) {
                if (stmt.groups().get(i).labels().contains(selector)) {
                    chosen = i;
                    break;
                }
                chosen = stmt.groups().get(i).isDefault() ? i : chosen;
            }
            (chosen < 0 ? rest : entering.get(chosen)).add(lane);
        }
        lanes = rest;
        leave(stmt.label(), false);
        SortedSet<Integer> inside = new TreeSet<>();
        for (int i = 0; i < entering.size(); i++) {
            Place place = new Place(new Label(-1 - waiting.size(), ""), false);
            SortedSet<Integer> later = new TreeSet<>();
            entering.subList(i + 1, entering.size()).forEach(later::addAll);
            waiting.put(place, later);
            inside = run(stmt.groups().get(i).body(), both(inside, entering.get(i)));
            waiting.remove(place);
        }
        return rejoin(inside, stmt.label(), false);
    }

    @Override
    public SortedSet<Integer> visitBreak(Stmt.Break stmt) {
        return leave(stmt.label(), false);
    }

    @Override
    public SortedSet<Integer> visitContinue(Stmt.Continue stmt) {
        return leave(stmt.label(), true);
    }

    @Override
    public SortedSet<Integer> visitReturn(Stmt.Return stmt) {
        return new TreeSet<>();
    }
}
