package dev.smelt.compiler.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Goes over the tokens of a body or a value before it is parsed, and marks what would take the parser unlimited
 * lookahead: where a local variable starts ({@code LOCAL}, {@code FOR_EACH}) and where a cast does ({@code CAST}).
 * What kernels can't have, and only has to be named, becomes one token: local classes, the bodies of anonymous ones,
 * the parameters of lambdas, {@code instanceof} with its type, types before {@code ::} and {@code .class}.
 *
 * <p>Before: <code>Map&lt;A, B&gt; m = (Map&lt;A, B&gt;) x;</code>. After:
 * <code>LOCAL Map&lt;A, B&gt; m = CAST (Map&lt;A, B&gt;) x;</code>.
 */
final class BodyMarker {
    private final TokenList tokens;
    private final TypeScanner types;
    private final ExpressionScanner expressions;
    private final StatementScanner statements;
    private final Levels levels = new Levels();
    private final BitSet anonymousBodies = new BitSet();
    private final List<JavaToken> out = new ArrayList<>();
    private int at;

    private BodyMarker(TokenList tokens) {
        this.tokens = tokens;
        this.types = new TypeScanner(tokens);
        this.expressions = new ExpressionScanner(tokens, types);
        this.statements = new StatementScanner(tokens, types);
    }

    /** Marks the tokens of a block in its braces, or of a value. */
    static List<JavaToken> mark(TokenList tokens) {
        BodyMarker marker = new BodyMarker(tokens);
        while (marker.at < tokens.size()) {
            if (!marker.startOfStatement()) {
                marker.step();
            }
        }
        return marker.out;
    }

    /** Takes what is decided at the start of a statement; false if there is nothing of it here. */
    private boolean startOfStatement() {
        boolean starts = statements.startsAt(at, levels.isAfterLabel(at))
                || (levels.isInBraces() && statements.startsBehindMissingSemicolon(at));
        if (!starts) {
            return false;
        }
        if (tokens.is(at, JavaLexer.SWITCH)) {
            keep();
            return true;
        }
        if (statements.isYield(at)) {
            keepAs(JavaLexer.YIELD);
            return true;
        }
        int typeEnd = statements.localTypeEnd(at);
        if (typeEnd > at) {
            fold(JavaLexer.LOCAL_TYPE, typeEnd);
            return true;
        }
        int variable = statements.localVariable(at);
        if (variable > at) {
            boolean each =
                    tokens.is(at - 1, JavaLexer.LPAREN) && tokens.is(types.dimensions(variable + 1), JavaLexer.COLON);
            out.add(JavaToken.mark(each ? JavaLexer.FOR_EACH : JavaLexer.LOCAL, tokens.get(at)));
            keepUntil(variable);
            return true;
        }
        return false;
    }

    private void step() {
        switch (tokens.type(at)) {
            case JavaLexer.LPAREN -> parenthesis();
            case JavaLexer.LBRACKET -> {
                levels.open(false);
                keep();
            }
            case JavaLexer.LBRACE -> brace();
            case JavaLexer.RPAREN, JavaLexer.RBRACKET, JavaLexer.RBRACE -> {
                levels.close();
                keep();
            }
            case JavaLexer.SEMICOLON -> {
                levels.endStatement();
                keep();
            }
            case JavaLexer.CASE, JavaLexer.DEFAULT -> startCase();
            case JavaLexer.ARROW -> keepAs(levels.arrowEndsCase() ? JavaLexer.CASE_ARROW : JavaLexer.ARROW);
            case JavaLexer.QUESTION, JavaLexer.ASSERT -> {
                // The colon of an assert statement is no label's, as that of '?:' is none.
                levels.question();
                keep();
            }
            case JavaLexer.COLON -> {
                levels.colon(at);
                keep();
            }
            case JavaLexer.SWITCH -> keepAs(JavaLexer.SWITCH_VALUE);
            case JavaLexer.NEW -> creation();
            case JavaLexer.INSTANCEOF -> instanceTest();
            case JavaLexer.AT -> keepUntil(Math.max(at + 1, types.annotations(at)));
            default -> operand();
        }
    }

    private void startCase() {
        levels.startCase();
        boolean labels = tokens.is(at, JavaLexer.CASE);
        keep();
        int end = labels ? expressions.patternEnd(at) : -1;
        if (end > at) {
            fold(JavaLexer.PATTERN, end);
        }
    }

    private void instanceTest() {
        int end = expressions.instanceTestEnd(at);
        if (end > at) {
            fold(JavaLexer.INSTANCE_TEST, end);
        } else {
            keep();
        }
    }

    private void keep() {
        out.add(tokens.get(at++));
    }

    private void keepAs(int type) {
        out.add(tokens.get(at++).as(type));
    }

    private void fold(int type, int end) {
        out.add(tokens.fold(type, at, end));
        at = end;
    }

    /** Keeps the tokens of modifiers and types as they are, but for the arguments of annotations. */
    private void keepUntil(int end) {
        while (at < end) {
            if (tokens.opens(at, JavaLexer.LPAREN) && tokens.partner(at) < end) {
                fold(JavaLexer.ARGUMENTS, tokens.partner(at) + 1);
            } else {
                keep();
            }
        }
    }

    private void parenthesis() {
        int close = tokens.partner(at);
        boolean isLambda = close > at && tokens.is(close + 1, JavaLexer.ARROW) && !levels.isInCase();
        boolean isClause = tokens.is(at - 1, JavaLexer.TRY) || tokens.is(at - 1, JavaLexer.CATCH);
        if (close > at && (isLambda || isClause)) {
            fold(JavaLexer.ARGUMENTS, close + 1);
        } else if (close > at && expressions.isCast(at, lastType())) {
            out.add(JavaToken.mark(JavaLexer.CAST, tokens.get(at)));
            keep();
            keepUntil(close + 1);
        } else {
            levels.open(false);
            keep();
        }
    }

    private int lastType() {
        return out.isEmpty() ? JavaLexer.EOF : out.get(out.size() - 1).getType();
    }

    private void brace() {
        if (anonymousBodies.get(at)) {
            fold(JavaLexer.BODY, tokens.partner(at) + 1);
        } else {
            levels.open(true);
            keep();
        }
    }

    /** {@code new Type}, and finds the body behind the arguments, if there is one. */
    private void creation() {
        keep();
        int typeEnd = expressions.createdTypeEnd(at);
        if (typeEnd > at) {
            keepUntil(typeEnd);
        }
        if (tokens.opens(at, JavaLexer.LPAREN)) {
            int body = tokens.partner(at) + 1;
            anonymousBodies.set(body, tokens.opens(body, JavaLexer.LBRACE));
            levels.open(false);
            keep();
        }
    }

    private void operand() {
        int literalEnd = expressions.classLiteralEnd(at);
        int referenceEnd = expressions.referenceTypeEnd(at);
        if (literalEnd > at) {
            fold(JavaLexer.CLASS_LITERAL, literalEnd);
        } else if (referenceEnd > at) {
            fold(JavaLexer.REFERENCE_TYPE, referenceEnd);
        } else {
            keep();
        }
    }
}
