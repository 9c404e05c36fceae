package dev.smelt.compiler.wrapper;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.jvm.JvmSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wrapper class, described.
 *
 * @param packageName dotted; empty for the unnamed package
 * @param binaryName of the user's class, which names the resources with the compiled kernels: {@code demo.A$B}
 * @param className simple name of the wrapper: {@code A_BKernels}
 * @param isPublic whether the wrapper and its methods are public
 * @param fileName of the user's source
 * @param jvmClass simple name of the class with the kernels for the JVM device
 * @param checked the class with the same for checked mode, if there is one
 */
public record WrapperModel(
        String packageName,
        String binaryName,
        String className,
        boolean isPublic,
        String fileName,
        String jvmClass,
        List<KernelMethod> kernels,
        Optional<Checked> checked) {
    public WrapperModel {
        kernels = List.copyOf(kernels);
    }

    /**
     * The wrapper of a module.
     *
     * @param entryPoints by kernel, the name of its function in MSL
     * @param jvm the module's kernels for the JVM device
     */
    public static WrapperModel of(KernelModule module, Map<String, String> entryPoints, JvmSource jvm) {
        List<KernelMethod> kernels = new ArrayList<>();
        for (Kernel kernel : module.kernels()) {
            String entryPoint = entryPoints.get(kernel.name());
            if (entryPoint == null) {
                throw new AssertionError("no entry point: " + kernel.span());
            }
            kernels.add(KernelMethod.of(kernel, entryPoint, jvm));
        }
        return new WrapperModel(
                module.packageName(),
                module.binaryName(),
                module.className().replace('$', '_') + "Kernels",
                module.isPublic(),
                module.source().fileName(),
                jvm.className(),
                kernels,
                Optional.empty());
    }

    /**
     * Kernels for the JVM device in checked mode.
     *
     * @param jvmClass the simple name of their class
     * @param methods their names, in the order of the kernels
     * @param byDefault whether kernels are checked where nobody says otherwise
     */
    public record Checked(String jvmClass, List<String> methods, boolean byDefault) {
        public Checked {
            methods = List.copyOf(methods);
        }
    }

    /** The same for kernels that have a form for checked mode. */
    public WrapperModel withChecked(JvmSource source, boolean byDefault) {
        List<String> methods = kernels.stream()
                .map(kernel -> source.kernelMethod(kernel.name()))
                .toList();
        Checked found = new Checked(source.className(), methods, byDefault);
        return new WrapperModel(
                packageName, binaryName, className, isPublic, fileName, jvmClass, kernels, Optional.of(found));
    }
}
