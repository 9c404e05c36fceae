package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Completion;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.Collectives;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the body of one method in Java. Jumps name their target only where Java needs it, and statements that javac
 * would call unreachable are left out ({@link Completion}).
 */
final class StmtWriter implements Stmt.Visitor<Void> {
    /** What {@code LaneAtomics} has. */
    private static final Set<String> PLAIN_ATOMICS = Set.of(
            "atomicAdd", "atomicSub", "atomicMin", "atomicMax", "atomicAnd", "atomicOr", "atomicXor", "atomicExchange");

    private final JavaCode.Builder code;
    private final ClassContext context;
    private final Locals locals;
    private final ExprWriter exprs;
    private final AssignmentWriter assignments;
    private final NamedJumps jumps;
    private final Completion completion = new Completion();
    private final Exit exit;
    private final BodyWriter body;
    private boolean fallsThrough;

    /**
     * A writer for one method.
     *
     * @param code takes what is written
     * @param stmts all that will be written
     * @param body writes the parts that have methods of their own
     */
    StmtWriter(JavaCode.Builder code, ClassContext context, Locals locals, Stmt stmts, Exit exit, BodyWriter body) {
        this.code = code;
        this.context = context;
        this.locals = locals;
        this.exprs = new ExprWriter(context, locals);
        this.assignments = new AssignmentWriter(locals, exprs);
        this.jumps = NamedJumps.in(stmts);
        this.exit = exit;
        this.body = body;
    }

    /** Writes statements into the present block, or calls the parts that they have been moved to. */
    void write(List<? extends Stmt> stmts) {
        List<Stmt> reachable = completion.reachable(stmts);
        for (int i = 0; i < reachable.size(); i++) {
            Optional<List<Stmt>> part = body.parts().startingWith(reachable.get(i));
            if (part.isPresent()) {
                callPart(part.get());
                i += part.get().size() - 1;
            } else {
                reachable.get(i).accept(this);
            }
        }
    }

    private void callPart(List<Stmt> part) {
        JavaCode call = body.part(part, locals);
        if (!completes(part)) {
            code.addStatement("$L", call).add(exit.passingOn());
        } else if (part.stream().anyMatch(Returns::in)) {
            code.beginControlFlow("if ($L)", call).add(exit.passingOn()).endControlFlow();
        } else {
            code.addStatement("$L", call);
        }
    }

    /** Writes statements here even if they are a part: this is the part's own method. */
    void writeHere(List<Stmt> stmts) {
        completion.reachable(stmts).forEach(stmt -> stmt.accept(this));
    }

    /** Whether control can reach the end of statements, as far as javac sees. */
    boolean completes(List<? extends Stmt> stmts) {
        return stmts.stream().allMatch(completion::completes);
    }

    /** Whether some {@code case} falls into the next one, which {@code -Xlint} warns of. */
    boolean fallsThrough() {
        return fallsThrough;
    }

    private void nested(Stmt.Block block) {
        locals.enter();
        write(block.statements());
        locals.leave();
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        code.add("{\n").indent();
        nested(stmt);
        code.unindent().add("}\n");
        return null;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        if (stmt.value() != null || !body.isDeclared(stmt.variable())) {
            body.declareInBody(code, locals, stmt.variable(), initial(stmt));
        }
        return null;
    }

    /** The user's code assigns before it reads, but javac cannot always see that here: so there is always a value. */
    private JavaCode initial(Stmt.Declare stmt) {
        Expr value = stmt.value();
        return value == null ? context.types().zero(stmt.variable().type()) : exprs.assigned(value);
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        code.addStatement("$L", assignments.write(stmt));
        return null;
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        code.addStatement("$L", exprs.store(stmt.array(), stmt.index(), stmt.value()));
        return null;
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        Optional<JavaCode> step = body.step(stmt, locals);
        if (step.isPresent()) {
            code.add(step.get());
            return null;
        }
        JavaCode call = exprs.invoke(stmt.function(), stmt.arguments());
        Variable result = stmt.result();
        if (result == null) {
            code.addStatement("$L", call);
        } else {
            code.addStatement("$L =$W$L", locals.nameOf(result), call);
        }
        return null;
    }

