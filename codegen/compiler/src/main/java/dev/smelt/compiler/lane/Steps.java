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
    private final IdentityHashMap<Stmt, Stmt.Block> regions = new IdentityHashMap<>();
    private final List<Mentions> mentions = new ArrayList<>();
    private final Set<Variable> forced = new HashSet<>();
    private boolean masked;

    /** The placeholder for a region; it may be left out of the control if it does nothing. */
    Stmt region(Exits.Outcome outcome) {
        Stmt placeholder = placeholder(outcome.body().span());
        regions.put(placeholder, outcome.body());
        mentions.add(Mentions.in(outcome.body()));
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
        }
        Stmt placeholder = placeholder(span);
        others.put(placeholder, step);
        return placeholder;
    }

    private static Stmt placeholder(Span span) {
        return new Stmt.Invoke("step", List.of(), null, span);
    }

    /**
     * The variables that keep a value for each lane: those of more than one region.
     *
     * @param elsewhere parameters, constants, and what is shared
     */
    Set<Variable> perLane(Set<Variable> elsewhere, Variable exit) {
        Map<Variable, Integer> uses = new HashMap<>();
        mentions.forEach(region -> region.all().forEach(variable -> uses.merge(variable, 1, Integer::sum)));
        Set<Variable> perLane = new LinkedHashSet<>(forced);
        uses.forEach((variable, regionsWithIt) -> {
            if (regionsWithIt > 1) {
                perLane.add(variable);
            }
        });
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
        regions.forEach((placeholder, body) -> {
            Stmt.Block whole = masked ? exits.masked(body) : body;
            Mentions of = Mentions.in(whole);
            steps.put(placeholder, new LaneStep.Region(whole, both(of.all(), perLane), both(of.assigned(), perLane)));
        });
        return steps;
    }

    private static Set<Variable> both(Set<Variable> some, Set<Variable> others) {
        Set<Variable> both = new LinkedHashSet<>(some);
        both.retainAll(others);
        return both;
    }
}
