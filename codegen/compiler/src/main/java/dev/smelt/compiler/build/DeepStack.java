package dev.smelt.compiler.build;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs a computation on a thread with a stack of 512 MB: parser and passes recurse as deeply as the source is nested.
 * The memory is reserved, and used only as far as the recursion goes.
 */
public final class DeepStack {
    private static final long STACK_BYTES = 512L << 20;

    private DeepStack() {}

    /** Begins a task on such a thread, which does not keep the JVM from ending. */
    public static Thread start(FutureTask<?> task) {
        Thread thread = new Thread(null, task, "smelt-compiler", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static <T> T call(Supplier<T> computation) {
        FutureTask<T> task = new FutureTask<>(computation::get);
        start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true; // the compiler has no point to stop at: let it finish
                }
            }
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            throw new AssertionError(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
