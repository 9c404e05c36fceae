package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.BinaryOp;

/** How tightly C++'s operators bind, from loosest to tightest. */
enum Precedence {
    CONDITIONAL,
    LOGICAL_OR,
    LOGICAL_AND,
    BIT_OR,
    BIT_XOR,
    BIT_AND,
    EQUALITY,
    RELATIONAL,
    SHIFT,
    ADDITIVE,
    MULTIPLICATIVE,
    UNARY,
    PRIMARY;

    static Precedence of(BinaryOp op) {
        return switch (op) {
            case ADD, SUBTRACT -> ADDITIVE;
            case MULTIPLY, DIVIDE, REMAINDER -> MULTIPLICATIVE;
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> SHIFT;
            case BIT_AND -> BIT_AND;
            case BIT_XOR -> BIT_XOR;
            case BIT_OR -> BIT_OR;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RELATIONAL;
            case EQUAL, NOT_EQUAL -> EQUALITY;
        };
    }

    /** Whether {@code a op b op c} is written without parentheses. */
    boolean chains() {
        return this != EQUALITY && this != RELATIONAL && this != SHIFT;
    }

    /**
     * How tightly an operand must bind to stand without parentheses, unless it is the left one of a chain. Tighter than
     * the grammar asks where clang would warn: {@code a && b || c}, {@code a & b | c}, {@code a << b + c}.
     */
    Precedence leastOperand() {
        return switch (this) {
            case LOGICAL_OR, LOGICAL_AND -> EQUALITY;
            case BIT_OR, BIT_XOR, BIT_AND, SHIFT -> UNARY;
            case EQUALITY, RELATIONAL -> ADDITIVE;
            case ADDITIVE -> MULTIPLICATIVE;
            case CONDITIONAL, MULTIPLICATIVE, UNARY, PRIMARY -> UNARY;
        };
    }
}
