package dev.smelt.compiler.syntax;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Puts mistakes of syntax in words. */
final class SyntaxMessages {
    private final SourceFile file;
    private final Diagnostics diagnostics;
    private boolean reported;

    SyntaxMessages(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** Whether there was anything to report. */
    boolean reported() {
        return reported;
    }

    void report(int start, int end, String message, String help) {
        reported = true;
        diagnostics.report(Code.SYNTAX, new Span(file, start, end), message, help);
    }

    /** Reports a token where something else was expected. */
    void report(Parser parser, Token unexpected, IntervalSet expected) {
        JavaToken token = (JavaToken) unexpected;
        if (token.isMark()) {
            token = (JavaToken) parser.getInputStream().get(token.getTokenIndex() + 1);
        }
        JavaToken previous = (JavaToken) parser.getInputStream().get(Math.max(0, token.getTokenIndex() - 1));
        if (token.getType() == Token.EOF) {
            reportEnd(parser, previous);
        } else if (expected.contains(JavaLexer.SEMICOLON) && expected.size() <= 2) {
            report(previous.end(), previous.end(), "expected ';'", "add ';'");
        } else if (expected.contains(JavaLexer.RPAREN) && expected.size() <= 2) {
            report(
                    previous.end(),
                    previous.end(),
                    "expected ')'",
                    "add ')', or an operator or ',' before what follows");
        } else if (expected.contains(JavaLexer.RBRACKET) && expected.size() <= 2) {
            report(previous.end(), previous.end(), "expected ']'", "add ']'");
        } else if (expected.size() == 1 && expected.contains(JavaLexer.IDENTIFIER)) {
            report(token.start(), token.end(), "expected a name, found " + quoted(token), nameHelp(token));
        } else if (expected.size() == 1) {
            String wanted = JavaLexer.VOCABULARY.getLiteralName(expected.getMinElement());
            String shown = wanted == null ? describe(expected.getMinElement()) : wanted;
            report(token.start(), token.end(), "expected " + shown + ", found " + quoted(token), "add " + shown);
        } else {
            report(token.start(), token.end(), "unexpected " + quoted(token), hint(token, expected));
        }
    }

    private void reportEnd(Parser parser, JavaToken previous) {
        int open = openBrace(parser);
        String message = open < 0
                ? "the source ends too early"
                : "the source ends here, but the '{' of line " + file.line(open) + " is not closed";
        report(Math.max(0, previous.end() - 1), previous.end(), message, "look for a missing '}', ')' or ';'");
    }

    /** Where the innermost brace opens that is open at the end, or -1. */
    private static int openBrace(Parser parser) {
        int closed = 0;
        for (int i = parser.getInputStream().size() - 1; i >= 0; i--) {
            Token token = parser.getInputStream().get(i);
            if (token.getType() == JavaLexer.RBRACE) {
                closed++;
            } else if (token.getType() == JavaLexer.LBRACE && closed-- == 0) {
                return token.getStartIndex();
            }
        }
        return -1;
    }

    private static String nameHelp(JavaToken token) {
        return Character.isJavaIdentifierStart(token.getText().codePointAt(0))
                ? quoted(token) + " is a word of the language; choose another name"
                : "write a name here";
    }

    private static String hint(JavaToken token, IntervalSet expected) {
        return switch (token.getType()) {
            case JavaLexer.PUBLIC, JavaLexer.PROTECTED, JavaLexer.PRIVATE, JavaLexer.STATIC, JavaLexer.VOID ->
                "a method can't stand in a method; look for a missing '}' above";
            case JavaLexer.ELSE -> "there is no 'if' that it could belong to; look at the braces above";
            case JavaLexer.CASE, JavaLexer.DEFAULT -> "it belongs in a 'switch'; look at the braces above";
            case JavaLexer.CATCH, JavaLexer.FINALLY -> "there is no 'try' that it could belong to";
            case JavaLexer.RBRACE ->
                expected.contains(JavaLexer.IDENTIFIER) ? "write what is missing before it" : "remove it";
            default ->
                expected.contains(JavaLexer.INT_LITERAL) && !expected.contains(JavaLexer.SEMICOLON)
                        ? "write an expression here"
                        : "remove it, or look for what is missing before it";
        };
    }

    private static String describe(int type) {
        return switch (type) {
            case JavaLexer.BODY -> "'{'";
            case JavaLexer.VALUE -> "a value";
            case JavaLexer.ARGUMENTS -> "'('";
            default -> "something else";
        };
    }

    private static String quoted(JavaToken token) {
        String text = token.getType() == JavaLexer.BODY ? "{" : token.getText();
        int end = text.codePoints().anyMatch(Character::isISOControl) || text.length() > 40
                ? Math.min(20, text.length())
                : text.length();
        String shown = text.substring(0, end).replaceAll("\\p{Cntrl}.*", "");
        return "'" + shown + (end < text.length() ? "..." : "") + "'";
    }
}
