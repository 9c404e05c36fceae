package dev.smelt.compiler.syntax;

/** Tells casts from parentheses, and types from names, within expressions. */
final class ExpressionScanner {
    private final TokenList tokens;
    private final TypeScanner types;

    ExpressionScanner(TokenList tokens, TypeScanner types) {
        this.tokens = tokens;
        this.types = types;
    }

    /** Whether an operand can start with this token; a sign is left out, as it can be a binary operator as well. */
    static boolean startsOperand(int type) {
        return switch (type) {
            case JavaLexer.IDENTIFIER,
                    JavaLexer.LPAREN,
                    JavaLexer.NOT,
                    JavaLexer.TILDE,
                    JavaLexer.INT_LITERAL,
                    JavaLexer.LONG_LITERAL,
                    JavaLexer.FLOAT_LITERAL,
                    JavaLexer.DOUBLE_LITERAL,
                    JavaLexer.CHAR_LITERAL,
                    JavaLexer.STRING_LITERAL,
                    JavaLexer.TEXT_BLOCK,
                    JavaLexer.TRUE,
                    JavaLexer.FALSE,
                    JavaLexer.NULL,
                    JavaLexer.THIS,
                    JavaLexer.SUPER,
                    JavaLexer.NEW,
                    JavaLexer.SWITCH,
                    JavaLexer.VOID -> true;
            default -> TypeScanner.isPrimitive(type);
        };
    }

    /**
     * Whether a closed parenthesis is a cast's.
     *
     * @param before the type of the token before it
     */
    boolean isCast(int open, int before) {
        if (belongsToPrevious(before)) {
            return false;
        }
        int close = tokens.partner(open);
        int start = types.annotations(open + 1);
        int end = types.type(start);
        boolean intersection = false;
        while (end > 0 && tokens.is(end, JavaLexer.AMPERSAND)) {
            intersection = true;
            end = types.type(end + 1);
        }
        if (end != close) {
            return false;
        }
        boolean primitive = TypeScanner.isPrimitive(tokens.type(start)) && !intersection;
        boolean onlyType = tokens.is(close - 1, JavaLexer.GT)
                || tokens.is(close - 1, JavaLexer.GT_JOINED)
                || tokens.is(close - 1, JavaLexer.RBRACKET);
        return primitive || onlyType || startsOperand(tokens.type(close + 1));
    }

    /** Parentheses behind these hold arguments or a condition. */
    private static boolean belongsToPrevious(int before) {
        return switch (before) {
            case JavaLexer.IDENTIFIER,
                    JavaLexer.THIS,
                    JavaLexer.SUPER,
                    JavaLexer.IF,
                    JavaLexer.WHILE,
                    JavaLexer.FOR,
                    JavaLexer.SWITCH,
                    JavaLexer.SWITCH_VALUE,
                    JavaLexer.SYNCHRONIZED,
                    JavaLexer.TRY,
                    JavaLexer.CATCH -> true;
            default -> false;
        };
    }

    /** The index behind {@code instanceof}, its type and its variable, or -1 if there is no type. */
    int instanceTestEnd(int index) {
        int i = types.annotations(index + 1);
        i = tokens.is(i, JavaLexer.FINAL) ? i + 1 : i;
        int end = types.type(i);
        return end >= 0 && tokens.is(end, JavaLexer.IDENTIFIER) ? end + 1 : end;
    }

    /** The index behind the patterns of a case, with their condition, or -1 if its labels are constants. */
    int patternEnd(int index) {
        int i = types.annotations(index);
        i = tokens.is(i, JavaLexer.FINAL) ? i + 1 : i;
        int end = types.type(i);
        boolean isPattern = end >= 0 && (tokens.is(end, JavaLexer.IDENTIFIER) || tokens.is(end, JavaLexer.LPAREN));
        if (!isPattern) {
            return -1;
        }
        while (!endsCase(tokens.type(end))) {
            end = tokens.partner(end) > end ? tokens.partner(end) + 1 : end + 1;
        }
        return end;
    }

    private static boolean endsCase(int type) {
        return switch (type) {
            case JavaLexer.ARROW, JavaLexer.COLON, JavaLexer.SEMICOLON, JavaLexer.RBRACE, JavaLexer.EOF -> true;
            default -> false;
        };
    }

    /** The index behind the type of {@code new}, without brackets, or -1. */
    int createdTypeEnd(int index) {
        int i = types.annotations(index);
        return TypeScanner.isPrimitive(tokens.type(i)) ? i + 1 : types.classType(i);
    }

    /** The index behind {@code int.class}, {@code void.class} or {@code A[].class}, or -1. A name's is no matter. */
    int classLiteralEnd(int index) {
        if (tokens.is(index, JavaLexer.VOID)) {
            return isClass(index + 1) ? index + 3 : -1;
        }
        int end = typeEnd(index);
        return end >= 0 && isClass(end) ? end + 2 : -1;
    }

    private boolean isClass(int index) {
        return tokens.is(index, JavaLexer.DOT) && tokens.is(index + 1, JavaLexer.CLASS);
    }

    /** The index behind a type before {@code ::}, or -1. A name's is no matter. */
    int referenceTypeEnd(int index) {
        int end = typeEnd(index);
        return end >= 0 && tokens.is(end, JavaLexer.COLON_COLON) ? end : -1;
    }

    /** The index behind what can only be a type: a primitive, or a name with type arguments or brackets; or -1. */
    private int typeEnd(int index) {
        if (TypeScanner.isPrimitive(tokens.type(index))) {
            return types.type(index);
        }
        if (!tokens.is(index, JavaLexer.IDENTIFIER) || tokens.is(index - 1, JavaLexer.DOT)) {
            return -1;
        }
        int i = index + 1;
        while (tokens.is(i, JavaLexer.DOT) && tokens.is(i + 1, JavaLexer.IDENTIFIER)) {
            i += 2;
        }
        boolean looksLikeType = tokens.is(i, JavaLexer.LT)
                || tokens.is(i, JavaLexer.AT)
                || (tokens.is(i, JavaLexer.LBRACKET) && tokens.is(i + 1, JavaLexer.RBRACKET));
        return looksLikeType ? types.type(index) : -1;
    }
}
