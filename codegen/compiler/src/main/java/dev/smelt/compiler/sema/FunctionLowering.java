package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.diag.Code;
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
        if (!MethodChecks.check(method, bodySpan != null, call, module.diagnostics()) || bodySpan == null) {
            return Optional.empty();
        }
        int before = module.diagnostics().errorCount();
        Type result = module.types().of(method.returnType(), owner);
        MethodContext context = new MethodContext(module, owner, result);
        List<Variable> parameters = new ArrayList<>();
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
