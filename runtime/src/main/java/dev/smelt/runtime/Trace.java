package dev.smelt.runtime;

import dev.smelt.runtime.monitor.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a device does, being written to a file until this is closed; see {@link Device#trace}. Thread-safe. */
public final class Trace implements AutoCloseable {
    private final Device device;
    private final TraceWriter writer;

    Trace(Device device, TraceWriter writer) {
        this.device = device;
        this.writer = writer;
    }

    TraceWriter writer() {
        return writer;
    }

    /**
     * Completes the file. Submissions that have not ended yet are not in it. Does nothing the second time.
     *
     * @throws UncheckedIOException if the trace, or a part of it, could not be written
     */
    @Override
    public void close() {
        device.monitor().remove(this);
        try {
            writer.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the trace of " + device + " could not be written", failed);
        }
    }
}
