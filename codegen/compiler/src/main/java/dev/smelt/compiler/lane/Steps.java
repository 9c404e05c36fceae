package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the steps of a lane program, and finds out which variables must keep a value for each lane between them. */
final class Steps {
    private final IdentityHashMap<Stmt, LaneStep> others = new IdentityHashMap<>();
    private final List<Found> regions = new ArrayList<>();
    private final List<Stmt> advances = new ArrayList<>();
    private final Set<Variable> forced = new HashSet<>();
    private boolean masked;

    /**
     * A region.
     *
     * @param round the loop's body that it stands in
     * @param onlyDeclared the variables of which it has nothing but a declaration without a value
     */
    private record Found(Stmt placeholder, Stmt.Block body, int round, Mentions mentions, Set<Variable> onlyDeclared) {}

    /** The placeholder for a region; it may be left out of the control if it does nothing. */
    Stmt region(Exits.Outcome outcome, int round) {
        Stmt placeholder = placeholder(outcome.body().span());
        Mentions mentions = Mentions.in(outcome.body());
        Set<Variable> onlyDeclared = new LinkedHashSet<>(mentions.all());
        onlyDeclared.removeAll(mentions.used());
        regions.add(new Found(placeholder, outcome.body(), round, mentions, onlyDeclared));
        masked |= outcome.leaves() || outcome.returns();
        return placeholder;
    }

    /** The placeholder for any other step. */
    Stmt step(LaneStep step, Span span) {
        if (step instanceof LaneStep.Simd simd) {
            forced.addAll(simd.arguments());
            Variable result = simd.result();
            if (result != null) {
                forced.add(result);
            }
        } else if (step instanceof LaneStep.Compute compute) {
            forced.addAll(compute.arguments());
            forced.add(compute.result());
        } else if (step instanceof LaneStep.Load load) {
            forced.add(load.result());
        } else if (step instanceof LaneStep.Store store) {
            forced.add(store.value());
        }
        Stmt placeholder = placeholder(span);
        if (step instanceof LaneStep.Advance advance) {
            forced.addAll(advance.ofLanes());
            advances.add(placeholder);
        }
        others.put(placeholder, step);
        return placeholder;
    }

    private static Stmt placeholder(Span span) {
        return new Stmt.Invoke("step", List.of(), null, span);
    }

    /**
     * The variables that keep a value for each lane: those that more than one region uses, or that a region uses more
     * often than it is declared.
     *
     * @param elsewhere parameters, constants, and what is shared
     */
    Set<Variable> perLane(Set<Variable> elsewhere, Variable exit) {
        Map<Variable, Integer> uses = new HashMap<>();
        Map<Variable, Integer> roundOfUse = new HashMap<>();
        for (Found region : regions) {
            for (Variable variable : region.mentions().used()) {
                uses.merge(variable, 1, Integer::sum);
                roundOfUse.put(variable, region.round());
            }
        }
        Set<Variable> perLane = new LinkedHashSet<>(forced);
        uses.forEach((variable, regionsWithIt) -> {
            if (regionsWithIt > 1) {
                perLane.add(variable);
            }
        });
        for (Found region : regions) {
            for (Variable variable : region.onlyDeclared()) {
                Integer round = roundOfUse.get(variable);
                if (round != null && round != region.round()) {
                    perLane.add(variable);
                }
            }
        }
        perLane.removeAll(elsewhere);
        if (masked) {
            perLane.add(exit);
        }
        return perLane;
    }

    /** All steps, by their placeholders. */
    IdentityHashMap<Stmt, LaneStep> finish(Set<Variable> perLane, Exits exits) {
        IdentityHashMap<Stmt, LaneStep> steps = new IdentityHashMap<>();
        others.forEach(steps::put);
        Set<Variable> declaredElsewhere = new HashSet<>();
        regions.forEach(region -> declaredElsewhere.addAll(region.onlyDeclared()));
        for (Found region : regions) {
            List<Stmt> stmts = new ArrayList<>();
            for (Variable variable : region.mentions().used()) {
                if (declaredElsewhere.contains(variable) && !perLane.contains(variable)) {
                    stmts.add(new Stmt.Declare(variable, null, region.body().span()));
                }
            }
            stmts.addAll(region.body().statements());
            stmts.removeIf(stmt -> stmt instanceof Stmt.Declare declare
                    && declare.value() == null
                    && region.onlyDeclared().contains(declare.variable()));
            Stmt.Block body = new Stmt.Block(stmts, region.body().span());
            Stmt.Block whole = masked && !isHarmless(body, exits, perLane) ? exits.masked(body) : body;
            Mentions of = Mentions.in(whole);
            steps.put(
                    region.placeholder(),
                    new LaneStep.Region(whole, both(of.all(), perLane), both(of.assigned(), perLane)));
        }
        return steps;
    }

    /** Whether lanes may run a region that take no part: they will never do again. */
    private static boolean isHarmless(Stmt.Block body, Exits exits, Set<Variable> perLane) {
        return exits.areAllReturns()
                && StraightCode.needsNoThread(body, both(Mentions.in(body).all(), perLane));
    }

    /** The placeholders of the regions, in the order in which they were made. */
    List<Stmt> inOrder() {
        return regions.stream().map(Found::placeholder).toList();
    }

    /** The same of the steps that bring lanes through rounds. */
    List<Stmt> advances() {
        return advances;
    }

    private static Set<Variable> both(Set<Variable> some, Set<Variable> others) {
        Set<Variable> both = new LinkedHashSet<>(some);
        both.retainAll(others);
        return both;
    }
}
