package dev.smelt.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rebuilds a tree from the leaves up. What a pass changes, it overrides; a node below which nothing changed is kept as it
 * is, so that a pass that has nothing to do costs no memory.
 */
@SuppressWarnings("ReferenceEquality") // whether a node is the same one, not one that is equal
public abstract class Rewriter implements Expr.Visitor<Expr>, Stmt.Visitor<Stmt> {
    public final Expr rewrite(Expr expr) {
        return expr.accept(this);
    }

    public final Stmt rewrite(Stmt stmt) {
        return stmt.accept(this);
    }

    /** A block stays a block. */
    public final Stmt.Block rewriteBlock(Stmt.Block block) {
        Stmt rewritten = rewrite((Stmt) block);
        return rewritten instanceof Stmt.Block b ? b : new Stmt.Block(List.of(rewritten), block.span());
    }

    protected final List<Expr> rewriteExprs(List<Expr> exprs) {
        return rewriteAll(exprs, this::rewrite);
    }

    private static <T> List<T> rewriteAll(List<T> nodes, UnaryOperator<T> rewrite) {
        List<T> rewritten = new ArrayList<>(nodes.size());
        boolean changed = false;
        for (T node : nodes) {
            T result = rewrite.apply(node);
            changed |= result != node;
            rewritten.add(result);
        }
        return changed ? rewritten : nodes;
    }

    @Override
    public Expr visitConstant(Expr.Constant expr) {
        return expr;
    }

    @Override
    public Expr visitRead(Expr.Read expr) {
        return expr;
    }

    @Override
    public Expr visitUnary(Expr.Unary expr) {
        Expr operand = rewrite(expr.operand());
        return operand == expr.operand() ? expr : new Expr.Unary(expr.op(), operand, expr.span());
    }

    @Override
    public Expr visitBinary(Expr.Binary expr) {
        Expr left = rewrite(expr.left());
        Expr right = rewrite(expr.right());
        return left == expr.left() && right == expr.right()
                ? expr
                : new Expr.Binary(expr.op(), left, right, expr.type(), expr.exact(), expr.span());
    }

    @Override
    public Expr visitLogical(Expr.Logical expr) {
        Expr left = rewrite(expr.left());
        Expr right = rewrite(expr.right());
        return left == expr.left() && right == expr.right()
                ? expr
                : new Expr.Logical(expr.and(), left, right, expr.span());
    }

    @Override
    public Expr visitConditional(Expr.Conditional expr) {
        Expr condition = rewrite(expr.condition());
        Expr then = rewrite(expr.then());
        Expr otherwise = rewrite(expr.otherwise());
        return condition == expr.condition() && then == expr.then() && otherwise == expr.otherwise()
                ? expr
                : new Expr.Conditional(condition, then, otherwise, expr.span());
    }

    @Override
    public Expr visitConvert(Expr.Convert expr) {
        Expr operand = rewrite(expr.operand());
        return operand == expr.operand() ? expr : new Expr.Convert(expr.type(), operand, expr.span());
    }

    @Override
    public Expr visitBuiltinCall(Expr.BuiltinCall expr) {
        List<Expr> arguments = rewriteExprs(expr.arguments());
        return arguments == expr.arguments() ? expr : new Expr.BuiltinCall(expr.builtin(), arguments, expr.span());
    }

    @Override
    public Expr visitCall(Expr.Call expr) {
        List<Expr> arguments = rewriteExprs(expr.arguments());
        return arguments == expr.arguments()
                ? expr
                : new Expr.Call(expr.function(), arguments, expr.type(), expr.span());
    }

    @Override
    public Expr visitLoad(Expr.Load expr) {
        Expr array = rewrite(expr.array());
        Expr index = rewrite(expr.index());
        return array == expr.array() && index == expr.index() ? expr : new Expr.Load(array, index, expr.span());
    }

    @Override
    public Expr visitLength(Expr.Length expr) {
        Expr array = rewrite(expr.array());
        return array == expr.array() ? expr : new Expr.Length(array, expr.span());
    }

    @Override
    public Expr visitField(Expr.Field expr) {
        Expr struct = rewrite(expr.struct());
        return struct == expr.struct() ? expr : new Expr.Field(struct, expr.index(), expr.span());
    }

    @Override
    public Expr visitNewStruct(Expr.NewStruct expr) {
        List<Expr> components = rewriteExprs(expr.components());
        return components == expr.components() ? expr : new Expr.NewStruct(expr.type(), components, expr.span());
    }

