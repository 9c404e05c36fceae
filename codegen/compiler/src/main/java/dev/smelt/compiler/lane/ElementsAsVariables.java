package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts variables in the place of a thread's own short arrays, where each index is known when the loops around it are
 * written out. Metal's compiler keeps such an array in registers; here each variable becomes an array over the lanes.
 *
 * <pre>{@code
 * before: float[] sums = new float[2]; ... for (int r = 0; r < 2; r++) { sums[r] += tile[r * 32 + j] * b; }
 * after:  float s = 0f, s2 = 0f;       ... s += tile[0 * 32 + j] * b; s2 += tile[1 * 32 + j] * b;
 * }</pre>
 *
 * <p>An array stays one if a loop uses it that each thread goes through in rounds of its own: its lanes come one after the
 * other anyway, and HotSpot turns the loops over the elements into SIMD.
 */
final class ElementsAsVariables {
    private static final int MOST_ELEMENTS = 16;
    private static final int MOST_ROUNDS = 16;

    /** Statements of a body when its loops are written out. */
    private static final int MOST_STATEMENTS = 2_000;

    private ElementsAsVariables() {}

    /**
     * The body with such variables; the very body if it has no such arrays.
     *
     * @param control tells of a body where the threads are together
     */
    static Stmt.Block in(Stmt.Block body, FreshIds ids, Function<Stmt.Block, Control> control) {
        Arrays arrays = new Arrays();
        arrays.walk(body);
        arrays.declared.keySet().removeAll(arrays.escaped);
        Set<Variable> candidates = arrays.declared.keySet();
        if (candidates.isEmpty()) {
            return body;
        }
        Stmt.Block written = new Writing(candidates, ids).rewriteBlock(body);
        Map<Variable, Stmt.DeclareArray> known = known(written);
        Set<Variable> inOwnRounds = known.isEmpty() ? Set.of() : OwnRounds.in(written, control.apply(written));
        // Loops over arrays that stay are better left as they are.
        if (known.keySet().removeAll(inOwnRounds) && !known.isEmpty()) {
            candidates.removeAll(inOwnRounds);
            written = new Writing(candidates, ids).rewriteBlock(body);
            known = known(written);
            known.keySet().removeAll(OwnRounds.in(written, control.apply(written)));
        }
        return known.isEmpty() ? body : new Replacing(known, ids).rewriteBlock(written);
    }

    /** The arrays of which all indices are known; none of a body that has become too long. */
    private static Map<Variable, Stmt.DeclareArray> known(Stmt.Block body) {
        if (Declared.in(body).statements() > MOST_STATEMENTS) {
            return new HashMap<>();
        }
        Arrays arrays = new Arrays();
        arrays.walk(body);
        arrays.declared.keySet().removeAll(arrays.escaped);
        arrays.declared.keySet().removeAll(arrays.unknown);
        return arrays.declared;
    }

    /** The value of an index that is known. */
    private static OptionalInt valueOf(Expr index) {
        if (index instanceof Expr.Constant constant && constant.value() instanceof Integer value) {
            return OptionalInt.of(value);
        }
        if (index instanceof Expr.Binary binary) {
            OptionalInt left = valueOf(binary.left());
            OptionalInt right = valueOf(binary.right());
            if (left.isPresent() && right.isPresent()) {
                int a = left.getAsInt();
                int b = right.getAsInt();
                return switch (binary.op()) {
                    case ADD -> OptionalInt.of(a + b);
                    case SUBTRACT -> OptionalInt.of(a - b);
                    case MULTIPLY -> OptionalInt.of(a * b);
                    default -> OptionalInt.empty();
                };
            }
        }
        return OptionalInt.empty();
    }

    /** Finds arrays of a thread's own, and what happens to them. */
    private static final class Arrays extends Walker {
        private final Map<Variable, Stmt.DeclareArray> declared = new HashMap<>();
        /** Those that are more than a base of an index. */
        private final Set<Variable> escaped = new HashSet<>();
        /** Those with an index that is not known, or wrong. */
        private final Set<Variable> unknown = new HashSet<>();

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            boolean isShort = stmt.element() instanceof Type.Scalar && stmt.length() <= MOST_ELEMENTS;
            if (!isShort || declared.put(stmt.variable(), stmt) != null) {
                escaped.add(stmt.variable());
            }
            return super.visitDeclareArray(stmt);
        }

        @Override
        public Void visitRead(Expr.Read expr) {
            escaped.add(expr.variable());
            return null;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            access(expr.array(), expr.index());
            return null;
        }

        @Override
        public Void visitStore(Stmt.Store stmt) {
            access(stmt.array(), stmt.index());
            walk(stmt.value());
            return null;
        }

