package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The device has no memory: for an array or a texture, whose size is in the message, or for what a kernel needs while it
 * runs. The advice has the device's limits.
 */
public final class DeviceMemoryException extends SmeltException {
    /** Says how much was asked for, with what Metal reported. */
    public DeviceMemoryException(String message, @Nullable MetalError metalError) {
        super(message, metalError);
    }

    /** The same, with what can be done about it. */
    public DeviceMemoryException(String message, @Nullable MetalError metalError, @Nullable String advice) {
        super(message, metalError, advice);
    }
}
