package dev.smelt.compiler.jvm;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The generated class of one class of kernels.
 *
 * @param packageName dotted; empty for the unnamed package
 * @param className its simple name
 * @param text the whole file
 * @param kernels by kernel, the name of the method that runs it
 * @param rows the kernels whose code runs one thread after the other and cannot tell how the grid is divided
 * @param indexChecks by kernel, the name of the method that tells its indices; not of all kernels
 */
public record JvmSource(
        String packageName,
        String className,
        String text,
        Map<String, String> kernels,
        Set<String> rows,
        Map<String, String> indexChecks) {
    public JvmSource {
        kernels = Map.copyOf(kernels);
        rows = Set.copyOf(rows);
        indexChecks = Map.copyOf(indexChecks);
    }

    /** Where the file belongs below the folder of sources, with {@code /} between folders. */
    public String path() {
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
    }

    /** The method that runs a kernel. */
    public String kernelMethod(String kernel) {
        String method = kernels.get(kernel);
        if (method == null) {
            throw new AssertionError("not in the module: " + kernel);
        }
        return method;
    }

    /** The method that tells the indices of a kernel. */
    public Optional<String> indexCheck(String kernel) {
        return Optional.ofNullable(indexChecks.get(kernel));
    }
}
