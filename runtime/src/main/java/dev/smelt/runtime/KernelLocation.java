package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Where a kernel was written.
 *
 * @param kernel the name of its Java method; null where a whole class of kernels is meant
 * @param file the name of its source file, such as {@code Activations.java}; null where unknown
 * @param line the 1-based line in the file; 0 where unknown
 */
public record KernelLocation(
        @Nullable String kernel, @Nullable String file, int line) {
    /** {@code saxpy (Activations.java:22)}, or as much of it as is known. */
    @Override
    public String toString() {
        String name = kernel == null ? "?" : kernel;
        if (file == null) {
            return name;
        }
        return name + " (" + file + (line > 0 ? ":" + line : "") + ")";
    }
}
