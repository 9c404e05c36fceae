package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.AssignedVariables;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an {@link IndexSlice} out of a kernel: follows the statements that every thread runs, up to the first that may
 * return, and keeps the value of each variable that depends on the position, uniforms and lengths only. What is in a
 * branch, in the body of a loop, or in an operand that may be left out is not certain, and is not followed.
 *
 * <p>Before: {@code int j = i + offset; float v = x[j]; if (v > 0f) { return; } y[i] = v;}
 *
 * <p>After: {@code int j = i + offset; access(x, j);}
 */
final class IndexSlicer {
    private final Map<Variable, Integer> slots = new HashMap<>();
    private final Set<Variable> known = new HashSet<>();
    private final Set<PlainAccess> plain = new HashSet<>();
    private final List<IndexSlice.Step> steps = new ArrayList<>();
    private boolean certain = true;

    private IndexSlicer(Kernel kernel) {
        for (KernelParameter.Buffer buffer : kernel.buffers()) {
            slots.put(buffer.variable(), slots.size());
        }
        kernel.uniforms().forEach(uniform -> known.add(uniform.variable()));
        for (KernelParameter.Position position : kernel.positions()) {
            if (position.kind() == Kind.THREAD_POSITION_IN_GRID || position.kind() == Kind.THREADS_PER_GRID) {
                known.add(position.variable());
            }
        }
    }

    /** The slice of a kernel; without steps if nothing is certain. */
    static IndexSlice slice(Kernel kernel) {
        IndexSlicer slicer = new IndexSlicer(kernel);
        slicer.follow(kernel.body().statements());
        return new IndexSlice(slicer.steps).pruned();
    }

    private void follow(List<Stmt> stmts) {
        for (Stmt stmt : stmts) {
            if (certain) {
                follow(stmt);
            }
        }
    }

    private void follow(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            follow(block.statements());
        } else if (stmt instanceof Stmt.Declare declare) {
            declare(declare);
        } else if (stmt instanceof Stmt.Assign assign) {
            collect(assign.value());
            assign(assign.variable(), assign);
        } else if (stmt instanceof Stmt.Store store) {
            collect(store.array());
            collect(store.index());
            collect(store.value());
            access(store.array(), store.index());
        } else if (stmt instanceof Stmt.DeclareArray array) {
            array.values().forEach(this::collect);
        } else if (stmt instanceof Stmt.Invoke invoke) {
            invoke.arguments().forEach(this::collect);
            forgetAssigned(invoke);
        } else if (stmt instanceof Stmt.InvokeBuiltin invoke) {
            invoke.arguments().forEach(this::collect);
            if (isAtomic(invoke.builtin())) {
                access(invoke.arguments().get(0), invoke.arguments().get(1));
            }
            forgetAssigned(invoke);
        } else {
            enter(stmt);
            forgetAssigned(stmt);
            certain &= !Returns.in(stmt);
        }
    }

    private static boolean isAtomic(Builtin builtin) {
        return builtin.effect() == Builtin.Effect.ATOMIC || builtin.effect() == Builtin.Effect.ATOMIC_LOAD;
    }

    /** The certain part of a statement with others inside. */
    private void enter(Stmt stmt) {
        if (stmt instanceof Stmt.If branch) {
            collect(branch.condition());
        } else if (stmt instanceof Stmt.Switch branch) {
            collect(branch.selector());
        } else if (stmt instanceof Stmt.For loop) {
            follow(loop.init());
            // A condition that the body changes is not what later rounds see, but the first round sees it.
            collect(loop.condition());
        }
    }

    private void declare(Stmt.Declare declare) {
        Expr value = declare.value();
        if (value != null) {
            collect(value);
        }
        if (declare.variable().type() instanceof Type.Array) {
            return;
        }
        if (value != null && isKnown(value)) {
            known.add(declare.variable());
            steps.add(new IndexSlice.Evaluate(declare));
        } else {
            steps.add(new IndexSlice.Evaluate(new Stmt.Declare(declare.variable(), null, declare.span())));
        }
    }

    private void assign(Variable variable, Stmt.Assign assign) {
        if (variable.type() instanceof Type.Array) {
            return;
        }
        boolean isKnown = isKnown(assign.value());
        forget(variable);
        if (isKnown) {
            known.add(variable);
            steps.add(new IndexSlice.Evaluate(assign));
        }
    }

    private void forgetAssigned(Stmt stmt) {
        AssignedVariables.in(stmt).forEach(this::forget);
    }

    private void access(Expr array, Expr index) {
        Integer slot = slot(array);
        if (slot != null && isKnown(index) && !isRepeated(slot, index)) {
            steps.add(new IndexSlice.Access(slot, index));
        }
    }

    /** Whether the same variable was the index before, and has not changed since: by far the most accesses. */
    private boolean isRepeated(int slot, Expr index) {
        return index instanceof Expr.Read read && !plain.add(new PlainAccess(slot, read.variable()));
    }

    private record PlainAccess(int slot, Variable index) {}

    private void forget(Variable variable) {
        known.remove(variable);
        plain.removeIf(access -> access.index().equals(variable));
    }

    private @Nullable Integer slot(Expr array) {
        return array instanceof Expr.Read read ? slots.get(read.variable()) : null;
    }

    private boolean isKnown(Expr expr) {
        Unknowns unknowns = new Unknowns();
        unknowns.walk(expr);
        return !unknowns.found;
    }

    private void collect(Expr expr) {
        new CertainLoads().walk(expr);
    }

    /** Collects the loads of an expression that are never left out. */
    private final class CertainLoads extends Walker {
        @Override
        public Void visitLogical(Expr.Logical expr) {
            walk(expr.left());
            return null;
        }

        @Override
        public Void visitConditional(Expr.Conditional expr) {
            walk(expr.condition());
            return null;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            super.visitLoad(expr);
            access(expr.array(), expr.index());
            return null;
        }
    }

    /** Looks for what the check cannot evaluate: memory, and variables that depend on it. */
    private final class Unknowns extends Walker {
        private boolean found;

        @Override
        public Void visitRead(Expr.Read expr) {
            found |= !known.contains(expr.variable());
            return null;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            found = true;
            return null;
        }

        @Override
        public Void visitLength(Expr.Length expr) {
            found |= slot(expr.array()) == null;
            return null;
        }
    }
}
