package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.Kernels.AssertStatementContext;
import dev.smelt.compiler.syntax.Kernels.BlockContext;
import dev.smelt.compiler.syntax.Kernels.BlockStatementContext;
import dev.smelt.compiler.syntax.Kernels.BreakStatementContext;
import dev.smelt.compiler.syntax.Kernels.ContinueStatementContext;
import dev.smelt.compiler.syntax.Kernels.DeclaratorContext;
import dev.smelt.compiler.syntax.Kernels.DoStatementContext;
import dev.smelt.compiler.syntax.Kernels.EmptyStatementContext;
import dev.smelt.compiler.syntax.Kernels.ExpressionContext;
import dev.smelt.compiler.syntax.Kernels.ExpressionStatementContext;
import dev.smelt.compiler.syntax.Kernels.ExpressionsContext;
import dev.smelt.compiler.syntax.Kernels.ForEachStatementContext;
import dev.smelt.compiler.syntax.Kernels.ForStatementContext;
import dev.smelt.compiler.syntax.Kernels.IfPartContext;
import dev.smelt.compiler.syntax.Kernels.IfStatementContext;
import dev.smelt.compiler.syntax.Kernels.LabeledStatementContext;
import dev.smelt.compiler.syntax.Kernels.LocalContext;
import dev.smelt.compiler.syntax.Kernels.LocalStatementContext;
import dev.smelt.compiler.syntax.Kernels.LocalTypeStatementContext;
import dev.smelt.compiler.syntax.Kernels.ReturnStatementContext;
import dev.smelt.compiler.syntax.Kernels.StatementContext;
import dev.smelt.compiler.syntax.Kernels.SwitchStatementContext;
import dev.smelt.compiler.syntax.Kernels.SynchronizedStatementContext;
import dev.smelt.compiler.syntax.Kernels.ThrowStatementContext;
import dev.smelt.compiler.syntax.Kernels.TryStatementContext;
import dev.smelt.compiler.syntax.Kernels.WhileStatementContext;
import dev.smelt.compiler.syntax.Kernels.YieldStatementContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Turns the parse trees of statements into statements. */
final class StmtBuilder extends KernelsBaseVisitor<JavaStmt> {
    private final TreeReader reader;
    private final SyntaxMessages messages;
    private final TreeDepth depth = new TreeDepth();
    private final ExprBuilder expressions;
    private final SwitchBuilder switches;

    StmtBuilder(SourceFile file, TreeReader reader, SyntaxMessages messages) {
        this.reader = reader;
        this.messages = messages;
        this.switches = new SwitchBuilder(reader, this);
        this.expressions = new ExprBuilder(
                file,
                reader,
                depth,
                (selector, block, span) -> new JavaExpr.Switch(selector, switches.cases(block, true), span));
    }

    ExprBuilder expressions() {
        return expressions;
    }

    JavaStmt.Block block(BlockContext tree) {
        return new JavaStmt.Block(statements(tree.statement()), reader.span(tree));
    }

    List<JavaStmt> statements(List<StatementContext> trees) {
        List<JavaStmt> built = new ArrayList<>(trees.size());
        trees.forEach(tree -> built.add(statement(tree)));
        return built;
    }

    private JavaStmt statement(ParserRuleContext tree) {
        depth.enter(1, tree);
        JavaStmt built = tree.accept(this);
        depth.leave(1);
        return built;
    }

    /** An expression as a statement: only those that do something may stand alone. */
    JavaStmt.Expression effect(ExpressionContext tree, Span span) {
        JavaExpr expr = expressions.expression(tree);
        boolean acts = expr instanceof JavaExpr.Assign
                || expr instanceof JavaExpr.Increment
                || expr instanceof JavaExpr.Call
                || expr instanceof JavaExpr.New
                || expr instanceof JavaExpr.Unsupported;
        boolean parenthesized = TreeReader.start(tree) < expr.span().start()
                && TreeReader.end(tree) > expr.span().end();
        if (!acts || parenthesized) {
            messages.report(
                    Code.NOT_A_STATEMENT,
                    TreeReader.start(tree),
                    TreeReader.end(tree),
                    "this computes a value, and nothing is done with it",
                    "assign its value to a variable, or remove it");
        }
        return new JavaStmt.Expression(expr, span);
    }

    private JavaStmt unsupported(String construct, ParserRuleContext tree) {
        return new JavaStmt.Unsupported(construct, reader.span(tree));
    }

    @Override
    public JavaStmt visitStatement(StatementContext tree) {
        return tree.getChild(0).accept(this);
    }

    @Override
    public JavaStmt visitIfStatement(IfStatementContext tree) {
        int parts = tree.ifPart().size();
        depth.enter(parts, tree);
        int end = TreeReader.end(tree);
        JavaStmt otherwise = tree.otherStatement() == null ? null : statement(tree.otherStatement());
        for (int i = parts - 1; i >= 0; i--) {
            IfPartContext part = tree.ifPart(i);
            otherwise = new JavaStmt.If(
                    expressions.expression(part.expression()),
                    statement(part.statement()),
                    otherwise,
                    reader.span(TreeReader.start(part), end));
        }
        depth.leave(parts);
        if (otherwise == null) {
            throw new AssertionError(reader.span(tree));
        }
        return otherwise;
    }

    @Override
    public JavaStmt visitBlockStatement(BlockStatementContext tree) {
        return block(tree.block());
    }

