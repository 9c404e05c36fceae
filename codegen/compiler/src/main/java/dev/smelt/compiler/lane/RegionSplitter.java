package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Divides regions of straight code into ones that HotSpot turns into SIMD: each stores in one array over the lanes, reads
 * few, and is short. What several of them need is computed by one of its own, unless it is no more than an operation or
 * two and nobody asks for it behind them. What nobody needs is left out.
 *
 * <pre>{@code
 * before: d = x - p; w = m / sqrt(d * d + e); sum += d * w; total += w;
 * after:  d = x - p; w = m / sqrt(d * d + e);
 *         d = x - p; sum += d * w;
 *         total += w;
 * }</pre>
 */
final class RegionSplitter {
    /** Operations of a loop's body; HotSpot gives up at about 44, on 17. */
    private static final int MOST_OPERATIONS = 30;

    /**
     * The same where it calls a function that is straight code, each operation of which counts as one. A term of a Fourier
     * series has 21. Of 120 loops with a sine or cosine, all 52 with up to 25 operations became SIMD on JDK 17; from 26 on
     * half of them took 4 ns and more.
     */
    private static final int MOST_WITH_FUNCTIONS = 25;

    /** Arrays that a loop reads. */
    private static final int MOST_ARRAYS = 5;

    /** As many operations are done again rather than stored and loaded. */
    private static final int CHEAP = 2;

    private final FreshIds ids;
    private final Set<Variable> perLane;
    private final Set<Variable> added = new LinkedHashSet<>();

    RegionSplitter(FreshIds ids, Set<Variable> perLane) {
        this.ids = ids;
        this.perLane = perLane;
    }

    /** The variables that have become such with a value for each lane. */
    Set<Variable> added() {
        return added;
    }

    /** The regions to run instead of one, in order; the one itself if it is not straight. */
    List<LaneStep.Region> split(LaneStep.Region region) {
        Optional<List<StraightCode.Assignment>> straight = StraightCode.of(region.body());
        if (straight.isEmpty()) {
            return List.of(region);
        }
        return new Division(region, straight.get()).regions();
    }

    /** The division of one region. Each variable is assigned once in it; its values follow each other in order. */
    private final class Division {
        private final Span span;
        private final Map<Variable, Expr> values = new LinkedHashMap<>();
        private final Map<Variable, Expr> results = new LinkedHashMap<>();
        private final Set<Variable> temporaries = new LinkedHashSet<>();
        private final List<LaneStep.Region> regions = new ArrayList<>();

        Division(LaneStep.Region region, List<StraightCode.Assignment> assignments) {
            this.span = region.body().span();
            Versions versions = new Versions();
            for (StraightCode.Assignment assignment : assignments) {
                Expr value = versions.rewrite(assignment.value());
                if (!(value instanceof Expr.Read || value instanceof Expr.Constant)) {
                    Variable fresh = ids.variable(
                            assignment.variable().name(), assignment.variable().type());
                    values.put(fresh, value);
                    value = new Expr.Read(fresh, assignment.value().span());
                }
                versions.current.put(assignment.variable(), value);
            }
            for (Variable variable : sorted(region.stored())) {
                Expr value = versions.current.get(variable);
                if (value != null && !isRead(value, variable)) {
                    results.put(variable, value);
                }
            }
        }

        private static List<Variable> sorted(Set<Variable> variables) {
            List<Variable> sorted = new ArrayList<>(variables);
            sorted.sort((a, b) -> Integer.compare(a.id(), b.id()));
            return sorted;
        }

        private static boolean isRead(Expr value, Variable variable) {
            return value instanceof Expr.Read read && read.variable().equals(variable);
        }

