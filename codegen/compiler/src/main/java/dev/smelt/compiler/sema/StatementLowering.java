package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Assertions;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lowers statements. Rules about their flow are checked beforehand, by {@code sema.flow}. */
final class StatementLowering implements JavaStmt.Visitor<Void> {
    private final MethodContext context;
    private final JumpTargets targets = new JumpTargets();
    /** The labels directly before the statement that comes next. */
    private List<String> labels = List.of();

    StatementLowering(MethodContext context) {
        this.context = context;
    }

    void lower(JavaStmt stmt) {
        List<String> own = stmt instanceof JavaStmt.Labeled ? labels : List.of();
        if (!isLabelTaker(stmt)) {
            labels = own;
        }
        stmt.accept(this);
    }

    private static boolean isLabelTaker(JavaStmt stmt) {
        return stmt instanceof JavaStmt.Labeled
                || stmt instanceof JavaStmt.While
                || stmt instanceof JavaStmt.DoWhile
                || stmt instanceof JavaStmt.For
                || stmt instanceof JavaStmt.ForEach
                || stmt instanceof JavaStmt.Switch;
    }

    private List<String> takeLabels() {
        List<String> taken = labels;
        labels = List.of();
        return taken;
    }

    /** Lowers a statement whose declarations end with it. */
    void lowerScoped(JavaStmt stmt) {
        context.scope.enter();
        lowerContents(stmt);
        context.scope.leave();
    }

    /** The statements of a block, without a block around them; of any other statement, it alone. */
    private void lowerContents(JavaStmt stmt) {
        if (stmt instanceof JavaStmt.Block block) {
            block.statements().forEach(this::lower);
        } else {
            lower(stmt);
        }
    }

    private Stmt.Block captureScoped(@Nullable JavaStmt stmt, Span span) {
        return stmt == null
                ? new Stmt.Block(List.of(), span)
                : context.code.captureBlock(stmt.span(), () -> lowerScoped(stmt));
    }

    Label enterLoop(List<String> names) {
        return enter(names, JumpTargets.Kind.LOOP);
    }

    Label enterSwitch(List<String> names) {
        return enter(names, JumpTargets.Kind.SWITCH);
    }

    private Label enter(List<String> names, JumpTargets.Kind kind) {
        Label label = context.module.newLabel(names.isEmpty() ? "" : names.get(0));
        targets.enter(label, names, kind);
        return label;
    }

    void leaveTarget() {
        targets.leave();
    }

    @Override
    public Void visitBlock(JavaStmt.Block stmt) {
        context.code.emit(captureScoped(stmt, stmt.span()));
        return null;
    }

    @Override
    public Void visitLocal(JavaStmt.Local stmt) {
        for (JavaStmt.Local.Declarator declarator : stmt.declarators()) {
            JavaExpr initializer = declarator.initializer();
            if (initializer == null) {
                declareWithoutValue(declarator);
                continue;
            }
            Optional<Object> constant = context.constants.valueOf(initializer);
            Type wanted = declarator.type().name().equals("var")
                    ? Types.NO_VALUE
                    : context.module
                            .types()
                            .quietly(declarator.type(), context.place)
                            .orElse(Types.NO_VALUE);
            Expr value = context.arrays.initializer(declarator, initializer, wanted);
            declare(stmt.modifiers(), declarator.type(), declarator.name(), value, constant, declarator.nameSpan());
        }
        return null;
    }

    private void declareWithoutValue(JavaStmt.Local.Declarator declarator) {
        if (declarator.type().name().equals("var")) {
            context.report(
                    Code.VAR_WITHOUT_VALUE,
                    declarator.nameSpan(),
                    "'var' needs a value to take its type from",
                    "write the type, or = and a value");
        }
        Type type = declarator.type().name().equals("var") ? Types.ERRONEOUS : localType(declarator.type());
        Variable variable = context.module.newVariable(declarator.name(), type);
        context.scope.declare(declarator.name(), new Scope.Local(variable, Optional.empty(), false));
        if (!Conversions.isErroneous(type)) {
            context.code.emit(new Stmt.Declare(variable, null, declarator.nameSpan()));
        }
    }

    /** Declares a local with a value. */
    void declare(Modifiers modifiers, TypeRef ref, String name, Expr value, Optional<Object> constant, Span nameSpan) {
        boolean inferred = ref.name().equals("var") && ref.dimensions() == 0;
        Type type = inferred ? value.type() : localType(ref);
        Expr converted = context.assignable(value, constant, type, "the variable '" + name + "'");
        if (converted instanceof Expr.Read read && context.arrays.isNameOf(name, read)) {
            context.scope.declare(name, new Scope.Local(read.variable(), Optional.empty(), false));
            return;
        }
        Variable variable = context.module.newVariable(name, type);
        Optional<Object> known = modifiers.has("final") && type instanceof Type.Scalar scalar
                ? constant.flatMap(c -> ConstantMath.cast(c, scalar.javaName()))
                : Optional.empty();
        context.scope.declare(name, new Scope.Local(variable, known, false));
        if (!Conversions.isErroneous(converted.type())) {
            context.code.emit(new Stmt.Declare(variable, converted, nameSpan));
        }
    }

    private Type localType(TypeRef ref) {
        Type type = context.module.types().of(ref, context.place);
        if (type instanceof Type.NoValue) {
            context.report(
                    Code.UNSUPPORTED_TYPE, ref.span(), "a variable cannot be void", "write the type of its value");
            return Types.ERRONEOUS;
        }
        return type;
    }

