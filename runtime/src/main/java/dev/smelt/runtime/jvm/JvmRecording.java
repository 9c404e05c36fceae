package dev.smelt.runtime.jvm;

import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.Recording;
import dev.smelt.runtime.backend.SubmissionQueue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls for the JVM. Each submission runs a copy of them with uniforms of its own, since it runs beside its caller; a
 * copy that has run is used again, so that replaying makes no garbage.
 */
final class JvmRecording implements Recording {
    private static final int ALIGNMENT = 16;
    private static final ByteBuffer NO_UNIFORMS = ByteBuffer.allocate(0);

    private final Scheduler scheduler;
    private final List<Template> templates = new ArrayList<>();
    private ByteBuffer bytes = allocate(256);
    private int used;
    /** Copies of all calls that nothing runs. Guarded by itself. */
    private final Deque<Copy> idle = new ArrayDeque<>();

    /** A call without its uniforms, and where they lie. */
    private record Template(JvmCall call, int at, int length) {}

    /** All calls, with uniforms of their own. */
    private record Copy(ByteBuffer uniforms, List<JvmCall> calls) {}

    JvmRecording(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public int add(Dispatch dispatch) {
        ByteBuffer uniforms = dispatch.uniforms();
        int at = used;
        int length = uniforms.limit();
        used = (at + length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (used > bytes.capacity()) {
            bytes = allocate(Math.max(used, 2 * bytes.capacity())).put(bytes).clear();
        }
        bytes.put(at, uniforms, 0, length);
        Template template = new Template(JvmCall.of(dispatch, NO_UNIFORMS, scheduler.cores()), at, length);
        synchronized (idle) {
            templates.add(template);
            idle.clear();
        }
        return at;
    }

    @Override
    public ByteBuffer bytes() {
        return bytes;
    }

    @Override
    public SubmissionQueue.Task task() {
        return new Task();
    }

    private Copy copy() {
        Copy copy;
        synchronized (idle) {
            copy = idle.poll();
        }
        if (copy == null) {
            ByteBuffer uniforms = allocate(bytes.capacity());
            List<JvmCall> calls = new ArrayList<>(templates.size());
            for (Template template : templates) {
                ByteBuffer block = uniforms.slice(template.at, template.length).order(ByteOrder.nativeOrder());
                calls.add(template.call.with(block));
            }
            copy = new Copy(uniforms, calls);
        }
        copy.uniforms.put(0, bytes, 0, used);
        return copy;
    }

    private void giveBack(Copy copy) {
        synchronized (idle) {
            if (copy.calls.size() == templates.size()) {
                idle.add(copy);
            }
        }
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.nativeOrder());
    }

    private final class Task implements SubmissionQueue.Task {
        private @Nullable Copy copy;

        @Override
        public void keep() {
            copy = copy();
        }

        @Override
        public void start() {
            if (copy == null) {
                keep();
            }
        }

        @Override
        public BatchResult finish() {
            List<JvmCall> calls = copy == null ? List.of() : copy.calls;
            long start = System.nanoTime();
            for (int i = 0; i < calls.size(); i++) {
                calls.get(i).run(scheduler);
            }
            return new BatchResult(calls.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - start));
        }

        @Override
        public void release() {
            if (copy != null) {
                giveBack(copy);
            }
        }
    }
}
