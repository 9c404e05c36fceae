package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.sema.TypeNames.Resolved;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lowers calls: finds what is meant, converts the arguments, and calls for the value or for the effects. */
final class CallLowering {
    private final MethodContext context;

    CallLowering(MethodContext context) {
        this.context = context;
    }

    /**
     * Lowers a call.
     *
     * @param underFloatCast whether {@code (float)} stands directly before it, so that {@code Math.sin} and its like are
     *     functions of floats
     * @return its value, of type {@link Type.NoValue} if it returns nothing
     */
    Expr lower(JavaExpr.Call call, boolean underFloatCast) {
        JavaExpr target = call.target();
        if (target == null) {
            Optional<Expr> own =
                    context.records.self(call.span()).flatMap(self -> context.records.accessed(self, call));
            if (own.isPresent()) {
                return own.get();
            }
            return lowerStatic(
                    call, context.module.methods().resolve(call.name(), context.place), null, underFloatCast);
        }
        Optional<Resolved> type = context.constants.typeNamed(target);
        if (type.isPresent()) {
            List<Callable> members = context.module.methods().members(type.get(), call.name());
            return lowerStatic(call, members, type.get(), underFloatCast);
        }
        return lowerInstance(call, target);
    }

    private Expr lowerStatic(
            JavaExpr.Call call, List<Callable> candidates, @Nullable Resolved type, boolean underFloatCast) {
        List<Expr> arguments = underFloatCast ? lowerUnderFloatCast(call, candidates) : lowerArguments(call);
        if (candidates.isEmpty()) {
            reportUnknown(call, type);
            return context.erroneous(call.span());
        }
        return choose(call, call.nameSpan(), candidates, arguments, underFloatCast)
                .flatMap(callable -> withOwnReceiver(callable, arguments, call.nameSpan())
                        .map(all -> invoke(callable, all, call.nameSpan(), call.span())))
                .orElseGet(() -> context.erroneous(call.span()));
    }

    /** A method of the record that this is a method of is called on the same value; empty and diagnosed if there is none. */
    private Optional<List<Expr>> withOwnReceiver(Callable callable, List<Expr> arguments, Span name) {
        if (!(callable instanceof Callable.User user) || !user.hasReceiver()) {
            return Optional.of(arguments);
        }
        Optional<Expr> self = context.records
                .self(name)
                .filter(value -> value.type() instanceof Type.Struct struct
                        && context.module.types().structs().symbolOf(struct).equals(user.owner()));
        if (self.isEmpty()) {
            context.report(
                    Code.NOT_STATIC,
                    name,
                    "'" + callable.name() + "' is not static, and is called on nothing",
                    "call it on a record: r." + callable.name() + "(...), or make it static");
            return Optional.empty();
        }
        return Optional.of(withReceiver(self.get(), arguments));
    }

    private static List<Expr> withReceiver(Expr receiver, List<Expr> arguments) {
        List<Expr> all = new ArrayList<>(List.of(receiver));
        all.addAll(arguments);
        return all;
    }

    private List<Expr> lowerArguments(JavaExpr.Call call) {
        return context.expressions.lowerInOrder(call.arguments());
    }

    /** In {@code (float) Math.pow(x, 0.5)} the constant is a double that is a float as well, and is taken as one. */
    private List<Expr> lowerUnderFloatCast(JavaExpr.Call call, List<Callable> candidates) {
        boolean isDoubleFunction = candidates.stream()
                .anyMatch(c ->
                        c instanceof Callable.Known known && known.builtin().underFloatCast());
        if (!isDoubleFunction) {
            return lowerArguments(call);
        }
        List<Expr> arguments = new ArrayList<>();
        for (JavaExpr argument : call.arguments()) {
            int mark = context.code.mark();
            Expr value = context.constants
                    .valueOf(argument)
                    .flatMap(CallLowering::asExactFloat)
                    .map(constant -> ExpressionLowering.constant(constant, argument.span()))
                    .orElseGet(() -> context.expressions.lower(argument));
            if (context.code.mark() > mark) {
                context.expressions.keep(arguments, mark);
            }
            arguments.add(value);
        }
        return arguments;
    }

    private static Optional<Float> asExactFloat(Object constant) {
        return constant instanceof Double d && (d.floatValue() == d || d.isNaN())
                ? Optional.of(d.floatValue())
                : Optional.empty();
    }

