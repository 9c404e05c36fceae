package dev.smelt.compiler.msl;

/** The text of an expression, and how tightly its outermost operator binds. */
record Fragment(String text, Precedence precedence) {
    static Fragment primary(String text) {
        return new Fragment(text, Precedence.PRIMARY);
    }

    static Fragment call(String callee, String arguments) {
        return primary(callee + "(" + arguments + ")");
    }

    /** The text, in parentheses unless it binds at least as tightly as asked. */
    String atLeast(Precedence least) {
        return precedence.compareTo(least) >= 0 ? text : "(" + text + ")";
    }

    /** {@code left operator right} with the parentheses that it needs and those without which clang warns. */
    static Fragment binary(Fragment left, String operator, Precedence precedence, Fragment right) {
        return new Fragment(
                left.operandOf(precedence, false) + " " + operator + " " + right.operandOf(precedence, true),
                precedence);
    }

    private String operandOf(Precedence operator, boolean right) {
        boolean same = precedence == operator && !right && operator.chains();
        return same || precedence.compareTo(operator.leastOperand()) >= 0 ? text : "(" + text + ")";
    }
}