        List<LaneStep.Region> regions() {
            chooseShared();
            chooseLong();
            for (Variable temporary : temporaries) {
                add(temporary, values.get(temporary), temporary);
            }
            List<Variable> open = new ArrayList<>(results.keySet());
            Map<Variable, Variable> later = new LinkedHashMap<>();
            while (!open.isEmpty()) {
                Variable next = open.stream()
                        .filter(candidate ->
                                open.stream().noneMatch(other -> !other.equals(candidate) && reads(other, candidate)))
                        .findFirst()
                        .orElse(open.get(0));
                boolean isAwaited = open.stream().anyMatch(other -> !other.equals(next) && reads(other, next));
                open.remove(next);
                if (isAwaited) {
                    Variable copy = ids.variable(next.name(), next.type());
                    later.put(next, copy);
                    temporaries.add(copy);
                    add(copy, results.get(next), copy);
                } else {
                    add(next, results.get(next), next);
                }
            }
            later.forEach((variable, copy) -> add(variable, new Expr.Read(copy, span), variable));
            storeInResults();
            added.addAll(temporaries);
            return regions;
        }

        /** Has a result that only is a copy of a temporary computed in its place, where nobody needs what it was before. */
        private void storeInResults() {
            for (Variable result : results.keySet()) {
                List<LaneStep.Region> users = regions.stream()
                        .filter(region -> region.variables().contains(result))
                        .toList();
                if (users.size() == 1
                        && results.get(result) instanceof Expr.Read read
                        && temporaries.remove(read.variable())) {
                    regions.remove(users.get(0));
                    Renaming renaming = new Renaming();
                    renaming.rename(read.variable(), result);
                    regions.replaceAll(region -> renamed(region, read.variable(), result, renaming));
                }
            }
        }

        private static LaneStep.Region renamed(LaneStep.Region region, Variable from, Variable to, Renaming renaming) {
            return new LaneStep.Region(
                    renaming.rewriteBlock(region.body()),
                    replaced(region.loaded(), from, to),
                    replaced(region.stored(), from, to));
        }

        private static Set<Variable> replaced(Set<Variable> variables, Variable from, Variable to) {
            Set<Variable> replaced = new LinkedHashSet<>(variables);
            if (replaced.remove(from)) {
                replaced.add(to);
            }
            return replaced;
        }

        private boolean reads(Variable result, Variable old) {
            Expr value = results.get(result);
            return value != null
                    && (mentions(value).contains(old)
                            || slice(value).stream()
                                    .anyMatch(variable ->
                                            mentions(values.get(variable)).contains(old)));
        }

        private Set<Variable> mentions(@Nullable Expr value) {
            return value == null ? Set.of() : Mentions.in(value);
        }

        /** What must be computed before an expression, in order, up to what is stored. */
        private Set<Variable> slice(Expr value) {
            Set<Variable> needed = new LinkedHashSet<>();
            need(value, needed);
            Set<Variable> ordered = new LinkedHashSet<>(values.keySet());
            ordered.retainAll(needed);
            return ordered;
        }

        private void need(Expr value, Set<Variable> needed) {
            for (Variable variable : Mentions.in(value)) {
                Expr inner = values.get(variable);
                if (inner != null && !temporaries.contains(variable) && needed.add(variable)) {
                    need(inner, needed);
                }
            }
        }

        private int size(Expr value) {
            int size = Operations.in(value);
            for (Variable variable : slice(value)) {
                size += Operations.in(values.get(variable));
            }
            return size;
        }

        /** What more than one loop needs, seen from the last. */
        private void chooseShared() {
            Map<Variable, Set<Variable>> users = new HashMap<>();
            results.forEach((variable, value) -> use(value, Set.of(variable), users));
            List<Variable> backwards = new ArrayList<>(values.keySet());
            Collections.reverse(backwards);
            for (Variable variable : backwards) {
                Set<Variable> loops = users.getOrDefault(variable, Set.of());
                Expr value = Objects.requireNonNull(values.get(variable));
                if (loops.size() > 1 && (size(value) > CHEAP || isStored(variable))) {
                    temporaries.add(variable);
                    use(value, Set.of(variable), users);
                } else {
                    use(value, loops, users);
                }
            }
            inOrder();
        }

