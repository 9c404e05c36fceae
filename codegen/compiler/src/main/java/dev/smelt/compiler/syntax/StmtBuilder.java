package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.Expr;
import dev.smelt.compiler.ast.Stmt;
import dev.smelt.compiler.ast.TypeRef;
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
final class StmtBuilder extends KernelsBaseVisitor<Stmt> {
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
                (selector, block, span) -> new Expr.Switch(selector, switches.cases(block, true), span));
    }

    ExprBuilder expressions() {
        return expressions;
    }

    Stmt.Block block(BlockContext tree) {
        return new Stmt.Block(statements(tree.statement()), reader.span(tree));
    }

    List<Stmt> statements(List<StatementContext> trees) {
        List<Stmt> built = new ArrayList<>(trees.size());
        trees.forEach(tree -> built.add(statement(tree)));
        return built;
    }

    private Stmt statement(ParserRuleContext tree) {
        depth.enter(1, tree);
        Stmt built = tree.accept(this);
        depth.leave(1);
        return built;
    }

    /** An expression as a statement: only those that do something may stand alone. */
    Stmt.Expression effect(ExpressionContext tree, Span span) {
        Expr expr = expressions.expression(tree);
        boolean acts = expr instanceof Expr.Assign
                || expr instanceof Expr.Increment
                || expr instanceof Expr.Call
                || expr instanceof Expr.New
                || expr instanceof Expr.Unsupported;
        if (!acts) {
            messages.report(
                    TreeReader.start(tree),
                    TreeReader.end(tree),
                    "this expression is not a statement",
                    "assign its value to a variable, or remove it");
        }
        return new Stmt.Expression(expr, span);
    }

    private Stmt unsupported(String construct, ParserRuleContext tree) {
        return new Stmt.Unsupported(construct, reader.span(tree));
    }

    @Override
    public Stmt visitStatement(StatementContext tree) {
        return tree.getChild(0).accept(this);
    }

    @Override
    public Stmt visitIfStatement(IfStatementContext tree) {
        int parts = tree.ifPart().size();
        depth.enter(parts, tree);
        int end = TreeReader.end(tree);
        Stmt otherwise = tree.otherStatement() == null ? null : statement(tree.otherStatement());
        for (int i = parts - 1; i >= 0; i--) {
            IfPartContext part = tree.ifPart(i);
            otherwise = new Stmt.If(
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
    public Stmt visitBlockStatement(BlockStatementContext tree) {
        return block(tree.block());
    }

    @Override
    public Stmt visitLocalStatement(LocalStatementContext tree) {
        return local(tree.local(), reader.span(tree));
    }

    private Stmt.Local local(LocalContext tree, Span span) {
        TypeRef type = reader.type(tree.type());
        List<Stmt.Local.Declarator> declarators = new ArrayList<>();
        for (DeclaratorContext declarator : tree.declarator()) {
            declarators.add(new Stmt.Local.Declarator(
                    type.withDimensions(declarator.dimensions().LBRACKET().size()),
                    declarator.IDENTIFIER().getText(),
                    declarator.element() == null ? null : expressions.element(declarator.element()),
                    reader.span(declarator.IDENTIFIER())));
        }
        return new Stmt.Local(reader.modifiers(tree.modifier()), declarators, span);
    }

    @Override
    public Stmt visitLocalTypeStatement(LocalTypeStatementContext tree) {
        JavaToken folded = (JavaToken) tree.LOCAL_TYPE().getSymbol();
        return unsupported(LocalTypes.describe(folded.inside()), tree);
    }

    @Override
    public Stmt visitEmptyStatement(EmptyStatementContext tree) {
        return new Stmt.Empty(reader.span(tree));
    }

    @Override
    public Stmt visitWhileStatement(WhileStatementContext tree) {
        return new Stmt.While(
                expressions.expression(tree.expression()), statement(tree.statement()), reader.span(tree));
    }

    @Override
    public Stmt visitDoStatement(DoStatementContext tree) {
        return new Stmt.DoWhile(
                statement(tree.statement()), expressions.expression(tree.expression()), reader.span(tree));
    }

    @Override
    public Stmt visitForEachStatement(ForEachStatementContext tree) {
        return new Stmt.ForEach(
                reader.modifiers(tree.modifier()),
                reader.type(tree.type())
                        .withDimensions(tree.dimensions().LBRACKET().size()),
                tree.IDENTIFIER().getText(),
                expressions.expression(tree.expression()),
                statement(tree.statement()),
                reader.span(tree.IDENTIFIER()),
                reader.span(tree));
    }

    @Override
    public Stmt visitForStatement(ForStatementContext tree) {
        List<Stmt> init = new ArrayList<>();
        if (tree.local() != null) {
            init.add(local(tree.local(), reader.span(tree.local())));
        } else {
            init.addAll(effects(tree.init));
        }
        List<Expr> update = new ArrayList<>();
        effects(tree.update).forEach(effect -> update.add(effect.expr()));
        return new Stmt.For(
                init,
                tree.expression() == null ? null : expressions.expression(tree.expression()),
                update,
                statement(tree.statement()),
                reader.span(tree));
    }

    private List<Stmt.Expression> effects(@Nullable ExpressionsContext tree) {
        List<Stmt.Expression> built = new ArrayList<>();
        if (tree != null) {
            tree.expression().forEach(expression -> built.add(effect(expression, reader.span(expression))));
        }
        return built;
    }

    @Override
    public Stmt visitSwitchStatement(SwitchStatementContext tree) {
        return new Stmt.Switch(
                expressions.expression(tree.expression()),
                switches.cases(tree.switchBlock(), false),
                reader.span(tree));
    }

    @Override
    public Stmt visitReturnStatement(ReturnStatementContext tree) {
        return new Stmt.Return(
                tree.expression() == null ? null : expressions.expression(tree.expression()), reader.span(tree));
    }

    @Override
    public Stmt visitBreakStatement(BreakStatementContext tree) {
        return new Stmt.Break(
                tree.IDENTIFIER() == null ? null : tree.IDENTIFIER().getText(), reader.span(tree));
    }

    @Override
    public Stmt visitContinueStatement(ContinueStatementContext tree) {
        return new Stmt.Continue(
                tree.IDENTIFIER() == null ? null : tree.IDENTIFIER().getText(), reader.span(tree));
    }

    @Override
    public Stmt visitYieldStatement(YieldStatementContext tree) {
        return new Stmt.Yield(expressions.expression(tree.expression()), reader.span(tree));
    }

    @Override
    public Stmt visitThrowStatement(ThrowStatementContext tree) {
        return unsupported("a throw statement", tree);
    }

    @Override
    public Stmt visitAssertStatement(AssertStatementContext tree) {
        return unsupported("an assert statement", tree);
    }

    @Override
    public Stmt visitSynchronizedStatement(SynchronizedStatementContext tree) {
        return unsupported("a synchronized block", tree);
    }

    @Override
    public Stmt visitTryStatement(TryStatementContext tree) {
        return unsupported("a try statement", tree);
    }

    @Override
    public Stmt visitLabeledStatement(LabeledStatementContext tree) {
        return new Stmt.Labeled(
                tree.IDENTIFIER().getText(),
                statement(tree.statement()),
                reader.span(tree.IDENTIFIER()),
                reader.span(tree));
    }

    @Override
    public Stmt visitExpressionStatement(ExpressionStatementContext tree) {
        return effect(tree.expression(), reader.span(tree));
    }
}
