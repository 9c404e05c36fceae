package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.sema.rule.KernelRules;
import dev.smelt.dsl.MathMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the intermediate representation of every class that has kernels. */
public final class Analyzer {
    private final Diagnostics diagnostics;
    private final Names names;
    private final KernelFinder finder;
    private final boolean assertions;

    private Analyzer(Program program, boolean assertions, Diagnostics diagnostics) {
        this.assertions = assertions;
        this.diagnostics = diagnostics;
        this.names = Names.of(program, diagnostics);
        this.finder = new KernelFinder(names.typeNames());
    }

    /** Analyses a program whose kernels may not have {@code assert} statements. */
    public static List<KernelModule> analyze(List<CompilationUnit> units, Diagnostics diagnostics) {
        return analyze(units, false, diagnostics);
    }

    /**
     * Analyses a program.
     *
     * @param assertions whether kernels may have {@code assert} statements
     * @return a module for each class that has kernels and no mistakes, in the order of the sources
     */
    public static List<KernelModule> analyze(List<CompilationUnit> units, boolean assertions, Diagnostics diagnostics) {
        Program program = new Program(units);
        Analyzer analyzer = new Analyzer(program, assertions, diagnostics);
        List<KernelModule> modules = new ArrayList<>();
        WrapperNameChecks wrapperNames = new WrapperNameChecks(program, diagnostics);
        for (TypeSymbol type : program.types()) {
            List<MethodDecl> kernels = analyzer.finder.kernels(type);
            if (!kernels.isEmpty()) {
                wrapperNames.check(type);
                analyzer.analyze(type, kernels).ifPresent(modules::add);
            }
        }
        return modules;
    }

    private Optional<KernelModule> analyze(TypeSymbol type, List<MethodDecl> methods) {
        int before = diagnostics.errorCount();
        ModuleLowering module = new ModuleLowering(names, assertions, diagnostics);
        KernelDeclarationChecks declarations = new KernelDeclarationChecks(diagnostics);
        declarations.check(type, methods);
        KernelParameters parameters = new KernelParameters(module, type, finder);
        KernelLowering lowering = new KernelLowering(module, type, parameters);
        List<Kernel> kernels = new ArrayList<>();
        for (MethodDecl method : methods) {
            if (declarations.check(method, parameters)) {
                lower(method, type, lowering).ifPresent(kernels::add);
            }
        }
        if (diagnostics.errorCount() > before) {
            return Optional.empty();
        }
        KernelModule result = new KernelModule(
                type.unit().file(),
                type.unit().packageName(),
                type.nestedName(),
                type.isPublic(),
                module.constantValues().arrays(),
                module.functions().functions(),
                kernels);
        KernelRules.check(result, diagnostics);
        return diagnostics.errorCount() > before ? Optional.empty() : Optional.of(result);
    }

    private Optional<Kernel> lower(MethodDecl method, TypeSymbol type, KernelLowering lowering) {
        MathMode math = new MathModes(finder, diagnostics).of(method, type);
        if (method.returnType().name().equals("void")) {
            return lowering.lowerGrid(method, math);
        }
        List<Type> parameterTypes = method.parameters().stream()
                .map(p -> names.types().quietly(p.type(), type).orElse(Types.ERRONEOUS))
                .toList();
        return lowering.lowerMap(method, math, new Callable.User(type, method, parameterTypes));
    }
}
