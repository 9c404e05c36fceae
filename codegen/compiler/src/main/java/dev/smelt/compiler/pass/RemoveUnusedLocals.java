package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes variables that nothing needs, and what is assigned to them: expressions are pure. Java doesn't mind them;
 * clang warns, and what a user writes in Java should never be told off by clang. An array of the thread's own goes with
 * what is stored to it, and a function of the simdgroup, or a load, with its result.
 *
 * <p>Precondition: none. Guarantee: each variable that is declared is read by something other than assignments to
 * itself and to other variables that nothing needs; no variable is assigned to itself.
 *
 * <pre>{@code
 * before: int n = 0; n = n + 1; y[0] = f(x);
 * after:  y[0] = f(x);
 * }</pre>
 */
public final class RemoveUnusedLocals implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        return Bodies.map(module, body -> {
            OwnArrays arrays = OwnArrays.in(body);
            return new Remover(Needs.of(body, arrays), arrays).rewriteBlock(body);
        });
    }

    /** The variables that something needs. */
    private static final class Needs extends Walker {
        private final Set<Variable> needed = new HashSet<>();
        /** The variables that are read for the value of each. */
        private final Map<Variable, Set<Variable>> sources = new HashMap<>();

        private Set<Variable> current = needed;

        private final OwnArrays owners;

        Needs(OwnArrays owners) {
            this.owners = owners;
        }

        static Set<Variable> of(Stmt body, OwnArrays owners) {
            Needs needs = new Needs(owners);
            needs.walk(body);
            Deque<Variable> open = new ArrayDeque<>(needs.needed);
            while (!open.isEmpty()) {
                for (Variable source : needs.sources.getOrDefault(open.pop(), Set.of())) {
                    if (needs.needed.add(source)) {
                        open.push(source);
                    }
                }
            }
            return needs.needed;
        }

        /** What may fail a check is evaluated, whoever needs it. */
        private void forThe(Variable variable, Expr... values) {
            if (Arrays.stream(values).anyMatch(InsertChecks::isChecked)) {
                needed.add(variable);
            }
            current = sources.computeIfAbsent(variable, key -> new HashSet<>());
            for (Expr value : values) {
                walk(value);
            }
            current = needed;
        }

        @Override
        public Void visitRead(Expr.Read expr) {
            current.add(expr.variable());
            return null;
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            Expr value = stmt.value();
            if (value != null) {
                forThe(stmt.variable(), value);
            }
            return null;
        }

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            forThe(stmt.variable(), stmt.values().toArray(new Expr[0]));
            return null;
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            forThe(stmt.variable(), stmt.value());
            return null;
        }

        /** A store to an array of the thread's own matters only if the array does. */
        @Override
        public Void visitStore(Stmt.Store stmt) {
            Set<Variable> arrays = owners.of(stmt.array());
            if (arrays.isEmpty()) {
                return super.visitStore(stmt);
            }
            arrays.forEach(array -> forThe(array, stmt.array(), stmt.index(), stmt.value()));
            return null;
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Variable result = stmt.result();
            if (!isPure(stmt)) {
                return super.visitInvokeBuiltin(stmt);
            }
            if (result != null) {
                forThe(result, stmt.arguments().toArray(new Expr[0]));
            }
            return null;
        }
    }

    /** Whether all that it does is to return a value. */
    private static boolean isPure(Stmt.InvokeBuiltin stmt) {
        Builtin.Effect effect = stmt.builtin().effect();
        return effect == Builtin.Effect.SIMDGROUP || effect == Builtin.Effect.ATOMIC_LOAD;
    }

    private static final class Remover extends Rewriter {
        private final Set<Variable> needed;
        private final OwnArrays arrays;

        Remover(Set<Variable> needed, OwnArrays arrays) {
            this.needed = needed;
            this.arrays = arrays;
        }

        private boolean keeps(Stmt stmt) {
            if (stmt instanceof Stmt.Declare declare) {
                return needed.contains(declare.variable());
            }
            if (stmt instanceof Stmt.DeclareArray declare) {
                return needed.contains(declare.variable());
            }
            if (stmt instanceof Stmt.Store store) {
                Set<Variable> stored = arrays.of(store.array());
                return stored.isEmpty() || stored.stream().anyMatch(needed::contains);
            }
            if (stmt instanceof Stmt.InvokeBuiltin invoke && isPure(invoke)) {
                return invoke.result() != null && needed.contains(invoke.result());
            }
            return !(stmt instanceof Stmt.Assign assign) || (needed.contains(assign.variable()) && !isOnItself(assign));
        }

        private static boolean isOnItself(Stmt.Assign stmt) {
            return stmt.value() instanceof Expr.Read read && read.variable().equals(stmt.variable());
        }

        private <S extends Stmt> List<S> kept(List<S> stmts) {
            return stmts.stream().allMatch(this::keeps)
                    ? stmts
                    : new ArrayList<>(stmts.stream().filter(this::keeps).toList());
        }

        @Override
        public Stmt visitBlock(Stmt.Block stmt) {
            List<Stmt> kept = kept(stmt.statements());
            return super.visitBlock(kept == stmt.statements() ? stmt : new Stmt.Block(kept, stmt.span()));
        }

        @Override
        public Stmt visitFor(Stmt.For stmt) {
            return super.visitFor(new Stmt.For(
                    stmt.label(), kept(stmt.init()), stmt.condition(), kept(stmt.update()), stmt.body(), stmt.span()));
        }

        @Override
        public Stmt visitInvoke(Stmt.Invoke stmt) {
            Variable result = stmt.result();
            if (result == null || needed.contains(result)) {
                return stmt;
            }
            return new Stmt.Invoke(stmt.function(), stmt.arguments(), null, stmt.span());
        }

        @Override
        public Stmt visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Variable result = stmt.result();
            if (result == null || needed.contains(result)) {
                return stmt;
            }
            return new Stmt.InvokeBuiltin(stmt.builtin(), stmt.arguments(), null, stmt.span());
        }
    }
}
