package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a bound to loops whose condition is {@code true}. Without one, a loop that doesn't end is undefined in MSL, and
 * compilers delete it with the checks around it. The counter counts down, as drivers have hung on loops that count up
 * (wgpu#7319), and from 2^63 - 1, so that no loop that ends is cut short.
 *
 * <p>Precondition: none. Guarantee: no loop has the constant {@code true} as its condition.
 *
 * <pre>{@code
 * before: for (; true; ) { if (c) { break; } }
 * after:  for (long rounds = 9223372036854775807L; rounds > 0L; rounds = rounds - 1L) { if (c) { break; } }
 * }</pre>
 */
public final class BoundLoops implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        Loops loops = new Loops(FreshIds.in(module));
        return Bodies.map(module, loops::rewriteBlock);
    }

    private static final class Loops extends Rewriter {
        private final FreshIds ids;

        Loops(FreshIds ids) {
            this.ids = ids;
        }

        @Override
        public Stmt visitFor(Stmt.For stmt) {
            Stmt.For loop = (Stmt.For) super.visitFor(stmt);
            if (!isTrue(loop.condition())) {
                return loop;
            }
            Span span = loop.span();
            Variable rounds = ids.variable("rounds", Type.Scalar.LONG);
            Stmt declare = new Stmt.Declare(rounds, constant(Long.MAX_VALUE, span), span);
            List<Stmt.Assign> update = new ArrayList<>(loop.update());
            update.add(new Stmt.Assign(rounds, exact(BinaryOp.SUBTRACT, rounds, 1, Type.Scalar.LONG, span), span));
            Expr condition = exact(BinaryOp.GREATER, rounds, 0, Type.Scalar.BOOLEAN, span);
            if (loop.init().isEmpty()) {
                return new Stmt.For(loop.label(), List.of(declare), condition, update, loop.body(), span);
            }
            Stmt bounded = new Stmt.For(loop.label(), loop.init(), condition, update, loop.body(), span);
            return new Stmt.Block(List.of(declare, bounded), span);
        }

        @Override
        public Stmt visitDoWhile(Stmt.DoWhile stmt) {
            if (!isTrue(stmt.condition())) {
                return super.visitDoWhile(stmt);
            }
            return visitFor(
                    new Stmt.For(stmt.label(), List.of(), stmt.condition(), List.of(), stmt.body(), stmt.span()));
        }

        private static boolean isTrue(Expr condition) {
            return condition instanceof Expr.Constant constant && Boolean.TRUE.equals(constant.value());
        }

        private static Expr exact(BinaryOp op, Variable left, long right, Type.Scalar type, Span span) {
            return new Expr.Binary(op, new Expr.Read(left, span), constant(right, span), type, true, span);
        }

        private static Expr constant(long value, Span span) {
            return new Expr.Constant(Type.Scalar.LONG, value, span);
        }
    }
}
