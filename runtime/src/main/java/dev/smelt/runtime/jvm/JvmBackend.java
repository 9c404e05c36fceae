package dev.smelt.runtime.jvm;

import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.KernelCompilationException;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.TextureFormat;
import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.backend.LoadedModule;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.TextureMemory;
import dev.smelt.runtime.spi.JvmArguments;
import dev.smelt.runtime.spi.JvmKernel;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.ModuleDescriptor;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Runs kernels on the JVM. A plain call runs in its caller's thread and those of the scheduler; batches run one after
 * the other in threads of their own, and a plain call first waits for the batches submitted before it, as it would on a
 * GPU's queue.
 */
public final class JvmBackend implements Backend {
    private final Scheduler scheduler;
    /** Completes when all batches submitted so far have run; never fails. Guarded by this. */
    private CompletableFuture<?> lastBatch = CompletableFuture.completedFuture(null);

    /** A device on the shared threads. */
    public JvmBackend() {
        this(Scheduler.shared());
    }

    JvmBackend(Scheduler scheduler) {
        this.scheduler = scheduler;
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
        for (KernelDescriptor kernel : module.kernels()) {
            if (kernel.jvm().isEmpty()) {
                throw new KernelCompilationException(
                        kernel + " of " + module.className() + " was generated without code for the JVM",
                        kernel.location(),
                        (Throwable) null);
            }
        }
        return kernel -> Threadgroups.LIMIT;
    }

    @Override
    public void run(Dispatch dispatch) {
        CompletableFuture<?> before;
        synchronized (this) {
            before = lastBatch;
        }
        before.join();
        execute(dispatch);
    }

    @Override
    public synchronized CompletableFuture<BatchResult> submit(List<Dispatch> dispatches) {
        CompletableFuture<BatchResult> running =
                lastBatch.thenApplyAsync(before -> execute(dispatches), scheduler.batches());
        lastBatch = running.handle((done, failure) -> null);
        // Handed out on a thread of its own: what the user hangs on it may wait for later batches.
        return running.whenCompleteAsync((done, failure) -> {}, scheduler.batches());
    }

    @Override
    public void close() {}

    private BatchResult execute(List<Dispatch> dispatches) {
        long start = System.nanoTime();
        for (Dispatch dispatch : dispatches) {
            execute(dispatch);
        }
        return new BatchResult(dispatches.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - start));
    }

    private void execute(Dispatch dispatch) {
        KernelDescriptor kernel = dispatch.kernel();
        JvmKernel code = kernel.jvm().orElseThrow(AssertionError::new);
        ThreadgroupGrid grid = Threadgroups.of(dispatch.grid(), scheduler.cores());
        JvmArguments arguments = arguments(dispatch);
        scheduler.run(grid.groups(), (first, end) -> {
            for (long i = first; i < end; i++) {
                JvmThreadgroup threadgroup = new JvmThreadgroup(grid, i);
                try {
                    code.run(arguments, threadgroup);
                } catch (Throwable thrown) {
                    throw new KernelExecutionException(
                            kernel + " failed in threadgroup " + threadgroup + " of " + dispatch.grid() + ": " + thrown,
                            kernel.location(),
                            thrown);
                }
            }
        });
    }

    private static JvmArguments arguments(Dispatch dispatch) {
        List<Memory> memories = dispatch.arrays();
        Object[] storage = new Object[memories.size()];
        int[] lengths = new int[storage.length];
        for (int i = 0; i < storage.length; i++) {
            HeapMemory memory = (HeapMemory) memories.get(i);
            storage[i] = memory.storage();
            lengths[i] = memory.length();
        }
        return new JvmArguments(storage, lengths, dispatch.uniforms());
    }
}
