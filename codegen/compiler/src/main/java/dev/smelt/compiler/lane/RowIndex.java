package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises indices that walk through memory with the threads of a row (those that differ in x alone): step by step, or
 * not at all. {@code (y + 1) * width + x} does, for a thread at (x, y). What a thread computes once, in a local that is
 * never assigned again, is looked through.
 */
final class RowIndex {
    /** What is one more for the next thread of a row. */
    private static final Set<Kind> STEPPING = EnumSet.of(
            Kind.THREAD_POSITION_IN_GRID, Kind.THREAD_POSITION_IN_THREADGROUP, Kind.THREAD_INDEX_IN_THREADGROUP);

    private final Map<Variable, Kind> positions = new HashMap<>();
    private final Map<Variable, Stmt.Declare> declared = new HashMap<>();
    private final Set<Variable> assigned = new HashSet<>();
    private final Set<Variable> counters = new HashSet<>();
    private final Set<Variable> sharedLoads = new HashSet<>();
    private final Uniformity uniformity;

    /** The step of an index from thread to thread, 0 or 1; and the index in terms of positions and what all have alike. */
    record Row(int step, Expr index) {}

    RowIndex(Kernel kernel, Uniformity uniformity) {
        this.uniformity = uniformity;
        for (KernelParameter.Position position : kernel.positions()) {
            positions.put(position.variable(), position.kind());
        }
        new Assignments().walk(kernel.body());
    }

    /** Says that a variable holds what is the same for all threads, and is never assigned again. */
    void share(Variable variable) {
        sharedLoads.add(variable);
    }

    /** The row of an index; empty if it may go otherwise. */
    Optional<Row> of(Expr index) {
        Expr whole = new Definitions().rewrite(index);
        int step = step(whole);
        return step < 0 ? Optional.empty() : Optional.of(new Row(step, whole));
    }

    /** Whether all threads have the same, whatever row they are in. */
    boolean isUniform(Expr expr) {
        Expr whole = new Definitions().rewrite(expr);
        Walk walk = new Walk();
        walk.walk(whole);
        return !walk.varies;
    }

    private boolean isFixed(Variable variable) {
        return !assigned.contains(variable) || counters.contains(variable);
    }

    private int step(Expr expr) {
        if (expr instanceof Expr.Constant) {
            return 0;
        } else if (expr instanceof Expr.Read read) {
            return ofVariable(read.variable());
        } else if (expr instanceof Expr.Binary binary) {
            return ofBinary(binary);
        } else if (expr instanceof Expr.BuiltinCall call) {
            return ofCall(call);
        } else if (expr instanceof Expr.Convert || expr instanceof Expr.Unary || expr instanceof Expr.Conditional) {
            return isUniform(expr) ? 0 : -1;
        }
        return expr instanceof Expr.Length ? 0 : -1;
    }

    private int ofVariable(Variable variable) {
        Kind kind = positions.get(variable);
        if (kind != null && STEPPING.contains(kind)) {
            return variable.type() == Type.Scalar.INT ? 1 : -1;
        }
        boolean alike = sharedLoads.contains(variable) || uniformity.of(variable) == Level.UNIFORM;
        return alike && isFixed(variable) ? 0 : -1;
    }

    private int ofBinary(Expr.Binary expr) {
        int left = step(expr.left());
        int right = step(expr.right());
        if (left < 0 || right < 0) {
            return -1;
        }
        if (left + right == 0) {
            return 0;
        }
        if (expr.op() == BinaryOp.ADD) {
            return left + right == 1 ? 1 : -1;
        }
        return expr.op() == BinaryOp.SUBTRACT && right == 0 ? left : -1;
    }

    /** A component of a position; of functions of what all have alike, the value is the same too. */
    private int ofCall(Expr.BuiltinCall expr) {
        if (expr.builtin().form() == Builtin.Form.INSTANCE
                && expr.arguments().size() == 1
                && expr.arguments().get(0) instanceof Expr.Read read) {
            Kind kind = positions.get(read.variable());
            if (kind != null && STEPPING.contains(kind) && isFixed(read.variable())) {
                return switch (expr.builtin().name()) {
                    case "x" -> 1;
                    case "y", "z" -> 0;
                    default -> -1;
                };
            }
        }
        boolean pure = expr.builtin().isPure()
                && expr.arguments().stream().noneMatch(argument -> argument.type() instanceof Type.Texture);
        return pure && expr.arguments().stream().allMatch(argument -> step(argument) == 0) ? 0 : -1;
    }

    /** Puts the values of locals that are never assigned again in their places. */
    private final class Definitions extends Rewriter {
        @Override
        public Expr visitRead(Expr.Read expr) {
            Stmt.Declare declare = declared.get(expr.variable());
            Expr value = declare == null ? null : declare.value();
            boolean known = value != null
                    && !assigned.contains(expr.variable())
                    && expr.type() == Type.Scalar.INT
                    && uniformity.of(expr.variable()) != Level.UNIFORM
                    && isStable(value);
            return known ? rewrite(Objects.requireNonNull(value)) : expr;
        }

        @Override
        public Expr visitLoad(Expr.Load expr) {
            return expr;
        }
    }

    /** Whether an expression means the same wherever what it reads is in scope. */
    private boolean isStable(Expr expr) {
        Walk walk = new Walk();
        walk.walk(expr);
        return walk.stable;
    }

    private final class Walk extends Walker {
        private boolean stable = true;
        private boolean varies;

        @Override
        public Void visitRead(Expr.Read expr) {
            Variable variable = expr.variable();
            stable &= isFixed(variable);
            boolean alike = sharedLoads.contains(variable) || uniformity.of(variable) == Level.UNIFORM;
            varies |= !alike || !isFixed(variable);
            return null;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            stable = false;
            varies = true;
            return null;
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            stable = false;
            varies = true;
            return null;
        }
    }

    /** Finds what is assigned, and by what: a loop's counter only by the loop's own head. */
    private final class Assignments extends Walker {
        private final Map<Variable, Integer> counts = new HashMap<>();
        private final Map<Variable, Integer> byHeads = new HashMap<>();

        void walk(Stmt.Block body) {
            visitBlock(body);
            counts.forEach((variable, count) -> {
                assigned.add(variable);
                if (count.equals(byHeads.get(variable))) {
                    counters.add(variable);
                }
            });
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            if (declared.put(stmt.variable(), stmt) != null) {
                assigned.add(stmt.variable());
            }
            if (stmt.value() == null) {
                assigned.add(stmt.variable());
            }
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            counts.merge(stmt.variable(), 1, Integer::sum);
            return super.visitAssign(stmt);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            result(stmt.result());
            return super.visitInvoke(stmt);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            result(stmt.result());
            return super.visitInvokeBuiltin(stmt);
        }

        private void result(@Nullable Variable variable) {
            if (variable != null) {
                counts.merge(variable, 1, Integer::sum);
            }
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            List<Variable> own = stmt.init().stream()
                    .filter(Stmt.Declare.class::isInstance)
                    .map(each -> ((Stmt.Declare) each).variable())
                    .toList();
            for (Stmt.Assign update : stmt.update()) {
                if (own.contains(update.variable())) {
                    byHeads.merge(update.variable(), 1, Integer::sum);
                }
            }
            return super.visitFor(stmt);
        }
    }
}
