package dev.smelt.runtime.backend;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts who uses a resource, so that closing it while a kernel runs is safe: it refuses new users at once, and is freed
 * when the last present user is done. Thread-safe; freed at most once.
 */
public final class Lifetime {
    /** The state is the number of users, with this bit set once closed. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger();
    private final Runnable free;

    /**
     * A new life, open and unused.
     *
     * @param free gives the resource back; must not refer to the object whose Cleaner closes this
     */
    public Lifetime(Runnable free) {
        this.free = free;
    }

    /** Adds a user, who has to call {@link #release}; false if it is closed. */
    public boolean acquire() {
        while (true) {
            int now = state.get();
            if (now < 0) {
                return false;
            }
            if (state.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    /** Ends one use; frees if it was the last one and this is closed. */
    public void release() {
        if (state.decrementAndGet() == CLOSED) {
            free.run();
        }
    }

    /** Refuses new users, and frees now or after the last one. Does nothing the second time. */
    public void close() {
        int before = state.getAndUpdate(now -> now | CLOSED);
        if (before == 0) {
            free.run();
        }
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return state.get() < 0;
    }
}
