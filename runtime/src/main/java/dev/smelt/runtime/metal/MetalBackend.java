package dev.smelt.runtime.metal;

import dev.smelt.runtime.DeviceMemoryException;
import dev.smelt.runtime.DeviceUnavailableException;
import dev.smelt.runtime.SmeltException;
import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.backend.CallSite;
import dev.smelt.runtime.backend.Cleaners;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.LoadedModule;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.NotInPlaceException;
import dev.smelt.runtime.backend.Recording;
import dev.smelt.runtime.backend.SubmissionQueue;
import dev.smelt.runtime.backend.TextureMemory;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs kernels on a GPU through the bridge. A plain call is a batch of one: a tape is written, submitted, and waited
 * for. Nothing native calls Java: a thread of ours waits for each batch and completes its future.
 */
public final class MetalBackend implements Backend {
    private static final ExecutorService WAITERS = Executors.newCachedThreadPool(daemons());

    /** A tape is written and read within one call, so that each thread can use its own again. */
    private static final ThreadLocal<Tape> TAPES = ThreadLocal.withInitial(Tape::new);

    /** How many submissions the GPU is given ahead: enough to be busy, and few, since they can't be taken back. */
    private static final int IN_FLIGHT = 8;

    private final SubmissionQueue queue = new SubmissionQueue(IN_FLIGHT, WAITERS);
    private final long device;
    private final String name;
    private final Set<MetalModule.Handles> modules = ConcurrentHashMap.newKeySet();

    private final Bridge.Limits limits;

    private MetalBackend(long device, String name, Bridge.Limits limits) {
        this.device = device;
        this.name = name;
        this.limits = limits;
    }

    /**
     * Opens the system's GPU.
     *
     * @throws DeviceUnavailableException if there is none, or no way to it
     */
    public static MetalBackend open() {
        BridgeLibrary.load();
        long device = 0;
        try {
            device = Bridge.openDevice();
            return new MetalBackend(device, Bridge.deviceName(device), Bridge.limits(device));
        } catch (BridgeException failed) {
            Bridge.close(device);
            throw new DeviceUnavailableException(
                    failed.status() == Smelt.NO_DEVICE
                            ? "no Metal device: the system has none"
                            : "no Metal device: it cannot be opened",
                    failed.metalError());
        }
    }

    /** Whether this machine should have Metal, so that not finding it is worth a warning. */
    public static boolean isExpected() {
        return BridgeLibrary.isExpected();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Memory allocate(ElementType type, int length) {
        long bytes = (long) length * type.size();
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("an array of " + length + " " + type + " takes " + bytes + " bytes; "
                    + name + " has at most " + Integer.MAX_VALUE + " for an array, as java.nio can show no more");
        }
        try {
            return allocateOrCollect(() -> NativeMemory.allocate(device, type, length));
        } catch (BridgeException failed) {
            throw new DeviceMemoryException(
                    name + " has no memory for an array of " + length + " " + type + " (" + bytes + " bytes)",
                    failed.metalError(),
                    memoryAdvice());
        }
    }

    /** Memory that was forgotten, or whose views are garbage, may be all that is missing. */
    private static <T> T allocateOrCollect(Allocation<T> allocation) throws BridgeException {
        try {
            return allocation.allocate();
        } catch (BridgeException failed) {
            if (failed.status() != Smelt.OUT_OF_MEMORY) {
                throw failed;
            }
            Cleaners.collect();
            return allocation.allocate();
        }
    }

    private String memoryAdvice() {
        StringBuilder advice = new StringBuilder("close arrays that are not needed, or work in parts: ")
                .append(name)
                .append(" has at most ")
                .append(limits.maxBufferLength())
                .append(" bytes for an array (maxBufferLength)");
        if (limits.recommendedWorkingSet() > 0) {
            advice.append(" and ")
                    .append(limits.recommendedWorkingSet())
                    .append(" for all together (recommendedMaxWorkingSetSize)");
        }
        try {
            advice.append("; ").append(Bridge.allocated(device)).append(" are allocated");
        } catch (BridgeException unknown) {
            // Then that is left out: advice about a failure must not become another one.
        }
        return advice.toString();
    }

