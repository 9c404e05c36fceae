package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Completion;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that return early come to the barriers behind the return all the same: a barrier that not all threads come
 * to is undefined in MSL. The {@code return} clears a flag; what follows is for threads whose flag is set, but for
 * barriers, and the control flow around them, which are for all ({@link JointStatements}).
 *
 * <p>A thread that has returned touches no memory. Conditions around barriers it evaluates itself where they depend only on
 * what is the same for all threads and needs no memory ({@link SharedValues}); elsewhere the active threads tell it
 * ({@link Votes}). It passes its flag to functions that have barriers. Functions of the simdgroup stay with the active
 * threads, as if the others had returned.
 *
 * <p>Precondition: barriers are not under control flow that is proved to diverge. Guarantee: no {@code return} of a kernel
 * leads past a barrier. Kernels without barriers are as they were.
 *
 * <pre>{@code
 * before: if (i >= n) { return; } tile[l] = x[i]; barrier(); y[i] = tile[0];
 * after:  boolean active = true; if (i >= n) { active = false; } if (active) { tile[l] = x[i]; }
 *         barrier(); if (active) { y[i] = tile[0]; }
 * }</pre>
 */
public final class PredicateReturns implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        BarrierUses barriers = BarrierUses.in(module);
        boolean returns = module.kernels().stream()
                .map(Kernel::body)
                .anyMatch(body -> barriers.in(body) && ReturnRemover.hasReturn(body));
        if (!returns) {
            return module;
        }
        JointAnalysis analysis = new JointAnalysis(module, barriers);
        if (!analysis.hasEarlyReturns()) {
            return module;
        }
        KernelModule rewritten = new Rewriting(module, barriers, analysis).run();
        // Conditions that all threads evaluate have to be proved for all.
        return new ProveNoOverflow().run(rewritten);
    }

    private static final class Rewriting {
        private final KernelModule module;
        private final BarrierUses barriers;
        private final JointAnalysis analysis;
        private final FreshIds ids;
        private final Map<String, PredicatedBody.Extra> extras = new HashMap<>();

        Rewriting(KernelModule module, BarrierUses barriers, JointAnalysis analysis) {
            this.module = module;
            this.barriers = barriers;
            this.analysis = analysis;
            this.ids = FreshIds.in(module);
        }

        KernelModule run() {
            List<Function> functions = new ArrayList<>();
            for (Function function : module.functions()) {
                functions.add(barriers.inFunction(function.id()) ? function(function) : function);
            }
            return module.withBodies(
                    functions,
                    module.kernels().stream()
                            .map(kernel -> barriers.in(kernel.body()) ? kernel(kernel) : kernel)
                            .toList());
        }

        private Variable flag() {
            return ids.variable("active", Type.Scalar.BOOLEAN);
        }

        private PredicatedBody predicated(
                JointAnalysis.Body body, Votes votes, boolean kernel, @Nullable Variable flag) {
            return new PredicatedBody(ids, body.joint(), body.shared(), votes, extras, kernel, flag);
        }

        private Kernel kernel(Kernel kernel) {
            JointAnalysis.Body body = analysis.of(kernel);
            Variable active = body.joint().partsThreads() ? flag() : null;
            Votes votes = new Votes(ids, barriers.barrier());
            List<Stmt> statements = new ArrayList<>();
            Span start = PredicatedBody.generated(kernel.body().span());
            if (active != null) {
                statements.add(new Stmt.Declare(active, new Expr.Constant(Type.Scalar.BOOLEAN, true, start), start));
            }
            statements.addAll(predicated(body, votes, true, active).rewrite(kernel.body()));
            Kernel rewritten =
                    kernel.withBody(new Stmt.Block(statements, kernel.body().span()));
            Variable memory = votes.memory();
            if (memory == null) {
                return rewritten;
            }
            List<KernelParameter> parameters = new ArrayList<>(kernel.parameters());
            parameters.add(new KernelParameter.Threadgroup(memory, 1));
            return rewritten.withParameters(parameters);
        }

        private Function function(Function function) {
            JointAnalysis.Body body = analysis.of(function);
            Variable active = analysis.isCalledParted(function) ? flag() : null;
            Votes votes = new Votes(ids, barriers.barrier());
            List<Stmt> statements =
                    new ArrayList<>(predicated(body, votes, false, active).rewrite(function.body()));
            Stmt.Block rewritten = new Stmt.Block(statements, function.body().span());
            if (!(function.result() instanceof Type.NoValue) && Completion.canComplete(rewritten)) {
                // Threads that are not active have nothing to return.
                Span span = PredicatedBody.generated(function.body().span());
                Variable nothing = ids.variable("nothing", function.result());
                statements.add(new Stmt.Declare(nothing, null, span));
                statements.add(new Stmt.Return(new Expr.Read(nothing, span), span));
                rewritten = new Stmt.Block(statements, function.body().span());
            }
            List<Variable> parameters = new ArrayList<>(function.parameters());
            if (active != null) {
                parameters.add(active);
            }
            if (votes.memory() != null) {
                parameters.add(votes.memory());
            }
            extras.put(function.id(), new PredicatedBody.Extra(active, votes.memory()));
            return new Function(
                    function.id(),
                    function.name(),
                    function.signature(),
                    parameters,
                    function.result(),
                    rewritten,
                    function.pure(),
                    function.span());
        }
    }
}
