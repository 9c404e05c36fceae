package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether anybody may ask for what variables have when a loop has ended. */
final class NeededBehind {
    private final Structure structure;

    /** For the body of that structure. */
    NeededBehind(Structure structure) {
        this.structure = structure;
    }

    /** Whether one of some variables is needed behind a loop that uses them all; if in doubt, it is. */
    boolean isAny(Set<Variable> variables, Stmt.For loop) {
        Stmt inner = loop;
        Optional<Stmt> around = structure.around(loop);
        while (around.isPresent()) {
            Stmt outer = around.get();
            if (isAny(variables, inner, outer)) {
                return true;
            }
            inner = outer;
            around = structure.around(outer);
        }
        return false;
    }

    private static boolean isAny(Set<Variable> variables, Stmt inner, Stmt outer) {
        if (outer instanceof Stmt.Block block) {
            List<Stmt> stmts = block.statements();
            return stmts.subList(placeOf(inner, stmts) + 1, stmts.size()).stream()
                    .anyMatch(stmt -> !Collections.disjoint(Mentions.in(stmt).all(), variables));
        } else if (outer instanceof Stmt.For loop) {
            return outlives(variables, loop.body());
        } else if (outer instanceof Stmt.DoWhile loop) {
            return outlives(variables, loop.body());
        }
        return outer instanceof Stmt.Switch;
    }

    /** Whether one is not declared anew in each round. */
    private static boolean outlives(Set<Variable> variables, Stmt.Block body) {
        return !Declared.in(body).variables().containsAll(variables);
    }

    /** That of this statement, not of one that is equal. */
    @SuppressWarnings("ReferenceEquality")
    private static int placeOf(Stmt stmt, List<Stmt> stmts) {
        for (int place = 0; place < stmts.size(); place++) {
            if (stmts.get(place) == stmt) {
                return place;
            }
        }
        throw new AssertionError(stmt.span() + ": not in its block");
    }
}
