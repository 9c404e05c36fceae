package dev.smelt.compiler.build;

/** The build could not be done, for a reason outside the sources: its message is for the user, who needs no trace. */
public final class BuildException extends Exception {
    public BuildException(String message) {
        super(message);
    }

    public BuildException(String message, Throwable cause) {
        super(message, cause);
    }
}
