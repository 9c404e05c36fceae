package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the statements of a body stand in each other, what assigns each variable, and what has each label. */
final class Structure extends Walker {
    private final IdentityHashMap<Stmt, Stmt> around = new IdentityHashMap<>();
    private final Map<Label, Stmt> labelled = new HashMap<>();
    private final Map<Label, List<Stmt>> jumps = new HashMap<>();
    private final List<Stmt> returns = new ArrayList<>();
    private final List<Stmt> collectives = new ArrayList<>();
    private final Map<Variable, List<Stmt>> assignments = new HashMap<>();
    private final Set<Variable> ofLanes = new HashSet<>();

    private final Deque<Stmt> stack = new ArrayDeque<>();

    private Structure() {}

    static Structure of(Stmt.Block body) {
        Structure structure = new Structure();
        structure.visitBlock(body);
        return structure;
    }

    /** The statement around one; of the body itself there is none. */
    Optional<Stmt> around(Stmt stmt) {
        return Optional.ofNullable(around.get(stmt));
    }

    /** The statement that has a label. */
    Stmt labelled(Label label) {
        Stmt stmt = labelled.get(label);
        if (stmt == null) {
            throw new AssertionError("no statement has the label " + label);
        }
        return stmt;
    }

    /** The jumps to a label. */
    List<Stmt> jumpsTo(Label label) {
        return jumps.getOrDefault(label, List.of());
    }

    List<Stmt> returns() {
        return returns;
    }

    List<Stmt> collectives() {
        return collectives;
    }

    /** The variables that the body assigns, and the declarations with values and assignments of each. */
    Map<Variable, List<Stmt>> assignments() {
        return assignments;
    }

    /**
     * The variables that stand for a lane's own array, or take what a lane is given by a function or an effect: were they
     * alike for all lanes, it is each lane that computes them.
     */
    Set<Variable> ofLanes() {
        return ofLanes;
    }

    private void enter(Stmt stmt) {
        Stmt outer = stack.peek();
        if (outer != null) {
            around.put(stmt, outer);
        }
        stack.push(stmt);
    }

    private Void leave() {
        stack.pop();
        return null;
    }

    private void leaf(Stmt stmt) {
        enter(stmt);
        leave();
    }

    private void assign(Variable variable, Stmt stmt) {
        assignments.computeIfAbsent(variable, v -> new ArrayList<>()).add(stmt);
    }

    private void assignOfLane(@Nullable Variable variable, Stmt stmt) {
        if (variable != null) {
            assign(variable, stmt);
            ofLanes.add(variable);
        }
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        enter(stmt);
        super.visitBlock(stmt);
        return leave();
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        leaf(stmt);
        Expr value = stmt.value();
        if (value != null) {
            assign(stmt.variable(), stmt);
        }
        return null;
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        leaf(stmt);
        assignOfLane(stmt.variable(), stmt);
        return null;
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        leaf(stmt);
        assign(stmt.variable(), stmt);
        return null;
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        leaf(stmt);
        return null;
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        leaf(stmt);
        assignOfLane(stmt.result(), stmt);
        return null;
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        leaf(stmt);
        if (Collectives.isOnce(stmt)) {
            assign(Objects.requireNonNull(stmt.result()), stmt);
        } else {
            assignOfLane(stmt.result(), stmt);
        }
        if (Collectives.isForAllLanes(stmt)) {
            collectives.add(stmt);
        }
        return null;
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        enter(stmt);
        super.visitIf(stmt);
        return leave();
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        enter(stmt);
        labelled.put(stmt.label(), stmt);
        super.visitFor(stmt);
        return leave();
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        enter(stmt);
        labelled.put(stmt.label(), stmt);
        super.visitDoWhile(stmt);
        return leave();
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        enter(stmt);
        labelled.put(stmt.label(), stmt);
        super.visitLabeled(stmt);
        return leave();
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        enter(stmt);
        labelled.put(stmt.label(), stmt);
        super.visitSwitch(stmt);
        return leave();
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        leaf(stmt);
        jumps.computeIfAbsent(stmt.label(), label -> new ArrayList<>()).add(stmt);
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        leaf(stmt);
        jumps.computeIfAbsent(stmt.label(), label -> new ArrayList<>()).add(stmt);
        return null;
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        leaf(stmt);
        returns.add(stmt);
        return null;
    }
}
