package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaUnaryOp;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Lowers expressions: what is returned is pure, and the effects are emitted before it, in Java's order of evaluation
 * (JLS 15.7). A value that was read before such an effect is kept in a temporary.
 */
final class ExpressionLowering implements JavaExpr.Visitor<Expr> {
    private final MethodContext context;

    ExpressionLowering(MethodContext context) {
        this.context = context;
    }

    /** Lowers an expression that must have a value. */
    Expr lower(JavaExpr expr) {
        Optional<Object> constant = context.constants.valueOf(expr);
        if (constant.isPresent()) {
            return lowerConstant(constant.get(), expr);
        }
        return expr.accept(this);
    }

    /** Lowers an expression that is assigned to something of this type. */
    Expr lowerFor(JavaExpr expr, Type wanted) {
        if (expr instanceof JavaExpr.ArrayInit elements) {
            return context.arrays.create(elements, wanted, "array");
        }
        return expr instanceof JavaExpr.Switch choice ? context.switches.lower(choice, wanted) : lower(expr);
    }

    private Expr lowerConstant(Object value, JavaExpr expr) {
        if (!(value instanceof Double)) {
            return constant(value, expr.span());
        }
        if (expr instanceof JavaExpr.Literal literal) {
            String text = literal.text();
            boolean suffixed = text.endsWith("d") || text.endsWith("D");
            context.report(
                    Code.DOUBLE,
                    expr.span(),
                    "'" + text + "' is a double, and Metal has no double",
                    "write " + (suffixed ? text.substring(0, text.length() - 1) : text) + "f");
        } else {
            context.report(
                    Code.DOUBLE,
                    expr.span(),
                    "this constant is a double, and Metal has no double",
                    "make it a float: (float) (" + expr.span().text().strip() + ")");
        }
        return context.erroneous(expr.span());
    }

    static Expr constant(Object value, Span span) {
        return new Expr.Constant(Conversions.typeOf(value), Conversions.normalized(value), span);
    }

    /** Lowers operands from left to right; effects of a later one don't change the value of an earlier one. */
    List<Expr> lowerInOrder(List<JavaExpr> operands) {
        List<Expr> values = new ArrayList<>();
        for (JavaExpr operand : operands) {
            int mark = context.code.mark();
            Expr value = lower(operand);
            if (context.code.mark() > mark) {
                keep(values, mark);
            }
            values.add(value);
        }
        return values;
    }

    /** Keeps values that the effects behind a mark may change, in temporaries that are declared there. */
    void keep(List<Expr> values, int mark) {
        Effects effects = Effects.of(context.code.since(mark));
        int at = mark;
        for (int i = 0; i < values.size(); i++) {
            Expr value = values.get(i);
            if (!effects.mayChange(value)) {
                continue;
            }
            Variable kept = context.module.newVariable("kept", value.type());
            context.code.insert(at++, new Stmt.Declare(kept, value, value.span()));
            values.set(i, new Expr.Read(kept, value.span()));
        }
    }

    /** Lowers a condition of {@code if}, a loop, {@code ?:}, {@code !}, {@code &&} or {@code ||}. */
    Expr lowerCondition(JavaExpr expr) {
        return asCondition(lower(expr));
    }

    private Expr asCondition(Expr value) {
        if (value.type() == Scalar.BOOLEAN || Conversions.isErroneous(value.type())) {
            return value;
        }
        context.report(
                Code.NOT_A_CONDITION,
                value.span(),
                "a condition is wanted here, and this is " + value.type().javaName(),
                "compare it: ... != 0");
        return context.erroneous(value.span());
    }

