package dev.smelt.runtime.backend;

import dev.smelt.runtime.BatchResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The submissions of one device, in order. Some are with the device at a time; the others wait here, where they can still
 * be withdrawn. Each is waited for by a thread of its own, on which its future completes: what hangs on the future may
 * run kernels and wait for other submissions. Thread-safe.
 */
public final class SubmissionQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Deque<Submission> waiting = new ArrayDeque<>();
    private final int limit;
    private final Executor executor;
    private long lastNumber;
    /** The number of the first that is with the device, where only one is; else meaningless. */
    private long runningNumber;

    private int running;
    /** Those running or waiting; read without the lock to see that there are none. */
    private final AtomicInteger outstanding = new AtomicInteger();

    /** What a backend does for a submission. Never two of its methods at a time, and each at most once. */
    public interface Task {
        /** Keeps what the caller may change after submission; called before that returns, if this has not started by then. */
        void keep();

        /** Hands the work to the device; in the order of submission. */
        void start();

        /** Returns when the work has been done; called after {@link #start}. */
        BatchResult finish();

        /** Gives back what the task holds; called at the end, whatever happened. */
        void release();
    }

    /** Hears of the end of a submission, before its future completes. */
    @FunctionalInterface
    public interface Listener {
        /** It has run with a result, or has failed; both are null if it was taken back. */
        void ended(@Nullable BatchResult result, @Nullable Throwable failure);
    }

    /**
     * An empty queue.
     *
     * @param limit how many submissions may be with the device at a time
     * @param executor where they are waited for; has to have a thread for each
     */
    public SubmissionQueue(int limit, Executor executor) {
        this.limit = limit;
        this.executor = executor;
    }

    /**
     * Submits a task. Never fails: what goes wrong fails the future.
     *
     * @param listener called once
     */
    public CompletableFuture<BatchResult> submit(Task task, Listener listener) {
        lock.lock();
        try {
            Submission submission = new Submission(this, task, ++lastNumber, listener);
            outstanding.incrementAndGet();
            if (waiting.isEmpty() && running < limit) {
                start(submission);
            } else {
                waiting.add(submission);
                keep(submission);
            }
            return submission;
        } finally {
            lock.unlock();
        }
    }

    private void keep(Submission submission) {
        try {
            submission.task.keep();
        } catch (Throwable thrown) {
            waiting.remove(submission);
            outstanding.decrementAndGet();
            executor.execute(() -> fail(submission, thrown));
        }
    }

    /** Starts a submission, with the lock held. */
    private void start(Submission submission) {
        running++;
        runningNumber = submission.number;
        try {
            submission.task.start();
        } catch (Throwable thrown) {
            executor.execute(() -> {
                next();
                fail(submission, thrown);
            });
            return;
        }
        executor.execute(() -> finish(submission));
    }

    private void finish(Submission submission) {
        BatchResult result;
        try {
            result = submission.task.finish();
        } catch (Throwable thrown) {
            next();
            fail(submission, thrown);
            return;
        }
        next();
        submission.release(result, null);
        submission.complete(result);
    }

    private static void fail(Submission submission, Throwable thrown) {
        submission.release(null, thrown);
        submission.completeExceptionally(thrown);
    }

    /** Begins the next, as one has ended. */
    private void next() {
        lock.lock();
        try {
            running--;
            outstanding.decrementAndGet();
            ended.signalAll();
            while (running < limit) {
                Submission submission = waiting.poll();
                if (submission == null) {
                    return;
                }
                start(submission);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a submission back; false if it has started. */
    boolean withdraw(Submission submission) {
        lock.lock();
        try {
            if (!waiting.remove(submission)) {
                return false;
            }
            outstanding.decrementAndGet();
            ended.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins to start something beside the queue, in its order, with the lock held until {@link #endDirect}; false if
     * it would overtake submissions that wait.
     */
    @SuppressWarnings("LockNotBeforeTry") // whoever began ends it
    public boolean beginDirect() {
        lock.lock();
        if (waiting.isEmpty()) {
            return true;
        }
        lock.unlock();
        return false;
    }

    /** Ends what {@link #beginDirect} began. */
    public void endDirect() {
        lock.unlock();
    }

    /** Returns when what was submitted before has ended; for queues in which one runs at a time. */
    public void awaitEarlier() {
        if (outstanding.get() == 0) {
            return;
        }
        lock.lock();
        try {
            long last = lastNumber;
            while (first() <= last) {
                ended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The number of the first that has not ended. */
    private long first() {
        if (running > 0) {
            return runningNumber;
        }
        @Nullable Submission next = waiting.peek();
        return next == null ? Long.MAX_VALUE : next.number;
    }
}
