package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.Annotation;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads what both grammars have out of their trees: places, names, types, modifiers. */
final class TreeReader {
    private final SourceFile file;
    private final TokenStream tokens;

    TreeReader(SourceFile file, TokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    static int start(ParserRuleContext tree) {
        return tree.getStart().getStartIndex();
    }

    static int end(ParserRuleContext tree) {
        return tree.getStop().getStopIndex() + 1;
    }

    static int end(TerminalNode leaf) {
        return leaf.getSymbol().getStopIndex() + 1;
    }

    Span span(int start, int end) {
        return new Span(file, start, end);
    }

    Span span(ParserRuleContext tree) {
        return span(start(tree), end(tree));
    }

    Span span(TerminalNode leaf) {
        return span(leaf.getSymbol());
    }

    Span span(Token token) {
        return span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** The text of all tokens of a tree, as in {@code a.b.C}. */
    String text(ParserRuleContext tree) {
        StringBuilder text = new StringBuilder();
        for (int i = tree.getStart().getTokenIndex(); i <= tree.getStop().getTokenIndex(); i++) {
            text.append(tokens.get(i).getText());
        }
        return text.toString();
    }

    /** A type without annotations and type arguments, of the tokens of a tree. */
    TypeRef type(ParserRuleContext tree) {
        StringBuilder name = new StringBuilder();
        boolean generic = false;
        int depth = 0;
        int dimensions = 0;
        int last = tree.getStop().getTokenIndex();
        for (int i = tree.getStart().getTokenIndex(); i <= last; i++) {
            int type = tokens.get(i).getType();
            switch (type) {
                case JavaLexer.AT -> i = lastOfAnnotation(i, last);
                case JavaLexer.LT -> {
                    generic = true;
                    depth++;
                }
                case JavaLexer.GT, JavaLexer.GT_JOINED -> depth--;
                case JavaLexer.LBRACKET -> dimensions += depth == 0 ? 1 : 0;
                case JavaLexer.RBRACKET -> {}
                default -> name.append(depth == 0 ? tokens.get(i).getText() : "");
            }
        }
        return new TypeRef(name.toString(), generic, dimensions, span(tree));
    }

    private int lastOfAnnotation(int at, int last) {
        int i = at + 1;
        while (i + 2 <= last && tokens.get(i + 1).getType() == JavaLexer.DOT) {
            i += 2;
        }
        boolean hasArguments = i + 1 <= last && tokens.get(i + 1).getType() == JavaLexer.ARGUMENTS;
        return hasArguments ? i + 1 : i;
    }

    /** Modifiers, of their trees. */
    Modifiers modifiers(List<? extends ParserRuleContext> trees) {
        Set<String> keywords = new LinkedHashSet<>();
        List<Annotation> annotations = new ArrayList<>();
        for (ParserRuleContext tree : trees) {
            Token first = tree.getStart();
            if (first.getType() == JavaLexer.AT) {
                annotations.add(annotation(tree));
            } else {
                keywords.add(first.getType() == JavaLexer.NON_SEALED ? "non-sealed" : first.getText());
            }
        }
        return new Modifiers(keywords, annotations);
    }

    /** Modifiers with the annotations of a method that stand behind its type parameters. */
    Modifiers withAnnotations(Modifiers modifiers, List<? extends ParserRuleContext> trees) {
        List<Annotation> annotations = new ArrayList<>(modifiers.annotations());
        trees.forEach(tree -> annotations.add(annotation(tree)));
        return trees.isEmpty() ? modifiers : new Modifiers(modifiers.keywords(), annotations);
    }

    private Annotation annotation(ParserRuleContext tree) {
        StringBuilder name = new StringBuilder();
        List<Annotation.Argument> arguments = List.of();
        for (int i = tree.getStart().getTokenIndex() + 1; i <= tree.getStop().getTokenIndex(); i++) {
            JavaToken token = (JavaToken) tokens.get(i);
            if (token.getType() == JavaLexer.ARGUMENTS) {
                arguments = arguments(token.inside());
            } else {
                name.append(token.getText());
            }
        }
        return new Annotation(name.toString(), arguments, span(tree));
    }

    private List<Annotation.Argument> arguments(List<JavaToken> parenthesized) {
        List<Annotation.Argument> arguments = new ArrayList<>();
        TokenList list = new TokenList(parenthesized);
        int start = 1;
        int end = parenthesized.size() - 1;
        for (int i = start; i < end; i++) {
            i = list.partner(i) > i ? list.partner(i) : i;
            boolean last = i + 1 >= end;
            if (last || list.is(i + 1, JavaLexer.COMMA)) {
                arguments.add(argument(list, start, i));
                start = i + 2;
                i++;
            }
        }
        return arguments;
    }

    private Annotation.Argument argument(TokenList list, int first, int last) {
        boolean named =
                list.is(first, JavaLexer.IDENTIFIER) && list.is(first + 1, JavaLexer.ASSIGN) && first + 2 <= last;
        String name = named ? list.get(first).getText() : "value";
        int start = list.get(named ? first + 2 : first).start();
        return new Annotation.Argument(
                name, span(start, Math.max(start, list.get(last).end())));
    }
}
