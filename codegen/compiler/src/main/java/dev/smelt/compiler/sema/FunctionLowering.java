package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.ConstructorDecl;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lowers the methods that kernels call, each once, when the first call asks for it. A callee is done before its caller,
 * so that the functions come out in an order in which MSL can declare them.
 */
final class FunctionLowering {
    private final ModuleLowering module;
    /** Lowered methods; empty for one that was wrong, and for one that is being lowered. */
    private final Map<MethodDecl, Optional<FunctionSummary>> known = new HashMap<>();

    private final List<MethodDecl> inProgress = new ArrayList<>();
    /** What compact constructors make, by the methods that stand for them. */
    private final Map<MethodDecl, Type.Struct> constructed = new HashMap<>();

    private final List<Function> functions = new ArrayList<>();

    FunctionLowering(ModuleLowering module) {
        this.module = module;
    }

    /** All that was asked for, callees before callers. */
    List<Function> functions() {
        return functions;
    }

    /** The method as a function; empty and diagnosed, there or at the call, if it can't be one. */
    Optional<FunctionSummary> require(Callable.User callable, Span call) {
        MethodDecl method = callable.method();
        if (inProgress.contains(method)) {
            reportRecursion(method, call);
            return Optional.empty();
        }
        Optional<FunctionSummary> summary = known.get(method);
        if (summary == null) {
            inProgress.add(method);
            summary = lower(callable, call);
            inProgress.remove(method);
            known.put(method, summary);
        }
        return summary;
    }

    /** A compact constructor of a record as a function that returns the record. */
    Optional<FunctionSummary> requireConstructor(
            TypeSymbol owner, ConstructorDecl declaration, Type.Struct struct, Span call) {
        // Its parameters are variables that it may assign; what they hold at the end becomes the record.
        TypeRef nothing = new TypeRef("void", false, 0, declaration.nameSpan());
        MethodDecl method = new MethodDecl(
                new Modifiers(Set.of("static"), List.of()),
                false,
                nothing,
                owner.simpleName(),
                owner.decl().components(),
                declaration.body(),
                declaration.nameSpan(),
                declaration.nameSpan());
        constructed.put(method, struct);
        List<Type> parameters =
                struct.fields().stream().map(Type.Struct.Field::type).toList();
        return require(new Callable.User(owner, method, parameters), call);
    }

    private void reportRecursion(MethodDecl method, Span call) {
        String path = inProgress.subList(inProgress.indexOf(method), inProgress.size()).stream()
                .map(MethodDecl::name)
                .collect(Collectors.joining(" -> "));
        module.diagnostics()
                .report(
                        Code.RECURSION,
                        call,
                        "'" + method.name() + "' calls itself (" + path + " -> " + method.name()
                                + "), and a GPU has no stack for that",
                        "write a loop");
    }

    private Optional<FunctionSummary> lower(Callable.User callable, Span call) {
        MethodDecl method = callable.method();
        TypeSymbol owner = callable.owner();
        Span bodySpan = method.body();
        boolean isOfRecord = callable.hasReceiver();
        if (!MethodChecks.check(method, isOfRecord, bodySpan != null, call, module.diagnostics()) || bodySpan == null) {
            return Optional.empty();
        }
        int before = module.diagnostics().errorCount();
        Type result = module.types().of(method.returnType(), owner);
        MethodContext context = new MethodContext(module, owner, result);
        List<Variable> parameters = new ArrayList<>();
        if (isOfRecord) {
            Type.Struct self = module.types().structs().of(owner).orElseThrow();
            Variable variable = module.newVariable("self", self);
            parameters.add(variable);
            context.scope.declare("this", new Scope.Local(variable, Optional.empty(), true));
        }
        for (Parameter parameter : method.parameters()) {
            Type type = module.types().of(parameter.type(), owner);
            Variable variable = module.newVariable(parameter.name(), type);
            parameters.add(variable);
            context.scope.declare(parameter.name(), new Scope.Local(variable, Optional.empty(), true));
        }
        if (result instanceof Type.Array) {
            module.diagnostics()
                    .report(
                            Code.UNSUPPORTED_TYPE,
                            method.returnType().span(),
                            "a function that kernels call cannot return an array",
                            "pass the array to it, and let it write the elements");
        }
        Bodies.parse(method, result, context).ifPresent(context.statements::lower);
        if (module.diagnostics().errorCount() > before) {
            return Optional.empty();
        }
        Type.Struct struct = constructed.get(method);
        if (struct != null) {
            result = struct;
            List<Expr> components = parameters.stream()
                    .map(parameter -> (Expr) new Expr.Read(parameter, method.nameSpan()))
                    .toList();
            Expr value = new Expr.NewStruct(struct, components, method.nameSpan());
            context.code.emit(new Stmt.Return(value, method.nameSpan()));
        }
        Stmt.Block body = Bodies.finished(bodySpan, context);
        if (module.diagnostics().errorCount() > before) {
            return Optional.empty();
        }
        String id = owner.qualifiedName() + "."
                + method.name()
                + parameters.stream().map(v -> v.type().javaName()).collect(Collectors.joining(",", "(", ")"));
        boolean pure = !context.changesMemory;
        functions.add(new Function(
                id, method.name(), Bodies.signature(method), parameters, result, body, pure, method.nameSpan()));
        return Optional.of(
                new FunctionSummary(id, parameters.stream().map(Variable::type).toList(), result, pure));
    }
}
