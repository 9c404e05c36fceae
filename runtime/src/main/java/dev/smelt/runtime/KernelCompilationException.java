package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A class of kernels, or one of them, could not be made ready to run on the device. The message has the compiler's text,
 * whose lines are those of the Java source.
 */
public final class KernelCompilationException extends KernelException {
    /** A failure that did not come from Metal. */
    public KernelCompilationException(String message, @Nullable KernelLocation location, @Nullable Throwable cause) {
        super(message, location, cause);
    }

    /** A failure that Metal reported. */
    public KernelCompilationException(
            String message, @Nullable KernelLocation location, @Nullable MetalError metalError) {
        super(message, location, metalError);
    }
}