        /** Whether there is an array for it anyway. */
        private boolean isStored(Variable variable) {
            return results.values().stream().anyMatch(value -> isRead(value, variable));
        }

        private void use(Expr value, Set<Variable> loops, Map<Variable, Set<Variable>> users) {
            for (Variable variable : Mentions.in(value)) {
                users.computeIfAbsent(variable, v -> new LinkedHashSet<>()).addAll(loops);
            }
        }

        /** Cuts what would become too long a loop. */
        private void chooseLong() {
            Set<Variable> live = new LinkedHashSet<>(temporaries);
            results.values().forEach(value -> live.addAll(slice(value)));
            new ArrayList<>(temporaries)
                    .forEach(temporary -> live.addAll(slice(Objects.requireNonNull(values.get(temporary)))));
            for (Map.Entry<Variable, Expr> each : values.entrySet()) {
                if (!live.contains(each.getKey()) || !isLong(each.getValue())) {
                    continue;
                }
                // What is long with a function is cut behind it, and before one that is last itself.
                temporaries.addAll(functionsBefore(each.getValue()));
                if (isFunction(each.getValue())) {
                    Set<Variable> arguments = Mentions.in(each.getValue());
                    arguments.retainAll(values.keySet());
                    temporaries.addAll(arguments);
                }
                if (isLong(each.getValue())) {
                    temporaries.add(each.getKey());
                }
            }
            inOrder();
        }

        private boolean isLong(Expr value) {
            Set<Variable> arrays = new LinkedHashSet<>(Mentions.in(value));
            slice(value).forEach(variable -> arrays.addAll(mentions(values.get(variable))));
            arrays.removeIf(variable -> !perLane.contains(variable) && !temporaries.contains(variable));
            int most = isFunction(value) || !functionsBefore(value).isEmpty() ? MOST_WITH_FUNCTIONS : MOST_OPERATIONS;
            return size(value) > most || arrays.size() > MOST_ARRAYS;
        }

        private List<Variable> functionsBefore(Expr value) {
            return slice(value).stream()
                    .filter(variable -> isFunction(Objects.requireNonNull(values.get(variable))))
                    .toList();
        }

        private static boolean isFunction(Expr value) {
            return value instanceof Expr.BuiltinCall call && StraightFunctions.isCall(call.builtin());
        }

        private void inOrder() {
            List<Variable> ordered = new ArrayList<>(values.keySet());
            ordered.retainAll(temporaries);
            temporaries.clear();
            temporaries.addAll(ordered);
        }

        private void add(Variable target, @Nullable Expr value, Variable self) {
            Expr result = Objects.requireNonNull(value);
            Set<Variable> slice = slice(result);
            slice.remove(self);
            if (result instanceof Expr.Read read && slice.contains(read.variable())) {
                // Nothing else in the loop needs it: it is the last of all.
                result = Objects.requireNonNull(values.get(read.variable()));
                slice.remove(read.variable());
            }
            List<Stmt> stmts = new ArrayList<>();
            for (Variable variable : slice) {
                stmts.add(new Stmt.Declare(variable, values.get(variable), span));
            }
            stmts.add(new Stmt.Assign(target, result, span));
            Stmt.Block body = new Stmt.Block(stmts, span);
            Set<Variable> loaded = new LinkedHashSet<>(Mentions.in(body).all());
            loaded.removeIf(variable -> !perLane.contains(variable) && !temporaries.contains(variable));
            regions.add(new LaneStep.Region(body, loaded, Set.of(target)));
        }
    }

    /** Has each variable read by what it holds at present. */
    private static final class Versions extends Rewriter {
        private final Map<Variable, Expr> current = new HashMap<>();

        @Override
        public Expr visitRead(Expr.Read expr) {
            Expr value = current.get(expr.variable());
            return value == null ? expr : value;
        }
    }
}
