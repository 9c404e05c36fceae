package dev.smelt.compiler.syntax;

import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** Runs the lexer over a stretch of source; the last token is EOF. What isn't Java comes out as tokens of types of their own. */
final class Tokenizer {
    private Tokenizer() {}

    static List<JavaToken> tokenize(Span span) {
        JavaCharStream chars = new JavaCharStream(span);
        JavaLexer lexer = new JavaLexer(chars);
        List<JavaToken> tokens = new ArrayList<>();
        int lastLine = 0;
        Token token = lexer.nextToken();
        while (token.getType() != Token.EOF) {
            int type = token.getType();
            String text = chars.getText(Interval.of(token.getStartIndex(), token.getStopIndex()));
            int start = chars.offset(token.getStartIndex());
            int end = chars.offset(token.getStopIndex() + 1);
            boolean touches = !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == start;
            if (touches && (type == JavaLexer.GT || type == JavaLexer.GE)) {
                joinToPrevious(tokens);
            }
            int line = span.file().line(start);
            tokens.add(JavaToken.plain(
                    type, start, end, type == JavaLexer.IDENTIFIER ? withoutIgnorable(text) : text, line > lastLine));
            lastLine = span.file().line(end);
            token = lexer.nextToken();
        }
        tokens.add(JavaToken.plain(Token.EOF, span.end(), span.end(), "", true));
        return tokens;
    }

    private static void joinToPrevious(List<JavaToken> tokens) {
        JavaToken previous = tokens.get(tokens.size() - 1);
        if (previous.getType() == JavaLexer.GT) {
            tokens.set(tokens.size() - 1, previous.as(JavaLexer.GT_JOINED));
        }
    }

    /** Identifiers are the same if they differ only in characters that the language ignores. */
    private static String withoutIgnorable(String identifier) {
        if (identifier.codePoints().noneMatch(Character::isIdentifierIgnorable)) {
            return identifier;
        }
        StringBuilder kept = new StringBuilder(identifier.length());
        identifier.codePoints().filter(c -> !Character.isIdentifierIgnorable(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
