package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns jumps that MSL doesn't have into flags. MSL leaves only the innermost loop or switch, and goes on with the
 * innermost loop. A labelled block becomes a loop of one round, which {@code break} can leave.
 *
 * <p>Precondition: none. Guarantee: every {@code Break} names the innermost loop or switch around it, every {@code
 * Continue} the innermost loop, and there is no {@code Labeled}.
 *
 * <pre>{@code
 * before: outer: for (; a; ) { for (; b; ) { break outer; } }
 * after:  boolean leave_outer = false;
 *         for (; a; ) { for (; b; ) { leave_outer = true; break; } if (leave_outer) { break; } }
 * }</pre>
 */
public final class LowerLabelledJumps implements Pass {
    @Override
    public KernelModule run(KernelModule module) {
        FreshIds ids = FreshIds.in(module);
        return Bodies.map(module, body -> new Jumps(ids).rewriteBlock(body));
    }

    /** A statement that jumps can leave, while what is in it is rewritten. */
    private static final class Frame {
        final Label label;
        final boolean isLoop;
        /** The flags that are set within for jumps to here, if there are any. */
        @Nullable
        Variable leave;

        @Nullable
        Variable goOn;

        /** The jumps that leave this statement on their way to one further out. */
        final Set<Jump> passing = new LinkedHashSet<>();

        Frame(Label label, boolean isLoop) {
            this.label = label;
            this.isLoop = isLoop;
        }
    }

    private record Jump(Label target, boolean isBreak) {}

    private static final class Jumps extends Rewriter {
        private final FreshIds ids;
        /** From the innermost outwards. */
        private final Deque<Frame> frames = new ArrayDeque<>();
        /** Blocks that only hold several statements in the place of one. */
        private final Set<Stmt> sequences = Collections.newSetFromMap(new IdentityHashMap<>());

        Jumps(FreshIds ids) {
            this.ids = ids;
        }

        @Override
        public Stmt visitBlock(Stmt.Block stmt) {
            List<Stmt> statements = new ArrayList<>();
            for (Stmt old : stmt.statements()) {
                Stmt rewritten = rewrite(old);
                if (sequences.contains(rewritten)) {
                    statements.addAll(((Stmt.Block) rewritten).statements());
                } else {
                    statements.add(rewritten);
                }
            }
            return new Stmt.Block(statements, stmt.span());
        }

        private Stmt sequence(List<Stmt> statements, Span span) {
            Stmt block = new Stmt.Block(statements, span);
            sequences.add(block);
            return block;
        }

        @Override
        public Stmt visitBreak(Stmt.Break stmt) {
            return jump(new Jump(stmt.label(), true), stmt.span());
        }

        @Override
        public Stmt visitContinue(Stmt.Continue stmt) {
            return jump(new Jump(stmt.label(), false), stmt.span());
        }

        private Stmt jump(Jump jump, Span span) {
            if (isDirect(jump)) {
                return direct(jump, span);
            }
            Expr yes = new Expr.Constant(Type.Scalar.BOOLEAN, true, span);
            return sequence(List.of(new Stmt.Assign(flag(jump), yes, span), leaveInnermost(jump, span)), span);
        }

        private Stmt leaveInnermost(Jump jump, Span span) {
            Frame innermost = frames.getFirst();
            innermost.passing.add(jump);
            return new Stmt.Break(innermost.label, span);
        }

        /** Whether the jump means in MSL, as it is, what it should. */
        private boolean isDirect(Jump jump) {
            if (jump.isBreak) {
                return frames.getFirst().label.equals(jump.target);
            }
            Frame loop =
                    frames.stream().filter(frame -> frame.isLoop).findFirst().orElseThrow();
            return loop.label.equals(jump.target);
        }

        private static Stmt direct(Jump jump, Span span) {
            return jump.isBreak ? new Stmt.Break(jump.target, span) : new Stmt.Continue(jump.target, span);
        }

        private Variable flag(Jump jump) {
            Frame target = frames.stream()
                    .filter(frame -> frame.label.equals(jump.target))
                    .findFirst()
                    .orElseThrow();
            Variable flag = jump.isBreak ? target.leave : target.goOn;
            if (flag == null) {
                String name = jump.target.name().isEmpty() ? "loop" : jump.target.name();
                flag = ids.variable((jump.isBreak ? "leave_" : "next_") + name, Type.Scalar.BOOLEAN);
                if (jump.isBreak) {
                    target.leave = flag;
                } else {
                    target.goOn = flag;
                }
            }
            return flag;
        }

        @Override
        public Stmt visitFor(Stmt.For stmt) {
            Frame frame = new Frame(stmt.label(), true);
            Stmt.Block body = body(frame, stmt.body());
            return around(
                    frame, new Stmt.For(stmt.label(), stmt.init(), stmt.condition(), stmt.update(), body, stmt.span()));
        }

        @Override
        public Stmt visitDoWhile(Stmt.DoWhile stmt) {
            Frame frame = new Frame(stmt.label(), true);
            Stmt.Block body = body(frame, stmt.body());
            return around(frame, new Stmt.DoWhile(stmt.label(), body, stmt.condition(), stmt.span()));
        }

        @Override
        public Stmt visitLabeled(Stmt.Labeled stmt) {
            // In MSL it is a loop, though none that continue could name.
            Expr never = new Expr.Constant(Type.Scalar.BOOLEAN, false, stmt.span());
            return visitDoWhile(new Stmt.DoWhile(stmt.label(), stmt.body(), never, stmt.span()));
        }

        @Override
        public Stmt visitSwitch(Stmt.Switch stmt) {
            Frame frame = new Frame(stmt.label(), false);
            frames.push(frame);
            Stmt rewritten = super.visitSwitch(stmt);
            frames.pop();
            return around(frame, rewritten);
        }

        private Stmt.Block body(Frame frame, Stmt.Block body) {
            frames.push(frame);
            Stmt.Block rewritten = rewriteBlock(body);
            frames.pop();
            if (frame.goOn == null) {
                return rewritten;
            }
            List<Stmt> statements = new ArrayList<>();
            statements.add(declare(frame.goOn, generated(body.span().start(), body.span())));
            statements.addAll(rewritten.statements());
            return new Stmt.Block(statements, body.span());
        }

        /** The statement, the flag for jumps that leave it before it, and behind it the jumps that go on from it. */
        private Stmt around(Frame frame, Stmt stmt) {
            List<Stmt> statements = new ArrayList<>();
            Span span = generated(stmt.span().end(), stmt.span());
            if (frame.leave != null) {
                statements.add(declare(frame.leave, generated(stmt.span().start(), stmt.span())));
            }
            statements.add(stmt);
            for (Jump jump : frame.passing) {
                Stmt next = isDirect(jump) ? direct(jump, span) : leaveInnermost(jump, span);
                statements.add(new Stmt.If(
                        new Expr.Read(flag(jump), span),
                        new Stmt.Block(List.of(next), span),
                        new Stmt.Block(List.of(), span),
                        span));
            }
            return statements.size() == 1 ? stmt : sequence(statements, span);
        }

        /** Empty, since it stands for nothing that the user wrote. */
        private static Span generated(int offset, Span within) {
            return new Span(within.file(), offset, offset);
        }

        private static Stmt declare(Variable flag, Span span) {
            return new Stmt.Declare(flag, new Expr.Constant(Type.Scalar.BOOLEAN, false, span), span);
        }
    }
}
