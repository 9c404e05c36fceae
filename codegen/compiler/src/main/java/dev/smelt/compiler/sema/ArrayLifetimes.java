package dev.smelt.compiler.sema;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.ArraySpaces;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the arrays of a thread's own live as long as there are names for them. In Java an array does; in MSL it ends with
 * its block. One that has a name outside of its block is declared where that name is, and filled where it was made:
 *
 * <pre>{@code
 * before: float[] t; if (c) { float[] a = {x, y}; t = a; } else { t = b; }
 * after:  float[] t; float[] a = {}; if (c) { a[0] = x; a[1] = y; t = a; } else { t = b; }
 * }</pre>
 *
 * <p>One that was made in a loop, and has a name outside of it, would need memory for each round: that is diagnosed.
 */
final class ArrayLifetimes {
    private final Diagnostics diagnostics;
    private final Places places = new Places();
    /** What is to be declared before a statement, by identity. */
    private final IdentityHashMap<Stmt, List<Stmt>> before = new IdentityHashMap<>();

    private final Set<Variable> moved = new HashSet<>();

    private ArrayLifetimes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The body with its arrays declared where they must be. */
    static Stmt.Block settle(Stmt.Block body, Diagnostics diagnostics) {
        ArrayLifetimes lifetimes = new ArrayLifetimes(diagnostics);
        lifetimes.places.walk(body);
        lifetimes.places.arrays.values().forEach(lifetimes::settle);
        return lifetimes.moved.isEmpty() ? body : lifetimes.new Mover().rewriteBlock(body);
    }

    private void settle(Stmt.DeclareArray array) {
        Path own = places.pathOf(array.variable());
        Set<Variable> names = places.namesOf(array.variable());
        int depth = own.blocks.size();
        Variable holder = array.variable();
        for (Variable name : names) {
            int common = own.commonDepth(places.pathOf(name));
            if (common < depth) {
                depth = common;
                holder = name;
            }
        }
        if (depth == own.blocks.size()) {
            return;
        }
        if (own.blocks.subList(depth, own.blocks.size()).stream().anyMatch(Step::isLoop)) {
            diagnostics.report(
                    Code.ARRAY_OUTLIVES_ROUND,
                    array.span(),
                    "this array is made anew in each round of a loop, and '" + holder.name()
                            + "' keeps it when the round is over",
                    "make the array before the loop, and assign its elements");
            return;
        }
        moved.add(array.variable());
        before.computeIfAbsent(own.blocks.get(depth).statement, stmt -> new ArrayList<>())
                .add(new Stmt.DeclareArray(array.variable(), array.length(), List.of(), array.span()));
    }

    /**
     * A block on the way to a declaration.
     *
     * @param statement of the block around, in which this block stands
     */
    private record Step(Stmt.Block block, Stmt statement, boolean isLoop) {}

    /** The blocks around a declaration, from the outermost inwards. */
    private record Path(List<Step> blocks) {
        /** How many blocks are around both. */
        @SuppressWarnings("ReferenceEquality") // whether a block is the same one
        int commonDepth(Path other) {
            int depth = 0;
            while (depth < Math.min(blocks.size(), other.blocks.size())
                    && blocks.get(depth).block == other.blocks.get(depth).block) {
                depth++;
            }
            return depth;
        }
    }

    /** Finds where arrays and names for them are declared, and which name may be given which. */
    private static final class Places extends Walker {
        final Map<Variable, Stmt.DeclareArray> arrays = new LinkedHashMap<>();
        private final Map<Variable, Path> paths = new HashMap<>();
        /** For each variable, the names that are given its array. */
        private final Map<Variable, Set<Variable>> names = new HashMap<>();

        private final Deque<Step> around = new ArrayDeque<>();
        private @Nullable Stmt statement;
        private boolean isLoop;

        /** All names that may come to stand for an array. */
        Set<Variable> namesOf(Variable array) {
            Set<Variable> found = new HashSet<>();
            Deque<Variable> open = new ArrayDeque<>(List.of(array));
            while (!open.isEmpty()) {
                for (Variable name : names.getOrDefault(open.pop(), Set.of())) {
                    if (found.add(name)) {
                        open.push(name);
                    }
                }
            }
            return found;
        }

        Path pathOf(Variable variable) {
            Path path = paths.get(variable);
            if (path == null) {
                throw new AssertionError("not declared: " + variable);
            }
            return path;
        }

        private void place(Variable variable) {
            paths.put(variable, new Path(List.copyOf(around)));
        }

        private void link(Variable name, @Nullable Expr value) {
            if (value != null && name.type() instanceof Type.Array) {
                for (Variable array : ArraySpaces.variablesIn(value)) {
                    names.computeIfAbsent(array, key -> new HashSet<>()).add(name);
                }
            }
        }

        @Override
        public Void visitBlock(Stmt.Block stmt) {
            Stmt outerStatement = statement;
            boolean outerLoop = isLoop;
            around.addLast(new Step(stmt, outerStatement == null ? stmt : outerStatement, outerLoop));
            isLoop = false;
            for (Stmt inner : stmt.statements()) {
                statement = inner;
                walk(inner);
            }
            around.removeLast();
            statement = outerStatement;
            isLoop = outerLoop;
            return null;
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            stmt.init().forEach(this::walk);
            return round(() -> walk(stmt.body()));
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            return round(() -> walk(stmt.body()));
        }

        private Void round(Runnable body) {
            isLoop = true;
            body.run();
            isLoop = false;
            return null;
        }

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            arrays.put(stmt.variable(), stmt);
            place(stmt.variable());
            return null;
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            place(stmt.variable());
            link(stmt.variable(), stmt.value());
            return null;
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            link(stmt.variable(), stmt.value());
            return null;
        }
    }

    private final class Mover extends Rewriter {
        @Override
        public Stmt visitBlock(Stmt.Block block) {
            List<Stmt> statements = new ArrayList<>();
            for (Stmt stmt : block.statements()) {
                statements.addAll(before.getOrDefault(stmt, List.of()));
                statements.add(rewrite(stmt));
            }
            return new Stmt.Block(statements, block.span());
        }

        @Override
        public Stmt visitDeclareArray(Stmt.DeclareArray stmt) {
            if (!moved.contains(stmt.variable())) {
                return super.visitDeclareArray(stmt);
            }
            List<Stmt> stores = new ArrayList<>();
            for (int i = 0; i < stmt.values().size(); i++) {
                stores.add(new Stmt.Store(
                        new Expr.Read(stmt.variable(), stmt.span()),
                        new Expr.Constant(Scalar.INT, i, stmt.span()),
                        stmt.values().get(i),
                        stmt.span()));
            }
            return new Stmt.Block(stores, stmt.span());
        }
    }
}
