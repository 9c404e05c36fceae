package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.LoopExits;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lowers loops. A loop whose condition and update are pure keeps its form. Others become {@code for} loops without
 * condition, which test and update at the beginning of each round, so that {@code continue} still comes by there.
 */
final class LoopLowering {
    private final MethodContext context;

    LoopLowering(MethodContext context) {
        this.context = context;
    }

    void lower(JavaStmt.While loop, List<String> labels) {
        Label label = context.statements.enterLoop(labels);
        ExpressionLowering.Captured condition = condition(loop.condition());
        List<Stmt> head = new ArrayList<>();
        Expr test = testAtHead(condition, label, head, loop.condition().span());
        Stmt.Block body = body(head, loop.body());
        context.code.emit(new Stmt.For(label, List.of(), test, List.of(), body, loop.span()));
        context.statements.leaveTarget();
        warnIfEndless(loop, test, body, label);
    }

    void lower(JavaStmt.DoWhile loop, List<String> labels) {
        Label label = context.statements.enterLoop(labels);
        Stmt.Block body = body(List.of(), loop.body());
        ExpressionLowering.Captured condition = condition(loop.condition());
        if (condition.effects().isEmpty()) {
            context.code.emit(new Stmt.DoWhile(label, body, condition.value(), loop.span()));
        } else {
            List<Stmt> test = new ArrayList<>();
            testAtHead(condition, label, test, loop.condition().span());
            context.code.emit(exceptFirst(label, List.of(), test, List.of(), body, loop.span()));
        }
        context.statements.leaveTarget();
        warnIfEndless(loop, condition.value(), body, label);
    }

    void lower(JavaStmt.For loop, List<String> labels) {
        context.scope.enter();
        List<Stmt> init = context.code.capture(() -> loop.init().forEach(context.statements::lower));
        boolean simpleInit = init.stream().allMatch(s -> s instanceof Stmt.Declare || s instanceof Stmt.Assign);
        List<Stmt> around = context.code.capture(() -> {
            if (!simpleInit) {
                init.forEach(context.code::emit);
            }
            lowerFor(loop, labels, simpleInit ? init : List.of());
        });
        context.scope.leave();
        context.code.emit(simpleInit && around.size() == 1 ? around.get(0) : new Stmt.Block(around, loop.span()));
    }

    private void lowerFor(JavaStmt.For loop, List<String> labels, List<Stmt> init) {
        Label label = context.statements.enterLoop(labels);
        JavaExpr conditionExpr = loop.condition();
        Span conditionSpan = conditionExpr == null ? loop.span() : conditionExpr.span();
        ExpressionLowering.Captured condition = conditionExpr == null
                ? new ExpressionLowering.Captured(List.of(), ExpressionLowering.constant(true, conditionSpan))
                : condition(conditionExpr);
        List<Stmt> update = context.code.capture(() -> loop.update().forEach(context.statements::lowerEffect));
        List<Stmt> head = new ArrayList<>();
        Expr test = testAtHead(condition, label, head, conditionSpan);
        Stmt.Block body = body(head, loop.body());
        boolean simpleUpdate = update.stream().allMatch(Stmt.Assign.class::isInstance);
        if (simpleUpdate) {
            List<Stmt.Assign> assigns =
                    update.stream().map(Stmt.Assign.class::cast).toList();
            context.code.emit(new Stmt.For(label, init, test, assigns, body, loop.span()));
        } else {
            List<Stmt> check = isTrue(test) ? List.of() : onlyIfNot(test, label, conditionSpan);
            context.code.emit(exceptFirst(label, init, update, check, body, loop.span()));
        }
        context.statements.leaveTarget();
        warnIfEndless(loop, test, body, label);
    }

    void lower(JavaStmt.ForEach loop, List<String> labels) {
        context.scope.enter();
        Expr array = forEachArray(loop.array());
        Type element = array.type() instanceof Type.Array a ? a.element() : Types.ERRONEOUS;
        if (!(array.type() instanceof Type.Array) && !Conversions.isErroneous(array.type())) {
            context.report(
                    Code.NOT_AN_ARRAY,
                    loop.array().span(),
                    "this is " + array.type().javaName() + ", not an array",
                    "loop over an array parameter");
        }
        Span span = loop.nameSpan();
        Variable index = context.module.newVariable("index", Scalar.INT);
        Expr at = new Expr.Read(index, span);
        Label label = context.statements.enterLoop(labels);
        Stmt.Block body = context.code.captureBlock(loop.body().span(), () -> {
            Expr value = Conversions.isErroneous(element) ? context.erroneous(span) : new Expr.Load(array, at, span);
            context.statements.declare(loop.modifiers(), loop.type(), loop.name(), value, Optional.empty(), span);
            context.statements.lowerScoped(loop.body());
        });
        context.statements.leaveTarget();
        context.scope.leave();
        if (Conversions.isErroneous(element)) {
            return;
        }
        Expr zero = ExpressionLowering.constant(0, span);
        Expr one = ExpressionLowering.constant(1, span);
        Expr length = new Expr.Length(array, span);
        context.code.emit(new Stmt.For(
                label,
                List.of(new Stmt.Declare(index, zero, span)),
                new Expr.Binary(BinaryOp.LESS, at, length, Scalar.BOOLEAN, false, span),
                List.of(new Stmt.Assign(index, new Expr.Binary(BinaryOp.ADD, at, one, Scalar.INT, false, span), span)),
                body,
                loop.span()));
    }

