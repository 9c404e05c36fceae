package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaUnaryOp;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.Kernels.ArgumentsContext;
import dev.smelt.compiler.syntax.Kernels.ArrayInitializerContext;
import dev.smelt.compiler.syntax.Kernels.AssignmentOperatorContext;
import dev.smelt.compiler.syntax.Kernels.BinaryContext;
import dev.smelt.compiler.syntax.Kernels.ConditionalContext;
import dev.smelt.compiler.syntax.Kernels.ElementContext;
import dev.smelt.compiler.syntax.Kernels.ExpressionContext;
import dev.smelt.compiler.syntax.Kernels.ExpressionsContext;
import dev.smelt.compiler.syntax.Kernels.PrefixContext;
import dev.smelt.compiler.syntax.Kernels.SwitchBlockContext;
import dev.smelt.compiler.syntax.Kernels.UnaryContext;
import dev.smelt.compiler.syntax.OperatorGrouping.Operand;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the parse trees of expressions, in which operators make flat lists, into nested expressions. */
final class ExprBuilder {
    /** Builds the cases of a switch that gives a value; statements and expressions contain each other. */
    interface CaseBuilder {
        JavaExpr.Switch switchValue(JavaExpr selector, SwitchBlockContext block, Span span);
    }

    private final SourceFile file;
    private final TreeReader reader;
    private final TreeDepth depth;
    private final CaseBuilder cases;
    private final PrimaryBuilder primaries;

    ExprBuilder(SourceFile file, TreeReader reader, TreeDepth depth, CaseBuilder cases) {
        this.file = file;
        this.reader = reader;
        this.depth = depth;
        this.cases = cases;
        this.primaries = new PrimaryBuilder(reader, this);
    }

    JavaExpr expression(ExpressionContext tree) {
        return operand(tree).expr();
    }

    List<JavaExpr> expressions(@Nullable ExpressionsContext tree) {
        List<JavaExpr> built = new ArrayList<>();
        if (tree != null) {
            tree.expression().forEach(expression -> built.add(expression(expression)));
        }
        return built;
    }

    List<JavaExpr> arguments(ArgumentsContext tree) {
        return expressions(tree.expressions());
    }

    JavaExpr element(ElementContext tree) {
        return tree.expression() != null ? expression(tree.expression()) : arrayInit(tree.arrayInitializer());
    }

    JavaExpr.ArrayInit arrayInit(ArrayInitializerContext tree) {
        depth.enter(1, tree);
        List<JavaExpr> elements = new ArrayList<>();
        tree.element().forEach(element -> elements.add(element(element)));
        depth.leave(1);
        return new JavaExpr.ArrayInit(elements, reader.span(tree));
    }

    JavaExpr.Switch switchValue(JavaExpr selector, SwitchBlockContext block, Span span) {
        return cases.switchValue(selector, block, span);
    }

    /** Assignments group to the right: {@code a = b = c} is {@code a = (b = c)}. */
    private Operand operand(ExpressionContext tree) {
        List<ConditionalContext> parts = tree.conditional();
        int last = parts.size() - 1;
        depth.enter(parts.size(), tree);
        Operand value = conditional(parts.get(last));
        for (int i = last - 1; i >= 0; i--) {
            Operand target = conditional(parts.get(i));
            AssignmentOperatorContext op = tree.assignmentOperator(i);
            Span span = reader.span(target.start(), value.end());
            JavaExpr assign = new JavaExpr.Assign(assignmentOp(op), target.expr(), value.expr(), reader.span(op), span);
            value = new Operand(assign, target.start(), value.end());
        }
        depth.leave(parts.size());
        return value;
    }

    private @Nullable JavaBinaryOp assignmentOp(AssignmentOperatorContext tree) {
        String text = reader.text(tree);
        return text.equals("=") ? null : binaryOp(text.substring(0, text.length() - 1));
    }

    /** Conditionals group to the right: {@code a ? b : c ? d : e} is {@code a ? b : (c ? d : e)}. */
    private Operand conditional(ConditionalContext tree) {
        List<BinaryContext> parts = tree.binary();
        int last = parts.size() - 1;
        depth.enter(last, tree);
        Operand value = binary(parts.get(last));
        for (int i = last - 1; i >= 0; i--) {
            Operand condition = binary(parts.get(i));
            JavaExpr then = expression(tree.expression(i));
            Span span = reader.span(condition.start(), value.end());
            JavaExpr conditional = new JavaExpr.Conditional(condition.expr(), then, value.expr(), span);
            value = new Operand(conditional, condition.start(), value.end());
        }
        depth.leave(last);
        return value;
    }

    private Operand binary(BinaryContext tree) {
        OperatorGrouping grouping = new OperatorGrouping(file, unary((UnaryContext) tree.getChild(0)));
        int i = 1;
        while (i < tree.getChildCount()) {
            ParseTree child = tree.getChild(i);
            if (child instanceof Kernels.BinaryOperatorContext op) {
                Operand right = unary((UnaryContext) tree.getChild(i + 1));
                grouping.add(binaryOp(reader.text(op)), reader.span(op), right);
                i += 2;
            } else {
                grouping.addInstanceTest(TreeReader.end((TerminalNode) child));
                i++;
            }
        }
        return grouping.result();
    }

    private static JavaBinaryOp binaryOp(String symbol) {
        for (JavaBinaryOp op : JavaBinaryOp.values()) {
            if (op.symbol().equals(symbol)) {
                return op;
            }
        }
        throw new AssertionError(symbol);
    }

    private Operand unary(UnaryContext tree) {
        int levels = tree.prefix().size() + tree.suffix().size();
        depth.enter(levels, tree);
        JavaExpr expr = primaries.primary(tree.primary(), tree.suffix());
        int end = TreeReader.end(tree);
        for (int i = tree.prefix().size() - 1; i >= 0; i--) {
            PrefixContext prefix = tree.prefix(i);
            expr = prefixed(prefix, expr, reader.span(TreeReader.start(prefix), end));
        }
        depth.leave(levels);
        return new Operand(expr, TreeReader.start(tree), end);
    }

    private JavaExpr prefixed(PrefixContext tree, JavaExpr operand, Span span) {
        return switch (tree.getStart().getType()) {
            case JavaLexer.PLUS_PLUS -> new JavaExpr.Increment(operand, true, true, span);
            case JavaLexer.MINUS_MINUS -> new JavaExpr.Increment(operand, false, true, span);
            case JavaLexer.PLUS -> new JavaExpr.Unary(JavaUnaryOp.PLUS, operand, span);
            case JavaLexer.MINUS -> new JavaExpr.Unary(JavaUnaryOp.NEGATE, operand, span);
            case JavaLexer.NOT -> new JavaExpr.Unary(JavaUnaryOp.NOT, operand, span);
            case JavaLexer.TILDE -> new JavaExpr.Unary(JavaUnaryOp.COMPLEMENT, operand, span);
            default ->
                tree.type().size() > 1
                        ? new JavaExpr.Unsupported("an intersection cast", span)
                        : new JavaExpr.Cast(reader.type(tree.type(0)), operand, span);
        };
    }
}
