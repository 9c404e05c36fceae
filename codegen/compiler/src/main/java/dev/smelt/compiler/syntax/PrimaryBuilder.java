package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.Expr;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.Kernels.ClassLiteralContext;
import dev.smelt.compiler.syntax.Kernels.ClassSuffixContext;
import dev.smelt.compiler.syntax.Kernels.CreationContext;
import dev.smelt.compiler.syntax.Kernels.CreatorContext;
import dev.smelt.compiler.syntax.Kernels.GenericCallSuffixContext;
import dev.smelt.compiler.syntax.Kernels.GenericConstructorCallContext;
import dev.smelt.compiler.syntax.Kernels.IncrementSuffixContext;
import dev.smelt.compiler.syntax.Kernels.IndexSuffixContext;
import dev.smelt.compiler.syntax.Kernels.InnerCreationSuffixContext;
import dev.smelt.compiler.syntax.Kernels.LambdaContext;
import dev.smelt.compiler.syntax.Kernels.LengthContext;
import dev.smelt.compiler.syntax.Kernels.LiteralContext;
import dev.smelt.compiler.syntax.Kernels.LiteralPrimaryContext;
import dev.smelt.compiler.syntax.Kernels.MemberSuffixContext;
import dev.smelt.compiler.syntax.Kernels.NamePrimaryContext;
import dev.smelt.compiler.syntax.Kernels.ParenthesizedContext;
import dev.smelt.compiler.syntax.Kernels.PatternContext;
import dev.smelt.compiler.syntax.Kernels.PrimaryContext;
import dev.smelt.compiler.syntax.Kernels.ReferenceSuffixContext;
import dev.smelt.compiler.syntax.Kernels.ReferenceTypeContext;
import dev.smelt.compiler.syntax.Kernels.SuffixContext;
import dev.smelt.compiler.syntax.Kernels.SuperPrimaryContext;
import dev.smelt.compiler.syntax.Kernels.SuperSuffixContext;
import dev.smelt.compiler.syntax.Kernels.SwitchValueContext;
import dev.smelt.compiler.syntax.Kernels.ThisPrimaryContext;
import dev.smelt.compiler.syntax.Kernels.ThisSuffixContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds what operators join: literals, names, calls, selections, creations. */
final class PrimaryBuilder {
    private final TreeReader reader;
    private final ExprBuilder expressions;

    PrimaryBuilder(TreeReader reader, ExprBuilder expressions) {
        this.reader = reader;
        this.expressions = expressions;
    }

    Expr primary(PrimaryContext tree, List<SuffixContext> suffixes) {
        Expr expr = tree.accept(new Primaries());
        for (SuffixContext suffix : suffixes) {
            Span span = reader.span(TreeReader.start(tree), TreeReader.end(suffix));
            expr = suffix.accept(new Suffixes(expr, span));
        }
        return expr;
    }

    /** {@code name} or {@code name(...)}. */
    private final class Primaries extends KernelsBaseVisitor<Expr> {
        @Override
        public Expr visitParenthesized(ParenthesizedContext tree) {
            return expressions.expression(tree.expression());
        }

        @Override
        public Expr visitLiteralPrimary(LiteralPrimaryContext tree) {
            LiteralContext literal = tree.literal();
            return new Expr.Literal(literalKind(literal.getStart().getType()), literal.getText(), reader.span(literal));
        }

        @Override
        public Expr visitNamePrimary(NamePrimaryContext tree) {
            String name = tree.IDENTIFIER().getText();
            Span nameSpan = reader.span(tree.IDENTIFIER());
            return tree.arguments() == null
                    ? new Expr.Name(name, nameSpan)
                    : new Expr.Call(null, name, expressions.arguments(tree.arguments()), nameSpan, reader.span(tree));
        }

        @Override
        public Expr visitCreation(CreationContext tree) {
            return creation(tree.creator(), reader.span(tree));
        }

        @Override
        public Expr visitSwitchValue(SwitchValueContext tree) {
            Expr selector = expressions.expression(tree.expression());
            return expressions.switchValue(selector, tree.switchBlock(), reader.span(tree));
        }

        @Override
        public Expr visitLambda(LambdaContext tree) {
            return new Expr.Unsupported("a lambda expression", reader.span(tree));
        }

        @Override
        public Expr visitThisPrimary(ThisPrimaryContext tree) {
            return thisOrSuper("this", tree.arguments() != null, reader.span(tree));
        }

        @Override
        public Expr visitSuperPrimary(SuperPrimaryContext tree) {
            return thisOrSuper("super", tree.arguments() != null, reader.span(tree));
        }

        @Override
        public Expr visitGenericConstructorCall(GenericConstructorCallContext tree) {
            return new Expr.Unsupported("a constructor call", reader.span(tree));
        }