    @Override
    public Expr visitLiteral(JavaExpr.Literal expr) {
        String text = expr.text();
        switch (expr.kind()) {
            case INT, LONG, FLOAT, DOUBLE ->
                context.report(
                        Code.LITERAL_OUT_OF_RANGE,
                        expr.span(),
                        "'" + text + "' is out of the range of its type",
                        expr.kind() == JavaExpr.Literal.Kind.INT
                                ? "write a smaller number, or a long: " + text + "L"
                                : "write a number that the type can hold");
            case CHAR ->
                context.report(Code.CHAR, expr.span(), "kernels have no char", "write the number: " + charCode(text));
            case STRING, TEXT_BLOCK ->
                context.report(Code.STRING, expr.span(), "kernels have no strings", "use numbers, or a byte[]");
            case NULL ->
                context.report(Code.NULL, expr.span(), "kernels have no null", "use a value that stands for none");
            case BOOLEAN -> throw new AssertionError("a constant: " + expr.span());
        }
        return context.erroneous(expr.span());
    }

    private static String charCode(String text) {
        boolean plain = text.length() == 3 && text.charAt(1) != '\\';
        return plain ? Integer.toString(text.charAt(1)) : "its code";
    }

    @Override
    public Expr visitName(JavaExpr.Name expr) {
        Optional<Scope.Local> local = context.scope.find(expr.identifier());
        if (local.isPresent()) {
            Variable variable = local.get().variable();
            return Conversions.isErroneous(variable.type())
                    ? context.erroneous(expr.span())
                    : new Expr.Read(variable, expr.span());
        }
        if (expr.identifier().equals("this")) {
            UnsupportedJava.report("this", expr.span(), context.diagnostics());
            return context.erroneous(expr.span());
        }
        Optional<Expr> component = context.records.ownComponent(expr.identifier(), expr.span());
        if (component.isPresent()) {
            return component.get();
        }
        Optional<Fields.Found> field = context.module.fields().resolve(expr.identifier(), context.place);
        if (field.isPresent()) {
            return field(field.get(), expr.identifier(), expr.span());
        } else {
            context.report(
                    Code.UNKNOWN_NAME,
                    expr.span(),
                    "cannot find '" + expr.identifier() + "'",
                    Suggestions.of(expr.identifier(), context.scope.names())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("declare a local, a parameter or a static final constant of that name"));
        }
        return context.erroneous(expr.span());
    }

    /** The value of a field that is no constant expression: an array or an object of constants, or a mistake. */
    private Expr field(Fields.Found found, String name, Span span) {
        if (found instanceof Fields.Found.User user && user.owner().isConstant(user.field())) {
            return context.module.constantValues().of(user, span).orElseGet(() -> context.erroneous(span));
        }
        context.report(
                Code.FIELD_NOT_CONSTANT,
                span,
                "'" + name + "' is a field that can change, which a kernel cannot see",
                "make it static final with a constant initialiser, or pass it as a parameter");
        return context.erroneous(span);
    }

    @Override
    public Expr visitSelect(JavaExpr.Select expr) {
        Optional<TypeNames.Resolved> type = context.constants.typeNamed(expr.target());
        if (type.isPresent()) {
            Optional<Builtin> constant = type.get() instanceof TypeNames.Resolved.Known known
                    ? Builtins.constant(known.type(), expr.name())
                    : Optional.empty();
            if (constant.isPresent()) {
                return new Expr.BuiltinCall(constant.get(), List.of(), expr.span());
            }
            Optional<Fields.Found> field = context.module.fields().member(type.get(), expr.name());
            if (field.isPresent()) {
                return field(field.get(), expr.name(), expr.span());
            }
            reportUnknownConstant(type.get(), expr);
            return context.erroneous(expr.span());
        }
        Expr target = lower(expr.target());
        if (Conversions.isErroneous(target.type())) {
            return context.erroneous(expr.span());
        }
        if (target.type() instanceof Type.Array && expr.name().equals("length")) {
            OptionalInt known = context.module.lengthOf(target);
            return known.isPresent() ? constant(known.getAsInt(), expr.span()) : new Expr.Length(target, expr.span());
        }
        Optional<Expr> component = context.records.component(target, expr.name(), expr.span());
        if (component.isPresent()) {
            return component.get();
        }
        context.report(
                Code.UNKNOWN_MEMBER,
                expr.nameSpan(),
                target.type().javaName() + " has no field '" + expr.name() + "'",
                DslTypes.classOf(target.type()).isPresent() ? "call the accessor: " + expr.name() + "()" : "remove it");
        return context.erroneous(expr.span());
    }

