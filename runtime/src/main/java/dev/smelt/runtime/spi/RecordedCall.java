package dev.smelt.runtime.spi;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.backend.Internals;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A call in a batch, whose uniforms can be changed between submissions. A change takes effect at the next submission,
 * which checks the call again. Offsets are those of {@link Invocation}. Thread-safe for each uniform by itself.
 */
public final class RecordedCall {
    private final Batch batch;
    private final int at;
    private final Internals.Check check;

    /**
     * A call that was recorded.
     *
     * @param at where its uniforms lie among those of the batch; -1 if it has nothing to run
     * @param context what its indices are checked with; null where they are not
     */
    RecordedCall(Batch batch, int at, KernelDescriptor kernel, @Nullable IndexContext context) {
        this.batch = batch;
        this.at = at;
        this.check = uniforms -> {
            if (context != null) {
                ByteBuffer block = uniforms.slice(at, kernel.uniformBytes()).order(ByteOrder.nativeOrder());
                context.with(block).check(kernel.indices().orElseThrow(AssertionError::new));
            }
        };
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public RecordedCall uniform(int offset, float value) {
        synchronized (batch) {
            ByteBuffer uniforms = uniforms();
            if (at >= 0) {
                uniforms.putFloat(at + offset, value);
            }
        }
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public RecordedCall uniform(int offset, int value) {
        synchronized (batch) {
            ByteBuffer uniforms = uniforms();
            if (at >= 0) {
                uniforms.putInt(at + offset, value);
            }
        }
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public RecordedCall uniform(int offset, long value) {
        synchronized (batch) {
            ByteBuffer uniforms = uniforms();
            if (at >= 0) {
                uniforms.putLong(at + offset, value);
            }
        }
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block; a {@code Half} by its bits. */
    public RecordedCall uniform(int offset, short value) {
        synchronized (batch) {
            ByteBuffer uniforms = uniforms();
            if (at >= 0) {
                uniforms.putShort(at + offset, value);
            }
        }
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public RecordedCall uniform(int offset, byte value) {
        synchronized (batch) {
            ByteBuffer uniforms = uniforms();
            if (at >= 0) {
                uniforms.put(at + offset, value);
            }
        }
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public RecordedCall uniform(int offset, boolean value) {
        return uniform(offset, (byte) (value ? 1 : 0));
    }

    private ByteBuffer uniforms() {
        return Internals.get().change(batch, check);
    }
}
