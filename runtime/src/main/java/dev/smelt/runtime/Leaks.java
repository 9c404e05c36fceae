package dev.smelt.runtime;

import dev.smelt.runtime.backend.Cleaners;
import dev.smelt.runtime.backend.Lifetime;
import java.lang.System.Logger.Level;

/**
 * Reports what was forgotten, with the place of its creation, if the system property {@code smelt.debug} is {@code true}.
 * It is given back in any case; but a program that closes what it opens needs less memory.
 */
final class Leaks {
    private static final System.Logger LOGGER = System.getLogger("dev.smelt.runtime");

    private Leaks() {}

    /** Watches over a thing from its creation on. */
    static void watch(Object thing, Lifetime lifetime) {
        if (Boolean.getBoolean("smelt.debug")) {
            String what = thing.toString();
            Throwable created = new Throwable("created here");
            Cleaners.register(thing, () -> report(what, created, lifetime));
        }
    }

    private static void report(String what, Throwable created, Lifetime lifetime) {
        if (!lifetime.isClosed()) {
            LOGGER.log(Level.WARNING, what + " was never closed", created);
        }
    }
}
