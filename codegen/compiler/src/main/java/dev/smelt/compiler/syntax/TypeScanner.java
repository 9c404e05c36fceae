package dev.smelt.compiler.syntax;

/**
 * Finds where a type ends, if there is one. Lookahead is bounded: type arguments nested deeper than any program's are
 * no type, so that a long chain of {@code a < a < a} costs no quadratic time.
 */
final class TypeScanner {
    private static final int MAX_DEPTH = 50;

    private final TokenList tokens;

    TypeScanner(TokenList tokens) {
        this.tokens = tokens;
    }

    static boolean isPrimitive(int type) {
        return switch (type) {
            case JavaLexer.BOOLEAN,
                    JavaLexer.BYTE,
                    JavaLexer.CHAR,
                    JavaLexer.DOUBLE,
                    JavaLexer.FLOAT,
                    JavaLexer.INT,
                    JavaLexer.LONG,
                    JavaLexer.SHORT -> true;
            default -> false;
        };
    }

    /** The index behind the annotations at an index. */
    int annotations(int index) {
        int i = index;
        while (tokens.is(i, JavaLexer.AT) && tokens.is(i + 1, JavaLexer.IDENTIFIER)) {
            i = annotationName(i);
            i = tokens.opens(i, JavaLexer.LPAREN) ? tokens.partner(i) + 1 : i;
        }
        return i;
    }

    /** The index behind {@code @a.b.C}. */
    int annotationName(int at) {
        int i = at + 2;
        while (tokens.is(i, JavaLexer.DOT) && tokens.is(i + 1, JavaLexer.IDENTIFIER)) {
            i += 2;
        }
        return i;
    }

    /** The index behind the type at an index, or -1 if there is none. */
    int type(int index) {
        return type(index, 0);
    }

    /** Like {@link #type(int)}, of a class, and without brackets. */
    int classType(int index) {
        return classType(index, 0);
    }

    private int type(int index, int depth) {
        int i = annotations(index);
        i = isPrimitive(tokens.type(i)) ? i + 1 : classType(i, depth);
        return i < 0 ? -1 : dimensions(i);
    }

    /** The index behind the pairs of brackets at an index. */
    int dimensions(int index) {
        int i = index;
        int bracket = annotations(i);
        while (tokens.is(bracket, JavaLexer.LBRACKET) && tokens.is(bracket + 1, JavaLexer.RBRACKET)) {
            i = bracket + 2;
            bracket = annotations(i);
        }
        return i;
    }

    private int classType(int index, int depth) {
        int i = index;
        while (true) {
            i = annotations(i);
            if (!tokens.is(i, JavaLexer.IDENTIFIER)) {
                return -1;
            }
            i++;
            if (tokens.is(i, JavaLexer.LT)) {
                i = typeArguments(i, depth + 1);
                if (i < 0) {
                    return -1;
                }
            }
            boolean goesOn = tokens.is(i, JavaLexer.DOT)
                    && (tokens.is(i + 1, JavaLexer.IDENTIFIER) || tokens.is(i + 1, JavaLexer.AT));
            if (!goesOn) {
                return i;
            }
            i++;
        }
    }

    private int typeArguments(int index, int depth) {
        int i = index + 1;
        if (depth > MAX_DEPTH) {
            return -1;
        }
        if (tokens.is(i, JavaLexer.GT) || tokens.is(i, JavaLexer.GT_JOINED)) {
            return i + 1;
        }
        while (true) {
            i = typeArgument(i, depth);
            if (i < 0) {
                return -1;
            }
            if (tokens.is(i, JavaLexer.GT) || tokens.is(i, JavaLexer.GT_JOINED)) {
                return i + 1;
            }
            if (!tokens.is(i, JavaLexer.COMMA)) {
                return -1;
            }
            i++;
        }
    }

    private int typeArgument(int index, int depth) {
        int i = annotations(index);
        if (!tokens.is(i, JavaLexer.QUESTION)) {
            return type(i, depth);
        }
        i++;
        return tokens.is(i, JavaLexer.EXTENDS) || tokens.is(i, JavaLexer.SUPER) ? type(i + 1, depth) : i;
    }
}