    /** The array that a loop goes through to its end, whatever its name stands for meanwhile. */
    private Expr forEachArray(JavaExpr expr) {
        Expr array = context.expressions.lower(expr);
        boolean isOne = array instanceof Expr.Read read
                && !context.assignedNames.contains(read.variable().name());
        return isOne || !(array.type() instanceof Type.Array) || Conversions.isErroneous(array.type())
                ? array
                : context.temporary("array", array);
    }

    private ExpressionLowering.Captured condition(JavaExpr expr) {
        return context.expressions.capture(() -> context.expressions.lowerCondition(expr));
    }

    /** A pure condition as it is; else the test goes to the head of the body, and the loop's own condition is true. */
    private static Expr testAtHead(ExpressionLowering.Captured condition, Label label, List<Stmt> head, Span span) {
        if (condition.effects().isEmpty()) {
            return condition.value();
        }
        head.addAll(condition.effects());
        head.addAll(onlyIfNot(condition.value(), label, span));
        return ExpressionLowering.constant(true, span);
    }

    /** {@code if (!condition) break;}. */
    private static List<Stmt> onlyIfNot(Expr condition, Label label, Span span) {
        Stmt.Block leave = new Stmt.Block(List.of(new Stmt.Break(label, span)), span);
        Expr not = new Expr.Unary(UnaryOp.NOT, condition, span);
        return List.of(new Stmt.If(not, leave, new Stmt.Block(List.of(), span), span));
    }

    private Stmt.Block body(List<Stmt> head, JavaStmt body) {
        List<Stmt> statements = new ArrayList<>(head);
        statements.addAll(context.code.capture(() -> context.statements.lowerScoped(body)));
        return new Stmt.Block(statements, body.span());
    }

    /**
     * {@code for (init, first = true; ; first = false) { if (!first) { between } test; body }}: what stands between two
     * rounds is done at the beginning of each but the first.
     */
    private Stmt exceptFirst(
            Label label, List<Stmt> init, List<Stmt> between, List<Stmt> test, Stmt.Block body, Span span) {
        Variable first = context.module.newVariable("first", Scalar.BOOLEAN);
        List<Stmt> inits = new ArrayList<>(init);
        inits.add(new Stmt.Declare(first, ExpressionLowering.constant(true, span), span));
        Expr notFirst = new Expr.Unary(UnaryOp.NOT, new Expr.Read(first, span), span);
        List<Stmt> statements = new ArrayList<>();
        statements.add(new Stmt.If(notFirst, new Stmt.Block(between, span), new Stmt.Block(List.of(), span), span));
        statements.addAll(test);
        statements.addAll(body.statements());
        return new Stmt.For(
                label,
                inits,
                ExpressionLowering.constant(true, span),
                List.of(new Stmt.Assign(first, ExpressionLowering.constant(false, span), span)),
                new Stmt.Block(statements, body.span()),
                span);
    }

    static boolean isTrue(Expr condition) {
        return condition instanceof Expr.Constant constant && constant.value().equals(true);
    }

    private void warnIfEndless(JavaStmt loop, Expr condition, Stmt.Block body, Label label) {
        if (isTrue(condition) && !LoopExits.canLeave(body, label)) {
            Span span = loop.span();
            context.report(
                    Code.ENDLESS_LOOP,
                    new Span(
                            span.file(),
                            span.start(),
                            Math.min(span.end(), span.start() + keyword(loop).length())),
                    "this loop has no way out",
                    "add a condition, a break or a return; a GPU kills a kernel that does not end");
        }
    }

    private static String keyword(JavaStmt loop) {
        return loop instanceof JavaStmt.While ? "while" : loop instanceof JavaStmt.DoWhile ? "do" : "for";
    }
}
