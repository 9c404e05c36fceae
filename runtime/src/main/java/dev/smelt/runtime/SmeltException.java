package dev.smelt.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The device, or something it runs, failed. Mistakes in a call are not reported with this exception but with
 * {@link IllegalArgumentException}, {@link IllegalStateException}, {@link IndexOutOfBoundsException} and
 * {@link NullPointerException}, before anything runs.
 */
public class SmeltException extends RuntimeException {
    private final transient @Nullable MetalError metalError;

    /** A failure that did not come from Metal. */
    public SmeltException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.metalError = null;
    }

    /** A failure reported by Metal, or by the bridge to it; the message is completed with the error. */
    public SmeltException(String message, @Nullable MetalError metalError) {
        super(metalError == null ? message : message + ": " + metalError);
        this.metalError = metalError;
    }

    /** What Metal reported, where it was Metal. */
    public final Optional<MetalError> metalError() {
        return Optional.ofNullable(metalError);
    }
}
