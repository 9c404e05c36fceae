package dev.smelt.runtime.backend;

import dev.smelt.runtime.BatchResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A submission on its way; completes on a thread of the runtime's when it has run. */
final class Submission extends CompletableFuture<BatchResult> {
    final SubmissionQueue.Task task;
    final long number;
    private final SubmissionQueue queue;
    private final SubmissionQueue.Listener listener;

    Submission(SubmissionQueue queue, SubmissionQueue.Task task, long number, SubmissionQueue.Listener listener) {
        this.queue = queue;
        this.task = task;
        this.number = number;
        this.listener = listener;
    }

    /** Withdraws what has not started; what has started runs on, and this completes as if nobody had asked. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!queue.withdraw(this)) {
            return isCancelled();
        }
        release(null, null);
        return super.cancel(false);
    }

    /** Stages that hang on this are plain ones: there is nothing of theirs to withdraw. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    /** Gives back what the task and its caller hold. */
    void release(@Nullable BatchResult result, @Nullable Throwable failure) {
        try {
            task.release();
        } finally {
            listener.ended(result, failure);
        }
    }
}
