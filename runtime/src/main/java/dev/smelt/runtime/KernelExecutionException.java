package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A kernel started and did not finish. What its arrays hold is undefined: some of its threads may have run. Where one
 * of several kernels of a batch failed, those before it have run, and those after it may have.
 */
public sealed class KernelExecutionException extends KernelException
        permits KernelTimeoutException, DeviceLostException, KernelCheckException {
    /** A failure on the JVM device; the cause is what the kernel threw. */
    public KernelExecutionException(String message, @Nullable KernelLocation location, @Nullable Throwable cause) {
        super(message, location, cause);
    }

    /** A failure that Metal reported. */
    public KernelExecutionException(
            String message, @Nullable KernelLocation location, @Nullable MetalError metalError) {
        super(message, location, metalError);
    }

    /** A failure that Metal reported, with what can be done about it. */
    public KernelExecutionException(
            String message,
            @Nullable KernelLocation location,
            @Nullable MetalError metalError,
            @Nullable String advice) {
        super(message, location, metalError, advice);
    }
}
