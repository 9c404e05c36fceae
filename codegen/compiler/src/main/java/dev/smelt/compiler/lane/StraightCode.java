package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.dsl.checks.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Code of a region that does nothing but compute numbers, from first to last: no branch, no memory, nothing that fails. */
final class StraightCode {
    private final List<Assignment> assignments = new ArrayList<>();

    /** A variable, and what it is given. */
    record Assignment(Variable variable, Expr value) {}

    private StraightCode() {}

    /** The assignments of such code in order; empty if it is something else. */
    static Optional<List<Assignment>> of(Stmt stmt) {
        StraightCode code = new StraightCode();
        return code.add(stmt) ? Optional.of(code.assignments) : Optional.empty();
    }

    /**
     * Whether lanes that have no thread may run a statement: it ends, fails nowhere, and changes nothing but variables. A vector
     * that a lane was never given is null.
     *
     * @param kept the variables in it that keep a value for each lane
     */
    static boolean needsNoThread(Stmt stmt, Set<Variable> kept) {
        return of(stmt).isPresent() && kept.stream().allMatch(variable -> variable.type() instanceof Type.Scalar);
    }

    private boolean add(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            return block.statements().stream().allMatch(this::add);
        } else if (stmt instanceof Stmt.Declare declare) {
            return declare.value() == null || add(declare.variable(), declare.value());
        } else if (stmt instanceof Stmt.Assign assign) {
            return add(assign.variable(), assign.value());
        }
        return false;
    }

    private boolean add(Variable variable, Expr value) {
        assignments.add(new Assignment(variable, value));
        return variable.type() instanceof Type.Scalar && isPlain(value);
    }

    /** Whether an expression reads nothing but variables, and fails for none of their values. */
    static boolean isPlain(Expr value) {
        Others others = new Others();
        others.walk(value);
        return !others.found;
    }

    /** Looks for loads, for calls of the user's functions, which may have some, and for checks. */
    private static final class Others extends Walker {
        private boolean found;

        @Override
        public Void visitLoad(Expr.Load expr) {
            found = true;
            return null;
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            found = true;
            return null;
        }

        @Override
        public Void visitBuiltinCall(Expr.BuiltinCall expr) {
            found |= expr.builtin().owner() == Checks.class
                    || expr.arguments().stream().anyMatch(argument -> argument.type() instanceof Type.Texture);
            return super.visitBuiltinCall(expr);
        }
    }
}