    /** Atomic operations and writes to textures; what lanes do together divides the lane loops, and never comes here. */
    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        if (Collectives.isCollective(stmt.builtin())) {
            throw new AssertionError(stmt.span() + ": inside a lane: " + stmt.builtin());
        }
        JavaCode call = isOfOneThread(stmt)
                ? exprs.runtimeCall("LaneAtomics", stmt.builtin().name(), stmt.arguments())
                : exprs.effect(stmt.builtin(), stmt.arguments());
        Variable result = stmt.result();
        if (result == null) {
            code.addStatement("$L", call);
        } else {
            code.addStatement("$L =$W$L", locals.nameOf(result), call);
        }
        return null;
    }

    /** Whether it is an operation on threadgroup memory, where no other Java thread can come between. */
    private boolean isOfOneThread(Stmt.InvokeBuiltin stmt) {
        return stmt.builtin().effect() == Builtin.Effect.ATOMIC
                && PLAIN_ATOMICS.contains(stmt.builtin().name())
                && !context.isChecked()
                && stmt.arguments().get(0) instanceof Expr.Read array
                && context.isThreadgroupMemory(array.variable());
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        boolean isInitialized = !stmt.values().isEmpty() && !JvmTypes.isInByteBuffer(stmt.element());
        JavaCode array = isInitialized
                ? exprs.newArray(stmt.element(), stmt.values())
                : exprs.newArray(stmt.element(), stmt.length());
        body.declareInBody(code, locals, stmt.variable(), array);
        if (!isInitialized) {
            String name = locals.nameOf(stmt.variable());
            for (int i = 0; i < stmt.values().size(); i++) {
                code.addStatement("$L", exprs.store(name, i, stmt.values().get(i)));
            }
        }
        return null;
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        code.beginControlFlow("if ($L)", exprs.code(stmt.condition()));
        nested(stmt.then());
        List<Stmt> otherwise = stmt.otherwise().statements();
        while (otherwise.size() == 1
                && otherwise.get(0) instanceof Stmt.If next
                && body.parts().startingWith(next).isEmpty()) {
            code.nextControlFlow("else if ($L)", exprs.code(next.condition()));
            nested(next.then());
            otherwise = next.otherwise().statements();
        }
        if (!otherwise.isEmpty()) {
            code.nextControlFlow("else");
            locals.enter();
            write(otherwise);
            locals.leave();
        }
        code.endControlFlow();
        return null;
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        locals.enter();
        boolean never = Completion.truth(stmt.condition()).equals(Optional.of(false));
        Optional<JavaCode> init = never ? Optional.empty() : forInit(stmt.init());
        if (init.isEmpty()) {
            code.add("{\n").indent();
            write(stmt.init());
        }
        if (!never) {
            label(stmt.label());
            boolean always = Completion.truth(stmt.condition()).equals(Optional.of(true));
            JavaCode condition = condition(stmt.condition());
            JavaCode start = init.orElse(JavaCode.EMPTY);
            if (start.isEmpty() && stmt.update().isEmpty()) {
                code.beginControlFlow("while ($L)", always ? JavaCode.of("true") : condition);
            } else {
                List<JavaCode> update =
                        stmt.update().stream().map(assignments::write).toList();
                code.beginControlFlow(
                        "for ($L;$L;$L)",
                        start,
                        always ? JavaCode.EMPTY : JavaCode.of("$W$L", condition),
                        update.isEmpty() ? JavaCode.EMPTY : JavaCode.of("$W$L", JavaCode.join(update, ", ")));
            }
            nested(stmt.body());
            code.endControlFlow();
        }
        if (init.isEmpty()) {
            code.unindent().add("}\n");
        }
        locals.leave();
        return null;
    }

    /** What stands first in the parentheses of a {@code for}; empty if it can't stand there. */
    private Optional<JavaCode> forInit(List<Stmt> init) {
        if (init.stream().allMatch(Stmt.Assign.class::isInstance)) {
            List<JavaCode> assigned = init.stream()
                    .map(stmt -> assignments.write((Stmt.Assign) stmt))
                    .toList();
            return Optional.of(JavaCode.join(assigned, ", "));
        }
        if (!init.stream().allMatch(Stmt.Declare.class::isInstance)) {
            return Optional.empty();
        }
        List<Stmt.Declare> declares =
                init.stream().map(Stmt.Declare.class::cast).toList();
        if (declares.stream().anyMatch(declare -> body.isDeclared(declare.variable()))) {
            return Optional.empty();
        }
        Type type = declares.get(0).variable().type();
        if (!declares.stream().allMatch(declare -> declare.variable().type().equals(type))) {
            return Optional.empty();
        }
        JavaCode.Builder start = JavaCode.builder().add("$T ", context.types().of(type));
        for (int i = 0; i < declares.size(); i++) {
            JavaCode value = initial(declares.get(i));
            start.add(
                    "$L$L = $L",
                    i == 0 ? "" : ", ",
                    locals.declare(declares.get(i).variable()),
                    value);
        }
        return Optional.of(start.build());
    }

    /**
     * The condition of a loop. One made of constants only would be one for javac too, which then judges by its value what
     * is reachable; {@link Completion} sees only through the plainest.
     */
    private JavaCode condition(Expr condition) {
        JavaCode text = exprs.code(condition);
        return Completion.truth(condition).isEmpty() && Constants.isConstant(condition)
                ? JavaCode.of("$T.valueOf($L)", Boolean.class, text)
                : text;
    }

    private void label(Label label) {
        if (jumps.isTarget(label)) {
            code.add("$L:\n", locals.nameOf(label));
        }
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        label(stmt.label());
        code.beginControlFlow("do");
        nested(stmt.body());
        code.endControlFlow("while ($L)", condition(stmt.condition()));
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        label(stmt.label());
        return visitBlock(stmt.body());
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        label(stmt.label());
        code.beginControlFlow("switch ($L)", exprs.code(stmt.selector()));
        for (int i = 0; i < stmt.groups().size(); i++) {
            Stmt.Switch.Group group = stmt.groups().get(i);
            boolean last = i == stmt.groups().size() - 1;
            boolean hasStatements = !group.body().statements().isEmpty();
            fallsThrough |= hasStatements && !last && completion.completes(group.body());
            caseLabels(group);
            if (hasStatements) {
                code.add(" ");
                visitBlock(group.body());
            } else {
                code.add("\n");
            }
        }
        code.endControlFlow();
        return null;
    }

    private void caseLabels(Stmt.Switch.Group group) {
        if (!group.labels().isEmpty()) {
            String labels = String.join(
                    ", ", group.labels().stream().map(String::valueOf).toList());
            code.add("case $L:$L", labels, group.isDefault() ? "\n" : "");
        }
        if (group.isDefault()) {
            code.add("default:");
        }
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        jump("break", stmt, stmt.label());
        return null;
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        jump("continue", stmt, stmt.label());
        return null;
    }

    private void jump(String keyword, Stmt jump, Label label) {
        if (jumps.isNamed(jump)) {
            code.addStatement("$L $L", keyword, locals.nameOf(label));
        } else {
            code.addStatement("$L", keyword);
        }
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        Expr value = stmt.value();
        code.add(exit.returning(value == null ? null : exprs.assigned(value)));
        return null;
    }
}
