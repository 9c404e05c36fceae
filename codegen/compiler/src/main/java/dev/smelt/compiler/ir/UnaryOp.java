package dev.smelt.compiler.ir;

/** Operators on one operand; the result has the operand's type. */
public enum UnaryOp {
    /** On {@code int long float}. */
    NEGATE("-"),
    /** On {@code int long}. */
    COMPLEMENT("~"),
    /** On {@code boolean}. */
    NOT("!");

    private final String symbol;

    UnaryOp(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
