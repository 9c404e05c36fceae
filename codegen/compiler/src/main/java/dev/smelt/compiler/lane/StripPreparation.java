package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a kernel ready whose threads don't work together, but call functions that are best computed for many of them at
 * once ({@link LaneFunctions}): wherever all threads come to a call together, it becomes a statement of its own. So do the
 * loads and stores of buffers at the thread's position, which are copies of whole stretches of memory.
 *
 * <pre>{@code
 * before: y[i] = 1f / (1f + exp(-x[i]));
 * after:  a = load(x, i); e = exp(-a); store(y, i, 1f / (1f + e));
 * }</pre>
 */
final class StripPreparation extends Hoisting {
    /** What loads a buffer's elements at the positions of all lanes. */
    static final String LOAD = "load";

    /** What stores a value for each lane at its position. */
    static final String STORE = "store";

    private final FreshIds ids;
    private final Uniformity uniformity;
    private final Control control;
    private final Set<Variable> positions = new HashSet<>();
    private final Set<Variable> buffers = new HashSet<>();
    private boolean worthwhile;

    private StripPreparation(FreshIds ids, Kernel kernel, Uniformity uniformity, Control control) {
        this.ids = ids;
        this.uniformity = uniformity;
        this.control = control;
        for (KernelParameter.Position position : kernel.positions()) {
            if (position.kind() == Kind.THREAD_POSITION_IN_GRID && position.dimensions() == 1) {
                positions.add(position.variable());
            }
        }
        kernel.buffers().stream()
                .filter(buffer -> buffer.element() == Type.Scalar.FLOAT)
                .forEach(buffer -> buffers.add(buffer.variable()));
    }

    /** The kernel made ready; empty if no call of such a function stands where all threads come together. */
    static Optional<Preparation> of(Kernel kernel, KernelModule module, FreshIds ids) {
        LaneFunctions functions = LaneFunctions.in(module);
        if (!functions.isCalledIn(kernel.body())) {
            return Optional.empty();
        }
        Stmt.Block called = new CallsAsStatements(ids, functions).rewriteBlock(kernel.body());
        Preparation inlined = Preparation.of(kernel.withBody(called), module, ids);
        Stmt.Block body = inlined.kernel().body();
        Uniformity uniformity =
                Uniformity.of(inlined.kernel(), module, Structure.of(body).ofLanes());
        Control control = uniformity.controlIn(body, Level.UNIFORM);
        StripPreparation preparation = new StripPreparation(ids, kernel, uniformity, control);
        Stmt.Block hoisted = preparation.rewriteBlock(body);
        return preparation.worthwhile
                ? Optional.of(new Preparation(inlined.kernel().withBody(hoisted), inlined.functionEnds()))
                : Optional.empty();
    }

    @Override
    boolean isHoisted(Stmt stmt) {
        return control.at(stmt) == Level.UNIFORM;
    }

    @Override
    public Expr visitBuiltinCall(Expr.BuiltinCall expr) {
        if (!LaneFunctions.contains(expr.builtin()) || uniformity.of(expr) == Level.UNIFORM) {
            return super.visitBuiltinCall(expr);
        }
        worthwhile = true;
        return together(expr.builtin(), rewriteExprs(expr.arguments()), expr);
    }

    private Expr together(Builtin builtin, List<Expr> arguments, Expr from) {
        Variable value = ids.variable(builtin.name(), builtin.result());
        Expr.Read read = declared(value, null, from);
        put(new Stmt.InvokeBuiltin(builtin, arguments, value, from.span()));
        return read;
    }

    private boolean isStretch(Expr array, Expr index) {
        return array instanceof Expr.Read buffer
                && index instanceof Expr.Read position
                && buffers.contains(buffer.variable())
                && positions.contains(position.variable());
    }

    @Override
    public Expr visitLoad(Expr.Load expr) {
        if (!isStretch(expr.array(), expr.index())) {
            return super.visitLoad(expr);
        }
        List<Type> types = List.of(expr.array().type(), Type.Scalar.INT);
        Builtin load = Builtin.pure(Builtin.Form.STATIC, LaneStep.class, LOAD, types, expr.type(), LOAD);
        return together(load, List.of(expr.array(), expr.index()), expr);
    }

    @Override
    Stmt finish(Stmt stmt) {
        if (!(stmt instanceof Stmt.Store store) || !isStretch(store.array(), store.index())) {
            return stmt;
        }
        List<Type> types =
                List.of(store.array().type(), Type.Scalar.INT, store.value().type());
        Builtin builtin = Builtin.pure(Builtin.Form.STATIC, LaneStep.class, STORE, types, new Type.NoValue(), STORE);
        return new Stmt.InvokeBuiltin(builtin, List.of(store.array(), store.index(), store.value()), null, stmt.span());
    }

    /** Has the functions of the user's that call such functions called in statements, so that they can be inlined. */
    private static final class CallsAsStatements extends Hoisting {
        private final FreshIds ids;
        private final LaneFunctions functions;

        CallsAsStatements(FreshIds ids, LaneFunctions functions) {
            this.ids = ids;
            this.functions = functions;
        }

        @Override
        boolean isHoisted(Stmt stmt) {
            return true;
        }

        @Override
        public Expr visitCall(Expr.Call expr) {
            List<Expr> arguments = rewriteExprs(expr.arguments());
            if (!functions.isCalledBy(expr.function())) {
                return new Expr.Call(expr.function(), arguments, expr.type(), expr.span());
            }
            Variable value = ids.variable("value", expr.type());
            Expr.Read read = declared(value, null, expr);
            put(new Stmt.Invoke(expr.function(), arguments, value, expr.span()));
            return read;
        }
    }
}
