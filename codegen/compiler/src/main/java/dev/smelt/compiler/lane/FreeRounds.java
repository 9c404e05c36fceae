package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The rounds of a loop as straight code, where each lane leaves the loop when it likes and a round can do no harm to those
 * that have left: it computes with floats and moves counters. In place of each exit the round notes how far the lane is
 * from leaving. A lane stays for certain while this margin, the least of all rounds, is not below 0.
 *
 * <pre>{@code
 * before: while (n < limit && x * x + y * y <= 4f) { next = x * x - y * y + cx; y = 2f * x * y + cy; x = next; n++; }
 * after:  margin = min(margin, 4f - (x * x + y * y)); next = x * x - y * y + cx; y = 2f * x * y + cy; x = next;
 *         with n as a counter, bounded by limit
 * }</pre>
 *
 * <p>For floats {@code a <= b} if {@code b - a >= 0}, and {@code a < b} if {@code b - a > 0}, since differences of numbers
 * that differ are not rounded to 0. The converse fails for infinities and zeros: then a lane leaves too early, and finds
 * by itself that it stays.
 */
final class FreeRounds {
    /** A counter that keeps a lane in the loop while it is before a bound. */
    record Bound(Variable counter, Expr limit, int step, boolean included) {}

    private static final Builtin MIN = Builtin.pure(
            Builtin.Form.STATIC,
            Math.class,
            "min",
            Collections.nCopies(2, Type.Scalar.FLOAT),
            Type.Scalar.FLOAT,
            "min");

    private final Stmt.For loop;
    private final Variable margin;
    private final Uniformity uniformity;
    private final Set<Variable> assigned;
    private final List<Stmt> round = new ArrayList<>();
    private final Map<Variable, Integer> counters = new LinkedHashMap<>();
    private final List<Expr.Binary> counted = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final Set<Variable> own = new LinkedHashSet<>();
    /** What the comparisons read. */
    private final Set<Variable> compared = new LinkedHashSet<>();

    private boolean hasMargin;
    private boolean positive;
    private boolean tells = true;

    private FreeRounds(Stmt.For loop, Variable margin, Uniformity uniformity) {
        this.loop = loop;
        this.margin = margin;
        this.uniformity = uniformity;
        this.assigned = new LinkedHashSet<>(Mentions.in(loop.body()).assigned());
        loop.update().forEach(update -> assigned.add(update.variable()));
    }

    /** The rounds of a loop; empty if it isn't such a loop. */
    static Optional<FreeRounds> of(Stmt.For loop, Variable margin, Uniformity uniformity) {
        FreeRounds rounds = new FreeRounds(loop, margin, uniformity);
        return rounds.isFree() ? Optional.of(rounds) : Optional.empty();
    }

    /** What a lane does in a round, with the margin. */
    Stmt.Block round() {
        return new Stmt.Block(round, loop.span());
    }

    /** The same, but for a margin that is the round's alone. */
    Stmt.Block roundByItself() {
        List<Stmt> stmts = new ArrayList<>(round);
        Stmt.Assign first = (Stmt.Assign) stmts.get(0);
        Expr way = ((Expr.BuiltinCall) first.value()).arguments().get(1);
        stmts.set(0, new Stmt.Assign(margin, way, first.span()));
        return new Stmt.Block(stmts, loop.span());
    }

    /**
     * Whether the margin of each round tells for certain if a lane leaves before it: all comparisons stand at the head, and
     * each is with a number that is neither 0 nor infinite; and whether a lane whose floats are NaN leaves at once.
     */
    boolean tellsExactly() {
        return tells && !Collections.disjoint(compared, state());
    }

    /** The floats that go from one round to the next. */
    Set<Variable> state() {
        Set<Variable> state = new LinkedHashSet<>(assigned);
        state.removeAll(own);
        state.removeAll(counters.keySet());
        return state;
    }

    /** What else a round reads. */
    Set<Variable> constants() {
        Set<Variable> constants = new LinkedHashSet<>(Mentions.in(round()).all());
        constants.removeAll(assigned);
        constants.removeAll(own);
        constants.remove(margin);
        return constants;
    }

