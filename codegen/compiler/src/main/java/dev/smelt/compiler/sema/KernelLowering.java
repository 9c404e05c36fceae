package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import dev.smelt.dsl.MathMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers kernels: their parameters by {@link KernelParameters}, their bodies as any method's. */
final class KernelLowering {
    private final ModuleLowering module;
    private final TypeSymbol owner;
    private final KernelParameters parameters;

    KernelLowering(ModuleLowering module, TypeSymbol owner, KernelParameters parameters) {
        this.module = module;
        this.owner = owner;
        this.parameters = parameters;
    }

    /** Lowers a kernel that returns nothing. */
    Optional<Kernel> lowerGrid(MethodDecl method, MathMode math) {
        int before = module.diagnostics().errorCount();
        MethodContext context = new MethodContext(module, owner, Types.NO_VALUE);
        List<KernelParameter> lowered = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            Variable variable = parameters
                    .ofGridKernel(parameter)
                    .map(p -> {
                        lowered.add(p);
                        return p.variable();
                    })
                    .orElseGet(() -> module.newVariable(parameter.name(), Types.ERRONEOUS));
            context.scope.declare(parameter.name(), new Scope.Local(variable, Optional.empty(), true));
        }
        warnOfSamePositions(method, lowered);
        Bodies.parse(method, Types.NO_VALUE, context).ifPresent(context.statements::lower);
        if (module.diagnostics().errorCount() > before) {
            return Optional.empty();
        }
        Stmt.Block block = Bodies.finished(method.nameSpan(), context);
        if (module.diagnostics().errorCount() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Kernel(method.name(), Bodies.signature(method), math, false, lowered, block, method.nameSpan()));
    }

    /** Two parameters with the same position are most likely a slip of the pen. */
    private void warnOfSamePositions(MethodDecl method, List<KernelParameter> lowered) {
        Map<KernelParameter.Kind, Variable> seen = new EnumMap<>(KernelParameter.Kind.class);
        for (KernelParameter known : lowered) {
            if (!(known instanceof KernelParameter.Position position)) {
                continue;
            }
            Variable earlier = seen.putIfAbsent(position.kind(), position.variable());
            if (earlier == null) {
                continue;
            }
            String name = position.variable().name();
            Parameter declared = method.parameters().stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .reduce((first, last) -> last)
                    .orElseThrow();
            module.diagnostics()
                    .report(
                            Code.SAME_POSITION_TWICE,
                            declared.span(),
                            "'" + earlier.name() + "' and '" + name + "' are the same position",
                            "use one of them; for two dimensions make it an Int2, and read its x() and y()");
        }
    }

    /**
     * Lowers a kernel that returns a value: one that applies the method, as a function, to the elements at the thread's
     * position.
     */
    Optional<Kernel> lowerMap(MethodDecl method, MathMode math, Callable.User callable) {
        int before = module.diagnostics().errorCount();
        Span span = method.nameSpan();
        Variable position = module.newVariable("i", Scalar.INT);
        Expr at = new Expr.Read(position, span);
        List<KernelParameter> lowered = new ArrayList<>();
        List<Expr> arguments = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            parameters.ofMapKernel(parameter).ifPresent(p -> {
                lowered.add(p);
                Expr read = new Expr.Read(p.variable(), parameter.nameSpan());
                arguments.add(
                        p instanceof KernelParameter.Buffer ? new Expr.Load(read, at, parameter.nameSpan()) : read);
            });
        }
        Optional<FunctionSummary> function = module.functions().require(callable, span);
        if (function.isEmpty() || module.diagnostics().errorCount() > before) {
            return Optional.empty();
        }
        Type result = function.get().result();
        parameters.checkCanBeNamed(result, method.returnType().span());
        Variable results = module.newVariable("result", new Type.Array(result));
        lowered.add(new KernelParameter.Buffer(results, KernelParameter.Access.WRITE));
        lowered.add(new KernelParameter.Position(position, KernelParameter.Kind.THREAD_POSITION_IN_GRID));
        List<Stmt> body = new ArrayList<>();
        Expr value;
        if (function.get().pure()) {
            value = new Expr.Call(function.get().id(), arguments, result, span);
        } else {
            // It has arrays of its own, or other effects.
            Variable returned = module.newVariable("returned", result);
            body.add(new Stmt.Declare(returned, null, span));
            body.add(new Stmt.Invoke(function.get().id(), arguments, returned, span));
            value = new Expr.Read(returned, span);
        }
        body.add(new Stmt.Store(new Expr.Read(results, span), at, value, span));
        return Optional.of(new Kernel(
                method.name(), Bodies.signature(method), math, true, lowered, new Stmt.Block(body, span), span));
    }
}
