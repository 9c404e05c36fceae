package dev.smelt.compiler.syntax;

import java.util.BitSet;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** What the generated parsers extend: it stops before nested source could overflow the stack. */
abstract class NestingParser extends Parser {
    /** How deep brackets, statements and types may be nested. */
    static final int MAX_NESTING = 200;

    private final BitSet nestingRules = new BitSet();
    private int nesting;

    NestingParser(TokenStream tokens) {
        super(tokens);
    }

    /** The rules through which one piece of source contains another. */
    final void limitNesting(int... rules) {
        for (int rule : rules) {
            nestingRules.set(rule);
        }
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        super.enterRule(context, state, rule);
        if (nestingRules.get(rule) && ++nesting > MAX_NESTING) {
            throw new TooDeepException(context.getStart());
        }
    }

    @Override
    public void exitRule() {
        if (nestingRules.get(_ctx.getRuleIndex())) {
            nesting--;
        }
        super.exitRule();
    }

    /** Ends a parse: not a mistake of syntax, so no rule may recover from it. */
    static final class TooDeepException extends RuntimeException {
        private final transient Token token;

        TooDeepException(Token token) {
            super(null, null, false, false);
            this.token = token;
        }

        Token token() {
            return token;
        }
    }
}