    @Override
    public Void visitExpression(JavaStmt.Expression stmt) {
        lowerEffect(stmt.expr());
        return null;
    }

    /** Lowers an expression for its effects only. */
    void lowerEffect(JavaExpr expr) {
        if (expr instanceof JavaExpr.Assign assign) {
            context.assignments.assign(assign, false);
        } else if (expr instanceof JavaExpr.Increment increment) {
            context.assignments.increment(increment, false);
        } else if (expr instanceof JavaExpr.Call call) {
            warnIfUnused(context.calls.lower(call, false), call.nameSpan());
        } else if (expr instanceof JavaExpr.Unsupported unsupported) {
            context.expressions.visitUnsupported(unsupported);
        } else if (expr instanceof JavaExpr.New creation) {
            // The effects of its arguments are emitted.
            warnIfUnused(context.calls.construct(creation), creation.span());
        } else {
            throw new AssertionError("not a statement: " + expr.span());
        }
    }

    /** A call that only computes a value has done nothing if nobody takes it. */
    private void warnIfUnused(Expr value, Span span) {
        boolean computes =
                value instanceof Expr.Call || value instanceof Expr.BuiltinCall || value instanceof Expr.NewStruct;
        if (computes && !(value.type() instanceof Type.NoValue)) {
            context.report(
                    Code.UNUSED_RESULT,
                    span,
                    "this computes a value of type " + value.type().javaName() + ", and nothing is done with it",
                    "assign the value to a variable, or remove the call");
        }
    }

    @Override
    public Void visitIf(JavaStmt.If stmt) {
        Expr condition = context.expressions.lowerCondition(stmt.condition());
        Stmt.Block then = captureScoped(stmt.then(), stmt.span());
        Stmt.Block otherwise = captureScoped(stmt.otherwise(), stmt.span());
        context.code.emit(new Stmt.If(condition, then, otherwise, stmt.span()));
        return null;
    }

    @Override
    public Void visitWhile(JavaStmt.While stmt) {
        context.loops.lower(stmt, takeLabels());
        return null;
    }

    @Override
    public Void visitDoWhile(JavaStmt.DoWhile stmt) {
        context.loops.lower(stmt, takeLabels());
        return null;
    }

    @Override
    public Void visitFor(JavaStmt.For stmt) {
        context.loops.lower(stmt, takeLabels());
        return null;
    }

    @Override
    public Void visitForEach(JavaStmt.ForEach stmt) {
        context.loops.lower(stmt, takeLabels());
        return null;
    }

    @Override
    public Void visitSwitch(JavaStmt.Switch stmt) {
        context.switches.lower(stmt, takeLabels());
        return null;
    }

    @Override
    public Void visitLabeled(JavaStmt.Labeled stmt) {
        List<String> names = new ArrayList<>(labels);
        names.add(stmt.label());
        labels = List.of();
        JavaStmt body = stmt.body();
        if (isLabelTaker(body)) {
            labels = names;
            lower(body);
            return null;
        }
        Label label = enter(names, JumpTargets.Kind.BLOCK);
        Stmt.Block block = captureScoped(body, stmt.span());
        leaveTarget();
        context.code.emit(new Stmt.Labeled(label, block, stmt.span()));
        return null;
    }

    @Override
    public Void visitReturn(JavaStmt.Return stmt) {
        JavaExpr value = stmt.value();
        if (value == null) {
            context.code.emit(new Stmt.Return(null, stmt.span()));
            return null;
        }
        Optional<Object> constant = context.constants.valueOf(value);
        Expr lowered = context.expressions.lowerFor(value, context.returnType);
        if (context.returnType instanceof Type.NoValue) {
            return null; // the rules of flow have said that nothing is to be returned
        }
        Expr converted = context.assignable(lowered, constant, context.returnType, "the result");
        context.code.emit(new Stmt.Return(converted, stmt.span()));
        return null;
    }

    /** A jump to nowhere has been reported by the rules of flow. */
    @Override
    public Void visitBreak(JavaStmt.Break stmt) {
        targets.breakTarget(stmt.label()).ifPresent(label -> context.code.emit(new Stmt.Break(label, stmt.span())));
        return null;
    }

    @Override
    public Void visitContinue(JavaStmt.Continue stmt) {
        targets.continueTarget(stmt.label())
                .ifPresent(label -> context.code.emit(new Stmt.Continue(label, stmt.span())));
        return null;
    }

    @Override
    public Void visitYield(JavaStmt.Yield stmt) {
        context.switches.lower(stmt);
        return null;
    }

    @Override
    public Void visitEmpty(JavaStmt.Empty stmt) {
        return null;
    }

    @Override
    public Void visitAssert(JavaStmt.Assert stmt) {
        if (!context.module.acceptsAssertions()) {
            UnsupportedJava.report("an assert statement", stmt.span(), context.diagnostics());
            return null;
        }
        Stmt.Block body = context.code.captureBlock(stmt.span(), () -> {
            Expr condition = context.expressions.lowerCondition(stmt.condition());
            context.code.emit(Assertions.test(condition, stmt.span()));
        });
        context.changesMemory = true; // a function that may fail is called for its effect
        context.code.emit(Assertions.statement(body, stmt.span()));
        return null;
    }

    @Override
    public Void visitUnsupported(JavaStmt.Unsupported stmt) {
        UnsupportedJava.report(stmt.construct(), stmt.span(), context.diagnostics());
        return null;
    }
}
