package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.ArraySpaces;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The arrays of the thread's own that a body declares, and the other names that it has for them. */
final class OwnArrays extends Walker {
    private final Set<Variable> declared = new HashSet<>();
    /** For each name, the variables that it may have been given. */
    private final Map<Variable, Set<Variable>> origins = new HashMap<>();

    private OwnArrays() {}

    static OwnArrays in(Stmt body) {
        OwnArrays arrays = new OwnArrays();
        arrays.walk(body);
        return arrays;
    }

    /** The arrays that an expression may stand for; none if it may stand for any that is not the thread's own. */
    Set<Variable> of(Expr array) {
        Set<Variable> found = new LinkedHashSet<>();
        Set<Variable> seen = new HashSet<>(ArraySpaces.variablesIn(array));
        Deque<Variable> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Variable name = open.pop();
            Set<Variable> from = origins.get(name);
            if (declared.contains(name)) {
                found.add(name);
            } else if (from == null) {
                return Set.of();
            } else {
                from.stream().filter(seen::add).forEach(open::push);
            }
        }
        return found;
    }

    private void link(Variable name, Expr value) {
        if (name.type() instanceof Type.Array) {
            origins.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(ArraySpaces.variablesIn(value));
        }
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        declared.add(stmt.variable());
        return super.visitDeclareArray(stmt);
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        if (value != null) {
            link(stmt.variable(), value);
        }
        return super.visitDeclare(stmt);
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        link(stmt.variable(), stmt.value());
        return super.visitAssign(stmt);
    }
}
