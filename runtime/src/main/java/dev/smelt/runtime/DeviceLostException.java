package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The GPU went away while it ran a kernel, or was taken from this process. The device and all that came from it is of no
 * more use: close it, and open another.
 */
public final class DeviceLostException extends KernelExecutionException {
    /** A failure that Metal reported. */
    public DeviceLostException(
            String message,
            @Nullable KernelLocation location,
            @Nullable MetalError metalError,
            @Nullable String advice) {
        super(message, location, metalError, advice);
    }
}
