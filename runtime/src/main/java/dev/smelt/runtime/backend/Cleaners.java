package dev.smelt.runtime.backend;

import java.lang.ref.Cleaner;
import java.util.concurrent.locks.LockSupport;

/** The one Cleaner of the runtime, whose thread frees what was forgotten. */
public final class Cleaners {
    private static final Cleaner SHARED = Cleaner.create();

    private Cleaners() {}

    /** Runs {@code action}, which must not refer to {@code owner}, when {@code owner} is garbage. */
    public static void register(Object owner, Runnable action) {
        SHARED.register(owner, action);
    }

    /** Asks for a collection, and gives the Cleaner a moment, since what is missing may be what was forgotten. */
    public static void collect() {
        System.gc();
        LockSupport.parkNanos(50_000_000);
    }
}
