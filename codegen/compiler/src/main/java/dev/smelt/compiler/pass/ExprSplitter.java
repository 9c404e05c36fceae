package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Splits one expression. What it needs before it is added to a list of statements, in order. Expressions are pure, so
 * that parts can be computed earlier; but not where they would not be computed at all.
 */
final class ExprSplitter implements Expr.Visitor<ExprSplitter.Part> {
    /** An expression, and how many operators are in each other in it. */
    record Part(Expr expr, int depth) {}

    private final FreshIds ids;
    private final int limit;
    private final List<Stmt> before;

    ExprSplitter(FreshIds ids, int limit, List<Stmt> before) {
        this.ids = ids;
        this.limit = limit;
        this.before = before;
    }

    Part split(Expr expr) {
        return expr.accept(this);
    }

    /** An operand that is always evaluated, at most {@code limit - 1} deep. */
    private Part operand(Expr expr) {
        Part part = split(expr);
        if (part.depth < limit) {
            return part;
        }
        Variable temporary = temporary(expr.type());
        before.add(new Stmt.Declare(temporary, part.expr, expr.span()));
        return new Part(new Expr.Read(temporary, expr.span()), 0);
    }

    private Variable temporary(Type type) {
        return ids.variable("part", type);
    }

    private Part unary(Expr old, Expr operand, UnaryOperator<Expr> make) {
        Part part = operand(operand);
        return new Part(part.expr == operand ? old : make.apply(part.expr), part.depth + 1);
    }

    private Part nary(Expr old, List<Expr> operands, Function<List<Expr>, Expr> make) {
        List<Part> parts = operands.stream().map(this::operand).toList();
        List<Expr> exprs = parts.stream().map(Part::expr).toList();
        int depth = parts.stream().mapToInt(Part::depth).max().orElse(-1);
        boolean same = true;
        for (int i = 0; i < exprs.size(); i++) {
            same &= exprs.get(i) == operands.get(i);
        }
        return new Part(same ? old : make.apply(exprs), depth + 1);
    }

    @Override
    public Part visitConstant(Expr.Constant expr) {
        return new Part(expr, 0);
    }

    @Override
    public Part visitRead(Expr.Read expr) {
        return new Part(expr, 0);
    }

    @Override
    public Part visitUnary(Expr.Unary expr) {
        return unary(expr, expr.operand(), operand -> new Expr.Unary(expr.op(), operand, expr.span()));
    }

    @Override
    public Part visitBinary(Expr.Binary expr) {
        return nary(
                expr,
                List.of(expr.left(), expr.right()),
                exprs ->
                        new Expr.Binary(expr.op(), exprs.get(0), exprs.get(1), expr.type(), expr.exact(), expr.span()));
    }

    @Override
    public Part visitLogical(Expr.Logical expr) {
        Part left = operand(expr.left());
        List<Stmt> onlyThen = new ArrayList<>();
        Part right = new ExprSplitter(ids, limit, onlyThen).split(expr.right());
        if (onlyThen.isEmpty() && right.depth < limit) {
            Expr whole = left.expr == expr.left() && right.expr == expr.right()
                    ? expr
                    : new Expr.Logical(expr.and(), left.expr, right.expr, expr.span());
            return new Part(whole, Math.max(left.depth, right.depth) + 1);
        }
        // boolean part = left; if (part) { part = right; }, and for || the other way round.
        Span span = expr.span();
        Variable result = temporary(Type.Scalar.BOOLEAN);
        before.add(new Stmt.Declare(result, left.expr, span));
        Stmt.Block evaluate = assigning(onlyThen, result, right.expr);
        Stmt.Block nothing = new Stmt.Block(List.of(), span);
        Expr read = new Expr.Read(result, span);
        before.add(new Stmt.If(read, expr.and() ? evaluate : nothing, expr.and() ? nothing : evaluate, span));
        return new Part(read, 0);
    }

    @Override
    public Part visitConditional(Expr.Conditional expr) {
        Part condition = operand(expr.condition());
        List<Stmt> onlyThen = new ArrayList<>();
        Part then = new ExprSplitter(ids, limit, onlyThen).split(expr.then());
        List<Stmt> onlyElse = new ArrayList<>();
        Part otherwise = new ExprSplitter(ids, limit, onlyElse).split(expr.otherwise());
        int branches = Math.max(then.depth, otherwise.depth);
        if (onlyThen.isEmpty() && onlyElse.isEmpty() && branches < limit) {
            Expr whole =
                    condition.expr == expr.condition() && then.expr == expr.then() && otherwise.expr == expr.otherwise()
                            ? expr
                            : new Expr.Conditional(condition.expr, then.expr, otherwise.expr, expr.span());
            return new Part(whole, Math.max(condition.depth, branches) + 1);
        }
        Variable result = temporary(expr.type());
        before.add(new Stmt.Declare(result, null, expr.span()));
        before.add(new Stmt.If(
                condition.expr,
                assigning(onlyThen, result, then.expr),
                assigning(onlyElse, result, otherwise.expr),
                expr.span()));
        return new Part(new Expr.Read(result, expr.span()), 0);
    }

    private static Stmt.Block assigning(List<Stmt> first, Variable variable, Expr value) {
        List<Stmt> statements = new ArrayList<>(first);
        statements.add(new Stmt.Assign(variable, value, value.span()));
        return new Stmt.Block(statements, value.span());
    }

    @Override
    public Part visitConvert(Expr.Convert expr) {
        return unary(expr, expr.operand(), operand -> new Expr.Convert(expr.type(), operand, expr.span()));
    }

    @Override
    public Part visitBuiltinCall(Expr.BuiltinCall expr) {
        return nary(expr, expr.arguments(), exprs -> new Expr.BuiltinCall(expr.builtin(), exprs, expr.span()));
    }

    @Override
    public Part visitCall(Expr.Call expr) {
        return nary(expr, expr.arguments(), exprs -> new Expr.Call(expr.function(), exprs, expr.type(), expr.span()));
    }

    @Override
    public Part visitLoad(Expr.Load expr) {
        return nary(
                expr,
                List.of(expr.array(), expr.index()),
                exprs -> new Expr.Load(exprs.get(0), exprs.get(1), expr.span()));
    }

    @Override
    public Part visitLength(Expr.Length expr) {
        return unary(expr, expr.array(), array -> new Expr.Length(array, expr.span()));
    }

    @Override
    public Part visitField(Expr.Field expr) {
        return unary(expr, expr.struct(), struct -> new Expr.Field(struct, expr.index(), expr.span()));
    }

    @Override
    public Part visitNewStruct(Expr.NewStruct expr) {
        return nary(expr, expr.components(), exprs -> new Expr.NewStruct(expr.type(), exprs, expr.span()));
    }
}
