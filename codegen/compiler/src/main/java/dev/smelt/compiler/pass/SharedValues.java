package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.dsl.checks.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The values in a body that a thread can have right although it has returned: the same for all threads of a threadgroup,
 * and computed from other such values without touching memory, where a thread that has returned may have no business.
 */
final class SharedValues {
    private final Set<String> harmless;
    private final Set<Variable> variables;

    private SharedValues(Set<String> harmless, Set<Variable> variables) {
        this.harmless = harmless;
        this.variables = variables;
    }

    /** The functions that touch no memory. */
    static Set<String> harmlessFunctions(KernelModule module) {
        Set<String> harmless = new HashSet<>();
        for (Function function : module.functions()) {
            if (function.pure() && !touchesMemory(function.body(), harmless)) {
                harmless.add(function.id());
            }
        }
        return harmless;
    }

    /**
     * The values of a body.
     *
     * @param parameters those that are such values themselves
     * @param isUniform whether a variable is the same for all threads that have not returned
     */
    static SharedValues of(
            Stmt.Block body, Set<Variable> parameters, Predicate<Variable> isUniform, Set<String> harmless) {
        Assignments assignments = new Assignments();
        assignments.walk(body);
        Set<Variable> variables = new HashSet<>(parameters);
        assignments.values.keySet().stream().filter(isUniform).forEach(variables::add);
        variables.removeAll(assignments.results);
        SharedValues shared = new SharedValues(harmless, variables);
        boolean changed;
        do {
            changed = variables.removeIf(
                    variable -> !assignments.of(variable).stream().allMatch(shared::has));
        } while (changed);
        return shared;
    }

    /** Whether a thread that has returned can compute this as the others do. */
    boolean has(Expr expr) {
        return isHarmless(expr) && variables.containsAll(reads(expr));
    }

    /** Whether a thread that has returned can compute this without harm, whatever comes out. */
    boolean isHarmless(Expr expr) {
        MemoryUses uses = new MemoryUses(harmless);
        uses.walk(expr);
        return !uses.found;
    }

    /** The variables that an expression reads. */
    static Set<Variable> reads(Expr expr) {
        Set<Variable> reads = new HashSet<>();
        new Walker() {
            @Override
            public Void visitRead(Expr.Read read) {
                reads.add(read.variable());
                return null;
            }
        }.walk(expr);
        return reads;
    }

    private static boolean touchesMemory(Stmt body, Set<String> harmless) {
        MemoryUses uses = new MemoryUses(harmless);
        uses.walk(body);
        return uses.found;
    }

    private static final class Assignments extends Walker {
        private final Map<Variable, List<Expr>> values = new HashMap<>();
        /** What takes the result of a call that has an effect. */
        private final Set<Variable> results = new HashSet<>();

        List<Expr> of(Variable variable) {
            return values.getOrDefault(variable, List.of());
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            List<Expr> own = values.computeIfAbsent(stmt.variable(), key -> new ArrayList<>());
            Expr value = stmt.value();
            if (value != null) {
                own.add(value);
            }
            return null;
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            values.computeIfAbsent(stmt.variable(), key -> new ArrayList<>()).add(stmt.value());
            return null;
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            Variable result = stmt.result();
            if (result != null) {
                results.add(result);
            }
            return null;
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Variable result = stmt.result();
            if (result != null) {
                results.add(result);
            }
            return null;
        }
    }

    private static final class MemoryUses extends Walker {
        private final Set<String> harmless;
        private boolean found;

        MemoryUses(Set<String> harmless) {
            this.harmless = harmless;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            found = true;
            return null;
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            found |= !harmless.contains(expr.function());
            return super.visitCall(expr);
        }

        @Override
        public Void visitBuiltinCall(Expr.BuiltinCall expr) {
            found |= expr.arguments().stream().anyMatch(argument -> argument.type() instanceof Type.Texture);
            // A check notes what fails, and a thread that has returned has nothing to fail.
            found |= expr.builtin().owner() == Checks.class;
            return super.visitBuiltinCall(expr);
        }
    }
}
