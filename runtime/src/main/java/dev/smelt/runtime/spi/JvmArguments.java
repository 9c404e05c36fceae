package dev.smelt.runtime.spi;

import dev.smelt.dsl.Texture2d;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a kernel on the JVM device: arrays by slot, uniforms by their offset in the uniform block. The same
 * for all threadgroups of a run; safe for use by many threads, unless it is of one ({@link #forWorker}).
 */
public final class JvmArguments extends UniformReader {
    private final Object[] arrays;
    private final int[] lengths;
    private final Texture2d[] textures;
    /** What workers have made for the threadgroups that they run, while they don't use it. */
    private final ConcurrentLinkedQueue<Object> idle;
    /** What one worker keeps from one threadgroup to the next, so that it needs not ask the others each time. */
    private @Nullable Object kept;

    private final boolean ofWorker;

    /**
     * The arguments of one run.
     *
     * @param arrays for each slot what {@link #floats}, {@link #structs} and so on will give; not copied
     * @param lengths for each slot the number of elements; not copied
     * @param uniforms the uniform block, in native order
     */
    public JvmArguments(Object[] arrays, int[] lengths, ByteBuffer uniforms) {
        this(arrays, lengths, new Texture2d[0], uniforms);
    }

    /**
     * The arguments of one run of a kernel that has textures.
     *
     * @param textures for each texture slot what {@link #texture} will give; not copied
     */
    public JvmArguments(Object[] arrays, int[] lengths, Texture2d[] textures, ByteBuffer uniforms) {
        this(arrays, lengths, textures, uniforms, new ConcurrentLinkedQueue<>(), false);
    }

    private JvmArguments(
            Object[] arrays,
            int[] lengths,
            Texture2d[] textures,
            ByteBuffer uniforms,
            ConcurrentLinkedQueue<Object> idle,
            boolean ofWorker) {
        super(uniforms);
        this.arrays = arrays;
        this.lengths = lengths;
        this.textures = textures;
        this.idle = idle;
        this.ofWorker = ofWorker;
    }

    /**
     * The same arguments of the same run for the threadgroups that one worker runs, one after the other; for use by one
     * thread, which calls {@link #leave} at the end.
     */
    public JvmArguments forWorker() {
        return new JvmArguments(arrays, lengths, textures, uniforms(), idle, true);
    }

    /** Leaves what a worker has kept to the others. */
    public void leave() {
        Object left = kept;
        if (left != null) {
            kept = null;
            idle.add(left);
        }
    }

    /** A texture; for use by many threads. */
    public Texture2d texture(int slot) {
        return textures[slot];
    }

    /** The same arguments with another uniform block, for another run. */
    public JvmArguments with(ByteBuffer uniforms) {
        return new JvmArguments(arrays, lengths, textures, uniforms);
    }

    /** The elements of a {@code float[]} parameter. */
    public float[] floats(int slot) {
        return (float[]) arrays[slot];
    }

    /** The elements of an {@code int[]} parameter. */
    public int[] ints(int slot) {
        return (int[]) arrays[slot];
    }

    /** The elements of a {@code long[]} parameter. */
    public long[] longs(int slot) {
        return (long[]) arrays[slot];
    }

    /** The elements of a {@code short[]} parameter, or the bits of a {@code Half[]}. */
    public short[] shorts(int slot) {
        return (short[]) arrays[slot];
    }

    /** The elements of a {@code byte[]} parameter, or of a {@code boolean[]} as 0 and 1. */
    public byte[] bytes(int slot) {
        return (byte[]) arrays[slot];
    }

    /**
     * The bytes of an array of vectors or records, in native order with MSL's layout, from index 0. One buffer for all
     * threads: use the absolute methods only.
     */
    public ByteBuffer structs(int slot) {
        return (ByteBuffer) arrays[slot];
    }

    /**
     * What a kernel keeps for a threadgroup while it runs: one that another threadgroup has given back, or a new one.
     * All calls of a run ask for the same type.
     */
    @SuppressWarnings("unchecked") // all that is ever given back has been made by this kernel
    public <T> T borrow(Supplier<T> make) {
        Object known = kept;
        if (known == null) {
            known = idle.poll();
        } else {
            kept = null;
        }
        return known == null ? make.get() : (T) known;
    }

    /** Gives back what was borrowed. */
    public void giveBack(Object borrowed) {
        if (ofWorker) {
            kept = borrowed;
        } else {
            idle.add(borrowed);
        }
    }

    /** The number of elements of an array. */
    public int length(int slot) {
        return lengths[slot];
    }
}