    private void reportUnknownConstant(TypeNames.Resolved type, JavaExpr.Select expr) {
        boolean isEnum =
                type instanceof TypeNames.Resolved.User user && user.symbol().isEnum();
        boolean isStream = type instanceof TypeNames.Resolved.Known known
                && known.type() == System.class
                && (expr.name().equals("out") || expr.name().equals("err"));
        if (isEnum) {
            context.report(
                    Code.ENUM,
                    expr.span(),
                    "kernels have no enums such as '"
                            + expr.target().span().text().strip() + "'",
                    "declare static final int constants");
        } else if (isStream) {
            context.report(
                    Code.PRINTING,
                    expr.span(),
                    "kernels cannot print",
                    "write what you want to see to an array, or call the kernel as plain Java and print there");
        } else {
            context.report(
                    Code.UNKNOWN_MEMBER,
                    expr.nameSpan(),
                    "'" + expr.target().span().text().strip() + "' has no constant '" + expr.name()
                            + "' that kernels know",
                    "write the value, or declare a static final constant of your own");
        }
    }

    @Override
    public Expr visitIndex(JavaExpr.Index expr) {
        List<Expr> operands = lowerInOrder(List.of(expr.array(), expr.index()));
        return element(operands.get(0), operands.get(1), expr)
                .<Expr>map(e -> e)
                .orElseGet(() -> context.erroneous(expr.span()));
    }

    /** The element of an array at an index, checked; empty if something was wrong. */
    Optional<Expr.Load> element(Expr array, Expr index, JavaExpr.Index expr) {
        if (!(array.type() instanceof Type.Array) && !Conversions.isErroneous(array.type())) {
            context.report(
                    Code.NOT_AN_ARRAY,
                    array.span(),
                    "this is " + array.type().javaName() + ", not an array",
                    "index an array parameter");
            return Optional.empty();
        }
        Expr checked = context.assignable(index, context.constants.valueOf(expr.index()), Scalar.INT, "an index");
        if (Conversions.isErroneous(array.type()) || Conversions.isErroneous(checked.type())) {
            return Optional.empty();
        }
        if (checked instanceof Expr.Constant constant && (Integer) constant.value() < 0) {
            context.report(
                    Code.NEGATIVE_INDEX,
                    index.span(),
                    "the index " + constant.value() + " is negative",
                    "arrays begin at index 0");
            return Optional.empty();
        }
        OptionalInt length = context.module.lengthOf(array);
        if (length.isPresent()
                && checked instanceof Expr.Constant constant
                && (Integer) constant.value() >= length.getAsInt()) {
            context.report(
                    Code.INDEX_OUT_OF_BOUNDS,
                    index.span(),
                    "the index " + constant.value() + " is out of bounds: the array has " + length.getAsInt()
                            + (length.getAsInt() == 1 ? " element" : " elements"),
                    "write an index from 0 to " + (length.getAsInt() - 1));
            return Optional.empty();
        }
        return Optional.of(new Expr.Load(array, checked, expr.span()));
    }

    @Override
    public Expr visitCall(JavaExpr.Call expr) {
        Expr value = context.calls.lower(expr, false);
        if (value.type() instanceof Type.NoValue) {
            context.report(
                    Code.NO_VALUE,
                    expr.span(),
                    "'" + expr.name() + "' returns nothing, and a value is wanted here",
                    "call it as a statement");
            return context.erroneous(expr.span());
        }
        return value;
    }

    @Override
    public Expr visitNew(JavaExpr.New expr) {
        return context.calls.construct(expr);
    }

    @Override
    public Expr visitNewArray(JavaExpr.NewArray expr) {
        return context.arrays.create(expr, "array");
    }

