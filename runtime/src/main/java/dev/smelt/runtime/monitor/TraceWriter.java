package dev.smelt.runtime.monitor;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes Chrome's trace format: one row for the device, one for each Java thread that calls, and submissions as spans of
 * their own, since they overlap. Times are of {@link System#nanoTime}. Thread-safe; the first failure to write is kept
 * for whoever closes.
 */
public final class TraceWriter {
    private static final long DEVICE_ROW = 0;

    private final JsonGenerator json;
    private final long begin = System.nanoTime();
    private long deviceEnd = begin;
    private long submissions;
    private boolean closed;
    private @Nullable IOException failure;

    /** Begins a trace of a device. */
    public TraceWriter(Path file, String device) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        try {
            json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        } catch (Throwable thrown) {
            out.close();
            throw thrown;
        }
        json.writeStartArray();
        metadata("process_name", device);
        metadata("thread_name", "device");
    }

    /** A plain call, on the row of this thread. */
    public synchronized void call(String kernel, String grid, long start, long end, long deviceNanos, boolean failed) {
        if (closed) {
            return;
        }
        try {
            event(kernel, "call", "X", start, Thread.currentThread().getId());
            json.writeNumberField("dur", micros(end - start));
            json.writeObjectFieldStart("args");
            json.writeStringField("grid", grid);
            json.writeBooleanField("failed", failed);
            json.writeEndObject();
            json.writeEndObject();
            device(kernel, end, deviceNanos);
        } catch (IOException failed2) {
            failure = failure == null ? failed2 : failure;
        }
    }

    /** A submission, from when it was submitted to its end. */
    public synchronized void submission(
            String name, int calls, long start, long end, long deviceNanos, String outcome) {
        if (closed) {
            return;
        }
        try {
            long id = ++submissions;
            event(name, "submission", "b", start, DEVICE_ROW);
            json.writeNumberField("id", id);
            json.writeObjectFieldStart("args");
            json.writeNumberField("calls", calls);
            json.writeStringField("outcome", outcome);
            json.writeEndObject();
            json.writeEndObject();
            event(name, "submission", "e", end, DEVICE_ROW);
            json.writeNumberField("id", id);
            json.writeEndObject();
            device(name, end, deviceNanos);
        } catch (IOException failed) {
            failure = failure == null ? failed : failure;
        }
    }

    /** The work on the device: it ended when Java heard of it, at the latest, and one followed the other. */
    private void device(String name, long end, long nanos) throws IOException {
        if (nanos <= 0) {
            return;
        }
        long start = Math.max(end - nanos, deviceEnd);
        deviceEnd = Math.max(end, deviceEnd);
        event(name, "device", "X", start, DEVICE_ROW);
        json.writeNumberField("dur", micros(Math.max(end - start, 0)));
        json.writeObjectFieldStart("args");
        json.writeNumberField("deviceMicroseconds", micros(nanos));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void metadata(String name, String value) throws IOException {
        event(name, "__metadata", "M", begin, DEVICE_ROW);
        json.writeObjectFieldStart("args");
        json.writeStringField("name", value);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void event(String name, String category, String phase, long time, long row) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("cat", category);
        json.writeStringField("ph", phase);
        json.writeNumberField("ts", micros(time - begin));
        json.writeNumberField("pid", 1);
        json.writeNumberField("tid", row);
    }

    private static double micros(long nanos) {
        return nanos / 1e3;
    }

    /** Completes the file; does nothing the second time. */
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        json.close();
        if (failure != null) {
            throw failure;
        }
    }
}
