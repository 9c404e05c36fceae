package dev.smelt.compiler.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Goes over the tokens of a file before its declarations are parsed, and makes one token of each body ({@code BODY}),
 * of the value of each field and annotation element ({@code VALUE}), and of the arguments of each annotation and enum
 * constant ({@code ARGUMENTS}). It also makes keywords of {@code record}, {@code sealed}, {@code non-sealed} and
 * {@code permits} where they are.
 *
 * <p>Before: <code>@A(1) class C { int f = g(1), h; void m() { ... } }</code>. After:
 * <code>@A ARGUMENTS class C { int f = VALUE, h; void m() BODY }</code>.
 */
final class DeclarationFolder {
    /** What the braces around the current token hold. */
    private enum Context {
        FILE,
        MEMBERS,
        ENUM_CONSTANTS
    }

    private final TokenList tokens;
    private final TypeScanner types;
    private final ValueScanner values;
    private final List<JavaToken> out = new ArrayList<>();
    private final Deque<Context> contexts = new ArrayDeque<>(List.of(Context.FILE));

    /** What the next brace opens if the header of a type came before it; MEMBERS and ENUM_CONSTANTS. */
    private Context header = Context.FILE;

    private int at;

    private DeclarationFolder(TokenList tokens) {
        this.tokens = tokens;
        this.types = new TypeScanner(tokens);
        this.values = new ValueScanner(tokens);
    }

    static List<JavaToken> fold(TokenList tokens) {
        DeclarationFolder folder = new DeclarationFolder(tokens);
        while (folder.at < tokens.size()) {
            folder.step();
        }
        return folder.out;
    }

    private void step() {
        switch (tokens.type(at)) {
            case JavaLexer.AT -> annotation();
            case JavaLexer.CLASS, JavaLexer.INTERFACE -> {
                header = Context.MEMBERS;
                keep();
            }
            case JavaLexer.ENUM -> {
                header = Context.ENUM_CONSTANTS;
                keep();
            }
            case JavaLexer.IDENTIFIER -> identifier();
            case JavaLexer.LBRACE -> openBrace();
            case JavaLexer.RBRACE -> closeBrace();
            case JavaLexer.SEMICOLON -> semicolon();
            case JavaLexer.ASSIGN -> {
                keep();
                fold(JavaLexer.VALUE, values.end(at));
            }
            case JavaLexer.DEFAULT -> elementDefault();
            case JavaLexer.LPAREN -> parenthesis();
            default -> keep();
        }
    }

    private void keep() {
        out.add(tokens.get(at++));
    }

    private void keepAs(int type) {
        out.add(tokens.get(at++).as(type));
    }

    private void fold(int type, int end) {
        if (end > at) {
            out.add(tokens.fold(type, at, end));
            at = end;
        }
    }

    private void annotation() {
        if (!tokens.is(at + 1, JavaLexer.IDENTIFIER)) {
            keep();
            return;
        }
        int end = types.annotationName(at);
        while (at < end) {
            keep();
        }
        if (tokens.opens(at, JavaLexer.LPAREN)) {
            fold(JavaLexer.ARGUMENTS, tokens.partner(at) + 1);
        }
    }

    private void identifier() {
        int keyword = contexts.element() == Context.ENUM_CONSTANTS
                ? JavaLexer.IDENTIFIER
                : ContextualKeywords.typeKeyword(tokens, at);
        boolean isPermits = header != Context.FILE && ContextualKeywords.isPermits(tokens, at);
        if (keyword == JavaLexer.RECORD) {
            header = Context.MEMBERS;
            keepAs(keyword);
        } else if (keyword == JavaLexer.NON_SEALED) {
            fold(keyword, at + 3);
        } else if (isPermits) {
            keepAs(JavaLexer.PERMITS);
        } else {
            keepAs(keyword);
        }
    }

    private void openBrace() {
        if (header != Context.FILE) {
            contexts.push(header);
            header = Context.FILE;
            keep();
        } else {
            // A body that is never closed goes on to the end of the file.
            int end = tokens.partner(at) < 0 ? tokens.size() - 1 : tokens.partner(at) + 1;
            fold(JavaLexer.BODY, end);
        }
    }

    private void closeBrace() {
        if (contexts.size() > 1) {
            contexts.pop();
        }
        header = Context.FILE;
        keep();
    }

    private void semicolon() {
        if (contexts.element() == Context.ENUM_CONSTANTS) {
            contexts.pop();
            contexts.push(Context.MEMBERS);
        }
        header = Context.FILE;
        keep();
    }

    /** {@code default} as a modifier stays; {@code int f() default 1;} has a value behind it. */
    private void elementDefault() {
        int last = out.isEmpty() ? JavaLexer.EOF : out.get(out.size() - 1).getType();
        boolean hasValue = last == JavaLexer.RPAREN || last == JavaLexer.RBRACKET;
        keep();
        if (hasValue) {
            fold(JavaLexer.VALUE, values.end(at));
        }
    }

    private void parenthesis() {
        if (contexts.element() == Context.ENUM_CONSTANTS && tokens.partner(at) > at) {
            fold(JavaLexer.ARGUMENTS, tokens.partner(at) + 1);
        } else {
            keep();
        }
    }
}
