package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Has rows loaded once that {@link StripPreparation} has loaded again by the same index, in the same block or in one inside it that all come to.
 *
 * <pre>{@code
 * before: a = load(x, i); ...; b = load(x, i); store(y, i, a + b);
 * after:  a = load(x, i); ...;                 store(y, i, a + a);
 * }</pre>
 *
 * <p>Nothing is shared across a store, an atomic function, a barrier or a call: two parameters may be one array.
 */
final class SharedRows extends Renaming {
    private final AssignmentCounts assignments;
    /** What is at hand where a block begins. */
    private Map<Object, Loaded> before = Map.of();

    private SharedRows(AssignmentCounts assignments) {
        this.assignments = assignments;
    }

    /** A body in which no row is loaded again. */
    static Stmt.Block in(Stmt.Block body) {
        return new SharedRows(AssignmentCounts.in(body)).rewriteBlock(body);
    }

    /** A row that is at hand. */
    private record Loaded(Variable result, Set<Variable> ofIndex) {}

    @Override
    public Stmt visitBlock(Stmt.Block stmt) {
        Map<Object, Loaded> around = before;
        Map<Object, Loaded> loaded = new HashMap<>(around);
        Set<Variable> declared = new HashSet<>();
        Set<Variable> dropped = new HashSet<>();
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt each : stmt.statements()) {
            before = each instanceof Stmt.Block || each instanceof Stmt.Labeled ? loaded : Map.of();
            Stmt rewritten = rewrite(each);
            if (rewritten instanceof Stmt.Declare declare && declare.value() == null) {
                declared.add(declare.variable());
            }
            if (!(rewritten instanceof Stmt.InvokeBuiltin load) || !isOnlyValue(load, declared, assignments)) {
                if (MemoryChanges.areIn(rewritten)) {
                    loaded.clear();
                }
                Set<Variable> assigned = Mentions.in(rewritten).assigned();
                loaded.values().removeIf(row -> !Collections.disjoint(row.ofIndex, assigned));
                stmts.add(rewritten);
                continue;
            }
            Variable result = Objects.requireNonNull(load.result());
            Object key = List.of(
                    load.builtin(),
                    key(load.arguments().get(0)),
                    key(load.arguments().get(1)));
            Loaded earlier = loaded.get(key);
            if (earlier == null) {
                loaded.put(key, new Loaded(result, Mentions.in(load.arguments().get(1))));
                stmts.add(rewritten);
            } else {
                rename(result, earlier.result);
                dropped.add(result);
            }
        }
        // What stands beside this block, as another branch does, begins with the same.
        before = around;
        stmts.removeIf(each -> each instanceof Stmt.Declare declare && dropped.contains(declare.variable()));
        return new Stmt.Block(stmts, stmt.span());
    }

    /** Whether a statement loads a row into a variable that is declared in the same block, and has no other value ever. */
    static boolean isOnlyValue(Stmt.InvokeBuiltin stmt, Set<Variable> declared, AssignmentCounts assignments) {
        Variable result = stmt.result();
        return stmt.builtin().owner() == LaneStep.class
                && result != null
                && declared.contains(result)
                && assignments.of(result) == 1;
    }

    /** What is equal for expressions that are, wherever they stand. */
    private static Object key(Expr expr) {
        if (expr instanceof Expr.Read read) {
            return read.variable();
        } else if (expr instanceof Expr.Constant constant) {
            return List.of(constant.type(), constant.value());
        } else if (expr instanceof Expr.Binary binary) {
            return List.of(binary.op(), binary.type(), key(binary.left()), key(binary.right()));
        } else if (expr instanceof Expr.BuiltinCall call && call.builtin().isPure()) {
            return List.of(
                    call.builtin(),
                    call.arguments().stream().map(SharedRows::key).toList());
        } else if (expr instanceof Expr.Length length) {
            return List.of(Expr.Length.class, key(length.array()));
        }
        return expr;
    }
}
