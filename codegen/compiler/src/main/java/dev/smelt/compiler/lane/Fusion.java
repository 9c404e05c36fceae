package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts functions into the regions around them, where they are straight code as long as their arguments are in range. Whether
 * they are, is found out for all lanes at once: by a bound on the argument, made of what all lanes have alike, and of the
 * largest magnitudes of values that stay the same in the loop, which are found before it ({@link MagnitudeBound}). Where it
 * doesn't hold, all is done as it was.
 *
 * <pre>{@code
 * before: for (k = 1; k < n; k++) { region: a = k * x;  s = sin(a);  region: sum += s / k; }
 * after:  largest = magnitude of x;
 *         for (k = 1; k < n; k++) {
 *             if (isFast() && k * largest <= LARGEST_ANGLE) {
 *                 region: sum += sin(k * x) / k;
 *             } else {
 *                 region: a = k * x;  s = sin(a);  region: sum += s / k;
 *             }
 *         }
 * }</pre>
 */
final class Fusion extends Rewriter {
    private final FreshIds ids;
    private final IdentityHashMap<Stmt, LaneStep> steps;
    private final Set<Variable> perLane;
    private final Set<Variable> alike;
    private final Map<Variable, Integer> mentions = new HashMap<>();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Set<Variable> bounds = new LinkedHashSet<>();
    private final List<Stmt> fused = new ArrayList<>();
    private Map<Variable, Variable> known = new HashMap<>();

    /**
     * For one program.
     *
     * @param steps what the placeholders in its control stand for; more are added
     * @param perLane the variables that keep a value for each lane
     * @param alike what the control knows, and no step changes
     */
    Fusion(FreshIds ids, IdentityHashMap<Stmt, LaneStep> steps, Set<Variable> perLane, Set<Variable> alike) {
        this.ids = ids;
        this.steps = steps;
        this.perLane = perLane;
        this.alike = alike;
        steps.values().forEach(step -> step.variables().forEach(each -> mentions.merge(each, 1, Integer::sum)));
    }

    /**
     * A loop around the present place.
     *
     * @param known the largest magnitudes that are found before it
     * @param before the steps that find them
     */
    private record Loop(Set<Variable> stored, Map<Variable, Variable> known, List<Stmt> before) {}

    /** The placeholders for regions with functions in them. */
    List<Stmt> fused() {
        return fused;
    }

    /** The variables for the largest magnitudes, which the control knows. */
    Set<Variable> bounds() {
        return bounds;
    }

    @Override
    public Stmt visitBlock(Stmt.Block stmt) {
        Map<Variable, Variable> around = known;
        known = new HashMap<>();
        List<Stmt> stmts = new ArrayList<>();
        List<Stmt> run = new ArrayList<>();
        for (Stmt each : stmt.statements()) {
            if (isFusible(steps.get(each))) {
                run.add(each);
                continue;
            }
            fuse(run, stmts);
            if (each instanceof Stmt.For || each instanceof Stmt.DoWhile) {
                Loop loop = new Loop(storedIn(each), known, new ArrayList<>());
                loops.push(loop);
                Stmt rewritten = rewrite(each);
                loops.pop();
                stmts.addAll(loop.before());
                stmts.add(rewritten);
            } else {
                stmts.add(rewrite(each));
            }
            known.keySet().removeAll(storedIn(each));
        }
        fuse(run, stmts);
        known = around;
        return new Stmt.Block(stmts, stmt.span());
    }

    private static boolean isFusible(@Nullable LaneStep step) {
        return step instanceof LaneStep.Region region
                ? StraightCode.of(region.body()).isPresent()
                : step instanceof LaneStep.Compute compute && StraightFunctions.contains(compute.function());
    }

    /** The variables of lanes that the steps in a statement may change. */
    private Set<Variable> storedIn(Stmt stmt) {
        Set<Variable> stored = new LinkedHashSet<>();
        new Walker() {
            @Override
            public Void visitInvoke(Stmt.Invoke invoke) {
                LaneStep step = steps.get(invoke);
                if (step instanceof LaneStep.Region region) {
                    stored.addAll(region.stored());
                } else if (step instanceof LaneStep.Compute compute) {
                    stored.add(compute.result());
                } else if (step != null) {
                    stored.addAll(step.variables());
                }
                return null;
            }
        }.walk(stmt);
        return stored;
    }

    /** Writes regions and functions that follow each other. */
    private void fuse(List<Stmt> run, List<Stmt> to) {
        Group group = new Group();
        for (Stmt each : run) {
            if (!group.add(each)) {
                write(group, to);
                group = new Group();
                if (!group.add(each)) {
                    to.add(each);
                }
            }
        }
        write(group, to);
        run.forEach(each -> known.keySet().removeAll(storedIn(each)));
        run.clear();
    }

