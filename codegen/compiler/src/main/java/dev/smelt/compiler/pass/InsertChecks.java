package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.ArraySpaces;
import dev.smelt.compiler.ir.Assertions;
import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.source.Span;
import dev.smelt.dsl.checks.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks each index, each divisor of integers and each assertion, for checked mode. A check is a function that gives back
 * what it was given, and so can stand in any expression, evaluated only where Java would. One that fails throws on the
 * JVM; in MSL it is recorded, and gives back what does no harm, so that no thread misses a barrier.
 *
 * <p>Precondition: none. Guarantee: each access to an array is by a checked index; each division of integers has a
 * checked divisor or a constant one that isn't zero; no {@link Assertions} are left but their checked tests.
 *
 * <pre>{@code
 * before: y[i] = a / x[i];
 * after:  y[index(1, i, y.length)] = a / divisor(2, x[index(3, i, x.length)]);
 * }</pre>
 */
public final class InsertChecks implements Pass {
    private static final Set<Class<?>> JDK = Set.of(Math.class, Integer.class, Long.class);
    private static final Set<String> JDK_DIVISIONS =
            Set.of("floorDiv", "floorMod", "divideUnsigned", "remainderUnsigned");

    private final Map<CheckSite, Integer> sites = new LinkedHashMap<>();

    @Override
    public KernelModule run(KernelModule module) {
        return Bodies.map(module, new Inserter()::rewriteBlock);
    }

    /** The sites of all checks that were inserted; the first has the number 1. */
    public List<CheckSite> sites() {
        return List.copyOf(sites.keySet());
    }

    /** Whether evaluating it may fail a check. */
    static boolean isChecked(Expr expr) {
        boolean[] found = {false};
        new Walker() {
            @Override
            public Void visitBuiltinCall(Expr.BuiltinCall call) {
                found[0] |= call.builtin().owner() == Checks.class;
                return super.visitBuiltinCall(call);
            }
        }.walk(expr);
        return found[0];
    }

    private Expr site(CheckSite.Kind kind, String what, Span span) {
        int number = sites.computeIfAbsent(CheckSite.at(span, kind, what), key -> sites.size() + 1);
        return new Expr.Constant(Type.Scalar.INT, number, span);
    }

    private Expr index(Expr array, Expr index, Span span) {
        String names = ArraySpaces.variablesIn(array).stream()
                .map(Variable::name)
                .distinct()
                .collect(Collectors.joining(" or "));
        Builtin check = Builtin.pure(
                Builtin.Form.STATIC,
                Checks.class,
                "index",
                List.of(Type.Scalar.INT, Type.Scalar.INT, Type.Scalar.INT),
                Type.Scalar.INT,
                "smelt_check_index");
        Expr site = site(CheckSite.Kind.INDEX_OUT_OF_BOUNDS, names, span);
        return new Expr.BuiltinCall(check, List.of(site, index, new Expr.Length(array, index.span())), index.span());
    }

    private Expr divisor(Expr divisor, Span span) {
        if (isNonZeroConstant(divisor)) {
            return divisor;
        }
        Builtin check = Builtin.pure(
                Builtin.Form.STATIC,
                Checks.class,
                "divisor",
                List.of(Type.Scalar.INT, divisor.type()),
                divisor.type(),
                "smelt_check_divisor");
        Expr site = site(CheckSite.Kind.DIVISION_BY_ZERO, "", span);
        return new Expr.BuiltinCall(check, List.of(site, divisor), divisor.span());
    }

    private static boolean isNonZeroConstant(Expr divisor) {
        Expr value = divisor;
        while (value instanceof Expr.Convert convert && convert.operand().type() != Type.Scalar.FLOAT) {
            value = convert.operand();
        }
        return value instanceof Expr.Constant constant
                && constant.value() instanceof Number number
                && number.longValue() != 0;
    }

    /** Whether the second argument is a divisor of integers. */
    private static boolean divides(Builtin builtin) {
        return JDK.contains(builtin.owner())
                ? JDK_DIVISIONS.contains(builtin.name())
                : builtin.name().equals("div")
                        && builtin.result() instanceof Type.Vector vector
                        && vector.element() == Type.Scalar.INT;
    }

    private final class Inserter extends Rewriter {
        @Override
        public Expr visitLoad(Expr.Load expr) {
            Expr array = rewrite(expr.array());
            return new Expr.Load(array, index(array, rewrite(expr.index()), expr.span()), expr.span());
        }

        @Override
        public Expr visitBinary(Expr.Binary expr) {
            boolean divides = (expr.op() == BinaryOp.DIVIDE || expr.op() == BinaryOp.REMAINDER)
                    && expr.type() != Type.Scalar.FLOAT;
            if (!divides) {
                return super.visitBinary(expr);
            }
            Expr left = rewrite(expr.left());
            Expr right = divisor(rewrite(expr.right()), expr.span());
            return new Expr.Binary(expr.op(), left, right, expr.type(), expr.exact(), expr.span());
        }

        @Override
        public Expr visitBuiltinCall(Expr.BuiltinCall expr) {
            if (!divides(expr.builtin())) {
                return super.visitBuiltinCall(expr);
            }
            List<Expr> arguments = new ArrayList<>(rewriteExprs(expr.arguments()));
            arguments.set(1, divisor(arguments.get(1), expr.span()));
            return new Expr.BuiltinCall(expr.builtin(), arguments, expr.span());
        }

        @Override
        public Stmt visitStore(Stmt.Store stmt) {
            Expr array = rewrite(stmt.array());
            Expr index = index(array, rewrite(stmt.index()), stmt.span());
            return new Stmt.Store(array, index, rewrite(stmt.value()), stmt.span());
        }

        @Override
        public Stmt visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            if (Assertions.isTest(stmt)) {
                return assertion(stmt);
            }
            Builtin.Effect effect = stmt.builtin().effect();
            if (effect != Builtin.Effect.ATOMIC && effect != Builtin.Effect.ATOMIC_LOAD) {
                return super.visitInvokeBuiltin(stmt);
            }
            List<Expr> arguments = new ArrayList<>(rewriteExprs(stmt.arguments()));
            arguments.set(1, index(arguments.get(0), arguments.get(1), stmt.span()));
            return new Stmt.InvokeBuiltin(stmt.builtin(), arguments, stmt.result(), stmt.span());
        }

        private Stmt assertion(Stmt.InvokeBuiltin stmt) {
            Expr condition = stmt.arguments().get(0);
            String text = condition.span().text().strip().replaceAll("\\s+", " ");
            Builtin test = stmt.builtin();
            Builtin check = new Builtin(
                    test.form(),
                    test.owner(),
                    test.name(),
                    List.of(Type.Scalar.INT, Type.Scalar.BOOLEAN),
                    test.result(),
                    test.spelling(),
                    test.fastSpelling(),
                    test.effect(),
                    false);
            Expr site = site(CheckSite.Kind.ASSERTION, text, stmt.span());
            return new Stmt.InvokeBuiltin(check, List.of(site, rewrite(condition)), null, stmt.span());
        }

        @Override
        public Stmt visitIf(Stmt.If stmt) {
            return Assertions.isStatement(stmt) ? rewrite((Stmt) stmt.then()) : super.visitIf(stmt);
        }
    }
}
