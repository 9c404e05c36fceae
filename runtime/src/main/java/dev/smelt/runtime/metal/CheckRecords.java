package dev.smelt.runtime.metal;

import dev.smelt.runtime.KernelCheckException;
import dev.smelt.runtime.KernelCheckException.Position;
import dev.smelt.runtime.backend.CheckedMode;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.ElementType;
import dev.smelt.runtime.spi.KernelDescriptor;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the kernels of a recording say which check failed, in checked mode. Each call has a record: eight numbers that the
 * first failure fills in (the number of its check, 0 for none; the position of its thread in x, y, z; index; length), and
 * then the lengths of its arrays, which kernels check against.
 *
 * <p>Submissions of one recording that are on their way together share the records: if a check fails in one, all of them
 * fail, since they work on the same arrays. Thread-safe.
 */
final class CheckRecords {
    private static final int HEAD = 8;
    private static final int CHUNK = 4096;

    private final long device;
    private final List<NativeMemory> chunks = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private int used;
    private int outstanding;
    private @Nullable KernelCheckException failure;

    /** A call and its record, in the ints of a chunk from {@code at} on. */
    record Call(MetalModule module, KernelDescriptor kernel, NativeMemory memory, int at) {
        long buffer() {
            return memory.handle();
        }

        long offset() {
            return (long) at * Integer.BYTES;
        }
    }

    CheckRecords(long device) {
        this.device = device;
    }

    /** Makes the record of a call. */
    synchronized Call add(Dispatch dispatch) throws BridgeException {
        int arrays = dispatch.kernel().arrays().size();
        int length = (HEAD + arrays + HEAD - 1) / HEAD * HEAD;
        NativeMemory last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (last == null || used + length > CHUNK) {
            last = NativeMemory.allocate(device, ElementType.of(int.class), CHUNK);
            chunks.add(last);
            used = 0;
        }
        IntBuffer ints = last.ints();
        for (int slot = 0; slot < arrays; slot++) {
            ints.put(used + HEAD + slot, dispatch.array(slot).length());
        }
        Call call = new Call((MetalModule) dispatch.module(), dispatch.kernel(), last, used);
        calls.add(call);
        used += length;
        return call;
    }

    /** A submission begins. */
    synchronized void begin() {
        if (outstanding++ == 0) {
            failure = null;
            calls.forEach(call -> call.memory.ints().put(call.at, 0));
        }
    }

    /** A submission that began has ended. */
    synchronized void end() {
        outstanding--;
    }

    /** Throws what failed first, in the order of the calls. */
    synchronized void check() {
        for (int i = 0; failure == null && i < calls.size(); i++) {
            failure = failure(calls.get(i));
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable KernelCheckException failure(Call call) {
        IntBuffer ints = call.memory.ints();
        int at = call.at;
        int site = ints.get(at);
        if (site == 0) {
            return null;
        }
        Position thread = new Position(ints.get(at + 1), ints.get(at + 2), ints.get(at + 3));
        return CheckedMode.failure(
                call.module.descriptor(), call.kernel, site, thread, ints.get(at + 4), ints.get(at + 5));
    }
}
