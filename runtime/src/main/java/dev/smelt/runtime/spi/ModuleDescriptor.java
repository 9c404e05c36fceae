package dev.smelt.runtime.spi;

import java.util.List;

/**
 * The kernels of one Java class.
 *
 * @param className the binary name of the class, such as {@code demo.Activations}: names the resources
 *     {@code META-INF/smelt/<className>.metal} and {@code .metallib}
 * @param anchor a class whose class loader finds them
 * @param kernels all of its kernels
 */
public record ModuleDescriptor(String className, Class<?> anchor, List<KernelDescriptor> kernels) {
    /** Copies the list. */
    public ModuleDescriptor {
        kernels = List.copyOf(kernels);
    }

    /** The resource with the MSL text. */
    public String sourceResource() {
        return "META-INF/smelt/" + className + ".metal";
    }

    /** The resource with the compiled library, which need not exist. */
    public String libraryResource() {
        return sourceResource() + "lib";
    }
}
