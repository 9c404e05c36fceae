package dev.smelt.runtime;

import org.jspecify.annotations.Nullable;

/** A device that was asked for cannot be had on this machine; the message says why not. */
public final class DeviceUnavailableException extends SmeltException {
    /** Says why the device is not there. */
    public DeviceUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Says why the device is not there, with what Metal reported. */
    public DeviceUnavailableException(String message, @Nullable MetalError metalError) {
        super(message, metalError);
    }
}
