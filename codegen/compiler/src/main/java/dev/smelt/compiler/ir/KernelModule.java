package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.SourceFile;
import java.util.List;

/**
 * All the kernels of one class, and what they need.
 *
 * @param source the file that declares the class
 * @param packageName dotted; empty for the unnamed package
 * @param className its binary name without the package: {@code Activations}, {@code A$B}
 * @param isPublic whether the class, and all around it, are public
 * @param constants the arrays of constants that functions and kernels read
 * @param functions callees before callers
 */
public record KernelModule(
        SourceFile source,
        String packageName,
        String className,
        boolean isPublic,
        List<ConstantArray> constants,
        List<Function> functions,
        List<Kernel> kernels) {
    public KernelModule {
        constants = List.copyOf(constants);
        functions = List.copyOf(functions);
        kernels = List.copyOf(kernels);
    }

    /** The same with other kernels. */
    public KernelModule withKernels(List<Kernel> newKernels) {
        return withBodies(functions, newKernels);
    }

    /** The same with other functions and kernels. */
    public KernelModule withBodies(List<Function> newFunctions, List<Kernel> newKernels) {
        return new KernelModule(source, packageName, className, isPublic, constants, newFunctions, newKernels);
    }

    /** Such as {@code demo.Activations} or {@code demo.A$B}; names the resources in {@code META-INF/smelt}. */
    public String binaryName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }
}
