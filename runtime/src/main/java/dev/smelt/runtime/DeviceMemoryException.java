package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/** The device could not give the memory for an array; the message has its size. */
public final class DeviceMemoryException extends SmeltException {
    /** Says how much was asked for, with what Metal reported. */
    public DeviceMemoryException(String message, @Nullable MetalError metalError) {
        super(message, metalError);
    }
}
