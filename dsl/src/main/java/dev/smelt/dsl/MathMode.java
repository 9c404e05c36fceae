package dev.smelt.dsl;

/** How faithfully a kernel's floating-point arithmetic follows Java's. */
public enum MathMode {
    /**
     * {@code + - * / sqrt fma} give Java's results bit for bit, other functions stay within the bounds that MSL states
     * for its precise functions (MSL specification, section 8.1).
     */
    JAVA,
    /**
     * Lets Metal use its fast functions and contract {@code a * b + c}. NaN and infinities are undefined (MSL
     * specification, section 8.2).
     */
    FAST
}
