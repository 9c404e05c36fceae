package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a kernel ready for loops over lanes that HotSpot turns into SIMD. What is best done for many threads at once becomes
 * a statement of its own wherever all threads come to it together:
 *
 * <ul>
 *   <li>functions that take long one by one ({@link LaneFunctions});
 *   <li>loads and stores of floats by indices that walk through memory with the threads of a row ({@link RowIndex}), which
 *       are copies of whole stretches;
 *   <li>in loops that are kept outside ({@link StraightLoops}), loads of an element that is the same for all threads.
 * </ul>
 *
 * <pre>{@code
 * before: y[i] = 1f / (1f + exp(-x[i]));
 * after:  a = load(x, i); e = exp(-a); store(y, i, 1f / (1f + e));
 * }</pre>
 */
final class StripPreparation extends Hoisting {
    /** What loads a buffer's elements at the positions of all lanes. */
    static final String LOAD = "load";

    /** What loads the same element for all lanes of a row. */
    static final String SPREAD = "spread";

    /** What loads an element that is the same for all lanes. */
    static final String ONCE = "once";

    /** What stores a value for each lane at its position. */
    static final String STORE = "store";

    private final FreshIds ids;
    private final Uniformity uniformity;
    private final Control control;
    private final RowIndex rows;
    private final Set<Variable> buffers;
    private final Set<Variable> unchanging;
    private final Set<Label> outside;
    private final Deque<Label> loops = new ArrayDeque<>();
    /** Whether threads may have returned, all of them even: then an element may not be there to be loaded. */
    private final boolean returns;

    private boolean worthwhile;

    private StripPreparation(
            FreshIds ids,
            Uniformity uniformity,
            Control control,
            RowIndex rows,
            Set<Variable> buffers,
            Set<Variable> unchanging,
            Set<Label> outside,
            boolean returns) {
        this.returns = returns;
        this.ids = ids;
        this.uniformity = uniformity;
        this.control = control;
        this.rows = rows;
        this.buffers = buffers;
        this.unchanging = unchanging;
        this.outside = outside;
    }

    /** A kernel that must be a lane program, made ready. */
    static Preparation ofNeeded(Kernel kernel, KernelModule module, FreshIds ids) {
        return prepare(kernel, module, ids, true)
                .orElseThrow(() -> new AssertionError(kernel.span() + ": not made ready"));
    }

    /** A kernel that need not be one, made ready; empty if it gains nothing. */
    static Optional<Preparation> ofOther(Kernel kernel, KernelModule module, FreshIds ids) {
        return prepare(kernel, module, ids, false);
    }

    private static Optional<Preparation> prepare(Kernel kernel, KernelModule module, FreshIds ids, boolean needed) {
        LaneFunctions functions = LaneFunctions.in(module);
        Stmt.Block called = functions.isCalledIn(kernel.body())
                ? new CallsAsStatements(ids, functions).rewriteBlock(kernel.body())
                : kernel.body();
        Preparation inlined = Preparation.of(kernel.withBody(called), module, ids);
        Set<Variable> unchanging = kernel.buffers().stream()
                .filter(buffer -> buffer.access() == KernelParameter.Access.READ)
                .map(KernelParameter.Buffer::variable)
                .collect(Collectors.toSet());
        Stmt.Block body = ElementsAsVariables.in(
                inlined.kernel().body(),
                ids,
                written -> Uniformity.of(
                                inlined.kernel().withBody(written),
                                module,
                                Structure.of(written).ofLanes(),
                                unchanging)
                        .controlIn(written, Level.UNIFORM));
        Kernel prepared = inlined.kernel().withBody(body);
        Structure structure = Structure.of(body);
        Uniformity uniformity = Uniformity.of(prepared, module, structure.ofLanes(), unchanging);
        Control control = uniformity.controlIn(body, Level.UNIFORM);
        Set<Variable> buffers = floats(kernel);
        RowIndex rows = new RowIndex(prepared, uniformity);
        Set<Label> straight = StraightLoops.in(body, uniformity, control, rows, buffers, unchanging);
        Set<Label> walks = RowWalks.in(body, uniformity, control, rows);
        Set<Label> outside = new HashSet<>(straight);
        outside.addAll(walks);
        outside.addAll(new TogetherLoops(functions).in(body));
        StripPreparation preparation = new StripPreparation(
                ids,
                uniformity,
                control,
                rows,
                buffers,
                unchanging,
                outside,
                !structure.returns().isEmpty() || !inlined.functionEnds().isEmpty());
        preparation.worthwhile = needed
                || !straight.isEmpty()
                || !walks.isEmpty()
                || AdvanceBuilder.isFoundIn(body, ids, uniformity, control);
        Stmt.Block hoisted = preparation.rewriteBlock(body);
        if (!preparation.worthwhile) {
            return Optional.empty();
        }
        // A kernel that gains nothing else stays as it was written, and needs no second form.
        boolean isOther = !straight.isEmpty() || !walks.isEmpty() || !hoisted.equals(body);
        Stmt.Block shared =
                isOther ? LateVectors.in(CopyPropagation.in(FixedRows.in(SharedRows.in(hoisted), straight))) : hoisted;
        Unrolling.Result unrolled = Unrolling.of(shared, straight, walks, ids);
        return Optional.of(new Preparation(
                prepared.withBody(unrolled.body()), inlined.functionEnds(), unrolled.outside(), unchanging, true));
    }

