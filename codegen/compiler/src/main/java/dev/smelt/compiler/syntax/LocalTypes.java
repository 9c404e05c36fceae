package dev.smelt.compiler.syntax;

import java.util.List;

/** Names the kind of a class that is declared in a body. */
final class LocalTypes {
    private LocalTypes() {}

    static String describe(List<JavaToken> declaration) {
        TokenList tokens = new TokenList(declaration);
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.type(i)) {
                case JavaLexer.CLASS -> {
                    return "a local class";
                }
                case JavaLexer.ENUM -> {
                    return "a local enum";
                }
                case JavaLexer.INTERFACE -> {
                    return "a local interface";
                }
                case JavaLexer.IDENTIFIER -> {
                    if (ContextualKeywords.typeKeyword(tokens, i) == JavaLexer.RECORD) {
                        return "a local record";
                    }
                }
                case JavaLexer.LPAREN -> {
                    // Of an annotation, which may hold a class literal.
                    i = Math.max(i, tokens.partner(i));
                }
                default -> {}
            }
        }
        throw new AssertionError(declaration);
    }
}
