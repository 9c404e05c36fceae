package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Has a row that a loop outside of the lanes loads by the same index in each round loaded before its first, if there is one:
 * without a round the row may not be there.
 *
 * <pre>{@code
 * before: for (int n = 1; n <= terms; n++) { a = load(x, i); sum += a * n; }
 * after:  if (1 <= terms) { a = load(x, i); }
 *         for (int n = 1; n <= terms; n++) { sum += a * n; }
 * }</pre>
 *
 * <p>Nothing leaves a loop that may change memory: two parameters may be one array.
 */
final class FixedRows extends StraightLoopRewriter {
    private final AssignmentCounts assignments;

    private FixedRows(Set<Label> straight, AssignmentCounts assignments) {
        super(straight);
        this.assignments = assignments;
    }

    /**
     * A body without such loads.
     *
     * @param straight the labels of the loops to look at, which nothing leaves in the midst of a round
     */
    static Stmt.Block in(Stmt.Block body, Set<Label> straight) {
        return new FixedRows(straight, AssignmentCounts.in(body)).rewriteBlock(body);
    }

    @Override
    List<Stmt> replacement(Stmt.For loop) {
        Optional<CountedLoop> counted = CountedLoop.of(loop);
        if (counted.isEmpty() || !StraightCode.isPlain(counted.get().first())) {
            return List.of(loop);
        }
        List<Stmt.InvokeBuiltin> fixed = fixedIn(loop);
        if (fixed.isEmpty()) {
            return List.of(loop);
        }
        Set<Variable> rows = new HashSet<>();
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt.InvokeBuiltin load : fixed) {
            Variable row = Objects.requireNonNull(load.result());
            rows.add(row);
            stmts.add(new Stmt.Declare(row, null, load.span()));
        }
        stmts.add(new Stmt.If(
                counted.get().begins(loop.span()),
                new Stmt.Block(List.copyOf(fixed), loop.span()),
                new Stmt.Block(List.of(), loop.span()),
                loop.span()));
        List<Stmt> left = new ArrayList<>(loop.body().statements());
        left.removeAll(fixed);
        left.removeIf(each -> each instanceof Stmt.Declare declare && rows.contains(declare.variable()));
        Stmt.Block body = new Stmt.Block(left, loop.body().span());
        stmts.add(new Stmt.For(loop.label(), loop.init(), loop.condition(), loop.update(), body, loop.span()));
        return stmts;
    }

    private List<Stmt.InvokeBuiltin> fixedIn(Stmt.For loop) {
        if (MemoryChanges.areIn(loop.body())) {
            return List.of();
        }
        Set<Variable> changing = new HashSet<>(Mentions.in(loop.body()).assigned());
        loop.update().forEach(update -> changing.add(update.variable()));
        Set<Variable> declared = new HashSet<>();
        List<Stmt.InvokeBuiltin> fixed = new ArrayList<>();
        for (Stmt each : loop.body().statements()) {
            if (each instanceof Stmt.Declare declare) {
                declared.add(declare.variable());
            } else if (each instanceof Stmt.InvokeBuiltin invoke
                    && SharedRows.isOnlyValue(invoke, declared, assignments)
                    && Collections.disjoint(Mentions.in(invoke.arguments().get(1)), changing)) {
                fixed.add(invoke);
            }
        }
        return fixed;
    }
}
