package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the returns of one statement into a flag that is cleared, and a jump behind the statement where that is needed. */
final class ReturnRemover extends Rewriter {
    private final Variable active;
    private final @Nullable Label end;

    private ReturnRemover(Variable active, @Nullable Label end) {
        this.active = active;
        this.end = end;
    }

    static Stmt remove(Stmt stmt, Variable active, FreshIds ids) {
        if (onlyEndsIn(stmt)) {
            return new ReturnRemover(active, null).rewrite(stmt);
        }
        Label end = ids.label("returned");
        Stmt without = new ReturnRemover(active, end).rewrite(stmt);
        return new Stmt.Labeled(end, new Stmt.Block(List.of(without), stmt.span()), stmt.span());
    }

    static boolean hasReturn(Stmt stmt) {
        boolean[] found = {false};
        new Walker() {
            @Override
            public Void visitReturn(Stmt.Return inner) {
                found[0] = true;
                return null;
            }
        }.walk(stmt);
        return found[0];
    }

    /** Whether nothing of the statement comes behind a return in it. */
    private static boolean onlyEndsIn(Stmt stmt) {
        if (stmt instanceof Stmt.Return || !hasReturn(stmt)) {
            return true;
        }
        if (stmt instanceof Stmt.If choice) {
            return onlyEndsIn(choice.then()) && onlyEndsIn(choice.otherwise());
        }
        if (stmt instanceof Stmt.Block block) {
            List<Stmt> all = block.statements();
            return all.subList(0, all.size() - 1).stream().noneMatch(ReturnRemover::hasReturn)
                    && onlyEndsIn(all.get(all.size() - 1));
        }
        return false;
    }

    @Override
    public Stmt visitBlock(Stmt.Block stmt) {
        List<Stmt> statements = new ArrayList<>();
        for (Stmt inner : stmt.statements()) {
            statements.add(rewrite(inner));
            if (inner instanceof Stmt.Return && end != null) {
                statements.add(new Stmt.Break(end, inner.span()));
            }
        }
        return new Stmt.Block(statements, stmt.span());
    }

    @Override
    public Stmt visitReturn(Stmt.Return stmt) {
        Expr no = new Expr.Constant(Type.Scalar.BOOLEAN, false, stmt.span());
        return new Stmt.Assign(active, no, stmt.span());
    }
}
