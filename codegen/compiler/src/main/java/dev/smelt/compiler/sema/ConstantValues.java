package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.JavaParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The {@code static final} fields that are no constant expressions and have a value known at compile time all the same:
 * arrays of constants, which become the module's, and vectors, matrices, {@code Half} and records of constants, which
 * stand where they are used.
 */
final class ConstantValues {
    /** Constant memory is small; more than this belongs in an array of the caller's. */
    private static final int MOST_BYTES = 65_536;

    private final ModuleLowering module;
    /** Each field's value; empty where it was diagnosed. */
    private final IdentityHashMap<FieldDecl, Optional<Expr>> known = new IdentityHashMap<>();

    private final IdentityHashMap<FieldDecl, Boolean> inProgress = new IdentityHashMap<>();
    private final List<ConstantArray> arrays = new ArrayList<>();

    ConstantValues(ModuleLowering module) {
        this.module = module;
    }

    /** The arrays that were asked for. */
    List<ConstantArray> arrays() {
        return arrays;
    }

    /** The value of a static final field; empty and diagnosed if it isn't known. */
    Optional<Expr> of(Fields.Found.User found, Span use) {
        FieldDecl field = found.field();
        if (inProgress.containsKey(field)) {
            return notKnown(field, use, "needs its own value", "write the numbers");
        }
        Optional<Expr> value = known.get(field);
        if (value == null) {
            inProgress.put(field, true);
            value = lower(found, use);
            inProgress.remove(field);
            known.put(field, value);
        }
        return value.map(v -> v instanceof Expr.Read read ? new Expr.Read(read.variable(), use) : v);
    }

    private Optional<Expr> lower(Fields.Found.User found, Span use) {
        FieldDecl field = found.field();
        Span initializer = field.initializer();
        Optional<Type> type = module.types().quietly(field.type(), found.owner());
        if (field.type().dimensions() > 1) {
            module.types().of(field.type(), found.owner()); // says why not
            return Optional.empty();
        }
        if (initializer == null || type.isEmpty() || type.get() instanceof Scalar) {
            return notKnown(
                    field,
                    use,
                    "has no value that is known when the kernel is compiled",
                    type.isEmpty() || type.get() instanceof Scalar
                            ? "give it a constant initialiser of a primitive type, or pass it as a parameter"
                            : "give it an initialiser of constants, or pass it as a parameter");
        }
        Optional<JavaExpr> expr = JavaParser.parseExpression(initializer, module.diagnostics());
        MethodContext context = new MethodContext(module, found.owner(), Types.NO_VALUE);
        return expr.flatMap(e -> type.get() instanceof Type.Array array
                ? array(field, array, e, context, use)
                : object(field, type.get(), e, context, use));
    }

    private Optional<Expr> notKnown(FieldDecl field, Span use, String why, String help) {
        module.diagnostics().report(Code.FIELD_NOT_CONSTANT, use, "'" + field.name() + "' " + why, help);
        return Optional.empty();
    }

    private Optional<Expr> object(FieldDecl field, Type type, JavaExpr expr, MethodContext context, Span use) {
        Expr value = context.assignable(
                context.expressions.lowerFor(expr, type),
                context.constants.valueOf(expr),
                type,
                "the field '" + field.name() + "'");
        if (Conversions.isErroneous(value.type())) {
            return Optional.empty();
        }
        return isConstant(value) && context.code.mark() == 0
                ? Optional.of(value)
                : notKnown(
                        field,
                        use,
                        "has no value that is known when the kernel is compiled",
                        "build it of constants, or pass it as a parameter");
    }

    private Optional<Expr> array(FieldDecl field, Type.Array type, JavaExpr expr, MethodContext context, Span use) {
        JavaExpr written = expr instanceof JavaExpr.NewArray creation && creation.initializer() != null
                ? creation.initializer()
                : expr;
        Optional<List<Expr>> values = Optional.empty();
        if (expr instanceof JavaExpr.NewArray creation && !sameType(creation, type, context)) {
            return Optional.empty();
        }
        if (written instanceof JavaExpr.ArrayInit init) {
            values = elements(field, init, type, context);
        } else if (written instanceof JavaExpr.NewArray creation) {
            values = zeros(field, creation, type, context);
        } else {
            return notKnown(
                    field,
                    use,
                    "is an array whose elements are not known when the kernel is compiled",
                    "initialise it with its elements: {...}, or pass it as a parameter");
        }
        return values.map(elements -> {
            Variable variable = module.newVariable(field.name(), type);
            module.knowLength(variable, elements.size());
            arrays.add(new ConstantArray(variable, elements, field.nameSpan()));
            return new Expr.Read(variable, use);
        });
    }

