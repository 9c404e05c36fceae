package dev.smelt.compiler.syntax;

import java.util.Set;

/** Tells where identifiers are keywords: {@code record}, {@code sealed}, {@code non-sealed} and {@code permits}. */
final class ContextualKeywords {
    /** What can follow {@code sealed} and {@code non-sealed}: another modifier, or the keyword of a type. */
    private static final Set<Integer> BEHIND_SEALED = Set.of(
            JavaLexer.PUBLIC,
            JavaLexer.PROTECTED,
            JavaLexer.PRIVATE,
            JavaLexer.ABSTRACT,
            JavaLexer.STATIC,
            JavaLexer.FINAL,
            JavaLexer.STRICTFP,
            JavaLexer.AT,
            JavaLexer.CLASS,
            JavaLexer.INTERFACE);

    /** What can follow the name of a record; without its components it is a mistake, but a record all the same. */
    private static final Set<Integer> BEHIND_RECORD =
            Set.of(JavaLexer.LPAREN, JavaLexer.LT, JavaLexer.LBRACE, JavaLexer.IMPLEMENTS);

    private ContextualKeywords() {}

    /** The type of token that an identifier is at the start of a declaration: RECORD, SEALED, NON_SEALED, or as it is. */
    static int typeKeyword(TokenList tokens, int at) {
        return switch (tokens.get(at).getText()) {
            case "record" -> isRecord(tokens, at) ? JavaLexer.RECORD : JavaLexer.IDENTIFIER;
            case "sealed" -> BEHIND_SEALED.contains(tokens.type(at + 1)) ? JavaLexer.SEALED : JavaLexer.IDENTIFIER;
            case "non" -> isNonSealed(tokens, at) ? JavaLexer.NON_SEALED : JavaLexer.IDENTIFIER;
            default -> JavaLexer.IDENTIFIER;
        };
    }

    private static boolean isRecord(TokenList tokens, int at) {
        return tokens.is(at + 1, JavaLexer.IDENTIFIER)
                && BEHIND_RECORD.contains(tokens.type(at + 2))
                && !tokens.is(at - 1, JavaLexer.DOT);
    }

    private static boolean isNonSealed(TokenList tokens, int at) {
        return tokens.is(at + 1, JavaLexer.MINUS)
                && tokens.is(at + 2, JavaLexer.IDENTIFIER)
                && tokens.get(at + 2).getText().equals("sealed")
                && tokens.get(at).end() == tokens.get(at + 1).start()
                && tokens.get(at + 1).end() == tokens.get(at + 2).start()
                && BEHIND_SEALED.contains(tokens.type(at + 3));
    }

    /** Whether this is {@code permits}, given that it stands in the header of a type. */
    static boolean isPermits(TokenList tokens, int at) {
        return tokens.get(at).getText().equals("permits")
                && tokens.is(at + 1, JavaLexer.IDENTIFIER)
                && !tokens.is(at - 1, JavaLexer.DOT);
    }
}
