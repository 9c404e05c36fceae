package dev.smelt.compiler.ir;

/** Operators on two operands, both always evaluated. */
public enum BinaryOp {
    ADD("+", Kind.ARITHMETIC),
    SUBTRACT("-", Kind.ARITHMETIC),
    MULTIPLY("*", Kind.ARITHMETIC),
    DIVIDE("/", Kind.ARITHMETIC),
    REMAINDER("%", Kind.ARITHMETIC),
    SHIFT_LEFT("<<", Kind.SHIFT),
    SHIFT_RIGHT(">>", Kind.SHIFT),
    SHIFT_RIGHT_UNSIGNED(">>>", Kind.SHIFT),
    BIT_AND("&", Kind.BITWISE),
    BIT_XOR("^", Kind.BITWISE),
    BIT_OR("|", Kind.BITWISE),
    LESS("<", Kind.COMPARISON),
    LESS_OR_EQUAL("<=", Kind.COMPARISON),
    GREATER(">", Kind.COMPARISON),
    GREATER_OR_EQUAL(">=", Kind.COMPARISON),
    EQUAL("==", Kind.COMPARISON),
    NOT_EQUAL("!=", Kind.COMPARISON);

    /** What the operands and the result are. */
    public enum Kind {
        /** {@code int long float}; both operands and the result alike. */
        ARITHMETIC,
        /** {@code int} or {@code long}, shifted by an {@code int}. */
        SHIFT,
        /** {@code int long boolean}; both operands and the result alike. */
        BITWISE,
        /** Operands alike; the result is {@code boolean}. {@code ==} and {@code !=} take {@code boolean} too. */
        COMPARISON
    }

    private final String symbol;
    private final Kind kind;

    BinaryOp(String symbol, Kind kind) {
        this.symbol = symbol;
        this.kind = kind;
    }

    /** As Java writes it. */
    public String symbol() {
        return symbol;
    }

    public Kind kind() {
        return kind;
    }

    /** The comparison that says the same with its operands exchanged. */
    public BinaryOp mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
            default -> throw new AssertionError(this + ": is no comparison");
        };
    }
}