    @Override
    public Stmt visitBlock(Stmt.Block stmt) {
        List<Stmt> statements = rewriteAll(stmt.statements(), this::rewrite);
        return statements == stmt.statements() ? stmt : new Stmt.Block(statements, stmt.span());
    }

    @Override
    public Stmt visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        Expr rewritten = value == null ? null : rewrite(value);
        return rewritten == value ? stmt : new Stmt.Declare(stmt.variable(), rewritten, stmt.span());
    }

    @Override
    public Stmt visitDeclareArray(Stmt.DeclareArray stmt) {
        List<Expr> values = rewriteExprs(stmt.values());
        return values == stmt.values()
                ? stmt
                : new Stmt.DeclareArray(stmt.variable(), stmt.length(), values, stmt.span());
    }

    @Override
    public Stmt visitAssign(Stmt.Assign stmt) {
        Expr value = rewrite(stmt.value());
        return value == stmt.value() ? stmt : new Stmt.Assign(stmt.variable(), value, stmt.span());
    }

    @Override
    public Stmt visitStore(Stmt.Store stmt) {
        Expr array = rewrite(stmt.array());
        Expr index = rewrite(stmt.index());
        Expr value = rewrite(stmt.value());
        return array == stmt.array() && index == stmt.index() && value == stmt.value()
                ? stmt
                : new Stmt.Store(array, index, value, stmt.span());
    }

    @Override
    public Stmt visitInvoke(Stmt.Invoke stmt) {
        List<Expr> arguments = rewriteExprs(stmt.arguments());
        return arguments == stmt.arguments()
                ? stmt
                : new Stmt.Invoke(stmt.function(), arguments, stmt.result(), stmt.span());
    }

    @Override
    public Stmt visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        List<Expr> arguments = rewriteExprs(stmt.arguments());
        return arguments == stmt.arguments()
                ? stmt
                : new Stmt.InvokeBuiltin(stmt.builtin(), arguments, stmt.result(), stmt.span());
    }

    @Override
    public Stmt visitIf(Stmt.If stmt) {
        Expr condition = rewrite(stmt.condition());
        Stmt.Block then = rewriteBlock(stmt.then());
        Stmt.Block otherwise = rewriteBlock(stmt.otherwise());
        return condition == stmt.condition() && then == stmt.then() && otherwise == stmt.otherwise()
                ? stmt
                : new Stmt.If(condition, then, otherwise, stmt.span());
    }

    /** The updates of a loop must stay assignments. */
    @Override
    public Stmt visitFor(Stmt.For stmt) {
        List<Stmt> init = rewriteAll(stmt.init(), this::rewrite);
        Expr condition = rewrite(stmt.condition());
        Stmt.Block body = rewriteBlock(stmt.body());
        List<Stmt.Assign> update = rewriteAll(stmt.update(), assign -> (Stmt.Assign) rewrite(assign));
        return init == stmt.init() && condition == stmt.condition() && body == stmt.body() && update == stmt.update()
                ? stmt
                : new Stmt.For(stmt.label(), init, condition, update, body, stmt.span());
    }

    @Override
    public Stmt visitDoWhile(Stmt.DoWhile stmt) {
        Stmt.Block body = rewriteBlock(stmt.body());
        Expr condition = rewrite(stmt.condition());
        return body == stmt.body() && condition == stmt.condition()
                ? stmt
                : new Stmt.DoWhile(stmt.label(), body, condition, stmt.span());
    }

    @Override
    public Stmt visitLabeled(Stmt.Labeled stmt) {
        Stmt.Block body = rewriteBlock(stmt.body());
        return body == stmt.body() ? stmt : new Stmt.Labeled(stmt.label(), body, stmt.span());
    }

    @Override
    public Stmt visitSwitch(Stmt.Switch stmt) {
        Expr selector = rewrite(stmt.selector());
        List<Stmt.Switch.Group> groups = rewriteAll(stmt.groups(), group -> {
            Stmt.Block body = rewriteBlock(group.body());
            return body == group.body() ? group : new Stmt.Switch.Group(group.labels(), group.isDefault(), body);
        });
        return selector == stmt.selector() && groups == stmt.groups()
                ? stmt
                : new Stmt.Switch(stmt.label(), selector, groups, stmt.span());
    }

    @Override
    public Stmt visitBreak(Stmt.Break stmt) {
        return stmt;
    }

    @Override
    public Stmt visitContinue(Stmt.Continue stmt) {
        return stmt;
    }

    @Override
    public Stmt visitReturn(Stmt.Return stmt) {
        Expr value = stmt.value();
        Expr rewritten = value == null ? null : rewrite(value);
        return rewritten == value ? stmt : new Stmt.Return(rewritten, stmt.span());
    }
}
