package dev.smelt.compiler.ast;

/** Unary operators without an effect. */
public enum UnaryOp {
    PLUS("+"),
    NEGATE("-"),
    NOT("!"),
    COMPLEMENT("~");

    private final String symbol;

    UnaryOp(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
