package dev.smelt.runtime.metal;

import dev.smelt.runtime.DeviceUnavailableException;
import dev.smelt.runtime.backend.Backend;

/** Metal. */
public final class MetalBackend {
    private MetalBackend() {}

    /** Opens the system's GPU. */
    @SuppressWarnings("DoNotCallSuggester") // until there is a bridge to open
    public static Backend open() {
        throw new DeviceUnavailableException("Metal is not there yet", (Throwable) null);
    }

    /** Whether Metal's absence is a surprise. */
    public static boolean isExpected() {
        return false;
    }
}