    /** The counters, with what is added in each round. */
    Map<Variable, Integer> counters() {
        return counters;
    }

    List<Bound> bounds() {
        return bounds;
    }

    /** Whether the margin must be above 0. */
    boolean isPositive() {
        return positive;
    }

    private boolean isFree() {
        return stays(loop.condition(), true)
                && add(loop.body())
                && loop.update().stream().allMatch(this::add)
                && hasMargin
                && counted.stream().allMatch(this::isBound)
                && state().stream().allMatch(variable -> variable.type() == Type.Scalar.FLOAT);
    }

    private boolean add(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            return block.statements().stream().allMatch(this::add);
        } else if (stmt instanceof Stmt.Declare declare) {
            Expr value = declare.value();
            own.add(declare.variable());
            round.add(stmt);
            return declare.variable().type() == Type.Scalar.FLOAT && (value == null || isPlain(value));
        } else if (stmt instanceof Stmt.Assign assign) {
            if (assign.variable().type() == Type.Scalar.INT) {
                return count(assign);
            }
            round.add(stmt);
            return assign.variable().type() == Type.Scalar.FLOAT && isPlain(assign.value());
        } else if (stmt instanceof Stmt.If branch) {
            if (leavesAtEnd(branch.then())) {
                return leaves(branch.condition(), false) && add(branch.otherwise());
            }
            return leavesAtEnd(branch.otherwise()) && stays(branch.condition(), false) && add(branch.then());
        }
        return false;
    }

    /** No loop, switch or block with a label stands in the body: what breaks out of a branch breaks out of the loop. */
    private static boolean leavesAtEnd(Stmt.Block branch) {
        List<Stmt> stmts = branch.statements();
        Stmt last = stmts.isEmpty() ? branch : stmts.get(stmts.size() - 1);
        return last instanceof Stmt.Break || last instanceof Stmt.Return;
    }

    private boolean count(Stmt.Assign assign) {
        Variable counter = assign.variable();
        OptionalInt step = CountedLoop.stepOf(assign);
        if (step.isEmpty() || own.contains(counter)) {
            return false;
        }
        return counters.putIfAbsent(counter, step.getAsInt()) == null;
    }

    /** Notes what keeps a lane in the loop. */
    private boolean stays(Expr condition, boolean atHead) {
        if (condition instanceof Expr.Constant constant) {
            return constant.value().equals(true);
        } else if (condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return leaves(unary.operand(), atHead);
        } else if (condition instanceof Expr.Logical logical) {
            return logical.and() && stays(logical.left(), atHead) && stays(logical.right(), atHead);
        }
        return condition instanceof Expr.Binary comparison && compare(comparison.op(), comparison, atHead);
    }

    /** Notes what, as long as it doesn't hold, keeps a lane in the loop. */
    private boolean leaves(Expr condition, boolean atHead) {
        if (condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return stays(unary.operand(), atHead);
        } else if (condition instanceof Expr.Logical logical) {
            return !logical.and() && leaves(logical.left(), atHead) && leaves(logical.right(), atHead);
        }
        // NaN does not leave.
        tells = false;
        return condition instanceof Expr.Binary comparison
                && opposite(comparison.op())
                        .filter(op -> compare(op, comparison, atHead))
                        .isPresent();
    }

    private static Optional<BinaryOp> opposite(BinaryOp op) {
        return switch (op) {
            case LESS -> Optional.of(BinaryOp.GREATER_OR_EQUAL);
            case LESS_OR_EQUAL -> Optional.of(BinaryOp.GREATER);
            case GREATER -> Optional.of(BinaryOp.LESS_OR_EQUAL);
            case GREATER_OR_EQUAL -> Optional.of(BinaryOp.LESS);
            default -> Optional.empty();
        };
    }

    private boolean compare(BinaryOp op, Expr.Binary of, boolean atHead) {
        boolean less = op == BinaryOp.LESS || op == BinaryOp.LESS_OR_EQUAL;
        boolean greater = op == BinaryOp.GREATER || op == BinaryOp.GREATER_OR_EQUAL;
        if (!less && !greater) {
            return false;
        }
        Span span = of.span();
        if (of.left().type() == Type.Scalar.INT) {
            counted.add(new Expr.Binary(op, of.left(), of.right(), Type.Scalar.BOOLEAN, of.exact(), span));
            return atHead;
        }
        if (!isPlain(of.left()) || !isPlain(of.right())) {
            return false;
        }
        boolean isStrict = op == BinaryOp.LESS || op == BinaryOp.GREATER;
        Expr way = less ? minus(of.right(), of.left(), span) : minus(of.left(), of.right(), span);
        Expr least = new Expr.BuiltinCall(MIN, List.of(new Expr.Read(margin, span), way), span);
        round.add(new Stmt.Assign(margin, least, span));
        tells &= atHead
                && (isOrdinaryNumber(of.left()) || isOrdinaryNumber(of.right()))
                && (!hasMargin || positive == isStrict);
        compared.addAll(Mentions.in(of));
        hasMargin = true;
        positive |= isStrict;
        return true;
    }

    private static boolean isOrdinaryNumber(Expr expr) {
        return expr instanceof Expr.Constant constant
                && constant.value() instanceof Float number
                && Float.isFinite(number)
                && number != 0;
    }

    private static Expr minus(Expr left, Expr right, Span span) {
        return new Expr.Binary(BinaryOp.SUBTRACT, left, right, Type.Scalar.FLOAT, true, span);
    }

    private boolean isBound(Expr.Binary comparison) {
        return isBound(comparison.op(), comparison.left(), comparison.right())
                || isBound(comparison.op().mirrored(), comparison.right(), comparison.left());
    }

    private boolean isBound(BinaryOp op, Expr counter, Expr limit) {
        if (!(counter instanceof Expr.Read read) || !isFixed(limit)) {
            return false;
        }
        int step = counters.getOrDefault(read.variable(), 0);
        boolean up = op == BinaryOp.LESS || op == BinaryOp.LESS_OR_EQUAL;
        boolean included = op == BinaryOp.LESS_OR_EQUAL || op == BinaryOp.GREATER_OR_EQUAL;
        bounds.add(new Bound(read.variable(), limit, step, included));
        return up ? step > 0 : step < 0;
    }

    /** Whether an int is the same for all lanes and all rounds. */
    private boolean isFixed(Expr expr) {
        if (expr instanceof Expr.Binary binary) {
            boolean harmless =
                    binary.op() == BinaryOp.ADD || binary.op() == BinaryOp.SUBTRACT || binary.op() == BinaryOp.MULTIPLY;
            return harmless && isFixed(binary.left()) && isFixed(binary.right());
        } else if (expr instanceof Expr.Unary unary) {
            return unary.op() == UnaryOp.NEGATE && isFixed(unary.operand());
        } else if (expr instanceof Expr.Read read) {
            return expr.type() == Type.Scalar.INT
                    && !assigned.contains(read.variable())
                    && uniformity.of(expr) == Level.UNIFORM;
        }
        return expr instanceof Expr.Constant && expr.type() == Type.Scalar.INT;
    }

    /** Whether HotSpot turns a float's computation into SIMD, and nothing in it can fail. */
    private boolean isPlain(Expr expr) {
        if (expr.type() != Type.Scalar.FLOAT) {
            return false;
        } else if (expr instanceof Expr.Unary unary) {
            return unary.op() == UnaryOp.NEGATE && isPlain(unary.operand());
        } else if (expr instanceof Expr.Binary binary) {
            boolean arithmetic = binary.op().kind() == BinaryOp.Kind.ARITHMETIC && binary.op() != BinaryOp.REMAINDER;
            return arithmetic && isPlain(binary.left()) && isPlain(binary.right());
        } else if (expr instanceof Expr.BuiltinCall call) {
            return StraightLoops.isStraightCall(call.builtin())
                    && !LaneFunctions.contains(call.builtin())
                    && call.arguments().stream().allMatch(this::isPlain);
        } else if (expr instanceof Expr.Convert convert) {
            return isFixed(convert.operand());
        }
        return expr instanceof Expr.Constant || expr instanceof Expr.Read;
    }
}
