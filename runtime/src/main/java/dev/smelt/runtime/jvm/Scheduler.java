package dev.smelt.runtime.jvm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the parts of a run over the cores. The caller works itself; helpers join as they wake up, and all take chunks
 * from one counter until there are none, so that nobody waits for a core that is slow or busy. The threads are daemons,
 * shared by all JVM devices, and end when they have had nothing to do for a while.
 */
final class Scheduler {
    /** Chunks for each core: few enough to cost nothing, enough that no core is left with a long one at the end. */
    static final int CHUNKS_PER_CORE = 16;

    private static final int IDLE_SECONDS = 60;

    /** How long a caller watches for the helpers' last chunks before it parks, as waking it again takes about as long. */
    private static final long SPIN_NANOS = 20_000;

    /** What is run in parts. */
    @FunctionalInterface
    interface Work {
        /** Runs the parts from {@code first} to before {@code end}. */
        void run(long first, long end);
    }

    private static final Scheduler SHARED = new Scheduler(Runtime.getRuntime().availableProcessors());

    private final int cores;
    private final ThreadPoolExecutor helpers;
    private final ExecutorService batches = Executors.newCachedThreadPool(daemons("smelt-batch-"));

    Scheduler(int cores) {
        this.cores = cores;
        int threads = Math.max(cores - 1, 1);
        this.helpers = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons("smelt-worker-"));
        helpers.allowCoreThreadTimeOut(true);
    }

    /** The scheduler of all JVM devices. */
    static Scheduler shared() {
        return SHARED;
    }

    /** How many threads work on one run at most. */
    int cores() {
        return cores;
    }

    /** Threads to run whole batches on: as many as there are batches, since a batch may wait for another. */
    ExecutorService batches() {
        return batches;
    }

    /**
     * Runs parts 0 to {@code parts - 1}, in any order, and returns when all are done. If one throws, those not begun are
     * left out, and the first that was thrown is thrown here.
     */
    void run(long parts, Work work) {
        int wanted = (int) Math.min(parts, cores);
        if (wanted <= 1) {
            work.run(0, parts);
            return;
        }
        Job job = new Job(work, parts, Math.max(parts / ((long) cores * CHUNKS_PER_CORE), 1));
        for (int i = 1; i < wanted; i++) {
            helpers.execute(job);
        }
        job.run();
        job.await();
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            // Inherits neither thread locals nor the class loader of whoever happened to call first.
            Thread thread = new Thread(null, task, prefix + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(Scheduler.class.getClassLoader());
            return thread;
        };
    }

    private static final class Job implements Runnable {
        private final Work work;
        private final long parts;
        private final long chunk;
        private final AtomicLong next = new AtomicLong();
        private final AtomicLong unfinished;
        private final Thread caller = Thread.currentThread();
        private volatile @Nullable Throwable failure;

        Job(Work work, long parts, long chunk) {
            this.work = work;
            this.parts = parts;
            this.chunk = chunk;
            this.unfinished = new AtomicLong(parts);
        }

        @Override
        public void run() {
            while (next.get() < parts) {
                long first = next.getAndAdd(chunk);
                if (first >= parts) {
                    return;
                }
                long end = Math.min(first + chunk, parts);
                if (failure == null) {
                    try {
                        work.run(first, end);
                    } catch (Throwable thrown) {
                        fail(thrown);
                    }
                }
                if (unfinished.addAndGet(first - end) == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }

        private synchronized void fail(Throwable thrown) {
            if (failure == null) {
                failure = thrown;
            }
        }

        /** Waits for the helpers' last chunks. A kernel cannot be interrupted; the flag stays set for the caller. */
        void await() {
            long patience = System.nanoTime() + SPIN_NANOS;
            while (unfinished.get() > 0 && System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
            boolean interrupted = false;
            while (unfinished.get() > 0) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable thrown = failure;
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            } else if (thrown instanceof Error error) {
                throw error;
            }
        }
    }
}
