package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts what is done once for all lanes, loads above all, before what each lane computes, as far as nothing depends on the
 * order: what is left together becomes one region. Loads and stores keep the order that they have among themselves, unless
 * both load: two names may be one array.
 */
final class Reordering {
    private Reordering() {}

    /** The statements in another order. */
    static List<Stmt> of(List<Stmt> stmts) {
        List<Effects> open = new ArrayList<>();
        stmts.forEach(stmt -> open.add(Effects.of(stmt)));
        List<Stmt> ordered = new ArrayList<>();
        boolean together = true;
        while (!open.isEmpty()) {
            take(open, together, ordered);
            together = !together;
        }
        return ordered;
    }

    /** Moves those of a kind that wait for nothing. */
    private static void take(List<Effects> open, boolean together, List<Stmt> ordered) {
        List<Effects> waiting = new ArrayList<>();
        for (Effects each : open) {
            boolean isFree =
                    each.together == together && waiting.stream().noneMatch(earlier -> earlier.mustPrecede(each));
            if (isFree) {
                ordered.add(each.stmt);
            } else {
                waiting.add(each);
            }
        }
        open.clear();
        open.addAll(waiting);
    }

    /** What a statement reads and changes. */
    private static final class Effects extends Walker {
        private final Stmt stmt;
        private final boolean together;
        private final Set<Variable> assigned = new HashSet<>();
        private final Set<Variable> mentioned = new HashSet<>();
        private boolean loads;
        private boolean stores;

        private Effects(Stmt stmt, boolean together) {
            this.stmt = stmt;
            this.together = together;
        }

        static Effects of(Stmt stmt) {
            Effects effects = new Effects(stmt, stmt instanceof Stmt.InvokeBuiltin || isLoadOnce(stmt));
            Mentions mentions = Mentions.in(stmt);
            effects.assigned.addAll(mentions.assigned());
            effects.mentioned.addAll(mentions.all());
            if (stmt instanceof Stmt.Declare declare) {
                effects.assigned.add(declare.variable());
            }
            effects.walk(stmt);
            return effects;
        }

        private static boolean isLoadOnce(Stmt stmt) {
            return stmt instanceof Stmt.Declare declare
                    && (declare.value() == null || declare.value() instanceof Expr.Load);
        }

        boolean mustPrecede(Effects later) {
            return later.mentioned.stream().anyMatch(assigned::contains)
                    || mentioned.stream().anyMatch(later.assigned::contains)
                    || (stores && (later.stores || later.loads))
                    || (loads && later.stores);
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            loads = true;
            return super.visitLoad(expr);
        }

        @Override
        public Void visitStore(Stmt.Store stmt) {
            stores = true;
            return super.visitStore(stmt);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            boolean isOfMemory = stmt.builtin().owner() == LaneStep.class;
            stores |= isOfMemory && stmt.result() == null;
            loads |= isOfMemory && stmt.result() != null;
            return super.visitInvokeBuiltin(stmt);
        }
    }
}
