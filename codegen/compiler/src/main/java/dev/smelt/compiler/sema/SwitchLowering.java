package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.SwitchCase;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lowers {@code switch}, both kinds of it, as a statement and as a value. */
final class SwitchLowering {
    private final MethodContext context;
    /** The switch expressions around the statement that is being lowered, innermost first. */
    private final Deque<Yields> open = new ArrayDeque<>();

    SwitchLowering(MethodContext context) {
        this.context = context;
    }

    /**
     * What the {@code yield}s of one switch expression gave. The type of the whole is known only behind the last of them
     * (JLS 15.28.1), so that each first assigns a variable of its own, which is replaced then.
     */
    private static final class Yields {
        final Label label;
        /** What each value is; of constants with their value. */
        final Map<Variable, Optional<Object>> constants = new LinkedHashMap<>();
        /** The type to which each value is assigned, or {@link Types#NO_VALUE} if the values decide. */
        final Type wanted;

        boolean erroneous;

        Yields(Label label, Type wanted) {
            this.label = label;
            this.wanted = wanted;
        }
    }

    void lower(JavaStmt.Switch stmt, List<String> labels) {
        Label label = context.statements.enterSwitch(labels);
        lowerCases(label, stmt.selector(), stmt.cases(), stmt.span()).ifPresent(context.code::emit);
        context.statements.leaveTarget();
    }

    /**
     * Lowers a switch that has a value.
     *
     * @param wanted the type of what it is assigned to, which each of its values must fit by itself (JLS 15.28.1); {@link
     *     Types#NO_VALUE} where it stands within another expression
     */
    Expr lower(JavaExpr.Switch expr, Type wanted) {
        if (expr.cases().stream().noneMatch(SwitchCase::isDefault)) {
            context.report(
                    Code.SWITCH_WITHOUT_DEFAULT,
                    expr.span(),
                    "this switch has no value for other numbers",
                    "add: default -> ...");
        }
        Label label = context.statements.enterSwitch(List.of());
        Yields yields = new Yields(label, wanted);
        open.push(yields);
        Optional<Stmt> lowered = lowerCases(label, expr.selector(), expr.cases(), expr.span());
        open.pop();
        context.statements.leaveTarget();
        Type type = yields.erroneous ? Types.ERRONEOUS : typeOf(yields);
        boolean hasNoType = Conversions.isErroneous(type) || type instanceof Type.NoValue;
        if (lowered.isEmpty() || hasNoType) {
            return context.erroneous(expr.span());
        }
        Variable result = context.unassigned("chosen", type, expr.span());
        context.code.emit(assigning(result, yields).rewrite(lowered.get()));
        return new Expr.Read(result, expr.span());
    }

    /** Replaces the variables that the yields assigned by the one of the whole. */
    private static Rewriter assigning(Variable result, Yields yields) {
        return new Rewriter() {
            @Override
            public Stmt visitAssign(Stmt.Assign stmt) {
                if (!yields.constants.containsKey(stmt.variable())) {
                    return super.visitAssign(stmt);
                }
                Expr value = result.type() instanceof Scalar scalar
                        ? Conversions.convert(stmt.value(), scalar)
                        : stmt.value();
                return new Stmt.Assign(result, value, stmt.span());
            }
        };
    }

    /** Lowers {@code yield value}. */
    void lower(JavaStmt.Yield stmt) {
        Yields yields = open.peek();
        if (yields == null) {
            return; // the rules of flow have said that no switch expression is around it
        }
        Optional<Object> constant = context.constants.valueOf(stmt.value());
        Expr value = context.expressions.lowerFor(stmt.value(), yields.wanted);
        if (!(yields.wanted instanceof Type.NoValue)) {
            value = context.assignable(value, constant, yields.wanted, "what this value is for");
        }
        checkType(yields, value);
        Variable own = context.module.newVariable("chosen", value.type());
        yields.constants.put(own, constant);
        context.code.emit(new Stmt.Assign(own, value, stmt.span()));
        context.code.emit(new Stmt.Break(yields.label, stmt.span()));
    }

    private void checkType(Yields yields, Expr value) {
        Type type = value.type();
        yields.erroneous |= Conversions.isErroneous(type);
        Optional<Type> before = yields.constants.keySet().stream().findFirst().map(Variable::type);
        if (yields.erroneous || before.isEmpty() || before.get().equals(type) || bothNumbers(before.get(), type)) {
            return;
        }
        context.report(
                Code.TYPE_MISMATCH,
                value.span(),
                "this value is " + type.javaName() + ", and others of the switch are "
                        + before.get().javaName(),
                "give all of them the same type");
        yields.erroneous = true;
    }

    private static boolean bothNumbers(Type a, Type b) {
        return a instanceof Scalar s && b instanceof Scalar t && s.isNumeric() && t.isNumeric();
    }

