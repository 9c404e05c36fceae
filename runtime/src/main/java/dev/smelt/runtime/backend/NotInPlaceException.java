package dev.smelt.runtime.backend;

/** A backend cannot use the caller's memory where it is; the message is the reason, as the end of a sentence. */
public final class NotInPlaceException extends Exception {
    /** With the reason. */
    public NotInPlaceException(String reason) {
        super(reason);
    }
}
