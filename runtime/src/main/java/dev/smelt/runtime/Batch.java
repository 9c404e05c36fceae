package dev.smelt.runtime;

import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.Internals;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Recording;
import dev.smelt.runtime.backend.SubmissionQueue;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Kernel calls that are recorded first and then run together, in order, each seeing what those before it wrote. On
 * Metal a batch crosses to the GPU once.
 *
 * <pre>{@code
 * try (Batch batch = device.batch()) {
 *     MyKernels.InBatch calls = kernels.in(batch);
 *     calls.sigmoid(x, y);
 *     MyKernels.ScaledCall scaled = calls.scaled(y, 2f, z);
 *     batch.submit().join();
 *     x.copyFrom(more);
 *     scaled.k(3f);
 *     batch.submit().join(); // the same calls, with what is in the arrays now and the other factor
 * }
 * }</pre>
 *
 * <p>Recording checks a call as a plain call does, and takes its uniforms as they are; arrays are read and written when
 * the batch runs, so they have to stay open until it is submitted. A batch can be submitted as often as one likes, also
 * while earlier submissions of it are on their way: a submission has the calls and the uniforms of its moment. Who
 * changes what is in an array waits for the submissions that use it.
 *
 * <p>Every method may be called from any thread; calls recorded from several threads run in the order in which they
 * were recorded.
 */
public final class Batch implements AutoCloseable {
    private final Device device;
    private final Recording recording;
    /** What the calls use, each once, and what it is called. */
    private final Map<Lifetime, String> uses = new LinkedHashMap<>();
    /** Calls whose uniforms were changed since they were checked. */
    private final Set<Internals.Check> changed = new LinkedHashSet<>();

    private int size;
    private boolean closed;
    /** The keys of {@link #uses}; empty where they are not the present ones. */
    private Lifetime[] held = {};

    Batch(Device device) {
        this.device = device;
        this.recording = device.backend().recording();
    }

    /** The device that this batch is for. */
    public Device device() {
        return device;
    }

    /** How many calls are recorded; calls over an empty grid are not counted. */
    public synchronized int size() {
        return size;
    }

    /**
     * Starts what was recorded, and returns at once.
     *
     * @return completes on a Java thread when the results can be read; fails with {@link KernelExecutionException} if a
     *     kernel fails. Cancelling it takes the submission back if the device has not been given it yet; then nothing of it
     *     runs. If it has, {@code cancel} returns false and the future completes as if nobody had asked
     * @throws IllegalStateException if the batch is closed, or its device, or an array recorded in it; nothing runs then
     * @throws IllegalArgumentException if a call no longer fits its arrays with the uniforms that it has now; nothing runs
     *     then
     */
    public CompletableFuture<BatchResult> submit() {
        Lifetime[] using;
        synchronized (this) {
            checkOpen();
            for (Internals.Check check : changed) {
                check.check(recording.bytes());
            }
            changed.clear();
            using = hold();
            SubmissionQueue.Listener listener = device.monitor().submitted(size, () -> letGo(using, using.length));
            return device.backend().queue().submit(recording.task(), listener);
        }
    }

    /** Gives up what was recorded. What was submitted runs on. Does nothing the second time. */
    @Override
    public synchronized void close() {
        closed = true;
        size = 0;
        uses.clear();
        changed.clear();
    }

    /** The number of calls: {@code Batch of 3 calls}. */
    @Override
    public String toString() {
        int calls = size();
        return "Batch of " + calls + (calls == 1 ? " call" : " calls");
    }

    synchronized int record(Dispatch dispatch, List<Internals.Use> used) {
        checkOpen();
        if (dispatch.grid().isEmpty()) {
            return -1;
        }
        int at = recording.add(dispatch);
        size++;
        for (Internals.Use use : used) {
            uses.putIfAbsent(use.lifetime(), use.what());
        }
        held = new Lifetime[0];
        return at;
    }

    synchronized ByteBuffer change(Internals.Check check) {
        checkOpen();
        changed.add(check);
        return recording.bytes();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the batch is closed");
        }
        device.checkOpen();
    }

    /** Begins a use of the device and of all that the calls use. */
    private Lifetime[] hold() {
        if (held.length != uses.size()) {
            held = uses.keySet().toArray(new Lifetime[0]);
        }
        if (!device.lifetime().acquire()) {
            device.checkOpen();
        }
        for (int i = 0; i < held.length; i++) {
            if (!held[i].acquire()) {
                letGo(held, i);
                throw new IllegalStateException(uses.get(held[i])
                        + " was closed after the call was recorded and before the batch was submitted");
            }
        }
        return held;
    }

    private void letGo(Lifetime[] lifetimes, int count) {
        for (int i = 0; i < count; i++) {
            lifetimes[i].release();
        }
        device.lifetime().release();
    }
}
