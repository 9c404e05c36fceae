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
    private final @Nullable String advice;

    /** A failure that did not come from Metal. */
    public SmeltException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.metalError = null;
        this.advice = null;
    }

    /** A failure reported by Metal, or by the bridge to it; the message is completed with the error. */
    public SmeltException(String message, @Nullable MetalError metalError) {
        this(message, metalError, null);
    }

    /** The same, with what can be done about it. */
    public SmeltException(String message, @Nullable MetalError metalError, @Nullable String advice) {
        super(metalError == null ? message : message + ": " + metalError);
        this.metalError = metalError;
        this.advice = advice;
    }

    /** What can be done about it, where there is something to say. */
    public final Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /** With the advice on a line of its own; the message has what happened, and that alone. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return advice == null ? super.toString() : super.toString() + System.lineSeparator() + "  help: " + advice;
    }

    /** What Metal reported, where it was Metal. */
    public final Optional<MetalError> metalError() {
        return Optional.ofNullable(metalError);
    }
}
