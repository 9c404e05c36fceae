package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.NestingParser.TooDeepException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Parses Java: a file down to its members, and bodies and values one by one. The user's mistakes are diagnostics, never
 * exceptions.
 */
public final class JavaParser {
    private JavaParser() {}

    /**
     * Reads what a file declares. Declarations with a mistake of syntax are reported and left out. Bytes in code that
     * aren't UTF-8 are reported for all of the file.
     */
    public static CompilationUnit parseFile(SourceFile file, Diagnostics diagnostics) {
        Span all = new Span(file, 0, file.text().length());
        List<JavaToken> tokens = Tokenizer.tokenize(all);
        LexicalErrors.reportMalformedBytes(file, tokens, diagnostics);
        List<JavaToken> folded = DeclarationFolder.fold(new TokenList(tokens));
        LexicalErrors lexical = new LexicalErrors(file, diagnostics);
        CommonTokenStream stream = stream(lexical.replace(folded));
        Declarations parser = new Declarations(stream);
        SyntaxMessages messages = new SyntaxMessages(file, lexical, diagnostics);
        parser.limitNesting(Declarations.RULE_typeBody, Declarations.RULE_enumBody, Declarations.RULE_type);
        configure(
                parser,
                messages,
                rules(Declarations.RULE_item, Declarations.RULE_member),
                rules(Declarations.RULE_file, Declarations.RULE_typeBody, Declarations.RULE_enumBody));
        try {
            FileBuilder builder = new FileBuilder(file, new TreeReader(file, stream), messages);
            return builder.file(parser.file());
        } catch (TooDeepException e) {
            reportTooDeep(file, e, diagnostics);
            return new CompilationUnit(file, "", List.of(), List.of());
        }
    }

    /**
     * Parses the body of a method, with its braces.
     *
     * @return the body; empty if there was a mistake of syntax, which is then reported
     */
    public static Optional<JavaStmt.Block> parseBody(Span body, Diagnostics diagnostics) {
        return parse(body, diagnostics, (parser, builder) -> {
            Kernels.BodyContext tree = parser.body();
            return () -> builder.block(tree.block());
        });
    }

    /**
     * Parses the value of a field or of an annotation's element: an expression, or an array initialiser in braces.
     *
     * @return the value; empty if there was a mistake of syntax, which is then reported
     */
    public static Optional<JavaExpr> parseExpression(Span value, Diagnostics diagnostics) {
        return parse(value, diagnostics, (parser, builder) -> {
            Kernels.ValueContext tree = parser.value();
            return () -> builder.expressions().element(tree.element());
        });
    }

    /** Builds what was parsed; not called if there was a mistake. */
    private interface Build<T> {
        T build();
    }

    private static <T> Optional<T> parse(
            Span span, Diagnostics diagnostics, BiFunction<Kernels, StmtBuilder, Build<T>> parse) {
        SourceFile file = span.file();
        LexicalErrors lexical = new LexicalErrors(file, diagnostics);
        List<JavaToken> tokens = lexical.replace(Tokenizer.tokenize(span));
        CommonTokenStream stream = stream(BodyMarker.mark(new TokenList(tokens)));
        Kernels parser = new Kernels(stream);
        SyntaxMessages messages = new SyntaxMessages(file, lexical, diagnostics);
        parser.limitNesting(
                Kernels.RULE_expression, Kernels.RULE_statement, Kernels.RULE_arrayInitializer, Kernels.RULE_type);
        configure(
                parser,
                messages,
                rules(Kernels.RULE_statement, Kernels.RULE_otherStatement, Kernels.RULE_switchGroup),
                rules(Kernels.RULE_block, Kernels.RULE_switchBlock));
        try {
            StmtBuilder builder = new StmtBuilder(file, new TreeReader(file, stream), messages);
            Build<T> build = parse.apply(parser, builder);
            if (messages.reported() || lexical.found()) {
                return Optional.empty();
            }
            T built = build.build();
            return messages.reported() ? Optional.empty() : Optional.of(built);
        } catch (TooDeepException e) {
            reportTooDeep(file, e, diagnostics);
            return Optional.empty();
        }
    }

    private static CommonTokenStream stream(List<JavaToken> tokens) {
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
        stream.fill();
        return stream;
    }

    private static void configure(NestingParser parser, SyntaxMessages messages, BitSet items, BitSet lists) {
        parser.removeErrorListeners();
        parser.setErrorHandler(new SyntaxErrorStrategy(items, lists, messages));
        // The passes before leave nothing that would need the stack to be decided.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    private static BitSet rules(int... rules) {
        BitSet set = new BitSet();
        for (int rule : rules) {
            set.set(rule);
        }
        return set;
    }

    private static void reportTooDeep(SourceFile file, TooDeepException e, Diagnostics diagnostics) {
        int start = e.token().getStartIndex();
        diagnostics.report(
                Code.NESTED_TOO_DEEP,
                new Span(file, start, Math.min(start + 1, file.text().length())),
                "this is nested too deep",
                "take parts of it out into local variables or methods");
    }
}
