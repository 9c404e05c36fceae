package dev.smelt.compiler.syntax;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The tokens of a stretch of source, the last of them EOF, with the partner of each bracket. */
final class TokenList {
    /** How many brackets that nobody closes a closing one may pass over; keeps nonsense from costing much time. */
    private static final int MAX_SKIPPED = 100;

    private final List<JavaToken> tokens;
    private final int[] partners;

    TokenList(List<JavaToken> tokens) {
        this.tokens = tokens;
        this.partners = partners(tokens);
    }

    /**
     * Pairs brackets. A brace is paired with a brace, whatever is left open or closed in between; only the initialiser
     * of an array, which holds no statements, is given up at a semicolon.
     */
    private static int[] partners(List<JavaToken> tokens) {
        int[] partners = new int[tokens.size()];
        Arrays.fill(partners, -1);
        Deque<Integer> open = new ArrayDeque<>();
        BitSet arrays = new BitSet();
        for (int i = 0; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            int opener = opener(type);
            if (isOpener(type)) {
                arrays.set(i, type == JavaLexer.LBRACE && isArray(tokens, i, arrays));
                open.push(i);
            } else if (type == JavaLexer.SEMICOLON) {
                while (!open.isEmpty() && arrays.get(open.element())) {
                    open.pop();
                }
            } else if (opener >= 0 && isOpen(opener, open, tokens)) {
                while (tokens.get(open.element()).getType() != opener) {
                    open.pop();
                }
                partners[i] = open.element();
                partners[open.pop()] = i;
            }
        }
        return partners;
    }

    private static boolean isArray(List<JavaToken> tokens, int brace, BitSet arrays) {
        int previous = brace == 0 ? JavaLexer.EOF : tokens.get(brace - 1).getType();
        return previous == JavaLexer.ASSIGN || (previous == JavaLexer.LBRACE && arrays.get(brace - 1));
    }

    private static boolean isOpener(int type) {
        return type == JavaLexer.LPAREN || type == JavaLexer.LBRACE || type == JavaLexer.LBRACKET;
    }

    private static int opener(int closer) {
        return switch (closer) {
            case JavaLexer.RPAREN -> JavaLexer.LPAREN;
            case JavaLexer.RBRACE -> JavaLexer.LBRACE;
            case JavaLexer.RBRACKET -> JavaLexer.LBRACKET;
            default -> -1;
        };
    }

    /** Whether a bracket is open that a closing one could mean. A parenthesis doesn't reach across braces. */
    private static boolean isOpen(int opener, Deque<Integer> open, List<JavaToken> tokens) {
        int looks = 0;
        for (int i : open) {
            int type = tokens.get(i).getType();
            if (type == opener) {
                return true;
            }
            boolean given = opener != JavaLexer.LBRACE && (type == JavaLexer.LBRACE || ++looks > MAX_SKIPPED);
            if (given) {
                return false;
            }
        }
        return false;
    }

    int size() {
        return tokens.size();
    }

    JavaToken get(int index) {
        return tokens.get(index);
    }

    /** The type of the token at an index; EOF outside of the list. */
    int type(int index) {
        return index < 0 || index >= tokens.size()
                ? JavaLexer.EOF
                : tokens.get(index).getType();
    }

    boolean is(int index, int type) {
        return type(index) == type;
    }

    /** The index of the bracket that closes or opens this one, or -1. */
    int partner(int index) {
        return partners[index];
    }

    /** Whether there is an opening bracket that is closed. */
    boolean opens(int index, int type) {
        return is(index, type) && partners[index] > index;
    }

    List<JavaToken> sublist(int from, int to) {
        return tokens.subList(from, to);
    }

    JavaToken fold(int type, int from, int to) {
        return JavaToken.folded(type, tokens.subList(from, to));
    }
}
