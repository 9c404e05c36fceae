package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Groups a flat list of operands and binary operators by precedence, all of them to the left, without recursion:
 * {@code a + b * c - d} becomes {@code (a + (b * c)) - d}.
 */
final class OperatorGrouping {
    /** An expression with the extent of its text, parentheses included. */
    record Operand(JavaExpr expr, int start, int end) {}

    private record Operator(JavaBinaryOp op, Span span) {}

    private final SourceFile file;
    private final Deque<Operand> operands = new ArrayDeque<>();
    private final Deque<Operator> operators = new ArrayDeque<>();

    OperatorGrouping(SourceFile file, Operand first) {
        this.file = file;
        operands.push(first);
    }

    void add(JavaBinaryOp op, Span opSpan, Operand right) {
        reduce(precedence(op));
        operators.push(new Operator(op, opSpan));
        operands.push(right);
    }

    /** Takes {@code instanceof} and its type. */
    void addInstanceTest(int end) {
        reduce(precedence(JavaBinaryOp.LESS));
        Operand left = operands.pop();
        Span span = new Span(file, left.start(), end);
        operands.push(new Operand(new JavaExpr.Unsupported("an instanceof expression", span), left.start(), end));
    }

    Operand result() {
        reduce(0);
        return operands.pop();
    }

    private void reduce(int precedence) {
        while (!operators.isEmpty() && precedence(operators.element().op()) >= precedence) {
            Operator operator = operators.pop();
            Operand right = operands.pop();
            Operand left = operands.pop();
            Span span = new Span(file, left.start(), right.end());
            JavaExpr expr = new JavaExpr.Binary(operator.op(), left.expr(), right.expr(), operator.span(), span);
            operands.push(new Operand(expr, left.start(), right.end()));
        }
    }

    private static int precedence(JavaBinaryOp op) {
        return switch (op) {
            case MULTIPLY, DIVIDE, REMAINDER -> 10;
            case ADD, SUBTRACT -> 9;
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> 8;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 7;
            case EQUAL, NOT_EQUAL -> 6;
            case BIT_AND -> 5;
            case BIT_XOR -> 4;
            case BIT_OR -> 3;
            case AND -> 2;
            case OR -> 1;
        };
    }
}