    private void reportUnknown(JavaExpr.Call call, @Nullable Resolved type) {
        if (type == null) {
            Stream<String> own = context.place.decl().methods().stream().map(method -> method.name());
            List<String> names =
                    Stream.concat(own, Builtins.names(Builtins.msl()).stream()).toList();
            boolean isBuiltin = !Builtins.statics(Builtins.msl(), call.name()).isEmpty();
            context.report(
                    Code.UNKNOWN_FUNCTION,
                    call.nameSpan(),
                    "cannot find the function '" + call.name() + "'",
                    isBuiltin
                            ? "import it: import static dev.smelt.dsl.Msl.*;"
                            : Suggestions.of(call.name(), names)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse(
                                            "declare a static method of that name, or import static dev.smelt.dsl.Msl.*"));
            return;
        }
        if (type instanceof Resolved.Known known) {
            context.report(
                    Code.UNKNOWN_FUNCTION,
                    call.nameSpan(),
                    "kernels have no '" + known.type().getSimpleName() + "." + call.name() + "'",
                    Suggestions.of(call.name(), Builtins.names(known.type()))
                            .map(near -> "did you mean '" + known.type().getSimpleName() + "." + near + "'?")
                            .orElse("use a function of dev.smelt.dsl.Msl"));
        } else {
            context.report(
                    Code.UNKNOWN_FUNCTION,
                    call.nameSpan(),
                    "'" + ((Resolved.User) type).symbol().simpleName() + "' has no method '" + call.name() + "'",
                    "declare a static method of that name there");
        }
    }

    private Expr lowerInstance(JavaExpr.Call call, JavaExpr target) {
        List<JavaExpr> operands = new ArrayList<>();
        operands.add(target);
        operands.addAll(call.arguments());
        List<Expr> arguments = context.expressions.lowerInOrder(operands);
        Type receiver = arguments.get(0).type();
        if (Conversions.isErroneous(receiver)) {
            return context.erroneous(call.span());
        }
        if (receiver instanceof Type.Struct struct) {
            return lowerOnRecord(call, struct, arguments.get(0), arguments.subList(1, arguments.size()));
        }
        Optional<Class<?>> owner = DslTypes.classOf(receiver);
        List<Callable> candidates = owner.stream()
                .flatMap(type -> Builtins.methods(type, call.name()).stream())
                .map(builtin -> (Callable) new Callable.Known(builtin))
                .toList();
        if (candidates.isEmpty()) {
            context.report(
                    Code.UNKNOWN_FUNCTION,
                    call.nameSpan(),
                    receiver.javaName() + " has no method '" + call.name() + "' that kernels know",
                    owner.flatMap(type -> Suggestions.of(call.name(), Builtins.names(type)))
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("use operators, or a function of dev.smelt.dsl.Msl"));
            return context.erroneous(call.span());
        }
        return choose(call, call.nameSpan(), candidates, arguments, false)
                .map(callable -> invoke(callable, arguments, call.nameSpan(), call.span()))
                .orElseGet(() -> context.erroneous(call.span()));
    }

    private Expr lowerOnRecord(JavaExpr.Call call, Type.Struct struct, Expr record, List<Expr> arguments) {
        Optional<Expr> component = context.records.accessed(record, call);
        if (component.isPresent()) {
            return component.get();
        }
        List<Callable> candidates = context.records.methods(struct, call.name());
        if (candidates.isEmpty()) {
            context.report(
                    Code.UNKNOWN_FUNCTION,
                    call.nameSpan(),
                    struct.javaName() + " has no method '" + call.name() + "' that kernels know",
                    Suggestions.of(call.name(), context.records.memberNames(struct))
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("declare it in the record"));
            return context.erroneous(call.span());
        }
        return choose(call, call.nameSpan(), candidates, arguments, false)
                .map(callable -> invoke(
                        callable,
                        ((Callable.User) callable).hasReceiver() ? withReceiver(record, arguments) : arguments,
                        call.nameSpan(),
                        call.span()))
                .orElseGet(() -> context.erroneous(call.span()));
    }

    /** Lowers {@code new Float4(...)} and {@code new Particle(...)}. */
    Expr construct(JavaExpr.New expr) {
        Type type = context.module.types().of(expr.type(), context.place);
        List<Expr> arguments = context.expressions.lowerInOrder(expr.arguments());
        if (Conversions.isErroneous(type)) {
            return context.erroneous(expr.span());
        }
        List<Callable> candidates = type instanceof Type.Struct struct
                ? context.records.constructors(struct)
                : DslTypes.classOf(type).stream()
                        .flatMap(owner -> Builtins.constructors(owner).stream())
                        .map(builtin -> (Callable) new Callable.Known(builtin))
                        .toList();
        if (candidates.isEmpty()) {
            context.report(
                    Code.UNKNOWN_FUNCTION,
                    expr.span(),
                    type.javaName() + " has no constructor that kernels know",
                    type instanceof Type.Half ? "call Half.of(...)" : "use another type");
            return context.erroneous(expr.span());
        }
        return choose(null, expr.span(), candidates, arguments, false)
                .map(callable -> invoke(callable, arguments, expr.span(), expr.span()))
                .orElseGet(() -> context.erroneous(expr.span()));
    }