    @Override
    public Memory wrap(ElementType type, ByteBuffer bytes) throws NotInPlaceException {
        try {
            return NativeMemory.wrap(device, type, bytes, limits.pageSize());
        } catch (BridgeException failed) {
            throw new DeviceMemoryException(
                    name + " cannot use " + bytes.limit() + " bytes of a buffer in place",
                    failed.metalError(),
                    memoryAdvice());
        }
    }

    @Override
    public int pageSize() {
        return limits.pageSize();
    }

    private interface Allocation<T> {
        T allocate() throws BridgeException;
    }

    @Override
    public TextureMemory texture(TextureFormat format, int width, int height) {
        try {
            return allocateOrCollect(() -> MetalTexture.create(device, format, width, height));
        } catch (BridgeException failed) {
            throw new DeviceMemoryException(
                    name + " has no memory for a texture of " + width + " x " + height + " " + format,
                    failed.metalError(),
                    memoryAdvice());
        }
    }

    @Override
    public Optional<Memory> adopt(ElementType type, Object array) {
        return Optional.empty();
    }

    @Override
    public LoadedModule load(ModuleDescriptor module) {
        MetalModule loaded = MetalModule.load(device, name, module);
        MetalModule.Handles handles = loaded.handles();
        Set<MetalModule.Handles> open = modules;
        open.add(handles);
        Cleaners.register(loaded, () -> {
            open.remove(handles);
            handles.close();
        });
        return loaded;
    }

    @Override
    public long run(Dispatch dispatch, boolean timed) {
        if (dispatch.module().isChecked()) {
            return runInQueue(dispatch);
        }
        Tape tape = TAPES.get();
        tape.begin();
        int unused = tape.write(dispatch, null);
        NativeText label =
                ((MetalModule) dispatch.module()).pipeline(dispatch.kernel()).label();
        if (!queue.beginDirect()) {
            return runInQueue(dispatch);
        }
        long submission = 0;
        try {
            try {
                submission = Bridge.submit(device, tape, label);
            } finally {
                queue.endDirect();
            }
            Bridge.await(submission);
            return timed ? Bridge.time(submission) : 0;
        } catch (BridgeException failed) {
            CallSite site = new CallSite(dispatch.kernel(), dispatch.grid());
            throw MetalFailures.of(List.of(site), failed, name);
        } finally {
            Bridge.close(submission);
        }
    }

    /** Runs one kernel after the batches that wait; in checked mode always, as it needs what recordings have. */
    private long runInQueue(Dispatch dispatch) {
        Recording single = recording();
        int unused = single.add(dispatch);
        try {
            return queue.submit(single.task(), (result, failure) -> {})
                    .join()
                    .deviceTime()
                    .toNanos();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @Override
    public Recording recording() {
        return new MetalRecording(device, name);
    }

    @Override
    public SubmissionQueue queue() {
        return queue;
    }

    @Override
    public void beginCapture(Path file) {
        try {
            Bridge.beginCapture(device, file.toAbsolutePath().toString());
        } catch (BridgeException failed) {
            throw new SmeltException(
                    name + " cannot be captured",
                    failed.metalError(),
                    failed.status() == Smelt.UNSUPPORTED
                            ? "start the program with MTL_CAPTURE_ENABLED=1 in its environment"
                            : null);
        }
    }

    @Override
    public void endCapture() {
        try {
            Bridge.endCapture(device);
        } catch (BridgeException failed) {
            throw new SmeltException("the capture of " + name + " could not be ended", failed.metalError());
        }
    }

    @Override
    public void close() {
        modules.forEach(MetalModule.Handles::close);
        Bridge.close(device);
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, "smelt-metal-" + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            return thread;
        };
    }
}
