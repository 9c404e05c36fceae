package dev.smelt.compiler.syntax;

/** Tells where statements start, and which of them declare something. */
final class StatementScanner {
    private final TokenList tokens;
    private final TypeScanner types;

    StatementScanner(TokenList tokens, TypeScanner types) {
        this.tokens = tokens;
        this.types = types;
    }

    /** Whether a statement can start at an index, or the header of a for loop. */
    boolean startsAt(int index, boolean afterLabel) {
        return switch (tokens.type(index - 1)) {
            case JavaLexer.LBRACE, JavaLexer.RBRACE, JavaLexer.SEMICOLON, JavaLexer.ELSE, JavaLexer.DO -> true;
            case JavaLexer.COLON -> afterLabel;
            case JavaLexer.LPAREN -> tokens.is(index - 2, JavaLexer.FOR);
            case JavaLexer.RPAREN -> closesHeader(index - 1);
            default -> false;
        };
    }

    /**
     * Whether a variable is declared on a line of its own behind one that has no semicolon: a mistake, and the parser
     * then says no more than that.
     */
    boolean startsBehindMissingSemicolon(int index) {
        if (!tokens.get(index).startsLine() || localVariable(index) < 0) {
            return false;
        }
        return switch (tokens.type(index - 1)) {
            case JavaLexer.IDENTIFIER,
                    JavaLexer.INT_LITERAL,
                    JavaLexer.LONG_LITERAL,
                    JavaLexer.FLOAT_LITERAL,
                    JavaLexer.DOUBLE_LITERAL,
                    JavaLexer.CHAR_LITERAL,
                    JavaLexer.STRING_LITERAL,
                    JavaLexer.TEXT_BLOCK,
                    JavaLexer.NULL,
                    JavaLexer.TRUE,
                    JavaLexer.FALSE,
                    JavaLexer.RPAREN,
                    JavaLexer.RBRACKET,
                    JavaLexer.PLUS_PLUS,
                    JavaLexer.MINUS_MINUS,
                    JavaLexer.RETURN,
                    JavaLexer.BREAK,
                    JavaLexer.CONTINUE -> true;
            default -> false;
        };
    }

    private boolean closesHeader(int close) {
        int open = tokens.partner(close);
        return open >= 0
                && (tokens.is(open - 1, JavaLexer.IF)
                        || tokens.is(open - 1, JavaLexer.WHILE)
                        || tokens.is(open - 1, JavaLexer.FOR));
    }

    /** The index of the variable's name if a declaration of local variables starts at an index, or -1. */
    int localVariable(int index) {
        int type = modifiers(index);
        int name = types.type(type);
        if (name >= 0 && tokens.is(name, JavaLexer.IDENTIFIER)) {
            return name;
        }
        boolean cannotBeOther = type > index
                || (TypeScanner.isPrimitive(tokens.type(type))
                        && !tokens.is(name, JavaLexer.DOT)
                        && !tokens.is(name, JavaLexer.COLON_COLON));
        return cannotBeOther ? Math.max(name, type) : -1;
    }

    private int modifiers(int index) {
        int i = index;
        while (true) {
            int next = types.annotations(i);
            switch (tokens.type(next)) {
                case JavaLexer.FINAL, JavaLexer.ABSTRACT, JavaLexer.STRICTFP -> next++;
                case JavaLexer.STATIC -> {
                    // Of local records and interfaces; anywhere else it is a mistake that the parser reports.
                    next = isTypeKeyword(next + 1) ? next + 1 : next;
                }
                case JavaLexer.IDENTIFIER -> {
                    int keyword = ContextualKeywords.typeKeyword(tokens, next);
                    next += keyword == JavaLexer.NON_SEALED ? 3 : keyword == JavaLexer.SEALED ? 1 : 0;
                }
                default -> {}
            }
            if (next == i) {
                return i;
            }
            i = next;
        }
    }

    private boolean isTypeKeyword(int index) {
        return switch (tokens.type(index)) {
            case JavaLexer.CLASS, JavaLexer.ENUM, JavaLexer.INTERFACE -> true;
            case JavaLexer.AT -> tokens.is(index + 1, JavaLexer.INTERFACE);
            case JavaLexer.IDENTIFIER -> ContextualKeywords.typeKeyword(tokens, index) == JavaLexer.RECORD;
            default -> false;
        };
    }

    /** The index behind a local class, or -1 if none starts here. */
    int localTypeEnd(int index) {
        int i = modifiers(index);
        if (!isTypeKeyword(i)) {
            return -1;
        }
        while (!tokens.is(i, JavaLexer.LBRACE)) {
            switch (tokens.type(i)) {
                case JavaLexer.EOF, JavaLexer.SEMICOLON, JavaLexer.RBRACE -> {
                    return -1;
                }
                default -> i = tokens.opens(i, JavaLexer.LPAREN) ? tokens.partner(i) + 1 : i + 1;
            }
        }
        return tokens.partner(i) + 1;
    }

    /** Whether the identifier at the start of a statement is the keyword {@code yield}, by the rules of javac. */
    boolean isYield(int index) {
        if (!tokens.is(index, JavaLexer.IDENTIFIER)
                || !tokens.get(index).getText().equals("yield")) {
            return false;
        }
        int next = tokens.type(index + 1);
        return switch (next) {
            case JavaLexer.PLUS_PLUS, JavaLexer.MINUS_MINUS -> !tokens.is(index + 2, JavaLexer.SEMICOLON);
            case JavaLexer.PLUS,
                    JavaLexer.MINUS,
                    JavaLexer.TILDE,
                    JavaLexer.NOT,
                    JavaLexer.SWITCH,
                    JavaLexer.SEMICOLON -> true;
            case JavaLexer.LPAREN -> isParenthesizedValue(index + 1);
            default -> ExpressionScanner.startsOperand(next);
        };
    }

    /** {@code yield (a);} gives a value; {@code yield(a, b);} and {@code yield();} would be calls. */
    private boolean isParenthesizedValue(int open) {
        int close = tokens.partner(open);
        if (close >= 0 && tokens.is(close + 1, JavaLexer.ARROW)) {
            return true;
        }
        if (close < 0 || close == open + 1) {
            return false;
        }
        for (int i = open + 1; i < close; i = tokens.partner(i) > i ? tokens.partner(i) + 1 : i + 1) {
            if (tokens.is(i, JavaLexer.COMMA)) {
                return false;
            }
            int end = types.type(i);
            i = end > i && tokens.is(end, JavaLexer.COLON_COLON) ? end : i;
        }
        return true;
    }
}
