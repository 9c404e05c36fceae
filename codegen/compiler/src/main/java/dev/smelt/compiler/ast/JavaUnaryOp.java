package dev.smelt.compiler.ast;

/** Unary operators without an effect. */
public enum JavaUnaryOp {
    PLUS("+"),
    NEGATE("-"),
    NOT("!"),
    COMPLEMENT("~");

    private final String symbol;

    JavaUnaryOp(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
