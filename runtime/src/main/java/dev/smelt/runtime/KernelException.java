package dev.smelt.runtime;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Something went wrong with a kernel: {@link KernelCompilationException}, {@link
 * KernelPipelineException} or {@link KernelExecutionException}. */
public abstract sealed class KernelException extends SmeltException
        permits KernelCompilationException, KernelPipelineException, KernelExecutionException {
    private final transient @Nullable KernelLocation location;

    KernelException(String message, @Nullable KernelLocation location, @Nullable Throwable cause) {
        super(message, cause);
        this.location = location;
    }

    KernelException(String message, @Nullable KernelLocation location, @Nullable MetalError metalError) {
        super(message, metalError);
        this.location = location;
    }

    KernelException(
            String message,
            @Nullable KernelLocation location,
            @Nullable MetalError metalError,
            @Nullable String advice) {
        super(message, metalError, advice);
        this.location = location;
    }

    /** The name of the kernel's Java method, where one kernel is to blame. */
    public final Optional<String> kernel() {
        return Optional.ofNullable(location).map(KernelLocation::kernel);
    }

    /** The file that holds the kernel, such as {@code Activations.java}, where known. */
    public final Optional<String> sourceFile() {
        return Optional.ofNullable(location).map(KernelLocation::file);
    }

    /** The 1-based line in {@link #sourceFile()}, where known: of the mistake if it is known, or of the kernel. */
    public final OptionalInt sourceLine() {
        return location == null || location.line() < 1 ? OptionalInt.empty() : OptionalInt.of(location.line());
    }
}
