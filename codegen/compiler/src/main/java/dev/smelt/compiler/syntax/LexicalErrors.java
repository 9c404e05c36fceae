package dev.smelt.compiler.syntax;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports tokens that aren't Java, and puts what was probably meant in their place, so that the parser goes on. */
final class LexicalErrors {
    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final Set<Integer> lines = new HashSet<>();
    private boolean found;

    LexicalErrors(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    boolean found() {
        return found;
    }

    /** Whether something was found on a line: what a parser says of that line is then no news. */
    boolean isOnLine(int line) {
        return lines.contains(line);
    }

    List<JavaToken> replace(List<JavaToken> tokens) {
        List<JavaToken> replaced = new ArrayList<>(tokens.size());
        for (JavaToken token : tokens) {
            switch (token.getType()) {
                case JavaLexer.UNTERMINATED_COMMENT ->
                    report(token, 2, "this comment is never closed", "close it with '*/'");
                case JavaLexer.UNTERMINATED_TEXT_BLOCK -> {
                    report(token, 3, "this text block is never closed", "close it with '\"\"\"'");
                    replaced.add(token.as(JavaLexer.TEXT_BLOCK));
                }
                case JavaLexer.UNTERMINATED_STRING -> {
                    report(token, 1, "this string is not closed on its line", "close it with '\"'");
                    replaced.add(token.as(JavaLexer.STRING_LITERAL));
                }
                case JavaLexer.MALFORMED_CHAR -> {
                    report(
                            token,
                            token.end() - token.start(),
                            "a character literal holds one character",
                            "write a string, or one character between the quotes");
                    replaced.add(token.as(JavaLexer.CHAR_LITERAL));
                }
                case JavaLexer.MALFORMED_NUMBER -> {
                    report(
                            token,
                            token.end() - token.start(),
                            "'" + token.getText() + "' is not a number",
                            "write one such as 12, 1_000, 0x1F, 0b101, 1.5f or 1e-3f");
                    replaced.add(token.as(JavaLexer.INT_LITERAL));
                }
                case JavaLexer.UNKNOWN -> unknown(token);
                default -> replaced.add(token);
            }
        }
        return replaced;
    }

    private void unknown(JavaToken token) {
        if (file.isMalformed(token.start())) {
            // Reported with the others of its line, as what it is.
            found = true;
            lines.add(file.line(token.start()));
            return;
        }
        int character = token.getText().codePointAt(0);
        int length = token.end() - token.start();
        if (character == '\\') {
            report(token, length, "unexpected '\\'", "write a unicode escape as a backslash, 'u' and four hex digits");
        } else if (character == '\'') {
            report(token, length, "this character literal is not closed on its line", "close it with \"'\"");
        } else if (Character.isISOControl(character) || Character.isSpaceChar(character) || character > 0x7E) {
            String name = String.format("U+%04X", character);
            report(token, length, "unexpected character " + name, "remove it, or write a plain space");
        } else {
            report(token, length, "unexpected character '" + token.getText() + "'", "remove it");
        }
    }

    private void report(JavaToken token, int length, String message, String help) {
        found = true;
        lines.add(file.line(token.start()));
        int end = Math.min(token.start() + length, token.end());
        diagnostics.report(Code.SYNTAX, new Span(file, token.start(), end), message, help);
    }

    /** Reports bytes that aren't UTF-8 in the tokens of a file, once a line; those in comments are no token's. */
    static void reportMalformedBytes(SourceFile file, List<JavaToken> tokens, Diagnostics diagnostics) {
        int at = 0;
        int reportedLine = 0;
        for (int offset : file.malformedOffsets()) {
            while (at < tokens.size() && tokens.get(at).end() <= offset) {
                at++;
            }
            boolean inToken = at < tokens.size() && tokens.get(at).start() <= offset;
            boolean inComment = inToken && tokens.get(at).getType() == JavaLexer.UNTERMINATED_COMMENT;
            int line = file.line(offset);
            if (inToken && !inComment && line != reportedLine) {
                reportedLine = line;
                diagnostics.report(
                        Code.INVALID_UTF8,
                        new Span(file, offset, offset + 1),
                        "these bytes are not UTF-8",
                        "save the file as UTF-8, or write the character as a unicode escape");
            }
        }
    }
}
