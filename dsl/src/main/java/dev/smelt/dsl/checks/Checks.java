package dev.smelt.dsl.checks;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Int4;

/**
 * The checks of checked mode. Each has a number, its site, from which the runtime knows the line of Java. Here a check
 * that fails throws; in MSL, where nothing can, it is recorded, and the kernel goes on with a value that does no harm.
 */
public final class Checks {
    private Checks() {}

    /** The index, if an array of this length has it. */
    public static int index(int site, int index, int length) {
        if (index < 0 || index >= length) {
            throw new CheckFailure(site, index, length);
        }
        return index;
    }

    /** The divisor, unless it is zero. */
    public static int divisor(int site, int divisor) {
        assertion(site, divisor != 0);
        return divisor;
    }

    /** The divisor, unless it is zero. */
    public static long divisor(int site, long divisor) {
        assertion(site, divisor != 0);
        return divisor;
    }

    /** The divisors, unless one is zero. */
    public static Int2 divisor(int site, Int2 divisor) {
        assertion(site, divisor.x() != 0 && divisor.y() != 0);
        return divisor;
    }

    /** The divisors, unless one is zero. */
    public static Int3 divisor(int site, Int3 divisor) {
        assertion(site, divisor.x() != 0 && divisor.y() != 0 && divisor.z() != 0);
        return divisor;
    }

    /** The divisors, unless one is zero. */
    public static Int4 divisor(int site, Int4 divisor) {
        assertion(site, divisor.x() != 0 && divisor.y() != 0 && divisor.z() != 0 && divisor.w() != 0);
        return divisor;
    }

    /** Nothing, if the condition of an {@code assert} holds. */
    public static void assertion(int site, boolean holds) {
        if (!holds) {
            throw new CheckFailure(site, 0, 0);
        }
    }
}
