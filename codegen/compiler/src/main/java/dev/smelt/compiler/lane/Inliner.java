package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Completion;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bodies of functions with collectives in the place of their calls.
 *
 * <p>Guarantee: no call is left of a function that has collectives. {@code return} has become an assignment to the
 * result, and a {@code break} where more follows.
 *
 * <pre>{@code
 * before: sum = total(tile, x);
 * after:  { float value = x; tile[t] = value; threadgroupBarrier(); sum = tile[0]; }
 * }</pre>
 */
final class Inliner extends Rewriter {
    /** Far beyond what a person writes; functions that each call the next one twice come here in no time. */
    private static final int MOST_STATEMENTS = 50_000;

    private final Map<String, Function> functions = new HashMap<>();
    private final Collectives collectives;
    private final LaneFunctions laneFunctions;
    private final FreshIds ids;
    private final Set<Label> ends = new HashSet<>();
    private int statements;

    Inliner(KernelModule module, FreshIds ids) {
        module.functions().forEach(function -> functions.put(function.id(), function));
        this.collectives = Collectives.in(module);
        this.laneFunctions = LaneFunctions.in(module);
        this.ids = ids;
    }

    /** The labels of the bodies that were put in, which {@code return} has become a jump behind. */
    Set<Label> ends() {
        return ends;
    }

    @Override
    public Stmt visitInvoke(Stmt.Invoke stmt) {
        Function function = functions.get(stmt.function());
        boolean isInlined = collectives.isCollective(stmt.function()) || laneFunctions.isCalledBy(stmt.function());
        return function == null || !isInlined ? stmt : inline(function, stmt);
    }

    private Stmt inline(Function function, Stmt.Invoke call) {
        Label end = ids.label(function.name());
        ends.add(end);
        Body body = new Body(end, call.result());
        Declared declared = Declared.in(function.body());
        statements += declared.statements();
        if (statements > MOST_STATEMENTS) {
            throw new ProgramTooLargeException();
        }
        declared.variables().forEach(variable -> body.rename(variable, ids.variable(variable.name(), variable.type())));
        declared.labels().forEach(label -> body.rename(label, ids.label(label.name())));
        List<Stmt> stmts = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Variable parameter = function.parameters().get(i);
            Expr argument = call.arguments().get(i);
            if (argument instanceof Expr.Read read && standsForOne(parameter)) {
                body.rename(parameter, read.variable());
            } else {
                Variable local = ids.variable(parameter.name(), parameter.type());
                body.rename(parameter, local);
                stmts.add(new Stmt.Declare(local, argument, call.span()));
            }
        }
        List<Stmt> inner = new ArrayList<>(function.body().statements());
        Stmt last = inner.isEmpty() ? null : inner.get(inner.size() - 1);
        if (last instanceof Stmt.Return lastReturn) {
            inner.remove(inner.size() - 1);
            Stmt.Block before = body.rewriteBlock(new Stmt.Block(inner, function.span()));
            inner = new ArrayList<>(before.statements());
            Expr value = lastReturn.value();
            if (value != null && call.result() != null && Completion.canComplete(before)) {
                inner.add(new Stmt.Assign(call.result(), body.rewrite(value), lastReturn.span()));
            }
        } else {
            inner = new ArrayList<>(body.rewriteBlock(function.body()).statements());
        }
        Stmt.Block renamed = rewriteBlock(new Stmt.Block(inner, function.span()));
        stmts.add(body.leaves ? new Stmt.Labeled(end, renamed, call.span()) : renamed);
        return new Stmt.Block(stmts, call.span());
    }

    /** Arrays and textures that are parameters are never assigned: another name for them is not needed. */
    private static boolean standsForOne(Variable parameter) {
        return parameter.type() instanceof Type.Array || parameter.type() instanceof Type.Texture;
    }

    /** A function's body in the place of a call. */
    private static final class Body extends Renaming {
        private final Label end;
        private final @Nullable Variable result;
        private boolean leaves;

        Body(Label end, @Nullable Variable result) {
            this.end = end;
            this.result = result;
        }

        @Override
        public Stmt visitReturn(Stmt.Return stmt) {
            leaves = true;
            Stmt.Break leave = new Stmt.Break(end, stmt.span());
            Expr value = stmt.value();
            if (value == null || result == null) {
                return leave;
            }
            return new Stmt.Block(List.of(new Stmt.Assign(result, rewrite(value), stmt.span()), leave), stmt.span());
        }
    }
}
