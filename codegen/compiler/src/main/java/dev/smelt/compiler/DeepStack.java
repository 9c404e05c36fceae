package dev.smelt.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs computations on threads with a stack of 512 MB: parser and passes recurse as deeply as the source is nested.
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

    /** The result of a computation on such a thread; what it throws comes out of this. */
    public static <T> T call(Supplier<T> computation) {
        FutureTask<T> task = new FutureTask<>(computation::get);
        start(task);
        return resultOf(task);
    }

    /**
     * What a function makes of each item, in the order of the items, computed on as many such threads as there are cores. What it
     * throws for the first item for which it throws comes out of this.
     */
    static <T, R> List<R> map(List<T> items, Function<T, R> function) {
        List<FutureTask<R>> tasks = items.stream()
                .map(item -> new FutureTask<>(() -> function.apply(item)))
                .toList();
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), items.size());
        for (int i = 0; i < threads; i++) {
            start(new FutureTask<>(() -> runFrom(next, tasks), null));
        }
        List<R> results = new ArrayList<>();
        tasks.forEach(task -> results.add(resultOf(task)));
        return results;
    }

    private static void runFrom(AtomicInteger next, List<? extends FutureTask<?>> tasks) {
        for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
            tasks.get(i).run();
        }
    }

    private static <T> T resultOf(FutureTask<T> task) {
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
