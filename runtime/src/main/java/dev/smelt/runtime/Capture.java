package dev.smelt.runtime;

import dev.smelt.runtime.backend.Lifetime;
import java.util.concurrent.atomic.AtomicBoolean;

/** A recording for Xcode of what a GPU does, until this is closed; see {@link Device#capture}. */
public final class Capture implements AutoCloseable {
    private final Device device;
    private final AtomicBoolean closed = new AtomicBoolean();

    Capture(Device device) {
        this.device = device;
    }

    /**
     * Ends the capture. What is to be seen in it has ended before. Does nothing the second time, or if the device is
     * closed.
     *
     * @throws SmeltException if Metal could not write it
     */
    @Override
    public void close() {
        Lifetime lifetime = device.lifetime();
        if (closed.compareAndSet(false, true) && lifetime.acquire()) {
            try {
                device.backend().endCapture();
            } finally {
                lifetime.release();
            }
        }
    }
}