    @Override
    public Expr visitArrayInit(JavaExpr.ArrayInit expr) {
        return context.arrays.create(expr, Types.NO_VALUE, "array");
    }

    @Override
    public Expr visitUnary(JavaExpr.Unary expr) {
        if (expr.op() == JavaUnaryOp.NOT) {
            Expr condition = lowerCondition(expr.operand());
            return Conversions.isErroneous(condition.type())
                    ? condition
                    : new Expr.Unary(UnaryOp.NOT, condition, expr.span());
        }
        Expr operand = lower(expr.operand());
        if (Conversions.isErroneous(operand.type())) {
            return operand;
        }
        boolean allowed = operand.type() instanceof Scalar scalar
                && scalar.isNumeric()
                && (expr.op() != JavaUnaryOp.COMPLEMENT || scalar.isIntegral());
        if (!allowed) {
            context.report(
                    Code.BAD_OPERAND,
                    expr.span(),
                    "'" + expr.op().symbol() + "' does not work on "
                            + operand.type().javaName(),
                    operand.type() instanceof Type.Vector ? "call neg()" : "use a number");
            return context.erroneous(expr.span());
        }
        Expr promoted = Conversions.convert(operand, Conversions.promoted((Scalar) operand.type()));
        return switch (expr.op()) {
            case PLUS -> promoted;
            case NEGATE -> new Expr.Unary(UnaryOp.NEGATE, promoted, expr.span());
            case COMPLEMENT -> new Expr.Unary(UnaryOp.COMPLEMENT, promoted, expr.span());
            case NOT -> throw new AssertionError(expr.span());
        };
    }

    @Override
    public Expr visitIncrement(JavaExpr.Increment expr) {
        return context.assignments.increment(expr, true);
    }

    @Override
    public Expr visitAssign(JavaExpr.Assign expr) {
        return context.assignments.assign(expr, true);
    }

    @Override
    public Expr visitBinary(JavaExpr.Binary expr) {
        if (expr.op() == JavaBinaryOp.AND || expr.op() == JavaBinaryOp.OR) {
            return lowerLogical(expr);
        }
        List<Expr> operands = lowerInOrder(List.of(expr.left(), expr.right()));
        return context.assignments.operate(expr.op(), operands.get(0), operands.get(1), expr.opSpan(), expr.span());
    }

    private Expr lowerLogical(JavaExpr.Binary expr) {
        boolean and = expr.op() == JavaBinaryOp.AND;
        Expr left = lowerCondition(expr.left());
        Captured right = capture(() -> lowerCondition(expr.right()));
        if (Conversions.isErroneous(left.type()) || Conversions.isErroneous(right.value.type())) {
            return context.erroneous(expr.span());
        }
        if (right.effects.isEmpty()) {
            return new Expr.Logical(and, left, right.value, expr.span());
        }
        Variable result = context.module.newVariable(and ? "both" : "either", Scalar.BOOLEAN);
        context.code.emit(new Stmt.Declare(result, left, expr.span()));
        Expr read = new Expr.Read(result, expr.span());
        Expr undecided = and ? read : new Expr.Unary(UnaryOp.NOT, read, expr.span());
        context.code.emit(new Stmt.If(undecided, right.assignedTo(result), noStatements(expr.span()), expr.span()));
        return read;
    }

    @Override
    public Expr visitConditional(JavaExpr.Conditional expr) {
        Expr condition = lowerCondition(expr.condition());
        Captured then = capture(() -> lower(expr.then()));
        Captured otherwise = capture(() -> lower(expr.otherwise()));
        Type type = commonType(expr, then.value, otherwise.value);
        if (Conversions.isErroneous(type) || Conversions.isErroneous(condition.type())) {
            return context.erroneous(expr.span());
        }
        Captured convertedThen = then.convertedTo(type);
        Captured convertedOtherwise = otherwise.convertedTo(type);
        if (then.effects.isEmpty() && otherwise.effects.isEmpty()) {
            return new Expr.Conditional(condition, convertedThen.value, convertedOtherwise.value, expr.span());
        }
        Variable result = context.unassigned("chosen", type, expr.span());
        context.code.emit(new Stmt.If(
                condition, convertedThen.assignedTo(result), convertedOtherwise.assignedTo(result), expr.span()));
        return new Expr.Read(result, expr.span());
    }