    @Override
    public JavaStmt visitLocalStatement(LocalStatementContext tree) {
        return local(tree.local(), reader.span(tree));
    }

    private JavaStmt.Local local(LocalContext tree, Span span) {
        TypeRef type = reader.type(tree.type());
        List<JavaStmt.Local.Declarator> declarators = new ArrayList<>();
        for (DeclaratorContext declarator : tree.declarator()) {
            declarators.add(new JavaStmt.Local.Declarator(
                    type.withDimensions(declarator.dimensions().LBRACKET().size()),
                    declarator.IDENTIFIER().getText(),
                    declarator.element() == null ? null : expressions.element(declarator.element()),
                    reader.span(declarator.IDENTIFIER())));
        }
        return new JavaStmt.Local(reader.modifiers(tree.localModifier()), declarators, span);
    }

    @Override
    public JavaStmt visitLocalTypeStatement(LocalTypeStatementContext tree) {
        JavaToken folded = (JavaToken) tree.LOCAL_TYPE().getSymbol();
        return unsupported(LocalTypes.describe(folded.inside()), tree);
    }

    @Override
    public JavaStmt visitEmptyStatement(EmptyStatementContext tree) {
        return new JavaStmt.Empty(reader.span(tree));
    }

    @Override
    public JavaStmt visitWhileStatement(WhileStatementContext tree) {
        return new JavaStmt.While(
                expressions.expression(tree.expression()), statement(tree.statement()), reader.span(tree));
    }

    @Override
    public JavaStmt visitDoStatement(DoStatementContext tree) {
        return new JavaStmt.DoWhile(
                statement(tree.statement()), expressions.expression(tree.expression()), reader.span(tree));
    }

    @Override
    public JavaStmt visitForEachStatement(ForEachStatementContext tree) {
        return new JavaStmt.ForEach(
                reader.modifiers(tree.localModifier()),
                reader.type(tree.type())
                        .withDimensions(tree.dimensions().LBRACKET().size()),
                tree.IDENTIFIER().getText(),
                expressions.expression(tree.expression()),
                statement(tree.statement()),
                reader.span(tree.IDENTIFIER()),
                reader.span(tree));
    }

    @Override
    public JavaStmt visitForStatement(ForStatementContext tree) {
        List<JavaStmt> init = new ArrayList<>();
        if (tree.local() != null) {
            init.add(local(tree.local(), reader.span(tree.local())));
        } else {
            init.addAll(effects(tree.init));
        }
        List<JavaExpr> update = new ArrayList<>();
        effects(tree.update).forEach(effect -> update.add(effect.expr()));
        return new JavaStmt.For(
                init,
                tree.expression() == null ? null : expressions.expression(tree.expression()),
                update,
                statement(tree.statement()),
                reader.span(tree));
    }

    private List<JavaStmt.Expression> effects(@Nullable ExpressionsContext tree) {
        List<JavaStmt.Expression> built = new ArrayList<>();
        if (tree != null) {
            tree.expression().forEach(expression -> built.add(effect(expression, reader.span(expression))));
        }
        return built;
    }

    @Override
    public JavaStmt visitSwitchStatement(SwitchStatementContext tree) {
        return new JavaStmt.Switch(
                expressions.expression(tree.expression()),
                switches.cases(tree.switchBlock(), false),
                reader.span(tree));
    }

    @Override
    public JavaStmt visitReturnStatement(ReturnStatementContext tree) {
        return new JavaStmt.Return(
                tree.expression() == null ? null : expressions.expression(tree.expression()), reader.span(tree));
    }

    @Override
    public JavaStmt visitBreakStatement(BreakStatementContext tree) {
        return new JavaStmt.Break(
                tree.IDENTIFIER() == null ? null : tree.IDENTIFIER().getText(), reader.span(tree));
    }

    @Override
    public JavaStmt visitContinueStatement(ContinueStatementContext tree) {
        return new JavaStmt.Continue(
                tree.IDENTIFIER() == null ? null : tree.IDENTIFIER().getText(), reader.span(tree));
    }

    @Override
    public JavaStmt visitYieldStatement(YieldStatementContext tree) {
        return new JavaStmt.Yield(expressions.expression(tree.expression()), reader.span(tree));
    }

    @Override
    public JavaStmt visitThrowStatement(ThrowStatementContext tree) {
        return unsupported("a throw statement", tree);
    }

    @Override
    public JavaStmt visitAssertStatement(AssertStatementContext tree) {
        return new JavaStmt.Assert(expressions.expression(tree.expression(0)), reader.span(tree));
    }

    @Override
    public JavaStmt visitSynchronizedStatement(SynchronizedStatementContext tree) {
        return unsupported("a synchronized block", tree);
    }

    @Override
    public JavaStmt visitTryStatement(TryStatementContext tree) {
        return unsupported("a try statement", tree);
    }

    @Override
    public JavaStmt visitLabeledStatement(LabeledStatementContext tree) {
        return new JavaStmt.Labeled(
                tree.IDENTIFIER().getText(),
                statement(tree.statement()),
                reader.span(tree.IDENTIFIER()),
                reader.span(tree));
    }

    @Override
    public JavaStmt visitExpressionStatement(ExpressionStatementContext tree) {
        return effect(tree.expression(), reader.span(tree));
    }
}
