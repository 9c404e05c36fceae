package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.JavaExpr;
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

    JavaExpr primary(PrimaryContext tree, List<SuffixContext> suffixes) {
        JavaExpr expr = tree.accept(new Primaries());
        for (SuffixContext suffix : suffixes) {
            Span span = reader.span(TreeReader.start(tree), TreeReader.end(suffix));
            expr = suffix.accept(new Suffixes(expr, span));
        }
        return expr;
    }

    /** {@code name} or {@code name(...)}. */
    private final class Primaries extends KernelsBaseVisitor<JavaExpr> {
        @Override
        public JavaExpr visitParenthesized(ParenthesizedContext tree) {
            return expressions.expression(tree.expression());
        }

        @Override
        public JavaExpr visitLiteralPrimary(LiteralPrimaryContext tree) {
            LiteralContext literal = tree.literal();
            return new JavaExpr.Literal(
                    literalKind(literal.getStart().getType()), literal.getText(), reader.span(literal));
        }

        @Override
        public JavaExpr visitNamePrimary(NamePrimaryContext tree) {
            String name = tree.IDENTIFIER().getText();
            Span nameSpan = reader.span(tree.IDENTIFIER());
            return tree.arguments() == null
                    ? new JavaExpr.Name(name, nameSpan)
                    : new JavaExpr.Call(
                            null, name, expressions.arguments(tree.arguments()), nameSpan, reader.span(tree));
        }

        @Override
        public JavaExpr visitCreation(CreationContext tree) {
            return creation(tree.creator(), reader.span(tree));
        }

        @Override
        public JavaExpr visitSwitchValue(SwitchValueContext tree) {
            JavaExpr selector = expressions.expression(tree.expression());
            return expressions.switchValue(selector, tree.switchBlock(), reader.span(tree));
        }

        @Override
        public JavaExpr visitLambda(LambdaContext tree) {
            return new JavaExpr.Unsupported("a lambda expression", reader.span(tree));
        }

        @Override
        public JavaExpr visitThisPrimary(ThisPrimaryContext tree) {
            return thisOrSuper("this", tree.arguments() != null, reader.span(tree));
        }

        @Override
        public JavaExpr visitSuperPrimary(SuperPrimaryContext tree) {
            return thisOrSuper("super", tree.arguments() != null, reader.span(tree));
        }

        @Override
        public JavaExpr visitGenericConstructorCall(GenericConstructorCallContext tree) {
            return new JavaExpr.Unsupported("a constructor call", reader.span(tree));
        }

        @Override
        public JavaExpr visitClassLiteral(ClassLiteralContext tree) {
            return new JavaExpr.Unsupported("a class literal", reader.span(tree));
        }

        @Override
        public JavaExpr visitReferenceType(ReferenceTypeContext tree) {
            return new JavaExpr.Unsupported("a method reference", reader.span(tree));
        }

        @Override
        public JavaExpr visitPattern(PatternContext tree) {
            return new JavaExpr.Unsupported("a pattern", reader.span(tree));
        }
    }

    /** What stands behind an expression. */
    private final class Suffixes extends KernelsBaseVisitor<JavaExpr> {
        private final JavaExpr target;
        private final Span span;

        Suffixes(JavaExpr target, Span span) {
            this.target = target;
            this.span = span;
        }

        @Override
        public JavaExpr visitMemberSuffix(MemberSuffixContext tree) {
            String name = tree.IDENTIFIER().getText();
            Span nameSpan = reader.span(tree.IDENTIFIER());
            return tree.arguments() == null
                    ? new JavaExpr.Select(target, name, nameSpan, span)
                    : new JavaExpr.Call(target, name, expressions.arguments(tree.arguments()), nameSpan, span);
        }

        @Override
        public JavaExpr visitIndexSuffix(IndexSuffixContext tree) {
            return new JavaExpr.Index(target, expressions.expression(tree.expression()), span);
        }

        @Override
        public JavaExpr visitIncrementSuffix(IncrementSuffixContext tree) {
            return new JavaExpr.Increment(target, tree.PLUS_PLUS() != null, false, span);
        }

        @Override
        public JavaExpr visitGenericCallSuffix(GenericCallSuffixContext tree) {
            return new JavaExpr.Unsupported("a call with type arguments", span);
        }

        @Override
        public JavaExpr visitInnerCreationSuffix(InnerCreationSuffixContext tree) {
            return new JavaExpr.Unsupported("the creation of an inner object", span);
        }

        @Override
        public JavaExpr visitThisSuffix(ThisSuffixContext tree) {
            return new JavaExpr.Unsupported("this", span);
        }

        @Override
        public JavaExpr visitSuperSuffix(SuperSuffixContext tree) {
            return thisOrSuper("super", tree.arguments() != null, span);
        }

        @Override
        public JavaExpr visitClassSuffix(ClassSuffixContext tree) {
            return new JavaExpr.Unsupported("a class literal", span);
        }

        @Override
        public JavaExpr visitReferenceSuffix(ReferenceSuffixContext tree) {
            return new JavaExpr.Unsupported("a method reference", span);
        }
    }

    /** {@code this} is a name like another, in the methods of records. */
    private static JavaExpr thisOrSuper(String keyword, boolean call, Span span) {
        return keyword.equals("this") && !call
                ? new JavaExpr.Name("this", span)
                : new JavaExpr.Unsupported(call ? "a constructor call" : keyword, span);
    }

    private static JavaExpr.Literal.Kind literalKind(int type) {
        return switch (type) {
            case JavaLexer.INT_LITERAL -> JavaExpr.Literal.Kind.INT;
            case JavaLexer.LONG_LITERAL -> JavaExpr.Literal.Kind.LONG;
            case JavaLexer.FLOAT_LITERAL -> JavaExpr.Literal.Kind.FLOAT;
            case JavaLexer.DOUBLE_LITERAL -> JavaExpr.Literal.Kind.DOUBLE;
            case JavaLexer.CHAR_LITERAL -> JavaExpr.Literal.Kind.CHAR;
            case JavaLexer.STRING_LITERAL -> JavaExpr.Literal.Kind.STRING;
            case JavaLexer.TEXT_BLOCK -> JavaExpr.Literal.Kind.TEXT_BLOCK;
            case JavaLexer.NULL -> JavaExpr.Literal.Kind.NULL;
            default -> JavaExpr.Literal.Kind.BOOLEAN;
        };
    }

    private JavaExpr creation(CreatorContext tree, Span span) {
        TypeRef type = reader.type(tree.classType() != null ? tree.classType() : tree.primitive());
        if (tree.typeArguments() != null) {
            return new JavaExpr.Unsupported("a call with type arguments", span);
        }
        if (tree.BODY() != null) {
            return new JavaExpr.Unsupported("an anonymous class", span);
        }
        if (tree.arguments() != null) {
            return new JavaExpr.New(type, expressions.arguments(tree.arguments()), span);
        }
        if (type.generic()) {
            return new JavaExpr.Unsupported("an array creation with generic type", span);
        }
        return array(tree, type, span);
    }

    private JavaExpr array(CreatorContext tree, TypeRef elementType, Span span) {
        List<JavaExpr> lengths = new ArrayList<>();
        for (LengthContext length : tree.length()) {
            lengths.add(expressions.expression(length.expression()));
        }
        int brackets = lengths.size()
                + tree.LBRACKET().size()
                + (tree.dimensions() == null ? 0 : tree.dimensions().LBRACKET().size());
        JavaExpr.@Nullable ArrayInit initializer =
                tree.arrayInitializer() == null ? null : expressions.arrayInit(tree.arrayInitializer());
        return new JavaExpr.NewArray(elementType.withDimensions(brackets), lengths, initializer, span);
    }
}
