package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.AddressSpace;
import dev.smelt.compiler.ir.ArraySpaces;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All threads of a grid store to one element of device memory, without an atomic function: which of the values stays is
 * chance. Only what is certain is reported: the index is the same for all, and nothing that depends on the thread's
 * place, or on memory, decides whether it comes there. It is an error where each thread has a value of its own, or adds to
 * what is there; where all write the same, a warning. A kernel that doesn't ask for its place is meant for one thread.
 */
final class RaceRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        boolean oneThread = kernel.positions().stream().allMatch(position -> isSame(position.kind()));
        if (oneThread) {
            return;
        }
        Uniformity uniformity = Uniformity.overGrid(kernel, module);
        Map<String, Function> functions = new HashMap<>();
        module.functions().forEach(function -> functions.put(function.id(), function));
        new Stores(module, functions, new HashSet<>(), uniformity, diagnostics)
                .check(
                        kernel.body(),
                        ArraySpaces.of(kernel, module),
                        uniformity.controlIn(kernel.body(), Level.UNIFORM));
    }

    private static boolean isSame(KernelParameter.Kind kind) {
        return kind == KernelParameter.Kind.THREADS_PER_GRID
                || kind == KernelParameter.Kind.THREADGROUPS_PER_GRID
                || kind == KernelParameter.Kind.THREADS_PER_THREADGROUP
                || kind == KernelParameter.Kind.DISPATCH_THREADS_PER_THREADGROUP
                || kind == KernelParameter.Kind.THREADS_PER_SIMDGROUP;
    }

    /** The stores of one kernel and of the functions that it calls. */
    private record Stores(
            KernelModule module,
            Map<String, Function> functions,
            Set<String> visited,
            Uniformity uniformity,
            Diagnostics diagnostics) {

        void check(Stmt.Block body, ArraySpaces spaces, Control control) {
            new Walker() {
                @Override
                public Void visitStore(Stmt.Store stmt) {
                    boolean all = control.at(stmt) == Level.UNIFORM && uniformity.of(stmt.index()) == Level.UNIFORM;
                    if (all && spaces.of(stmt.array()).equals(EnumSet.of(AddressSpace.DEVICE))) {
                        report(stmt);
                    }
                    return super.visitStore(stmt);
                }

                @Override
                public Void visitCall(Expr.Call expr) {
                    checkCallee(expr.function(), expr.arguments(), spaces);
                    return super.visitCall(expr);
                }

                @Override
                public Void visitInvoke(Stmt.Invoke stmt) {
                    checkCallee(stmt.function(), stmt.arguments(), spaces);
                    return super.visitInvoke(stmt);
                }
            }.walk(body);
        }

        private void checkCallee(String id, List<Expr> arguments, ArraySpaces spaces) {
            Function callee = functions.get(id);
            List<Set<AddressSpace>> given = arguments.stream()
                    .filter(argument -> argument.type() instanceof Type.Array)
                    .map(spaces::of)
                    .toList();
            List<AddressSpace> each = given.stream().flatMap(Set::stream).toList();
            if (callee != null && each.size() == given.size() && visited.add(id + each)) {
                check(callee.body(), ArraySpaces.of(callee, each, module), uniformity.controlIn(callee));
            }
        }

        private void report(Stmt.Store stmt) {
            Set<Variable> arrays = ArraySpaces.variablesIn(stmt.array());
            boolean conflict = uniformity.of(stmt.value()) == Level.VARYING || loads(stmt.value(), arrays);
            diagnostics.report(
                    conflict ? Code.CERTAIN_RACE : Code.ALL_WRITE_THE_SAME,
                    stmt.span(),
                    "all threads write " + (conflict ? "" : "the same value ") + "to the same element of '"
                            + arrays.iterator().next().name() + "'",
                    conflict
                            ? "write to an element of the thread's own, let one thread write (if (i == 0)), or use"
                                    + " atomicAdd and its like"
                            : "let one thread write: if (i == 0)");
        }

        private static boolean loads(Expr value, Set<Variable> arrays) {
            boolean[] found = {false};
            new Walker() {
                @Override
                public Void visitLoad(Expr.Load expr) {
                    found[0] |= ArraySpaces.variablesIn(expr.array()).stream().anyMatch(arrays::contains);
                    return super.visitLoad(expr);
                }
            }.walk(value);
            return found[0];
        }
    }
}
