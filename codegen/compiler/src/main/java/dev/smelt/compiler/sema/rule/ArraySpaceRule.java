package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.AddressSpace;
import dev.smelt.compiler.ir.ArraySpaces;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.source.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A name stands for arrays of one address space, constants are never written, and atomic operations on long are in device
 * memory. What a function does with arrays that
 * it is given is reported where it is called, since another call may be good.
 */
final class ArraySpaceRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        Map<String, Function> functions = new HashMap<>();
        module.functions().forEach(function -> functions.put(function.id(), function));
        Set<String> visited = new HashSet<>();
        new Checker(module, functions, diagnostics, visited, ArraySpaces.of(kernel, module), null, null)
                .walk(kernel.body());
    }

    private static final class Checker extends Walker {
        private final KernelModule module;
        private final Map<String, Function> functions;
        private final Diagnostics diagnostics;
        /** The functions that were looked through, with the spaces of their arguments. */
        private final Set<String> visited;

        private final ArraySpaces spaces;
        /** The function that this is in, and where the kernel calls it; null in the kernel itself. */
        private final @Nullable Function function;

        private final @Nullable Span call;
        private final Set<Variable> reported = new HashSet<>();

        Checker(
                KernelModule module,
                Map<String, Function> functions,
                Diagnostics diagnostics,
                Set<String> visited,
                ArraySpaces spaces,
                @Nullable Function function,
                @Nullable Span call) {
            this.module = module;
            this.functions = functions;
            this.diagnostics = diagnostics;
            this.visited = visited;
            this.spaces = spaces;
            this.function = function;
            this.call = call;
        }

        private void checkName(Variable name, Span span) {
            if (name.type() instanceof Type.Array && spaces.of(name).size() > 1 && reported.add(name)) {
                reportMixed("'" + name.name() + "'", spaces.of(name), span);
            }
        }

        private void reportMixed(String what, Set<AddressSpace> mixed, Span span) {
            String all = mixed.stream().map(Checker::describe).collect(Collectors.joining(" and "));
            String help = "use a name, or write a function, for each kind of array";
            if (function == null || call == null) {
                diagnostics.report(Code.ARRAY_SPACES_MIXED, span, what + " stands for arrays in " + all, help);
            } else {
                diagnostics.report(
                        Code.ARRAY_SPACES_MIXED,
                        call,
                        "with these arrays, " + what + " in '" + function.name() + "' stands for arrays in " + all,
                        help);
            }
        }

        private static String describe(AddressSpace space) {
            return switch (space) {
                case DEVICE -> "device memory";
                case CONSTANT -> "constant memory";
                case THREADGROUP -> "threadgroup memory";
                case THREAD -> "the thread's own memory";
            };
        }

        private void checkWrite(Expr array, Span span) {
            if (!spaces.of(array).contains(AddressSpace.CONSTANT)
                    || spaces.of(array).size() > 1) {
                return;
            }
            String name = ArraySpaces.variablesIn(array).iterator().next().name();
            String help = "copy the elements that change into an array of the kernel's own: new float[n]";
            if (function == null || call == null || isConstantWhateverIsGiven(array, function)) {
                diagnostics.report(Code.CONSTANT_ARRAY_WRITTEN, span, "'" + name + "' is an array of constants", help);
            } else {
                diagnostics.report(
                        Code.CONSTANT_ARRAY_WRITTEN,
                        call,
                        "'" + function.name() + "' writes to '" + name + "', which is given an array of constants here",
                        help);
            }
        }

        private void checkAtomic(Expr array, Span span) {
            boolean isLong = array.type() instanceof Type.Array of && of.element() == Type.Scalar.LONG;
            if (isLong && spaces.of(array).contains(AddressSpace.THREADGROUP)) {
                String name = ArraySpaces.variablesIn(array).iterator().next().name();
                String where = function == null ? "" : " in '" + function.name() + "'";
                diagnostics.report(
                        Code.LONG_ATOMIC_IN_THREADGROUP,
                        call == null ? span : call,
                        "Metal has no atomic operations on long in threadgroup memory, where '" + name + "'" + where
                                + " is",
                        "use an int[], or an array in device memory");
            }
        }

        private boolean isConstantWhateverIsGiven(Expr array, Function callee) {
            int count = ArraySpaces.arrayParameters(callee).size();
            return ArraySpaces.of(callee, Collections.nCopies(count, AddressSpace.THREAD), module)
                    .of(array)
                    .contains(AddressSpace.CONSTANT);
        }

        private void checkCall(String id, List<Expr> arguments, Span span) {
            Function callee = functions.get(id);
            if (callee == null) {
                throw new AssertionError(span + ": no function " + id);
            }
            List<Set<AddressSpace>> given = arguments.stream()
                    .filter(argument -> argument.type() instanceof Type.Array)
                    .map(spaces::of)
                    .toList();
            // Of what is mixed here already, or never assigned, there is no more to say.
            boolean known = given.stream().allMatch(each -> each.size() == 1);
            List<AddressSpace> each = given.stream().flatMap(Set::stream).toList();
            if (known && visited.add(id + each)) {
                new Checker(
                                module,
                                functions,
                                diagnostics,
                                visited,
                                ArraySpaces.of(callee, each, module),
                                callee,
                                call == null ? span : call)
                        .walk(callee.body());
            }
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            checkName(stmt.variable(), stmt.span());
            return reported.contains(stmt.variable()) ? null : super.visitDeclare(stmt);
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            checkName(stmt.variable(), stmt.span());
            return reported.contains(stmt.variable()) ? null : super.visitAssign(stmt);
        }

        @Override
        public Void visitConditional(Expr.Conditional expr) {
            if (expr.type() instanceof Type.Array && spaces.of(expr).size() > 1) {
                reportMixed("this choice", spaces.of(expr), expr.span());
            }
            return super.visitConditional(expr);
        }

        @Override
        public Void visitStore(Stmt.Store stmt) {
            checkWrite(stmt.array(), stmt.span());
            return super.visitStore(stmt);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            if (stmt.builtin().effect() == Builtin.Effect.ATOMIC) {
                checkWrite(stmt.arguments().get(0), stmt.span());
                checkAtomic(stmt.arguments().get(0), stmt.span());
            }
            return super.visitInvokeBuiltin(stmt);
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            checkCall(expr.function(), expr.arguments(), expr.span());
            return super.visitCall(expr);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            checkCall(stmt.function(), stmt.arguments(), stmt.span());
            return super.visitInvoke(stmt);
        }
    }
}
