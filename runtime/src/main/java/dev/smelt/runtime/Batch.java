package dev.smelt.runtime;

import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;

/**
 * Kernel calls that are recorded first and then run together, in order, each seeing what those before it wrote. On
 * Metal a batch crosses to the GPU once.
 *
 * <pre>{@code
 * try (Batch batch = device.batch()) {
 *     MyKernels.InBatch calls = kernels.in(batch);
 *     calls.sigmoid(x, y);
 *     calls.scaled(y, 2f, z);
 *     batch.submit().join();
 * }
 * }</pre>
 *
 * <p>Recording checks a call as a plain call does, and takes its uniforms as they are; arrays are read and written when
 * the batch runs, so they have to stay open until it is submitted. A batch is submitted once.
 *
 * <p>Every method may be called from any thread; calls recorded from several threads run in the order in which they
 * were recorded.
 */
public final class Batch implements AutoCloseable {
    private enum State {
        OPEN("open"),
        SUBMITTED("was submitted already"),
        CLOSED("is closed");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    private final Device device;
    private final List<Dispatch> dispatches = new ArrayList<>();
    private State state = State.OPEN;

    Batch(Device device) {
        this.device = device;
    }

    /** The device that this batch is for. */
    public Device device() {
        return device;
    }

    /** How many calls are recorded; calls over an empty grid are not counted. */
    public synchronized int size() {
        return dispatches.size();
    }

    /**
     * Starts what was recorded, and returns at once. Afterwards this batch refuses more.
     *
     * @return completes on a Java thread when the results can be read; fails with {@link KernelExecutionException} if a
     *     kernel fails. Cancelling it does not stop the kernels
     * @throws IllegalStateException if the batch was submitted or closed, or if its device, or an array recorded in it,
     *     is closed; nothing runs then
     */
    public CompletableFuture<BatchResult> submit() {
        List<Dispatch> recorded = take();
        if (!device.lifetime().acquire()) {
            device.checkOpen();
        }
        List<Lifetime> held = new ArrayList<>();
        CompletableFuture<BatchResult> running;
        try {
            hold(recorded, held);
            running = device.backend().submit(recorded);
        } catch (Throwable thrown) {
            letGo(held);
            throw thrown;
        }
        CompletableFuture<BatchResult> result = new CompletableFuture<>();
        Future<?> unused = running.whenComplete((done, failure) -> {
            letGo(held);
            if (failure == null) {
                result.complete(done);
            } else {
                result.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
        return result;
    }

    /** Gives up what was recorded and not submitted. What was submitted runs on. Does nothing the second time. */
    @Override
    public synchronized void close() {
        state = State.CLOSED;
        dispatches.clear();
    }

    /** The number of calls: {@code Batch of 3 calls}. */
    @Override
    public String toString() {
        int size = size();
        return "Batch of " + size + (size == 1 ? " call" : " calls");
    }

    synchronized void record(Dispatch dispatch) {
        checkOpen();
        if (!dispatch.grid().isEmpty()) {
            dispatches.add(dispatch);
        }
    }

    private synchronized List<Dispatch> take() {
        checkOpen();
        state = State.SUBMITTED;
        List<Dispatch> taken = List.copyOf(dispatches);
        dispatches.clear();
        return taken;
    }

    private void checkOpen() {
        if (state != State.OPEN) {
            throw new IllegalStateException("the batch " + state.words);
        }
        device.checkOpen();
    }

    private static void hold(List<Dispatch> dispatches, List<Lifetime> held) {
        for (Dispatch dispatch : dispatches) {
            for (int i = 0; i < dispatch.arrays().size(); i++) {
                Memory memory = dispatch.arrays().get(i);
                if (!memory.lifetime().acquire()) {
                    throw new IllegalStateException(
                            "kernel " + dispatch.kernel().location() + ": array '"
                                    + dispatch.kernel().arrays().get(i).name()
                                    + "' was closed after the call was recorded and before the batch was submitted");
                }
                held.add(memory.lifetime());
            }
            for (int i = 0; i < dispatch.textures().size(); i++) {
                Lifetime lifetime = dispatch.textures().get(i).lifetime();
                if (!lifetime.acquire()) {
                    throw new IllegalStateException(
                            "kernel " + dispatch.kernel().location() + ": texture '"
                                    + dispatch.kernel().textures().get(i).name()
                                    + "' was closed after the call was recorded and before the batch was submitted");
                }
                held.add(lifetime);
            }
        }
    }

    private void letGo(List<Lifetime> held) {
        for (Lifetime lifetime : held) {
            lifetime.release();
        }
        device.lifetime().release();
    }
}
