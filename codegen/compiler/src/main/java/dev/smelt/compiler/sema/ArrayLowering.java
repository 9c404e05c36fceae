package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers the arrays that a thread makes for itself: {@code new float[4]}, {@code new float[] {...}}, {@code {...}}. */
final class ArrayLowering {
    /** More than this belongs in device memory: a thread's own memory is taken once for each of thousands of threads. */
    private static final int MOST_BYTES = 65_536;

    private final MethodContext context;

    ArrayLowering(MethodContext context) {
        this.context = context;
    }

    /**
     * The initialiser of a local.
     *
     * @param wanted the type of the local, or {@link Types#NO_VALUE} if the initialiser decides
     */
    Expr initializer(JavaStmt.Local.Declarator declarator, JavaExpr initializer, Type wanted) {
        if (initializer instanceof JavaExpr.NewArray creation) {
            return create(creation, declarator.name());
        }
        if (initializer instanceof JavaExpr.ArrayInit init) {
            return create(init, wanted, declarator.name());
        }
        return context.expressions.lowerFor(initializer, wanted);
    }

    /** Whether a local of this name and value needs no variable of its own: it is the array that was just made. */
    boolean isNameOf(String name, Expr value) {
        return value instanceof Expr.Read read
                && read.type() instanceof Type.Array
                && read.variable().name().equals(name)
                && read.variable().equals(context.fresh)
                && !context.assignedNames.contains(name);
    }

    /**
     * Lowers {@code new T[length]} or {@code new T[] {...}}.
     *
     * @param name of the variable that is declared for it
     */
    Expr create(JavaExpr.NewArray expr, String name) {
        TypeRef ref = expr.type();
        Type type = context.module.types().of(ref, context.place);
        JavaExpr.ArrayInit initializer = expr.initializer();
        if (initializer != null) {
            return create(initializer, type, name);
        }
        if (Conversions.isErroneous(type)) {
            expr.lengths().forEach(context.expressions::lower);
            return context.erroneous(expr.span());
        }
        Optional<Integer> length = length(expr.lengths().get(0), (Type.Array) type);
        return length.isEmpty()
                ? context.erroneous(expr.span())
                : declare(name, (Type.Array) type, length.get(), List.of(), expr.span());
    }

    private Optional<Integer> length(JavaExpr expr, Type.Array type) {
        Expr lowered = context.assignable(
                context.expressions.lower(expr), context.constants.valueOf(expr), Scalar.INT, "the length of an array");
        if (Conversions.isErroneous(lowered.type())) {
            return Optional.empty();
        }
        if (!(lowered instanceof Expr.Constant constant)) {
            context.report(
                    Code.ARRAY_LENGTH_NOT_CONSTANT,
                    expr.span(),
                    "the length of an array that a thread makes must be known when the kernel is compiled",
                    "write a number or a static final constant, or pass an array to the kernel");
            return Optional.empty();
        }
        int length = (Integer) constant.value();
        return isPossible(length, type, expr.span()) ? Optional.of(length) : Optional.empty();
    }

    private boolean isPossible(int length, Type.Array type, Span span) {
        if (length <= 0) {
            context.report(
                    Code.BAD_ARRAY_LENGTH,
                    span,
                    "an array that a thread makes needs at least one element, and this has " + length,
                    "write a length of 1 or more");
            return false;
        }
        long bytes = (long) length * Layout.of(type.element()).size();
        if (bytes > MOST_BYTES) {
            context.report(
                    Code.BAD_ARRAY_LENGTH,
                    span,
                    "an array of " + bytes + " bytes is too large for each thread to have one; " + MOST_BYTES
                            + " is the most",
                    "pass an array to the kernel, and let each thread use a part of it");
            return false;
        }
        return true;
    }

    /** Lowers <code>{a, b}</code> for an array of this type. */
    Expr create(JavaExpr.ArrayInit expr, Type wanted, String name) {
        if (wanted instanceof Type.NoValue) {
            context.report(
                    Code.TYPE_MISMATCH,
                    expr.span(),
                    "an array initialiser alone does not say what its elements are",
                    "write the type: new float[] {...}");
        } else if (!(wanted instanceof Type.Array) && !Conversions.isErroneous(wanted)) {
            context.report(
                    Code.TYPE_MISMATCH,
                    expr.span(),
                    "this is an array, and " + wanted.javaName() + " is wanted here",
                    "write a value without braces");
        }
        Type element = wanted instanceof Type.Array array ? array.element() : Types.ERRONEOUS;
        List<Expr> values = elements(expr, element);
        boolean erroneous = values.stream().anyMatch(value -> Conversions.isErroneous(value.type()));
        if (Conversions.isErroneous(element)
                || erroneous
                || !isPossible(values.size(), new Type.Array(element), expr.span())) {
            return context.erroneous(expr.span());
        }
        return declare(name, new Type.Array(element), values.size(), values, expr.span());
    }

    /** The elements in Java's order of evaluation, each converted to the type. */
    List<Expr> elements(JavaExpr.ArrayInit expr, Type element) {
        List<Expr> values = new ArrayList<>();
        for (JavaExpr written : expr.elements()) {
            int mark = context.code.mark();
            Expr value = context.expressions.lowerFor(written, element);
            Expr converted = context.assignable(value, context.constants.valueOf(written), element, "the element");
            if (context.code.mark() > mark) {
                context.expressions.keep(values, mark);
            }
            values.add(converted);
        }
        return values;
    }

    private Expr declare(String name, Type.Array type, int length, List<Expr> values, Span span) {
        Variable variable = context.module.newVariable(name, type);
        context.module.knowLength(variable, length);
        context.fresh = variable;
        context.code.emit(new Stmt.DeclareArray(variable, length, values, span));
        // What changes memory is not pure, even if nobody else sees this memory.
        return new Expr.Read(variable, span);
    }
}
