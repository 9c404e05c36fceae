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
    private static final int MAX_SHOWN = 40;

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final LexicalErrors lexical;
    private boolean reported;

    SyntaxMessages(SourceFile file, LexicalErrors lexical, Diagnostics diagnostics) {
        this.file = file;
        this.lexical = lexical;
        this.diagnostics = diagnostics;
    }

    /** Whether there was anything to report. */
    boolean reported() {
        return reported;
    }

    void report(int start, int end, String message, String help) {
        report(Code.SYNTAX, start, end, message, help);
    }

    void report(Code code, int start, int end, String message, String help) {
        reported = true;
        diagnostics.report(code, new Span(file, start, end), message, help);
    }

    /** Reports a token where something else was expected. */
    void report(Parser parser, Token unexpected, IntervalSet expected) {
        reported = true;
        JavaToken token = withText(parser, unexpected, 1);
        JavaToken previous =
                withText(parser, parser.getInputStream().get(Math.max(0, unexpected.getTokenIndex() - 1)), -1);
        boolean known = lexical.isOnLine(file.line(token.start())) || lexical.isOnLine(file.line(previous.start()));
        int open = token.getType() == Token.EOF ? openBrace(parser) : -1;
        if (token.getType() == Token.EOF && lexical.found()) {
            // A comment or a string took the rest of the source, and that was said.
            return;
        }
        if (open >= 0) {
            report(
                    Math.max(0, previous.end() - 1),
                    previous.end(),
                    "the source ends here, but the '{' of line " + file.line(open) + " is not closed",
                    "look for a missing '}', ')' or ';'");
        } else if (!known) {
            report(token, previous, expected);
        }
    }

    private static JavaToken withText(Parser parser, Token token, int step) {
        JavaToken found = (JavaToken) token;
        while (found.isMark() && found.getTokenIndex() + step >= 0) {
            found = (JavaToken) parser.getInputStream().get(found.getTokenIndex() + step);
        }
        return found;
    }

    private void report(JavaToken token, JavaToken previous, IntervalSet expected) {
        boolean needsOperand = previous.getType() == JavaLexer.LPAREN || previous.getType() == JavaLexer.COMMA;
        if (expected.contains(JavaLexer.SEMICOLON) && expected.size() <= 2) {
            report(previous.end(), previous.end(), "expected ';'", "add ';'");
        } else if (expected.contains(JavaLexer.RPAREN) && expected.size() <= 2 && !needsOperand) {
            report(
                    previous.end(),
                    previous.end(),
                    "expected ')'",
                    "add ')', or an operator or ',' before what follows");
        } else if (expected.contains(JavaLexer.RBRACKET) && expected.size() <= 2) {
            report(previous.end(), previous.end(), "expected ']'", "add ']'");
        } else if (expected.contains(JavaLexer.RBRACE)
                && expected.size() <= 2
                && token.getType() == JavaLexer.SEMICOLON) {
            report(previous.end(), previous.end(), "expected '}'", "add '}'");
        } else if (expected.contains(JavaLexer.BODY)
                && expected.contains(JavaLexer.SEMICOLON)
                && !expected.contains(JavaLexer.CLASS)) {
            report(previous.end(), previous.end(), "expected '{' or ';'", "add the body of this method, or ';'");
        } else if (expected.size() == 1 && expected.contains(JavaLexer.IDENTIFIER)) {
            report(token.start(), token.end(), "expected a name, found " + quoted(token), nameHelp(token));
        } else if (expected.size() == 1
                && expected.contains(JavaLexer.LBRACE)
                && previous.getType() == JavaLexer.RBRACKET) {
            report(
                    previous.end(),
                    previous.end(),
                    "this array has neither a length nor elements",
                    "write 'new float[n]' or 'new float[] {a, b}'");
        } else if (token.getType() == JavaLexer.LPAREN
                && expected.contains(JavaLexer.ARGUMENTS)
                && expected.size() == 1) {
            report(token.start(), token.end(), "this '(' is not closed", "add ')'");
        } else if (expected.size() == 1 && !needsOperand && expected.getMinElement() != Token.EOF) {
            String literal = JavaLexer.VOCABULARY.getLiteralName(expected.getMinElement());
            String wanted = literal == null ? describe(expected.getMinElement()) : literal;
            report(token.start(), token.end(), "expected " + wanted + ", found " + quoted(token), "add " + wanted);
        } else {
            report(token.start(), token.end(), "unexpected " + quoted(token), hint(token, previous, expected));
        }
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
        boolean isWord = token.getType() != Token.EOF
                && Character.isJavaIdentifierStart(token.getText().codePointAt(0));
        return isWord ? quoted(token) + " is a word of the language; choose another name" : "write a name here";
    }

    private static String hint(JavaToken token, JavaToken previous, IntervalSet expected) {
        if (expected.contains(JavaLexer.CLASS)
                && !expected.contains(JavaLexer.IF)
                && !expected.contains(JavaLexer.INT)) {
            return "only classes, records, enums and interfaces stand here; look for a '}' too many above";
        }
        return switch (token.getType()) {
            case JavaLexer.PUBLIC, JavaLexer.PROTECTED, JavaLexer.PRIVATE, JavaLexer.STATIC, JavaLexer.VOID ->
                "a method can't stand in a method; look for a missing '}' above";
            case JavaLexer.ELSE -> "there is no 'if' that it could belong to; look at the braces above";
            case JavaLexer.CASE, JavaLexer.DEFAULT -> "it belongs in a 'switch'; look at the braces above";
            case JavaLexer.CATCH, JavaLexer.FINALLY -> "there is no 'try' that it could belong to";
            default ->
                takesOperand(previous.getType()) || isOnlyExpression(expected)
                        ? "write an expression here"
                        : "remove it, or look for what is missing before it";
        };
    }

    private static boolean isOnlyExpression(IntervalSet expected) {
        return expected.contains(JavaLexer.INT_LITERAL) && !expected.contains(JavaLexer.SEMICOLON);
    }

    private static boolean takesOperand(int previous) {
        return switch (previous) {
            case JavaLexer.LPAREN, JavaLexer.COMMA, JavaLexer.ASSIGN -> true;
            default -> false;
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

    /** A token as messages show it: its first line, and not too much of that. */
    private static String quoted(JavaToken token) {
        if (token.getType() == Token.EOF) {
            return "the end of the source";
        }
        String text = token.getType() == JavaLexer.BODY ? "{" : token.getText();
        String shown = text.replaceAll("(?s)\\p{Cntrl}.*", "");
        if (shown.length() > MAX_SHOWN) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, MAX_SHOWN / 2));
        }
        String quote = text.startsWith("'") ? "" : "'";
        return quote + shown + (shown.length() < text.length() ? "..." : "") + quote;
    }
}
