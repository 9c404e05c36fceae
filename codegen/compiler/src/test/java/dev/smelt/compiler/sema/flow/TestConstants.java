package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.Expr;
import dev.smelt.compiler.ast.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constant expressions of ints and booleans, as far as tests need them. Constant variables are known by their names
 * alone: a name that is declared twice in a method is none.
 */
final class TestConstants implements ConstantConditions {
    private final Map<String, Object> variables = new HashMap<>();

    private TestConstants() {}

    static TestConstants of(Stmt.Block body) {
        TestConstants constants = new TestConstants();
        constants.new Collector().walk(body);
        return constants;
    }

    private final class Collector extends AstWalker {
        private final Set<String> seen = new HashSet<>();

        @Override
        public Void visitLocal(Stmt.Local stmt) {
            for (Stmt.Local.Declarator declarator : stmt.declarators()) {
                Object value = stmt.modifiers().has("final") && declarator.initializer() != null
                        ? value(declarator.initializer())
                        : null;
                if (!seen.add(declarator.name())) {
                    variables.remove(declarator.name());
                } else if (value != null) {
                    variables.put(declarator.name(), value);
                }
            }
            return super.visitLocal(stmt);
        }
    }

    @Override
    public Optional<Boolean> valueOf(Expr condition) {
        return Optional.ofNullable(value(condition) instanceof Boolean value ? value : null);
    }

    private @Nullable Object value(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return switch (literal.kind()) {
                case INT -> Integer.valueOf(literal.text());
                case BOOLEAN -> Boolean.valueOf(literal.text());
                default -> null;
            };
        }
        if (expr instanceof Expr.Name name) {
            return variables.get(name.identifier());
        }
        if (expr instanceof Expr.Cast cast) {
            return value(cast.operand());
        }
        if (expr instanceof Expr.Unary unary) {
            Object value = value(unary.operand());
            return value instanceof Boolean b ? (Object) !b : value instanceof Integer i ? (Object) (-i) : null;
        }
        if (expr instanceof Expr.Conditional c) {
            Object then = value(c.then());
            Object otherwise = value(c.otherwise());
            boolean known = value(c.condition()) instanceof Boolean && then != null && otherwise != null;
            return known ? (Boolean.TRUE.equals(value(c.condition())) ? then : otherwise) : null;
        }
        return expr instanceof Expr.Binary binary ? binary(binary) : null;
    }

    private @Nullable Object binary(Expr.Binary expr) {
        Object left = value(expr.left());
        Object right = value(expr.right());
        if (left instanceof Integer a && right instanceof Integer b) {
            return switch (expr.op()) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case LESS -> a < b;
                case LESS_OR_EQUAL -> a <= b;
                case GREATER -> a > b;
                case GREATER_OR_EQUAL -> a >= b;
                case EQUAL -> a.equals(b);
                case NOT_EQUAL -> !a.equals(b);
                default -> null;
            };
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return switch (expr.op()) {
                case AND, BIT_AND -> a && b;
                case OR, BIT_OR -> a || b;
                case EQUAL -> a.equals(b);
                case BIT_XOR, NOT_EQUAL -> !a.equals(b);
                default -> null;
            };
        }
        return null;
    }
}
