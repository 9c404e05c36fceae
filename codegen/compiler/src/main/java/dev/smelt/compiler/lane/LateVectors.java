package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Has a vector or record computed behind what is done for all lanes at once, if only what comes later needs it. Else each
 * lane's would be an object in an array, where HotSpot can keep its parts in registers.
 *
 * <pre>{@code
 * before: a = load(from, i); c = cos(angle); to[i] = a.mul(c);
 * after:  c = cos(angle); a = load(from, i); to[i] = a.mul(c);
 * }</pre>
 *
 * <p>Nothing is moved across what changes memory or one of the variables that it is computed from.
 */
final class LateVectors extends Rewriter {
    private LateVectors() {}

    /** A body in which such values are computed late. */
    static Stmt.Block in(Stmt.Block body) {
        return new LateVectors().rewriteBlock(body);
    }

    @Override
    public Stmt visitBlock(Stmt.Block stmt) {
        List<Stmt> stmts = new ArrayList<>();
        stmt.statements().forEach(each -> stmts.add(rewrite(each)));
        // From the last on, so that what a vector is computed from can follow it.
        for (int place = stmts.size() - 1; place >= 0; place--) {
            if (stmts.get(place) instanceof Stmt.Declare declare
                    && declare.value() != null
                    && !(declare.variable().type() instanceof Type.Scalar)
                    && !MemoryChanges.areIn(declare)) {
                int user = placeOfUser(stmts, place, declare);
                if (stmts.subList(place, user).stream().anyMatch(Stmt.InvokeBuiltin.class::isInstance)) {
                    stmts.add(user - 1, stmts.remove(place));
                }
            }
        }
        return new Stmt.Block(stmts, stmt.span());
    }

    /** The first statement behind a declaration that it must precede; its own place if there is none. */
    private static int placeOfUser(List<Stmt> stmts, int place, Stmt.Declare declare) {
        Set<Variable> needed = Mentions.in(declare).all();
        for (int later = place + 1; later < stmts.size(); later++) {
            Stmt stmt = stmts.get(later);
            Mentions mentions = Mentions.in(stmt);
            boolean mustFollow = mentions.all().contains(declare.variable())
                    || MemoryChanges.areIn(stmt)
                    || !Collections.disjoint(mentions.assigned(), needed);
            if (mustFollow) {
                return later;
            }
        }
        return place;
    }
}
