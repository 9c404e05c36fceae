package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
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

    static TestConstants of(JavaStmt.Block body) {
        TestConstants constants = new TestConstants();
        constants.new Collector().walk(body);
        return constants;
    }

    private final class Collector extends JavaWalker {
        private final Set<String> seen = new HashSet<>();

        @Override
        public Void visitLocal(JavaStmt.Local stmt) {
            for (JavaStmt.Local.Declarator declarator : stmt.declarators()) {
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
    public Optional<Boolean> valueOf(JavaExpr condition) {
        return Optional.ofNullable(value(condition) instanceof Boolean value ? value : null);
    }

    private @Nullable Object value(JavaExpr expr) {
        if (expr instanceof JavaExpr.Literal literal) {
            return switch (literal.kind()) {
                case INT -> Integer.valueOf(literal.text());
                case BOOLEAN -> Boolean.valueOf(literal.text());
                default -> null;
            };
        }
        if (expr instanceof JavaExpr.Name name) {
            return variables.get(name.identifier());
        }
        if (expr instanceof JavaExpr.Cast cast) {
            return value(cast.operand());
        }
        if (expr instanceof JavaExpr.Unary unary) {
            Object value = value(unary.operand());
            return value instanceof Boolean b ? (Object) !b : value instanceof Integer i ? (Object) (-i) : null;
        }
        if (expr instanceof JavaExpr.Conditional c) {
            Object then = value(c.then());
            Object otherwise = value(c.otherwise());
            boolean known = value(c.condition()) instanceof Boolean && then != null && otherwise != null;
            return known ? (Boolean.TRUE.equals(value(c.condition())) ? then : otherwise) : null;
        }
        return expr instanceof JavaExpr.Binary binary ? binary(binary) : null;
    }

    private @Nullable Object binary(JavaExpr.Binary expr) {
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