        private void access(Expr array, Expr index) {
            if (array instanceof Expr.Read read) {
                OptionalInt value = valueOf(index);
                Stmt.DeclareArray declare = declared.get(read.variable());
                boolean isKnown = value.isPresent()
                        && declare != null
                        && value.getAsInt() >= 0
                        && value.getAsInt() < declare.length();
                if (!isKnown) {
                    unknown.add(read.variable());
                }
            } else {
                walk(array);
            }
            walk(index);
        }
    }

    /** Finds the variables in loops that each thread goes through in rounds of its own. */
    private static final class OwnRounds extends Walker {
        private final Control control;
        private final Set<Variable> found = new HashSet<>();

        private OwnRounds(Control control) {
            this.control = control;
        }

        static Set<Variable> in(Stmt.Block body, Control control) {
            OwnRounds rounds = new OwnRounds(control);
            rounds.visitBlock(body);
            return rounds.found;
        }

        private boolean isOwn(Stmt.Block body) {
            if (control.at(body) == Level.UNIFORM) {
                return false;
            }
            found.addAll(Mentions.in(body).all());
            return true;
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            return isOwn(stmt.body()) ? null : super.visitFor(stmt);
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            return isOwn(stmt.body()) ? null : super.visitDoWhile(stmt);
        }
    }

    /** Writes out the loops whose counters stand in indices of the arrays. */
    private static final class Writing extends Rewriter {
        private final Set<Variable> arrays;
        private final FreshIds ids;

        Writing(Set<Variable> arrays, FreshIds ids) {
            this.arrays = arrays;
            this.ids = ids;
        }

        @Override
        public Stmt visitBlock(Stmt.Block stmt) {
            List<Stmt> stmts = new ArrayList<>();
            for (Stmt each : stmt.statements()) {
                Stmt rewritten = rewrite(each);
                List<Stmt> rounds = rewritten instanceof Stmt.For loop ? rounds(loop) : List.of(rewritten);
                stmts.addAll(rounds);
            }
            return new Stmt.Block(stmts, stmt.span());
        }

        private List<Stmt> rounds(Stmt.For loop) {
            Optional<CountedLoop> counted = CountedLoop.of(loop);
            OptionalInt rounds = counted.map(CountedLoop::rounds).orElse(OptionalInt.empty());
            if (rounds.isEmpty()
                    || rounds.getAsInt() > MOST_ROUNDS
                    || !new Indexing(counted.get().counter()).isIn(loop.body())
                    || Jumps.to(loop.label(), loop.body())) {
                return List.of(loop);
            }
            return counted.get().writtenOut(loop, rounds.getAsInt(), ids);
        }

        /** Looks for a counter in the indices of the arrays. */
        private final class Indexing extends Walker {
            private final Variable counter;
            private boolean found;

            Indexing(Variable counter) {
                this.counter = counter;
            }

            boolean isIn(Stmt.Block body) {
                visitBlock(body);
                return found;
            }

            private void access(Expr array, Expr index) {
                found |= array instanceof Expr.Read read
                        && arrays.contains(read.variable())
                        && Mentions.in(index).contains(counter);
            }

            @Override
            public Void visitLoad(Expr.Load expr) {
                access(expr.array(), expr.index());
                return super.visitLoad(expr);
            }

            @Override
            public Void visitStore(Stmt.Store stmt) {
                access(stmt.array(), stmt.index());
                return super.visitStore(stmt);
            }
        }
    }

    /** Looks for jumps that a loop written out could not have. */
    private static final class Jumps extends Walker {
        private final Label label;
        private boolean found;

        private Jumps(Label label) {
            this.label = label;
        }

        static boolean to(Label label, Stmt.Block body) {
            Jumps jumps = new Jumps(label);
            jumps.visitBlock(body);
            return jumps.found;
        }

        @Override
        public Void visitBreak(Stmt.Break stmt) {
            found |= stmt.label().equals(label);
            return null;
        }

        @Override
        public Void visitContinue(Stmt.Continue stmt) {
            found |= stmt.label().equals(label);
            return null;
        }
    }

    /** Puts the variables in. */
    private static final class Replacing extends Rewriter {
        private final Map<Variable, List<Variable>> elements = new HashMap<>();

        Replacing(Map<Variable, Stmt.DeclareArray> arrays, FreshIds ids) {
            arrays.forEach((array, declare) -> {
                List<Variable> variables = new ArrayList<>();
                for (int element = 0; element < declare.length(); element++) {
                    variables.add(ids.variable(array.name(), declare.element()));
                }
                elements.put(array, variables);
            });
        }

        @Override
        public Stmt visitBlock(Stmt.Block stmt) {
            List<Stmt> stmts = new ArrayList<>();
            for (Stmt each : stmt.statements()) {
                if (each instanceof Stmt.DeclareArray declare && elements.containsKey(declare.variable())) {
                    declare(declare, stmts);
                } else {
                    stmts.add(rewrite(each));
                }
            }
            return new Stmt.Block(stmts, stmt.span());
        }

        private void declare(Stmt.DeclareArray declare, List<Stmt> stmts) {
            List<Variable> variables = elements.getOrDefault(declare.variable(), List.of());
            for (int element = 0; element < variables.size(); element++) {
                Expr value = declare.values().isEmpty()
                        ? zero((Type.Scalar) declare.element(), declare)
                        : rewrite(declare.values().get(element));
                stmts.add(new Stmt.Declare(variables.get(element), value, declare.span()));
            }
        }

        private static Expr zero(Type.Scalar type, Stmt at) {
            Object value = switch (type) {
                case BOOLEAN -> false;
                case LONG -> 0L;
                case FLOAT -> 0f;
                default -> 0;
            };
            return new Expr.Constant(type, value, at.span());
        }

        private Optional<Variable> element(Expr array, Expr index) {
            return array instanceof Expr.Read read && elements.containsKey(read.variable())
                    ? Optional.of(
                            elements.get(read.variable()).get(valueOf(index).orElseThrow()))
                    : Optional.empty();
        }

        @Override
        public Expr visitLoad(Expr.Load expr) {
            Optional<Variable> element = element(expr.array(), expr.index());
            return element.isPresent() ? new Expr.Read(element.get(), expr.span()) : super.visitLoad(expr);
        }

        @Override
        public Stmt visitStore(Stmt.Store stmt) {
            Optional<Variable> element = element(stmt.array(), stmt.index());
            return element.isPresent()
                    ? new Stmt.Assign(element.get(), rewrite(stmt.value()), stmt.span())
                    : super.visitStore(stmt);
        }
    }
}