    private boolean sameType(JavaExpr.NewArray creation, Type.Array type, MethodContext context) {
        Type made = module.types().of(creation.type(), context.place);
        Expr value = new Expr.Read(new Variable(-1, "array", made), creation.span());
        return !Conversions.isErroneous(
                context.assignable(value, Optional.empty(), type, "the field").type());
    }

    private Optional<List<Expr>> elements(
            FieldDecl field, JavaExpr.ArrayInit init, Type.Array type, MethodContext context) {
        if (!isPossible(field, init.elements().size(), type)) {
            return Optional.empty();
        }
        List<Expr> values = context.arrays.elements(init, type.element());
        boolean good = true;
        for (int i = 0; i < values.size(); i++) {
            Expr value = values.get(i);
            boolean erroneous = Conversions.isErroneous(value.type());
            good &= !erroneous;
            if (!erroneous && !isConstant(value)) {
                module.diagnostics()
                        .report(
                                Code.ELEMENT_NOT_CONSTANT,
                                init.elements().get(i).span(),
                                "element " + i + " of '" + field.name() + "' is not constant",
                                "write its value, or pass the array to the kernel");
                good = false;
            }
        }
        return good && context.code.mark() == 0 ? Optional.of(values) : Optional.empty();
    }

    private Optional<List<Expr>> zeros(
            FieldDecl field, JavaExpr.NewArray creation, Type.Array type, MethodContext context) {
        JavaExpr length = creation.lengths().get(0);
        Optional<Integer> known = context.constants
                .valueOf(length)
                .filter(value -> value instanceof Integer || value instanceof Short || value instanceof Byte)
                .map(value -> ((Number) value).intValue());
        if (known.isEmpty()) {
            module.diagnostics()
                    .report(
                            Code.ARRAY_LENGTH_NOT_CONSTANT,
                            length.span(),
                            "the length of '" + field.name() + "' must be known when the kernel is compiled",
                            "write a number or a static final constant");
            return Optional.empty();
        }
        return isPossible(field, known.get(), type)
                ? Optional.of(Collections.nCopies(known.get(), zero(type.element(), creation.span())))
                : Optional.empty();
    }

    private boolean isPossible(FieldDecl field, int length, Type.Array type) {
        long bytes = (long) length * Layout.of(type.element()).size();
        if (length > 0 && bytes <= MOST_BYTES) {
            return true;
        }
        module.diagnostics()
                .report(
                        Code.BAD_ARRAY_LENGTH,
                        field.nameSpan(),
                        length <= 0
                                ? "the array '" + field.name() + "' has no elements that a kernel could read"
                                : "the array '" + field.name() + "' takes " + bytes + " bytes of constant memory, and "
                                        + MOST_BYTES + " is the most",
                        length <= 0 ? "give it an element" : "pass it to the kernel as a parameter");
        return false;
    }

    /** Whether a value can be written down for good: a constant, or built of constants. */
    private static boolean isConstant(Expr value) {
        if (value instanceof Expr.BuiltinCall call) {
            return isBuilt(call.builtin()) && call.arguments().stream().allMatch(ConstantValues::isConstant);
        }
        if (value instanceof Expr.NewStruct struct) {
            return struct.components().stream().allMatch(ConstantValues::isConstant);
        }
        return value instanceof Expr.Constant;
    }

    /** Whether a function only puts its arguments together, so that MSL takes it for a constant. */
    private static boolean isBuilt(Builtin builtin) {
        return builtin.form() == Builtin.Form.CONSTRUCTOR
                || (builtin.result() instanceof Type.Half && builtin.name().equals("of"));
    }

    /** Zero of any type that an element can have. */
    private static Expr zero(Type type, Span span) {
        if (type instanceof Scalar scalar) {
            return scalar == Scalar.BOOLEAN
                    ? ExpressionLowering.constant(false, span)
                    : Conversions.convert(ExpressionLowering.constant(0, span), scalar);
        }
        if (type instanceof Type.Struct struct) {
            return new Expr.NewStruct(
                    struct,
                    struct.fields().stream()
                            .map(field -> zero(field.type(), span))
                            .toList(),
                    span);
        }
        Class<?> owner = DslTypes.classOf(type).orElseThrow(() -> new AssertionError(span + ": no zero of " + type));
        List<Builtin> makers = type instanceof Type.Half ? Builtins.statics(owner, "of") : Builtins.constructors(owner);
        Builtin maker = makers.stream()
                .filter(builtin -> builtin.parameters().stream().distinct().count() == 1)
                .max(Comparator.comparingInt(builtin -> builtin.parameters().size()))
                .orElseThrow(() -> new AssertionError(span + ": no zero of " + type));
        return new Expr.BuiltinCall(
                maker,
                maker.parameters().stream()
                        .map(parameter -> zero(parameter, span))
                        .toList(),
                span);
    }
}
