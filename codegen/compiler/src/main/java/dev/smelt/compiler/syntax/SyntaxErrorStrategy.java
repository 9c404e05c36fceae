package dev.smelt.compiler.syntax;

import java.util.BitSet;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Says each mistake once and goes on behind it. A missing {@code ;}, {@code )} or {@code ]} is imagined where that lets
 * the parser go on; after any other mistake the rest of the statement or the member is skipped, with all brackets that
 * open in it.
 */
final class SyntaxErrorStrategy extends DefaultErrorStrategy {
    private final BitSet items;
    private final BitSet lists;
    private final SyntaxMessages messages;

    /**
     * @param items the rules whose rest is skipped after a mistake
     * @param lists the rules that are made of items
     */
    SyntaxErrorStrategy(BitSet items, BitSet lists, SyntaxMessages messages) {
        this.items = items;
        this.lists = lists;
        this.messages = messages;
    }

    @Override
    public void reportError(Parser parser, RecognitionException e) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            messages.report(parser, e.getOffendingToken(), e.getExpectedTokens());
        }
    }

    /** Called where a rule failed: leaves it to the rule around, up to the item. */
    @Override
    public void recover(Parser parser, RecognitionException e) {
        if (items.get(parser.getContext().getRuleIndex())) {
            skip(parser, parser.getContext().getStart());
        } else if (parser.getContext().getParent() != null) {
            throw e;
        }
    }

    @Override
    public Token recoverInline(Parser parser) {
        if (isMissing(parser)) {
            reportError(parser, new InputMismatchException(parser));
            // A token was imagined, so what comes next is a mistake of its own.
            endErrorCondition(parser);
            JavaToken next = (JavaToken) parser.getCurrentToken();
            return JavaToken.mark(parser.getExpectedTokens().getMinElement(), next);
        }
        throw new InputMismatchException(parser);
    }

    private static boolean isMissing(Parser parser) {
        IntervalSet expected = parser.getExpectedTokens();
        Token next = parser.getCurrentToken();
        if (expected.contains(JavaLexer.SEMICOLON)) {
            return next.getType() == JavaLexer.RBRACE || ((JavaToken) next).startsLine();
        }
        if (next.getType() == Token.EOF) {
            // The declarations before the end of the file are worth to be kept.
            return expected.contains(JavaLexer.RBRACE);
        }
        boolean closes = expected.contains(JavaLexer.RPAREN) || expected.contains(JavaLexer.RBRACKET);
        return closes && (next.getType() == JavaLexer.SEMICOLON || next.getType() == JavaLexer.LBRACE);
    }

    /** Called before and within loops: in a list, skips what can't be an item. */
    @Override
    public void sync(Parser parser) {
        if (!lists.get(parser.getContext().getRuleIndex())) {
            return;
        }
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (!expected.contains(parser.getCurrentToken().getType())
                && !expected.contains(Token.EPSILON)
                && parser.getCurrentToken().getType() != Token.EOF) {
            // A brace too many at the end of a file is the rest of a mistake that was told.
            boolean known = parser.getCurrentToken().getType() == JavaLexer.RBRACE && messages.reported();
            if (!inErrorRecoveryMode(parser) && !known) {
                beginErrorCondition(parser);
                messages.report(parser, parser.getCurrentToken(), expected);
            }
            skip(parser, parser.getCurrentToken());
        }
    }

    /** Skips to behind the end of an item, and at least one token behind its start. */
    private void skip(Parser parser, Token start) {
        int depth = 0;
        boolean moved = parser.getCurrentToken() != start;
        while (true) {
            int type = parser.getCurrentToken().getType();
            boolean outer = depth == 0;
            if (type == Token.EOF || (outer && moved && (type == JavaLexer.RBRACE || startsGroup(type)))) {
                break;
            }
            moved = true;
            depth += type == JavaLexer.LBRACE ? 1 : type == JavaLexer.RBRACE && depth > 0 ? -1 : 0;
            parser.consume();
            boolean ends = type == JavaLexer.SEMICOLON
                    || ((type == JavaLexer.RBRACE || type == JavaLexer.BODY || type == JavaLexer.LOCAL_TYPE)
                            && !goesOnBehindBrace(parser.getCurrentToken().getType()));
            if (depth == 0 && ends) {
                break;
            }
        }
        endErrorCondition(parser);
    }

    /** The cases of a switch whose header or earlier case has a mistake. */
    private static boolean startsGroup(int type) {
        return type == JavaLexer.CASE || type == JavaLexer.DEFAULT;
    }

    /** Behind these braces the statement goes on: it was an array's, or the first part of if or try. */
    private static boolean goesOnBehindBrace(int type) {
        return switch (type) {
            case JavaLexer.SEMICOLON,
                    JavaLexer.COMMA,
                    JavaLexer.DOT,
                    JavaLexer.RPAREN,
                    JavaLexer.RBRACKET,
                    JavaLexer.LBRACKET,
                    JavaLexer.ELSE,
                    JavaLexer.CATCH,
                    JavaLexer.FINALLY -> true;
            default -> false;
        };
    }
}
