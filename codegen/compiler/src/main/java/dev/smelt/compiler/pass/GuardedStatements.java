package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.AssignedVariables;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Rewriter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Statements in a row that only active threads run; what later statements read of them is declared before them. */
final class GuardedStatements {
    private final Variable active;
    private final SharedValues shared;
    private final List<Stmt> waiting = new ArrayList<>();

    GuardedStatements(Variable active, SharedValues shared) {
        this.active = active;
        this.shared = shared;
    }

    void add(Stmt stmt) {
        waiting.add(stmt);
    }

    /** Writes them. {@code rest} is what comes later in the same scope. */
    void writeTo(List<Stmt> out, List<? extends Stmt> rest) {
        if (waiting.isEmpty()) {
            return;
        }
        Set<Variable> later = variablesIn(rest);
        List<Stmt> guarded = new ArrayList<>();
        for (Stmt stmt : waiting) {
            if (stmt instanceof Stmt.Declare declare && later.contains(declare.variable())) {
                declare(declare, guarded, out);
            } else if (stmt instanceof Stmt.DeclareArray declare && later.contains(declare.variable())) {
                out.add(new Stmt.DeclareArray(declare.variable(), declare.length(), List.of(), declare.span()));
                storeValues(declare, guarded);
            } else {
                guarded.add(stmt);
            }
        }
        if (!guarded.isEmpty()) {
            out.add(guard(active, guarded));
        }
        waiting.clear();
    }

    private void declare(Stmt.Declare stmt, List<Stmt> guarded, List<Stmt> out) {
        Expr value = stmt.value();
        if (value == null) {
            out.add(stmt);
        } else if (shared.isHarmless(value) && !dependsOn(guarded, value)) {
            out.add(new Stmt.Declare(stmt.variable(), inexact(value), stmt.span()));
        } else {
            out.add(new Stmt.Declare(stmt.variable(), null, stmt.span()));
            guarded.add(new Stmt.Assign(stmt.variable(), value, stmt.span()));
        }
    }

    private static boolean dependsOn(List<Stmt> guarded, Expr value) {
        Set<Variable> assigned = new HashSet<>();
        guarded.forEach(stmt -> assigned.addAll(AssignedVariables.andDeclaredIn(stmt)));
        return SharedValues.reads(value).stream().anyMatch(assigned::contains);
    }

    private static void storeValues(Stmt.DeclareArray stmt, List<Stmt> guarded) {
        Span span = stmt.span();
        for (int i = 0; i < stmt.values().size(); i++) {
            Expr index = new Expr.Constant(Type.Scalar.INT, i, span);
            guarded.add(new Stmt.Store(
                    new Expr.Read(stmt.variable(), span), index, stmt.values().get(i), span));
        }
    }

    /** {@code if (active) { ... }}. */
    static Stmt guard(Variable active, List<Stmt> stmts) {
        Span span = stmts.get(0).span();
        return new Stmt.If(
                new Expr.Read(active, span), new Stmt.Block(stmts, span), new Stmt.Block(List.of(), span), span);
    }

    private static Set<Variable> variablesIn(List<? extends Stmt> stmts) {
        Set<Variable> found = new HashSet<>();
        for (Stmt stmt : stmts) {
            new Walker() {
                @Override
                public Void visitRead(Expr.Read expr) {
                    found.add(expr.variable());
                    return null;
                }
            }.walk(stmt);
            found.addAll(AssignedVariables.andDeclaredIn(stmt));
        }
        return found;
    }

    /** The expression as threads evaluate it of which nothing is proved. */
    static Expr inexact(Expr expr) {
        return new Rewriter() {
            @Override
            public Expr visitBinary(Expr.Binary binary) {
                Expr left = rewrite(binary.left());
                Expr right = rewrite(binary.right());
                return new Expr.Binary(binary.op(), left, right, binary.type(), false, binary.span());
            }
        }.rewrite(expr);
    }
}
