package dev.smelt.compiler;

/** What is generated for checked mode. */
public enum Checking {
    /** Nothing; {@code assert} is refused. */
    NONE,
    /**
     * Kernels in a second form, which runs where {@code -Dsmelt.checks=true} asks for it; {@code assert} is refused, so
     * that nobody takes it for a test that is always made.
     */
    ON_DEMAND,
    /** The same, and it runs unless {@code -Dsmelt.checks=false} says otherwise; {@code assert} is accepted. */
    BY_DEFAULT
}