    private boolean staysTheSame(Variable variable) {
        return perLane.contains(variable)
                && !loops.isEmpty()
                && !loops.element().stored().contains(variable);
    }

    /** The variable with the largest magnitude that another has in a lane, found before the outermost loop possible. */
    private Variable largest(Variable variable, Span span) {
        Loop place = loops.element();
        for (Loop loop : loops) {
            if (loop.stored().contains(variable)) {
                break;
            }
            place = loop;
        }
        Variable before = place.known().get(variable);
        if (before != null) {
            return before;
        }
        Variable largest = ids.variable("largest", Type.Scalar.FLOAT);
        bounds.add(largest);
        place.known().put(variable, largest);
        place.before().add(placeholder(new LaneStep.Largest(variable, largest), span));
        return largest;
    }

    private Stmt placeholder(LaneStep step, Span span) {
        Stmt placeholder = new Stmt.Invoke("step", List.of(), null, span);
        steps.put(placeholder, step);
        return placeholder;
    }

    private void write(Group group, List<Stmt> to) {
        if (!group.isWorthwhile()) {
            to.addAll(group.stmts);
            return;
        }
        Span span = group.stmts.get(0).span();
        Expr condition = StraightFunctions.isFast(span);
        for (Expr bound : group.bounds) {
            Expr inRange = new Expr.Binary(
                    BinaryOp.LESS_OR_EQUAL,
                    new Largest().rewrite(bound),
                    StraightFunctions.largestArgument(span),
                    Type.Scalar.BOOLEAN,
                    false,
                    span);
            condition = new Expr.Logical(true, condition, inRange, span);
        }
        Stmt together = placeholder(group.region(span), span);
        fused.add(together);
        to.add(new Stmt.If(
                condition, new Stmt.Block(List.of(together), span), new Stmt.Block(group.stmts, span), span));
    }

    /** Has a variable of the lanes stand for its largest magnitude. */
    private final class Largest extends Rewriter {
        @Override
        public Expr visitRead(Expr.Read expr) {
            return perLane.contains(expr.variable())
                    ? new Expr.Read(largest(expr.variable(), expr.span()), expr.span())
                    : expr;
        }
    }

    /** Regions and functions that may become one region. */
    private final class Group {
        private final List<Stmt> stmts = new ArrayList<>();
        private final List<Stmt.Assign> code = new ArrayList<>();
        private final Set<Expr> bounds = new LinkedHashSet<>();
        private final MagnitudeBound bound = new MagnitudeBound(alike, Fusion.this::staysTheSame);
        private boolean hasRegion;

        /** Adds a step at the end; whether it could. */
        boolean add(Stmt placeholder) {
            if (steps.get(placeholder) instanceof LaneStep.Compute compute) {
                Expr argument = new Expr.Read(compute.arguments().get(0), placeholder.span());
                Optional<Expr> ofArgument = bound.of(argument);
                if (ofArgument.isEmpty()) {
                    return false;
                }
                bounds.add(ofArgument.get());
                bound.assign(compute.result());
                code.add(new Stmt.Assign(
                        compute.result(),
                        StraightFunctions.call(compute.function(), argument, placeholder.span()),
                        placeholder.span()));
            } else if (steps.get(placeholder) instanceof LaneStep.Region region) {
                for (StraightCode.Assignment each :
                        StraightCode.of(region.body()).orElseThrow()) {
                    bound.assign(each.variable(), each.value());
                    code.add(new Stmt.Assign(each.variable(), each.value(), placeholder.span()));
                }
                hasRegion = true;
            }
            stmts.add(placeholder);
            return true;
        }

        boolean isWorthwhile() {
            return hasRegion && !bounds.isEmpty();
        }

        LaneStep.Region region(Span span) {
            Set<Variable> read = new LinkedHashSet<>();
            Set<Variable> assigned = new LinkedHashSet<>();
            Set<Variable> kept = new LinkedHashSet<>();
            for (Stmt.Assign assign : code) {
                Mentions.in(assign.value()).stream()
                        .filter(variable -> !assigned.contains(variable))
                        .forEach(read::add);
                assigned.add(assign.variable());
            }
            Map<Variable, Integer> here = new HashMap<>();
            stmts.forEach(stmt -> Objects.requireNonNull(steps.get(stmt))
                    .variables()
                    .forEach(each -> here.merge(each, 1, Integer::sum)));
            for (Variable variable : assigned) {
                boolean isAwaited =
                        read.contains(variable) || !Objects.equals(here.get(variable), mentions.get(variable));
                if (perLane.contains(variable) && isAwaited) {
                    kept.add(variable);
                }
            }
            Set<Variable> loaded = new LinkedHashSet<>(read);
            loaded.retainAll(perLane);
            loaded.addAll(kept);
            return new LaneStep.Region(new Stmt.Block(List.copyOf(code), span), loaded, kept);
        }
    }
}
