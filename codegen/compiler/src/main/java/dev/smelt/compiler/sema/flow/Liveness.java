package dev.smelt.compiler.sema.flow;

/** Whether a place in a method can be reached. */
enum Liveness {
    /** No path leads here. */
    DEAD,
    /**
     * As far as can be told behind a mistake or behind Java that kernels don't have: nothing more is reported that
     * would follow from it.
     */
    UNKNOWN,
    /** A path leads here. */
    ALIVE;

    static Liveness of(boolean alive) {
        return alive ? ALIVE : DEAD;
    }

    /** Of a place with two ways to it. */
    Liveness or(Liveness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
