package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/** A kernel compiled, but the device could not make it ready to run: no such function, or more than the GPU can do. */
public final class KernelPipelineException extends KernelException {
    /** A failure that Metal reported. */
    public KernelPipelineException(
            String message,
            @Nullable KernelLocation location,
            @Nullable MetalError metalError,
            @Nullable String advice) {
        super(message, location, metalError, advice);
    }
}