        @Override
        public Expr visitClassLiteral(ClassLiteralContext tree) {
            return new Expr.Unsupported("a class literal", reader.span(tree));
        }

        @Override
        public Expr visitReferenceType(ReferenceTypeContext tree) {
            return new Expr.Unsupported("a method reference", reader.span(tree));
        }

        @Override
        public Expr visitPattern(PatternContext tree) {
            return new Expr.Unsupported("a pattern", reader.span(tree));
        }
    }

    /** What stands behind an expression. */
    private final class Suffixes extends KernelsBaseVisitor<Expr> {
        private final Expr target;
        private final Span span;

        Suffixes(Expr target, Span span) {
            this.target = target;
            this.span = span;
        }

        @Override
        public Expr visitMemberSuffix(MemberSuffixContext tree) {
            String name = tree.IDENTIFIER().getText();
            Span nameSpan = reader.span(tree.IDENTIFIER());
            return tree.arguments() == null
                    ? new Expr.Select(target, name, nameSpan, span)
                    : new Expr.Call(target, name, expressions.arguments(tree.arguments()), nameSpan, span);
        }

        @Override
        public Expr visitIndexSuffix(IndexSuffixContext tree) {
            return new Expr.Index(target, expressions.expression(tree.expression()), span);
        }

        @Override
        public Expr visitIncrementSuffix(IncrementSuffixContext tree) {
            return new Expr.Increment(target, tree.PLUS_PLUS() != null, false, span);
        }

        @Override
        public Expr visitGenericCallSuffix(GenericCallSuffixContext tree) {
            return new Expr.Unsupported("a call with type arguments", span);
        }

        @Override
        public Expr visitInnerCreationSuffix(InnerCreationSuffixContext tree) {
            return new Expr.Unsupported("the creation of an inner object", span);
        }

        @Override
        public Expr visitThisSuffix(ThisSuffixContext tree) {
            return thisOrSuper("this", false, span);
        }

        @Override
        public Expr visitSuperSuffix(SuperSuffixContext tree) {
            return thisOrSuper("super", tree.arguments() != null, span);
        }

        @Override
        public Expr visitClassSuffix(ClassSuffixContext tree) {
            return new Expr.Unsupported("a class literal", span);
        }

        @Override
        public Expr visitReferenceSuffix(ReferenceSuffixContext tree) {
            return new Expr.Unsupported("a method reference", span);
        }
    }

    private static Expr thisOrSuper(String keyword, boolean call, Span span) {
        return new Expr.Unsupported(call ? "a constructor call" : keyword, span);
    }

    private static Expr.Literal.Kind literalKind(int type) {
        return switch (type) {
            case JavaLexer.INT_LITERAL -> Expr.Literal.Kind.INT;
            case JavaLexer.LONG_LITERAL -> Expr.Literal.Kind.LONG;
            case JavaLexer.FLOAT_LITERAL -> Expr.Literal.Kind.FLOAT;
            case JavaLexer.DOUBLE_LITERAL -> Expr.Literal.Kind.DOUBLE;
            case JavaLexer.CHAR_LITERAL -> Expr.Literal.Kind.CHAR;
            case JavaLexer.STRING_LITERAL -> Expr.Literal.Kind.STRING;
            case JavaLexer.TEXT_BLOCK -> Expr.Literal.Kind.TEXT_BLOCK;
            case JavaLexer.NULL -> Expr.Literal.Kind.NULL;
            default -> Expr.Literal.Kind.BOOLEAN;
        };
    }

    private Expr creation(CreatorContext tree, Span span) {
        TypeRef type = reader.type(tree.classType() != null ? tree.classType() : tree.primitive());
        if (tree.typeArguments() != null) {
            return new Expr.Unsupported("a call with type arguments", span);
        }
        if (tree.BODY() != null) {
            return new Expr.Unsupported("an anonymous class", span);
        }
        if (tree.arguments() != null) {
            return new Expr.New(type, expressions.arguments(tree.arguments()), span);
        }
        if (type.generic()) {
            return new Expr.Unsupported("an array creation with generic type", span);
        }
        return array(tree, type, span);
    }

    private Expr array(CreatorContext tree, TypeRef elementType, Span span) {
        List<Expr> lengths = new ArrayList<>();
        for (LengthContext length : tree.length()) {
            lengths.add(expressions.expression(length.expression()));
        }
        int brackets = lengths.size()
                + tree.LBRACKET().size()
                + (tree.dimensions() == null ? 0 : tree.dimensions().LBRACKET().size());
        Expr.@Nullable ArrayInit initializer =
                tree.arrayInitializer() == null ? null : expressions.arrayInit(tree.arrayInitializer());
        return new Expr.NewArray(elementType.withDimensions(brackets), lengths, initializer, span);
    }
}
