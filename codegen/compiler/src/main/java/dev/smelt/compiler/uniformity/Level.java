package dev.smelt.compiler.uniformity;

/** How much threads of one threadgroup agree about a value, or about coming to a statement; from most to least. */
public enum Level {
    /** All threads have the same value: proved. */
    UNIFORM,
    /** It comes from memory, so that it may be the same and cannot be proved to be. */
    UNKNOWN,
    /** It depends on the thread's place in its threadgroup. */
    VARYING;

    /** The level of what depends on both. */
    public Level join(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