    /** The method that is meant, by the types of the arguments; empty and diagnosed if there is none. */
    private Optional<Callable> choose(
            JavaExpr.@Nullable Call call,
            Span name,
            List<Callable> candidates,
            List<Expr> arguments,
            boolean underFloatCast) {
        List<Type> given = arguments.stream().map(Expr::type).toList();
        if (given.stream().anyMatch(Conversions::isErroneous)) {
            return Optional.empty();
        }
        List<Callable> applicable = Overloads.applicable(candidates, given);
        List<Callable> exact = applicable.stream()
                .filter(candidate -> underFloatCast || !isDoubleFunction(candidate))
                .toList();
        if (exact.isEmpty() && !applicable.isEmpty()) {
            String written = ((Callable.Known) applicable.get(0)).builtin().toString();
            context.report(
                    Code.DOUBLE,
                    name,
                    "'" + written + "' returns a double, and Metal has no double",
                    "write (float) " + written + "(...), or the function of dev.smelt.dsl.Msl");
            return Optional.empty();
        }
        // Under a cast Math.abs(float) is still the one that takes floats as they are.
        List<Callable> floats = exact.stream().filter(c -> !isDoubleFunction(c)).toList();
        List<Callable> best = Overloads.mostSpecific(floats.isEmpty() ? exact : floats);
        if (best.size() == 1) {
            return Optional.of(best.get(0));
        }
        reportNoChoice(call, name, candidates, given, applicable.isEmpty());
        return Optional.empty();
    }

    private static boolean isDoubleFunction(Callable callable) {
        return callable instanceof Callable.Known known && known.builtin().underFloatCast();
    }

    private void reportNoChoice(
            JavaExpr.@Nullable Call call, Span name, List<Callable> candidates, List<Type> given, boolean none) {
        boolean hasReceiver = call != null
                && candidates.get(0) instanceof Callable.Known known
                && known.builtin().form() == Builtin.Form.INSTANCE;
        String types = given.stream()
                .skip(hasReceiver ? 1 : 0)
                .map(Type::javaName)
                .collect(Collectors.joining(", ", "(", ")"));
        String forms = candidates.stream().map(Callable::describe).limit(6).collect(Collectors.joining(", "));
        String more = candidates.size() > 6 ? ", ..." : "";
        String called = candidates.get(0).name();
        if (none) {
            context.report(
                    Code.NO_APPLICABLE_FUNCTION,
                    name,
                    "'" + called + "' does not take " + types,
                    "there is " + forms + more);
        } else {
            context.report(
                    Code.AMBIGUOUS_CALL,
                    name,
                    "'" + called + types + "' can mean more than one of " + forms + more,
                    "cast the arguments to the types that are meant");
        }
    }

    private Expr invoke(Callable callable, List<Expr> arguments, Span name, Span span) {
        if (callable instanceof Callable.Known known) {
            return invoke(known.builtin(), converted(arguments, callable.parameters()), span);
        }
        if (callable instanceof Callable.Constructor constructor) {
            return context.records.construct(constructor, converted(arguments, callable.parameters()), name, span);
        }
        Callable.User user = (Callable.User) callable;
        return context.module
                .functions()
                .require(user, name)
                .map(function -> call(function, arguments, span))
                .orElseGet(() -> context.erroneous(span));
    }

    /** A builtin that does nothing but return a value is an expression; any other is called here. */
    private Expr invoke(Builtin builtin, List<Expr> arguments, Span span) {
        if (builtin.isPure()) {
            return new Expr.BuiltinCall(builtin, arguments, span);
        }
        context.changesMemory = true;
        boolean returnsValue = !(builtin.result() instanceof Type.NoValue);
        Variable result = returnsValue ? context.unassigned("returned", builtin.result(), span) : null;
        context.code.emit(new Stmt.InvokeBuiltin(builtin, arguments, result, span));
        return result == null ? nothing(span) : new Expr.Read(result, span);
    }

    private static Expr nothing(Span span) {
        return new Expr.Read(new Variable(-1, "nothing", Types.NO_VALUE), span);
    }

    /** Calls a function of the user's, for its value or for its effects. */
    Expr call(FunctionSummary function, List<Expr> arguments, Span span) {
        List<Expr> converted = converted(arguments, function.parameters());
        if (function.pure() && !(function.result() instanceof Type.NoValue)) {
            return new Expr.Call(function.id(), converted, function.result(), span);
        }
        context.changesMemory |= !function.pure();
        boolean returnsValue = !(function.result() instanceof Type.NoValue);
        Variable result = returnsValue ? context.unassigned("returned", function.result(), span) : null;
        context.code.emit(new Stmt.Invoke(function.id(), converted, result, span));
        return result == null ? nothing(span) : new Expr.Read(result, span);
    }

    private static List<Expr> converted(List<Expr> arguments, List<Type> parameters) {
        List<Expr> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Expr argument = arguments.get(i);
            converted.add(
                    parameters.get(i) instanceof Scalar scalar ? Conversions.convert(argument, scalar) : argument);
        }
        return converted;
    }
}
