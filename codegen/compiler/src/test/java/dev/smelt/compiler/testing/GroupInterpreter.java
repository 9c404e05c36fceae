package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs a kernel for the threads of one threadgroup, each a thread of its own, that wait for each other at barriers.
 *
 * <p>By the definition of the language a barrier is for the threads that have not returned. Told to be strict it is what MSL
 * has: for all threads, which come to the same one, and no thread that has returned touches memory.
 */
public final class GroupInterpreter {
    private final KernelModule module;
    private final Kernel kernel;
    private final int threads;
    private final boolean strict;

    private int running;
    private int waiting;
    private int round;
    private @Nullable Stmt at;
    private @Nullable Throwable failure;

    private GroupInterpreter(KernelModule module, Kernel kernel, int threads, boolean strict) {
        this.module = module;
        this.kernel = kernel;
        this.threads = threads;
        this.strict = strict;
        this.running = threads;
    }

    /**
     * Runs the first kernel of a module.
     *
     * @param argument the value of a buffer (an {@code Object[]} for all threads), uniform or position, for each thread
     */
    public static void run(
            KernelModule module, int threads, boolean strict, BiFunction<KernelParameter, Integer, Object> argument) {
        new GroupInterpreter(module, module.kernels().get(0), threads, strict).run(argument);
    }

    private void run(BiFunction<KernelParameter, Integer, Object> argument) {
        Map<Variable, Object> shared = new HashMap<>();
        for (KernelParameter.Threadgroup memory : kernel.threadgroups()) {
            Object[] cells = new Object[memory.length()];
            // It isn't zeroed.
            Arrays.fill(cells, memory.element() == Type.Scalar.INT ? (Object) 0x5a5a5a5a : (Object) true);
            shared.put(memory.variable(), cells);
        }
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Map<Variable, Object> values = new HashMap<>(shared);
            for (KernelParameter parameter : kernel.parameters()) {
                if (!(parameter instanceof KernelParameter.Threadgroup)) {
                    values.put(parameter.variable(), argument.apply(parameter, i));
                }
            }
            Thread thread = new Thread(null, () -> runOne(values), "lane " + i, 16 << 20);
            started.add(thread);
            thread.start();
        }
        for (Thread thread : started) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (thread.isAlive()) {
                fail(new AssertionError("the threadgroup hangs"));
            }
        }
        if (failure != null) {
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    private void runOne(Map<Variable, Object> values) {
        try {
            kernel.body().accept(new Lane(values));
            leave();
        } catch (RuntimeException | AssertionError e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable e) {
        failure = failure == null ? e : failure;
        notifyAll();
    }

    private synchronized void leave() {
        running--;
        if (strict && waiting > 0) {
            fail(new AssertionError("a thread ends where others wait at a barrier"));
        } else if (waiting > 0 && waiting == running) {
            release();
        }
    }

    private void release() {
        waiting = 0;
        round++;
        at = null;
        notifyAll();
    }

    private synchronized void await(Stmt barrier) {
        if (strict && (running < threads || (at != null && !at.equals(barrier)))) {
            throw new AssertionError(barrier.span() + ": not all threads come to this barrier");
        }
        at = barrier;
        waiting++;
        int mine = round;
        if (waiting == running) {
            release();
        }
        while (round == mine && failure == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        if (failure != null) {
            throw new IllegalStateException("another thread failed");
        }
    }

    private final class Lane extends StmtInterpreter {
        Lane(Map<Variable, Object> values) {
            super(values, stored -> {});
        }

        private boolean hasReturned() {
            return values.entrySet().stream()
                    .anyMatch(entry -> entry.getKey().name().equals("active")
                            && entry.getValue().equals(false));
        }

        private void touch(Expr array) {
            boolean vote =
                    array instanceof Expr.Read read && read.variable().name().equals("vote");
            if (strict && !vote && hasReturned()) {
                throw new AssertionError(array.span() + ": a thread that has returned touches memory");
            }
        }

        @Override
        protected void load(Expr.Load load) {
            touch(load.array());
        }

        @Override
        public End visitStore(Stmt.Store stmt) {
            touch(stmt.array());
            return super.visitStore(stmt);
        }

        @Override
        protected void invoke(Stmt.InvokeBuiltin stmt) {
            if (stmt.builtin().effect() != Builtin.Effect.THREADGROUP_BARRIER) {
                throw new AssertionError(stmt.span() + ": only barriers");
            }
            await(stmt);
        }

        @Override
        protected Function function(String id) {
            return module.functions().stream()
                    .filter(function -> function.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
