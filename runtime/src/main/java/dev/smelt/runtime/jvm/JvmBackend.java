package dev.smelt.runtime.jvm;

import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.LoadedModule;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.NotInPlaceException;
import dev.smelt.runtime.backend.Recording;
import dev.smelt.runtime.backend.SubmissionQueue;
import dev.smelt.runtime.backend.TextureMemory;
import dev.smelt.runtime.monitor.LoadEvent;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs kernels on the JVM. A plain call runs in its caller's thread and those of the scheduler; batches run one after
 * the other in threads of their own, and a plain call first waits for the batches submitted before it, as it would on a
 * GPU's queue.
 */
public final class JvmBackend implements Backend {
    /** That of Apple silicon: what is aligned so here can be used in place there. */
    private static final int PAGE_SIZE = 16_384;

    private final Scheduler scheduler;
    private final SubmissionQueue queue;

    /** A device on the shared threads. */
    public JvmBackend() {
        this(Scheduler.shared());
    }

    JvmBackend(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.queue = new SubmissionQueue(1, scheduler.batches());
    }

    @Override
    public String name() {
        int cores = scheduler.cores();
        return "JVM " + Runtime.version().feature() + ", " + cores + (cores == 1 ? " core" : " cores");
    }

    @Override
    public Memory allocate(ElementType type, int length) {
        return HeapMemory.allocate(type, length);
    }

    @Override
    public Memory wrap(ElementType type, ByteBuffer bytes) throws NotInPlaceException {
        if (type.storage() != ElementType.Storage.STRUCTS) {
            throw new NotInPlaceException("the JVM device keeps elements of " + type + " in a Java array");
        }
        return HeapMemory.overStructs(type, bytes);
    }

    @Override
    public int pageSize() {
        return PAGE_SIZE;
    }

    @Override
    public TextureMemory texture(TextureFormat format, int width, int height) {
        return new HeapTexture(format, width, height);
    }

    @Override
    public Optional<Memory> adopt(ElementType type, Object array) {
        Class<?> javaType = type.javaType();
        boolean same = javaType.isPrimitive() && javaType != boolean.class;
        return same ? Optional.of(HeapMemory.over(type, array)) : Optional.empty();
    }

    @Override
    public LoadedModule load(ModuleDescriptor module) {
        JvmModule loaded = JvmModule.load(module);
        LoadEvent event = new LoadEvent();
        if (event.isEnabled()) {
            event.kernelClass = module.className();
            event.device = name();
            event.form = loaded.isChecked() ? "jvm, checked" : "jvm";
            event.commit();
        }
        return loaded;
    }

    @Override
    public long run(Dispatch dispatch, boolean timed) {
        queue.awaitEarlier();
        long start = timed ? System.nanoTime() : 0;
        JvmCall.of(dispatch, dispatch.uniforms(), scheduler.cores()).run(scheduler);
        return timed ? System.nanoTime() - start : 0;
    }

    @Override
    public Recording recording() {
        return new JvmRecording(scheduler);
    }

    @Override
    public SubmissionQueue queue() {
        return queue;
    }

    @Override
    public void beginCapture(Path file) {
        throw new UnsupportedOperationException(name() + " cannot be captured: captures are of Metal's GPUs");
    }

    @Override
    public void endCapture() {
        throw new AssertionError("nothing was begun");
    }

    @Override
    public void close() {}
}
