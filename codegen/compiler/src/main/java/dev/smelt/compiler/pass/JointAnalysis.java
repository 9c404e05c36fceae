package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What threads do together in the kernels and functions that have barriers, from the kernels down to what they call. */
final class JointAnalysis {
    /** What is known of one body. */
    record Body(JointStatements joint, SharedValues shared) {}

    private final KernelModule module;
    private final BarrierUses barriers;
    private final Set<String> harmless;
    private final Map<String, Body> kernels = new HashMap<>();
    private final Map<String, Body> functions = new HashMap<>();
    private final List<Uniformity> uniformities = new ArrayList<>();
    /** The functions with barriers that threads come to that have returned from the kernel. */
    private final Set<String> calledParted = new HashSet<>();
    /** The parameters of these that such threads don't have right. */
    private final Set<Variable> unknown = new HashSet<>();

    JointAnalysis(KernelModule module, BarrierUses barriers) {
        this.module = module;
        this.barriers = barriers;
        this.harmless = SharedValues.harmlessFunctions(module);
        module.kernels().stream().filter(kernel -> barriers.in(kernel.body())).forEach(this::analyze);
        for (int i = module.functions().size() - 1; i >= 0; i--) {
            Function function = module.functions().get(i);
            if (barriers.inFunction(function.id())) {
                analyze(function);
            }
        }
    }

    Body of(Kernel kernel) {
        return Objects.requireNonNull(kernels.get(kernel.name()));
    }

    Body of(Function function) {
        return Objects.requireNonNull(functions.get(function.id()));
    }

    boolean hasEarlyReturns() {
        return kernels.values().stream().anyMatch(body -> body.joint().hasEarlyReturns());
    }

    boolean isCalledParted(Function function) {
        return calledParted.contains(function.id());
    }

    private boolean isUniform(Variable variable) {
        return uniformities.stream().allMatch(uniformity -> uniformity.of(variable) == Level.UNIFORM);
    }

    private void analyze(Kernel kernel) {
        Uniformity uniformity = Uniformity.of(kernel, module);
        uniformities.add(uniformity);
        Predicate<Variable> isUniform = variable -> uniformity.of(variable) == Level.UNIFORM;
        Set<Variable> parameters = kernel.parameters().stream()
                .map(KernelParameter::variable)
                .filter(isUniform)
                .collect(Collectors.toSet());
        SharedValues shared = SharedValues.of(kernel.body(), parameters, isUniform, harmless);
        Control control = uniformity.controlIn(kernel.body(), Level.UNIFORM);
        JointStatements joint =
                JointStatements.inKernel(kernel.body(), barriers, shared, stmt -> control.at(stmt) == Level.UNIFORM);
        Body body = new Body(joint, shared);
        kernels.put(kernel.name(), body);
        if (joint.partsThreads()) {
            callParted(kernel.body(), shared);
        }
    }

    private void analyze(Function function) {
        Set<Variable> parameters = function.parameters().stream()
                .filter(parameter -> isUniform(parameter) && !unknown.contains(parameter))
                .collect(Collectors.toSet());
        SharedValues shared = SharedValues.of(function.body(), parameters, this::isUniform, harmless);
        functions.put(function.id(), new Body(JointStatements.inFunction(function.body(), barriers, shared), shared));
        if (isCalledParted(function)) {
            callParted(function.body(), shared);
        }
    }

    private void callParted(Stmt body, SharedValues shared) {
        Map<String, Function> byId = new HashMap<>();
        module.functions().forEach(function -> byId.put(function.id(), function));
        new Walker() {
            @Override
            public Void visitInvoke(Stmt.Invoke stmt) {
                if (barriers.inFunction(stmt.function())) {
                    calledParted.add(stmt.function());
                    Function callee = Objects.requireNonNull(byId.get(stmt.function()));
                    for (int i = 0; i < stmt.arguments().size(); i++) {
                        Expr argument = stmt.arguments().get(i);
                        if (!shared.has(argument)) {
                            unknown.add(callee.parameters().get(i));
                        }
                    }
                }
                return null;
            }
        }.walk(body);
    }
}
