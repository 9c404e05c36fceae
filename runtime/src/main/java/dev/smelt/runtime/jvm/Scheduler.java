package dev.smelt.runtime.jvm;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the parts of a run over the cores. The caller works itself; helpers join as they wake up, and all take chunks
 * from one counter until there are none, so that nobody waits for a core that is slow or busy. A chunk is a share of what
 * is left (guided self-scheduling: Polychronopoulos and Kuck, IEEE Transactions on Computers, 1987): long stretches of
 * memory at first, and single parts at the end, when all are to finish together. The threads are daemons, shared by all
 * JVM devices, and end when they have had nothing to do for a while.
 */
final class Scheduler {
    /** How many chunks for each core the parts that are left would make, if all were as long as the next one. */
    private static final int SHARES_PER_CORE = 2;

    private static final int IDLE_SECONDS = 60;

    /**
     * How long a caller watches for the helpers' last chunks, and a helper for the next run, before it parks: waking a
     * thread takes about half as long.
     */
    private static final long SPIN_NANOS = 50_000;

    /** What is run in parts. */
    @FunctionalInterface
    interface Work {
        /** Runs the parts from {@code first} to before {@code end}. */
        void run(long first, long end);
    }

    private static final Scheduler SHARED = new Scheduler(Runtime.getRuntime().availableProcessors());

    private final int cores;
    private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor helpers;
    private final ExecutorService batches = Executors.newCachedThreadPool(daemons("smelt-batch-"));

    Scheduler(int cores) {
        this.cores = cores;
        int threads = Math.max(cores - 1, 1);
        this.helpers = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, calls, daemons("smelt-worker-"));
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
        Job job = new Job(work, parts, (long) cores * SHARES_PER_CORE);
        Runnable help = () -> {
            job.run();
            // A program that runs one kernel often runs the next at once.
            spinWhile(calls::isEmpty);
        };
        for (int i = 1; i < wanted; i++) {
            helpers.execute(help);
        }
        job.run();
        job.await();
    }

    /** Stays awake while something is so, but not for long. */
    private static void spinWhile(BooleanSupplier waiting) {
        long patience = System.nanoTime() + SPIN_NANOS;
        while (waiting.getAsBoolean() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
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

    private static final class Job {
        private final Work work;
        private final long parts;
        private final long shares;
        private final AtomicLong next = new AtomicLong();
        private final AtomicLong unfinished;
        private final Thread caller = Thread.currentThread();
        private volatile @Nullable Throwable failure;

        Job(Work work, long parts, long shares) {
            this.work = work;
            this.parts = parts;
            this.shares = shares;
            this.unfinished = new AtomicLong(parts);
        }

        /** Runs chunks until none is left. */
        void run() {
            while (true) {
                long first = next.getAndUpdate(this::endOfChunk);
                long end = endOfChunk(first);
                if (first == end) {
                    return;
                }
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

        private long endOfChunk(long first) {
            long left = parts - first;
            return first + Math.min(Math.max(left / shares, 1), left);
        }

        private synchronized void fail(Throwable thrown) {
            if (failure == null) {
                failure = thrown;
            }
        }

        /** Waits for the helpers' last chunks. A kernel cannot be interrupted; the flag stays set for the caller. */
        void await() {
            spinWhile(() -> unfinished.get() > 0);
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