    /** The type of a conditional expression (JLS 15.25). */
    private Type commonType(JavaExpr.Conditional expr, Expr then, Expr otherwise) {
        Type left = then.type();
        Type right = otherwise.type();
        if (Conversions.isErroneous(left) || Conversions.isErroneous(right)) {
            return Types.ERRONEOUS;
        }
        if (left.equals(right)) {
            return left;
        }
        if (left instanceof Scalar l && right instanceof Scalar r && l.isNumeric() && r.isNumeric()) {
            if (context.constants
                    .valueOf(expr.otherwise())
                    .filter(c -> Conversions.fits(c, l))
                    .isPresent()) {
                return l;
            }
            if (context.constants
                    .valueOf(expr.then())
                    .filter(c -> Conversions.fits(c, r))
                    .isPresent()) {
                return r;
            }
            boolean small = l.compareTo(Scalar.INT) < 0 && r.compareTo(Scalar.INT) < 0;
            return small ? Scalar.SHORT : Conversions.promoted(l, r);
        }
        context.report(
                Code.TYPE_MISMATCH,
                expr.span(),
                "one value of ?: is " + left.javaName() + " and the other " + right.javaName(),
                "give both the same type");
        return Types.ERRONEOUS;
    }

    @Override
    public Expr visitCast(JavaExpr.Cast expr) {
        TypeRef ref = expr.type();
        if (ref.name().equals("float") && ref.dimensions() == 0 && expr.operand() instanceof JavaExpr.Call call) {
            Expr value = context.calls.lower(call, true);
            return castTo(Scalar.FLOAT, value, expr);
        }
        Type type = context.module.types().of(ref, context.place);
        return castTo(type, lower(expr.operand()), expr);
    }

    private Expr castTo(Type type, Expr operand, JavaExpr.Cast expr) {
        if (Conversions.isErroneous(type) || Conversions.isErroneous(operand.type())) {
            return context.erroneous(expr.span());
        }
        if (!Conversions.isCastable(operand.type(), type)) {
            context.report(
                    Code.BAD_CAST,
                    expr.span(),
                    operand.type().javaName() + " cannot be cast to " + type.javaName(),
                    operand.type() == Scalar.BOOLEAN ? "write ... ? 1 : 0" : "cast between numbers only");
            return context.erroneous(expr.span());
        }
        return type instanceof Scalar scalar ? Conversions.convert(operand, scalar) : operand;
    }

    @Override
    public Expr visitSwitch(JavaExpr.Switch expr) {
        return context.switches.lower(expr, Types.NO_VALUE);
    }

    @Override
    public Expr visitUnsupported(JavaExpr.Unsupported expr) {
        UnsupportedJava.report(expr.construct(), expr.span(), context.diagnostics());
        return context.erroneous(expr.span());
    }

    private static Stmt.Block noStatements(Span span) {
        return new Stmt.Block(List.of(), span);
    }

    /** Lowers something that is evaluated only sometimes. */
    Captured capture(Supplier<Expr> lowering) {
        List<Expr> value = new ArrayList<>(1);
        List<Stmt> effects = context.code.capture(() -> value.add(lowering.get()));
        return new Captured(effects, value.get(0));
    }

    /** A value and the effects that come before it. */
    record Captured(List<Stmt> effects, Expr value) {
        Captured convertedTo(Type type) {
            return type instanceof Scalar scalar ? new Captured(effects, Conversions.convert(value, scalar)) : this;
        }

        Stmt.Block assignedTo(Variable variable) {
            List<Stmt> statements = new ArrayList<>(effects);
            statements.add(new Stmt.Assign(variable, value, value.span()));
            return new Stmt.Block(statements, value.span());
        }
    }
}
