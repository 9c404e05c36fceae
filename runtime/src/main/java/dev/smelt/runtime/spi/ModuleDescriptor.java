package dev.smelt.runtime.spi;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of one Java class.
 *
 * @param className the binary name of the class, such as {@code demo.Activations}: names the resources
 *     {@code META-INF/smelt/<className>.metal} and {@code .metallib}, and in {@code META-INF/smelt/checked} the text and
 *     the table of checks for checked mode
 * @param anchor a class whose class loader finds them
 * @param kernels all of its kernels
 * @param checkedByDefault whether they are checked where the system property {@code smelt.checks} says nothing
 * @param checked gives the same kernels for the JVM device in checked mode, in their order; null if there are none
 */
public record ModuleDescriptor(
        String className,
        Class<?> anchor,
        List<KernelDescriptor> kernels,
        boolean checkedByDefault,
        @Nullable Supplier<List<JvmKernel>> checked) {
    /** Copies the list. */
    public ModuleDescriptor {
        kernels = List.copyOf(kernels);
    }

    /** Kernels that have no form for checked mode. */
    public ModuleDescriptor(String className, Class<?> anchor, List<KernelDescriptor> kernels) {
        this(className, anchor, kernels, false, null);
    }

    /** The resource with the MSL text. */
    public String sourceResource() {
        return "META-INF/smelt/" + className + ".metal";
    }

    /** The resource with the compiled library, which need not exist. */
    public String libraryResource() {
        return sourceResource() + "lib";
    }

    /** The resource with the MSL text for checked mode. */
    public String checkedSourceResource() {
        return "META-INF/smelt/checked/" + className + ".metal";
    }

    /** The resource that tells the places of the checks: a line for each, by its number. */
    public String checksResource() {
        return "META-INF/smelt/checked/" + className + ".checks";
    }
}
