package dev.smelt.runtime;

import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.SubmissionQueue;
import dev.smelt.runtime.monitor.CallEvent;
import dev.smelt.runtime.monitor.CopyEvent;
import dev.smelt.runtime.monitor.SubmissionEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Sees what a device does: counts it, and tells JDK Flight Recorder and the traces. Thread-safe. */
final class Monitor {
    private final Device device;
    private final LongAdder bytesCopied = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder submissions = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final List<Trace> traces = new CopyOnWriteArrayList<>();

    Monitor(Device device) {
        this.device = device;
    }

    DeviceStatistics statistics() {
        return new DeviceStatistics(bytesCopied.sum(), calls.sum(), submissions.sum(), failures.sum());
    }

    void add(Trace trace) {
        traces.add(trace);
    }

    void remove(Trace trace) {
        traces.remove(trace);
    }

    void copied(long bytes) {
        bytesCopied.add(bytes);
        CopyEvent event = new CopyEvent();
        if (event.isEnabled()) {
            event.bytes = bytes;
            event.device = device.name();
            event.commit();
        }
    }

    /** Runs a plain call. */
    void run(Dispatch dispatch) {
        calls.increment();
        CallEvent event = new CallEvent();
        boolean watched = event.isEnabled() || !traces.isEmpty();
        if (watched) {
            runWatched(dispatch, event);
            return;
        }
        try {
            long unused = device.backend().run(dispatch, false);
        } catch (Throwable thrown) {
            failures.increment();
            throw thrown;
        }
    }

    private void runWatched(Dispatch dispatch, CallEvent event) {
        event.kernel = dispatch.kernel().name();
        event.grid = dispatch.grid().toString();
        event.device = device.name();
        event.failed = true;
        long start = System.nanoTime();
        event.begin();
        try {
            event.deviceTime = device.backend().run(dispatch, true);
            event.failed = false;
        } catch (Throwable thrown) {
            failures.increment();
            throw thrown;
        } finally {
            event.commit();
            long end = System.nanoTime();
            for (Trace trace : traces) {
                trace.writer().call(event.kernel, event.grid, start, end, event.deviceTime, event.failed);
            }
        }
    }

    /** Hears of the end of a submission that begins now, and passes it on. */
    SubmissionQueue.Listener submitted(int size, Runnable ended) {
        submissions.increment();
        SubmissionEvent event = new SubmissionEvent();
        event.begin();
        long start = System.nanoTime();
        return (result, failure) -> {
            ended.run();
            if (failure != null) {
                failures.increment();
            }
            if (event.isEnabled() || !traces.isEmpty()) {
                ended(event, size, start, result, failure);
            }
        };
    }

    private void ended(
            SubmissionEvent event, int size, long start, @Nullable BatchResult result, @Nullable Throwable failure) {
        String outcome = failure != null ? "failed" : result == null ? "cancelled" : "completed";
        event.calls = size;
        event.device = device.name();
        event.deviceTime = result == null ? 0 : result.deviceTime().toNanos();
        event.outcome = outcome;
        event.commit();
        long end = System.nanoTime();
        for (Trace trace : traces) {
            trace.writer().submission("batch of " + size, size, start, end, event.deviceTime, outcome);
        }
    }
}
