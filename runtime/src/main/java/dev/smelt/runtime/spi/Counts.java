package dev.smelt.runtime.spi;

/** Numbers as messages show them. */
final class Counts {
    private Counts() {}

    /** {@code 1 element}, {@code 2 elements}. */
    static String elements(int count) {
        return count + (count == 1 ? " element" : " elements");
    }
}