    private static Set<Variable> floats(Kernel kernel) {
        Set<Variable> floats = new HashSet<>();
        kernel.buffers().stream()
                .filter(buffer -> buffer.element() == Type.Scalar.FLOAT)
                .forEach(buffer -> floats.add(buffer.variable()));
        kernel.threadgroups().stream()
                .filter(memory -> memory.element() == Type.Scalar.FLOAT)
                .forEach(memory -> floats.add(memory.variable()));
        return floats;
    }

    @Override
    boolean isHoisted(Stmt stmt) {
        return control.at(stmt) == Level.UNIFORM;
    }

    @Override
    void enterLoop(Label label) {
        loops.push(label);
    }

    @Override
    void leaveLoop() {
        loops.pop();
    }

    /** Whether all loops around the present statement are kept outside. */
    private boolean isOutside() {
        return outside.containsAll(loops);
    }

    @Override
    public Expr visitBuiltinCall(Expr.BuiltinCall expr) {
        if (!LaneFunctions.contains(expr.builtin()) || uniformity.of(expr) == Level.UNIFORM) {
            return super.visitBuiltinCall(expr);
        }
        worthwhile = true;
        return together(expr.builtin(), rewriteExprs(expr.arguments()), expr);
    }

    /** A choice that depends on the thread is made for all of them at once, from both values. */
    @Override
    public Expr visitConditional(Expr.Conditional expr) {
        if (!isOutside() || !StraightLoops.isChoice(expr) || uniformity.of(expr.condition()) == Level.UNIFORM) {
            return super.visitConditional(expr);
        }
        Expr.Binary condition = (Expr.Binary) expr.condition();
        Select select = Select.of(expr, rewrite(condition.left()), rewrite(condition.right()));
        return together(select.builtin(), select.arguments(), expr);
    }

    private Expr together(Builtin builtin, List<Expr> arguments, Expr from) {
        Variable value = ids.variable(builtin.name(), builtin.result());
        Expr.Read read = declared(value, null, from);
        put(new Stmt.InvokeBuiltin(builtin, arguments, value, from.span()));
        return read;
    }

    private Optional<RowIndex.Row> row(Expr array, Expr index) {
        boolean isBuffer = array instanceof Expr.Read buffer && buffers.contains(buffer.variable());
        return isBuffer && isOutside() ? rows.of(index) : Optional.empty();
    }

    @Override
    public Expr visitLoad(Expr.Load expr) {
        if (!loops.isEmpty() && isOutside() && isAlike(expr)) {
            Variable value = ids.variable(LOAD, expr.type());
            rows.share(value);
            return declared(value, super.visitLoad(expr), expr);
        }
        Optional<RowIndex.Row> row = row(expr.array(), expr.index());
        if (row.isEmpty()) {
            return super.visitLoad(expr);
        }
        List<Type> types = List.of(expr.array().type(), Type.Scalar.INT);
        boolean isUniform = row.get().step() == 0 && rows.isUniform(row.get().index());
        String name =
                isUniform && !loops.isEmpty() && !returns ? ONCE : row.get().step() == 0 ? SPREAD : LOAD;
        Builtin load = Builtin.pure(Builtin.Form.STATIC, LaneStep.class, name, types, expr.type(), name);
        return together(load, List.of(expr.array(), row.get().index()), expr);
    }

    private boolean isAlike(Expr.Load expr) {
        return expr.type() instanceof Type.Scalar
                && expr.array() instanceof Expr.Read read
                && unchanging.contains(read.variable())
                && uniformity.of(expr.index()) == Level.UNIFORM;
    }

    @Override
    Stmt finish(Stmt stmt) {
        if (!(stmt instanceof Stmt.Store store)) {
            return stmt;
        }
        Optional<RowIndex.Row> row = row(store.array(), store.index());
        if (row.isEmpty() || row.get().step() == 0) {
            return stmt;
        }
        List<Type> types =
                List.of(store.array().type(), Type.Scalar.INT, store.value().type());
        Builtin builtin = Builtin.pure(Builtin.Form.STATIC, LaneStep.class, STORE, types, new Type.NoValue(), STORE);
        return new Stmt.InvokeBuiltin(
                builtin, List.of(store.array(), row.get().index(), store.value()), null, stmt.span());
    }

    /** Finds the loops in which threads do something together, which are outside anyway. */
    private static final class TogetherLoops extends Walker {
        private final LaneFunctions functions;
        private final Set<Label> found = new HashSet<>();

        TogetherLoops(LaneFunctions functions) {
            this.functions = functions;
        }

        Set<Label> in(Stmt.Block body) {
            visitBlock(body);
            return found;
        }

        private boolean isTogether(Stmt stmt) {
            return functions.isCalledIn(stmt)
                    || !Structure.of(new Stmt.Block(List.of(stmt), stmt.span()))
                            .collectives()
                            .isEmpty();
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            if (isTogether(stmt.body())) {
                found.add(stmt.label());
            }
            return super.visitFor(stmt);
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            if (isTogether(stmt.body())) {
                found.add(stmt.label());
            }
            return super.visitDoWhile(stmt);
        }
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
