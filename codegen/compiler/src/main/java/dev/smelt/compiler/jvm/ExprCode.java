package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.BinaryOp;

/**
 * An expression in Java, with the precedence of its outermost operator, by which the operator around it knows whether
 * parentheses are needed.
 */
record ExprCode(JavaCode code, int precedence) {
    static final int PRIMARY = 15;
    static final int UNARY = 14;
    /** A sign in front: like any other unary operator, but two signs in a row would be another operator. */
    static final int SIGN = 13;

    static final int MULTIPLICATIVE = 12;
    static final int EQUALITY = 8;
    static final int AND = 4;
    static final int OR = 3;
    static final int CONDITIONAL = 2;

    static ExprCode of(int precedence, String format, Object... arguments) {
        return new ExprCode(JavaCode.of(format, arguments), precedence);
    }

    static ExprCode primary(String format, Object... arguments) {
        return of(PRIMARY, format, arguments);
    }

    static int precedence(BinaryOp op) {
        return switch (op) {
            case MULTIPLY, DIVIDE, REMAINDER -> MULTIPLICATIVE;
            case ADD, SUBTRACT -> 11;
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> 10;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 9;
            case EQUAL, NOT_EQUAL -> EQUALITY;
            case BIT_AND -> 7;
            case BIT_XOR -> 6;
            case BIT_OR -> 5;
        };
    }

    /** The code as an operand that must bind at least as tightly as {@code minimum}. */
    JavaCode at(int minimum) {
        return precedence >= minimum ? code : JavaCode.of("($L)", code);
    }
}
