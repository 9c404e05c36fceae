package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
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
        return new Part(hoist(part.expr), 0);
    }

    private Expr hoist(Expr expr) {
        Variable temporary = temporary(expr.type());
        before.add(new Stmt.Declare(temporary, expr, expr.span()));
        return new Expr.Read(temporary, expr.span());
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

    /**
     * {@code a && (b && c)} is {@code (a && b) && c}, in which what is too deep is on the left, where it is always
     * evaluated.
     */
    @Override
    public Part visitLogical(Expr.Logical expr) {
        List<Expr> operands = new ArrayList<>();
        addOperands(expr, expr.and(), operands);
        Part whole = operand(operands.get(0));
        for (Expr operand : operands.subList(1, operands.size())) {
            whole = logical(expr, whole, operand);
        }
        boolean asBefore = operands.size() == 2
                && whole.expr instanceof Expr.Logical same
                && same.left() == expr.left()
                && same.right() == expr.right();
        return asBefore ? new Part(expr, whole.depth) : whole;
    }

    private static void addOperands(Expr expr, boolean and, List<Expr> operands) {
        if (expr instanceof Expr.Logical logical && logical.and() == and) {
            addOperands(logical.left(), and, operands);
            addOperands(logical.right(), and, operands);
        } else {
            operands.add(expr);
        }
    }

    private Part logical(Expr.Logical expr, Part left, Expr right) {
        List<Stmt> onlyThen = new ArrayList<>();
        Part then = new ExprSplitter(ids, limit, onlyThen).split(right);
        Span span = expr.span();
        if (onlyThen.isEmpty() && then.depth < limit) {
            Expr before = left.depth < limit ? left.expr : hoist(left.expr);
            int depth = Math.max(left.depth < limit ? left.depth : 0, then.depth) + 1;
            return new Part(new Expr.Logical(expr.and(), before, then.expr, span), depth);
        }
        // boolean part = left; if (part) { part = right; }, and for || the other way round.
        Variable result = temporary(Type.Scalar.BOOLEAN);
        before.add(new Stmt.Declare(result, left.expr, span));
        Expr read = new Expr.Read(result, span);
        Expr undecided = expr.and() ? read : new Expr.Unary(UnaryOp.NOT, read, span);
        Stmt.Block nothing = new Stmt.Block(List.of(), span);
        before.add(new Stmt.If(undecided, assigning(onlyThen, result, then.expr), nothing, span));
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

    /** The statements, and then {@code variable = value}; at once where the last of them choose the value already. */
    private static Stmt.Block assigning(List<Stmt> first, Variable variable, Expr value) {
        if (first.size() == 2
                && first.get(0) instanceof Stmt.Declare declare
                && declare.value() == null
                && value instanceof Expr.Read read
                && read.variable().equals(declare.variable())) {
            Stmt choice = new Redirect(declare.variable(), variable).rewrite(first.get(1));
            return new Stmt.Block(List.of(choice), value.span());
        }
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

    /** Makes assignments to one variable assignments to another. Not within expressions: nothing reads it there. */
    private static final class Redirect extends Rewriter {
        private final Variable from;
        private final Variable to;

        Redirect(Variable from, Variable to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Stmt visitAssign(Stmt.Assign stmt) {
            return stmt.variable().equals(from) ? new Stmt.Assign(to, stmt.value(), stmt.span()) : stmt;
        }
    }
}
