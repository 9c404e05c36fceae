package dev.smelt.compiler.lane;

/** A kernel is too large once its functions with collectives have been inlined. */
public final class ProgramTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProgramTooLargeException() {
        super("too large once its functions with collectives are inlined");
    }
}