    /** The type of a switch that stands alone (JLS 15.28.1). */
    private static Type typeOf(Yields yields) {
        Set<Type> types = yields.constants.keySet().stream().map(Variable::type).collect(Collectors.toSet());
        if (types.isEmpty()) {
            return Types.NO_VALUE;
        }
        if (types.size() == 1) {
            return types.iterator().next();
        }
        for (Scalar wide : List.of(Scalar.FLOAT, Scalar.LONG)) {
            if (types.contains(wide)) {
                return wide;
            }
        }
        for (Scalar small : List.of(Scalar.SHORT, Scalar.BYTE)) {
            boolean allFit = yields.constants.entrySet().stream()
                    .allMatch(value -> Conversions.isAssignable(value.getKey().type(), small)
                            || value.getValue()
                                    .filter(c -> Conversions.fits(c, small))
                                    .isPresent());
            if (types.contains(small) && allFit) {
                return small;
            }
        }
        return Scalar.INT;
    }

    /** The switch with its groups; empty if the selector was wrong. What it needs before is emitted. */
    private Optional<Stmt> lowerCases(Label label, JavaExpr selectorExpr, List<SwitchCase> cases, Span span) {
        Expr selector = context.expressions.lower(selectorExpr);
        boolean isInt = selector.type() instanceof Scalar scalar && Conversions.isAssignable(scalar, Scalar.INT);
        if (!isInt && !Conversions.isErroneous(selector.type())) {
            context.report(
                    Code.SWITCH_SELECTOR,
                    selectorExpr.span(),
                    "a switch cannot choose by " + selector.type().javaName(),
                    "switch on an int, short or byte, or use if");
        }
        List<Stmt.Switch.Group> groups = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        context.scope.enter(); // what a group declares is in sight in the ones after it
        List<Stmt> declared = new ArrayList<>();
        for (SwitchCase switchCase : cases) {
            groups.add(lowerCase(label, switchCase, seen, selector.type(), declared));
        }
        context.scope.leave();
        declared.forEach(context.code::emit);
        return isInt
                ? Optional.of(new Stmt.Switch(label, Conversions.convert(selector, Scalar.INT), groups, span))
                : Optional.empty();
    }

    private Stmt.Switch.Group lowerCase(
            Label label, SwitchCase switchCase, Set<Object> seen, Type selector, List<Stmt> declared) {
        List<Integer> labels = new ArrayList<>();
        for (JavaExpr expr : switchCase.labels()) {
            caseLabel(expr, selector).ifPresent(value -> {
                if (seen.add(value)) {
                    labels.add(value);
                } else {
                    context.report(
                            Code.DUPLICATE_CASE,
                            expr.span(),
                            "the case " + value + " stands in this switch before",
                            "remove one of them");
                }
            });
        }
        if (switchCase.isDefault() && !seen.add("default")) {
            context.report(
                    Code.DUPLICATE_CASE, switchCase.span(), "this switch has a default before", "remove one of them");
        }
        Stmt.Block body = context.code.captureBlock(switchCase.span(), () -> {
            if (switchCase.arrow()) {
                switchCase.body().forEach(context.statements::lowerScoped);
                if (!context.code.endsWithJump()) {
                    context.code.emit(new Stmt.Break(label, switchCase.span()));
                }
            } else {
                switchCase.body().forEach(context.statements::lower);
            }
        });
        return new Stmt.Switch.Group(
                labels, switchCase.isDefault(), switchCase.arrow() ? body : hoisted(body, declared));
    }

    /**
     * A local that a group of the old kind declares can be used in the groups after it: it is declared before the switch
     * and assigned in its place.
     */
    private static Stmt.Block hoisted(Stmt.Block body, List<Stmt> declared) {
        List<Stmt> statements = new ArrayList<>();
        for (Stmt stmt : body.statements()) {
            if (stmt instanceof Stmt.Declare declare) {
                declared.add(new Stmt.Declare(declare.variable(), null, declare.span()));
                Expr value = declare.value();
                if (value != null) {
                    statements.add(new Stmt.Assign(declare.variable(), value, declare.span()));
                }
            } else {
                statements.add(stmt);
            }
        }
        return new Stmt.Block(statements, body.span());
    }

    private Optional<Integer> caseLabel(JavaExpr expr, Type selector) {
        boolean isNothingInKernels = expr instanceof JavaExpr.Unsupported
                || (expr instanceof JavaExpr.Literal literal && literal.kind() == JavaExpr.Literal.Kind.NULL)
                || (expr instanceof JavaExpr.Literal text && text.kind() == JavaExpr.Literal.Kind.STRING);
        if (isNothingInKernels) {
            context.expressions.lower(expr);
            return Optional.empty();
        }
        Optional<Integer> value = context.constants
                .valueOf(expr)
                .filter(v -> v instanceof Integer || v instanceof Short || v instanceof Byte)
                .map(v -> ((Number) v).intValue());
        // What a selector of another type could be was said there.
        boolean anyInt = selector != Scalar.SHORT && selector != Scalar.BYTE;
        if (value.isPresent() && (anyInt || Conversions.fits(value.get(), selector))) {
            return value;
        }
        context.report(
                Code.CASE_NOT_CONSTANT,
                expr.span(),
                value.isPresent()
                        ? "the case " + value.get() + " is out of the range of " + selector.javaName()
                        : "a case must be an int constant",
                "write a number or a static final constant that the selector can have");
        return Optional.empty();
    }
}
