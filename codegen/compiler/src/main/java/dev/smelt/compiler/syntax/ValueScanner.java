package dev.smelt.compiler.syntax;

/**
 * Finds where the value of a field ends. Outside of brackets, a comma in an expression can only part type arguments, as
 * in {@code new Map<A, B>()}, and those end with {@code >}. So a comma parts declarators if names with brackets follow,
 * parted by commas, up to {@code =} or {@code ;}, and this is exact.
 */
final class ValueScanner {
    private final TokenList tokens;
    private final TypeScanner types;

    ValueScanner(TokenList tokens) {
        this.tokens = tokens;
        this.types = new TypeScanner(tokens);
    }

    /** The index behind the value that starts at an index. */
    int end(int start) {
        int i = start;
        while (!endsAt(i)) {
            i = tokens.partner(i) > i ? tokens.partner(i) + 1 : i + 1;
        }
        return i;
    }

    private boolean endsAt(int i) {
        switch (tokens.type(i)) {
            case JavaLexer.EOF, JavaLexer.SEMICOLON, JavaLexer.RBRACE, JavaLexer.RPAREN, JavaLexer.RBRACKET -> {
                return true;
            }
            case JavaLexer.COMMA -> {
                return isDeclarator(i + 1);
            }
            default -> {
                // 'instanceof @A final T t' is the one place for these inside a value.
                return !tokens.is(i - 1, JavaLexer.INSTANCEOF) && isModifier(tokens.type(types.annotations(i)));
            }
        }
    }

    private boolean isDeclarator(int start) {
        int i = start;
        while (tokens.is(i, JavaLexer.IDENTIFIER)) {
            i = types.dimensions(i + 1);
            if (!tokens.is(i, JavaLexer.COMMA)) {
                return tokens.is(i, JavaLexer.ASSIGN) || tokens.is(i, JavaLexer.SEMICOLON);
            }
            i++;
        }
        return false;
    }

    /** No value goes on past these: where one stands, a semicolon is missing before it. */
    private static boolean isModifier(int type) {
        return switch (type) {
            case JavaLexer.PUBLIC,
                    JavaLexer.PROTECTED,
                    JavaLexer.PRIVATE,
                    JavaLexer.STATIC,
                    JavaLexer.FINAL,
                    JavaLexer.ABSTRACT,
                    JavaLexer.IMPORT,
                    JavaLexer.PACKAGE -> true;
            default -> false;
        };
    }
}
