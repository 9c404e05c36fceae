package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happens to the arrays that variables hold: to a kernel's buffers, functions' parameters, and locals that are
 * other names for them. What is done through another name, or by a function that is given the array, counts as done to
 * each array that it may be.
 */
public final class ArrayUses {
    /** What can be done with an array. */
    public enum Use {
        /** An element is loaded. */
        READ,
        /** An element is stored. */
        WRITTEN,
        /** Its length is asked for. */
        MEASURED
    }

    private final Map<Use, Set<Variable>> found = new EnumMap<>(Use.class);
    /** For each variable, those whose array it may hold too. */
    private final Map<Variable, Set<Variable>> origins = new HashMap<>();

    private ArrayUses() {}

    /** Looks through a whole module, whether or not a kernel calls the function. */
    public static ArrayUses in(KernelModule module) {
        ArrayUses uses = new ArrayUses();
        Map<String, Function> functions = new HashMap<>();
        for (Function function : module.functions()) {
            functions.put(function.id(), function);
        }
        Collector collector = uses.new Collector(functions);
        module.functions().forEach(function -> collector.walk(function.body()));
        module.kernels().forEach(kernel -> collector.walk(kernel.body()));
        uses.found.values().forEach(uses::addOrigins);
        return uses;
    }

    /** Whether this may be done to the array that the variable holds. */
    public boolean has(Variable array, Use use) {
        return found.getOrDefault(use, Set.of()).contains(array);
    }

    private void addOrigins(Set<Variable> variables) {
        Deque<Variable> open = new ArrayDeque<>(variables);
        while (!open.isEmpty()) {
            for (Variable origin : origins.getOrDefault(open.pop(), Set.of())) {
                if (variables.add(origin)) {
                    open.push(origin);
                }
            }
        }
    }

    private void mark(Expr array, Use use) {
        forEachVariable(array, found.computeIfAbsent(use, key -> new LinkedHashSet<>())::add);
    }

    private void link(Variable name, Expr array) {
        forEachVariable(
                array,
                origin -> origins.computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(origin));
    }

    /** The variables that an expression of array type may stand for. */
    private static void forEachVariable(Expr array, Consumer<Variable> action) {
        if (array instanceof Expr.Read read) {
            action.accept(read.variable());
        } else if (array instanceof Expr.Conditional conditional) {
            forEachVariable(conditional.then(), action);
            forEachVariable(conditional.otherwise(), action);
        } else {
            throw new AssertionError(array.span() + ": not an array's name: " + array);
        }
    }

    private final class Collector extends Walker {
        private final Map<String, Function> functions;

        Collector(Map<String, Function> functions) {
            this.functions = functions;
        }

        private void linkIfArray(Variable variable, Expr value) {
            if (variable.type() instanceof Type.Array) {
                link(variable, value);
            }
        }

        private void linkArguments(String id, List<Expr> arguments) {
            Function function = functions.get(id);
            if (function == null) {
                throw new AssertionError("no function " + id);
            }
            for (int i = 0; i < arguments.size(); i++) {
                linkIfArray(function.parameters().get(i), arguments.get(i));
            }
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            mark(expr.array(), Use.READ);
            return super.visitLoad(expr);
        }

        @Override
        public Void visitLength(Expr.Length expr) {
            mark(expr.array(), Use.MEASURED);
            return super.visitLength(expr);
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            linkArguments(expr.function(), expr.arguments());
            return super.visitCall(expr);
        }

        @Override
        public Void visitStore(Stmt.Store stmt) {
            mark(stmt.array(), Use.WRITTEN);
            return super.visitStore(stmt);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            linkArguments(stmt.function(), stmt.arguments());
            return super.visitInvoke(stmt);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Builtin.Effect effect = stmt.builtin().effect();
            if (effect == Builtin.Effect.ATOMIC || effect == Builtin.Effect.ATOMIC_LOAD) {
                mark(stmt.arguments().get(0), Use.READ);
            }
            if (effect == Builtin.Effect.ATOMIC) {
                mark(stmt.arguments().get(0), Use.WRITTEN);
            }
            return super.visitInvokeBuiltin(stmt);
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            Expr value = stmt.value();
            if (value != null) {
                linkIfArray(stmt.variable(), value);
            }
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            linkIfArray(stmt.variable(), stmt.value());
            return super.visitAssign(stmt);
        }
    }
}
