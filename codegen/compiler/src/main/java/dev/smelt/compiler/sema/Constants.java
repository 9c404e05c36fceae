package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaUnaryOp;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.sema.TypeNames.Resolved;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.JavaParser;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of constant expressions (JLS 15.29), {@code double} ones among them: {@code (float) (2 * Math.PI)} is
 * computed here and never on the GPU. Whatever is no constant, or wrong, is empty; nothing is reported.
 */
final class Constants {
    private final TypeNames typeNames;
    private final Fields fields;
    private final Map<FieldDecl, Optional<Object>> fieldValues = new HashMap<>();

    Constants(TypeNames typeNames, Fields fields) {
        this.typeNames = typeNames;
        this.fields = fields;
    }

    /** The value of a field that is a constant variable. */
    Optional<Object> valueOf(Fields.Found found) {
        if (found instanceof Fields.Found.Known known) {
            try {
                Object value = known.field().get(null);
                return value instanceof Character ? Optional.empty() : Optional.ofNullable(value);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        Fields.Found.User user = (Fields.Found.User) found;
        FieldDecl field = user.field();
        Span initializer = field.initializer();
        if (initializer == null
                || !user.owner().isConstant(field)
                || field.type().dimensions() > 0) {
            return Optional.empty();
        }
        Optional<Object> known = fieldValues.get(field);
        if (known == null) {
            fieldValues.put(field, Optional.empty()); // what a field that needs itself finds
            Evaluator evaluator = in(user.owner(), Scope.empty());
            known = JavaParser.parseExpression(initializer, new Diagnostics())
                    .flatMap(evaluator::valueOf)
                    .flatMap(v -> ConstantMath.cast(v, field.type().name()));
            fieldValues.put(field, known);
        }
        return known;
    }

    /** Constants as they are seen at one place. */
    Evaluator in(TypeSymbol place, Scope scope) {
        return new Evaluator(place, scope);
    }

    /** Evaluates the expressions of one method or field. */
    final class Evaluator implements JavaExpr.Visitor<Optional<Object>> {
        private final TypeSymbol place;
        private final Scope scope;
        /** Each expression is asked about again by the ones around it; without this a long sum would be quadratic. */
        private final IdentityHashMap<JavaExpr, Optional<Object>> known = new IdentityHashMap<>();

        private Evaluator(TypeSymbol place, Scope scope) {
            this.place = place;
            this.scope = scope;
        }

        Optional<Object> valueOf(JavaExpr expr) {
            Optional<Object> value = known.get(expr);
            if (value == null) {
                value = expr.accept(this);
                known.put(expr, value);
            }
            return value;
        }

        @Override
        public Optional<Object> visitLiteral(JavaExpr.Literal expr) {
            return Literals.valueOf(expr, false);
        }

        @Override
        public Optional<Object> visitName(JavaExpr.Name expr) {
            Optional<Scope.Local> local = scope.find(expr.identifier());
            if (local.isPresent()) {
                return local.get().constant();
            }
            return fields.resolve(expr.identifier(), place).flatMap(Constants.this::valueOf);
        }

        @Override
        public Optional<Object> visitSelect(JavaExpr.Select expr) {
            return typeNamed(expr.target())
                    .flatMap(type -> fields.member(type, expr.name()))
                    .flatMap(Constants.this::valueOf);
        }

        /** The type that an expression names, if it is a name and no variable hides it. */
        Optional<Resolved> typeNamed(JavaExpr expr) {
            Optional<String> name = dottedName(expr);
            return name.filter(n -> !isVariable(n.contains(".") ? n.substring(0, n.indexOf('.')) : n))
                    .flatMap(n -> typeNames.resolve(n, place));
        }

        private boolean isVariable(String name) {
            return scope.find(name).isPresent() || fields.resolve(name, place).isPresent();
        }

        private static Optional<String> dottedName(JavaExpr expr) {
            if (expr instanceof JavaExpr.Name name) {
                return Optional.of(name.identifier());
            }
            return expr instanceof JavaExpr.Select select
                    ? dottedName(select.target()).map(target -> target + "." + select.name())
                    : Optional.empty();
        }

        @Override
        public Optional<Object> visitUnary(JavaExpr.Unary expr) {
            if (expr.op() == JavaUnaryOp.NEGATE && expr.operand() instanceof JavaExpr.Literal literal) {
                return Literals.valueOf(literal, true);
            }
            return valueOf(expr.operand()).flatMap(value -> ConstantMath.unary(expr.op(), value));
        }

        @Override
        public Optional<Object> visitBinary(JavaExpr.Binary expr) {
            Optional<Object> left = valueOf(expr.left());
            Optional<Object> right = left.isPresent() ? valueOf(expr.right()) : Optional.empty();
            return right.flatMap(r -> ConstantMath.binary(expr.op(), left.get(), r));
        }

        @Override
        public Optional<Object> visitConditional(JavaExpr.Conditional expr) {
            Optional<Object> condition = valueOf(expr.condition());
            Optional<Object> then = valueOf(expr.then());
            Optional<Object> otherwise = valueOf(expr.otherwise());
            boolean sameType = then.isPresent()
                    && otherwise.isPresent()
                    && then.get().getClass() == otherwise.get().getClass();
            if (!sameType || !(condition.orElse(null) instanceof Boolean chosen)) {
                return Optional.empty();
            }
            return chosen ? then : otherwise;
        }

        @Override
        public Optional<Object> visitCast(JavaExpr.Cast expr) {
            return expr.type().dimensions() > 0
                    ? Optional.empty()
                    : valueOf(expr.operand())
                            .flatMap(v -> ConstantMath.cast(v, expr.type().name()));
        }

        @Override
        public Optional<Object> visitCall(JavaExpr.Call expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitIndex(JavaExpr.Index expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitNew(JavaExpr.New expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitNewArray(JavaExpr.NewArray expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitArrayInit(JavaExpr.ArrayInit expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitIncrement(JavaExpr.Increment expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitAssign(JavaExpr.Assign expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitSwitch(JavaExpr.Switch expr) {
            return Optional.empty();
        }

        @Override
        public Optional<Object> visitUnsupported(JavaExpr.Unsupported expr) {
            return Optional.empty();
        }
    }
}
