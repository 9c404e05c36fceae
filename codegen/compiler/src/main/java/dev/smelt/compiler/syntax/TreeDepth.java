package dev.smelt.compiler.syntax;

import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Counts how deep the syntax tree gets, where it gets deeper than the parser's recursion did: by chains of signs, casts,
 * selections, {@code ?:}, assignments and {@code else if}. Who reads the tree may then recur over it. The left sides of
 * binary operators aren't counted: a sum of thousands of terms is fine.
 */
final class TreeDepth {
    /** How deep the tree may get. */
    static final int MAX_DEPTH = 500;

    private int depth;

    void enter(int levels, ParserRuleContext tree) {
        depth += levels;
        if (depth > MAX_DEPTH) {
            throw new NestingParser.TooDeepException(tree.getStart());
        }
    }

    void leave(int levels) {
        depth -= levels;
    }
}
