package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The system stopped a kernel, or a batch, that kept the GPU for too long: macOS does that to everything that keeps the
 * display waiting for some seconds. Divide the grid, or the batch, into parts.
 */
public final class KernelTimeoutException extends KernelExecutionException {
    /** A failure that Metal reported. */
    public KernelTimeoutException(
            String message,
            @Nullable KernelLocation location,
            @Nullable MetalError metalError,
            @Nullable String advice) {
        super(message, location, metalError, advice);
    }
}
