package dev.smelt.runtime.spi;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.DeviceArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.Texture;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.Internals;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.TextureMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a kernel in the making: takes uniforms and arrays, then runs or is recorded, once. Everything that can be
 * wrong with a call is found here, before anything runs. For use by one thread.
 */
public final class Invocation {
    private final KernelLibrary library;
    private final KernelDescriptor kernel;
    private final @Nullable Grid grid;
    private final ByteBuffer uniforms;
    private final @Nullable DeviceArray[] arrays;
    private final @Nullable Texture[] textures;

    Invocation(KernelLibrary library, KernelDescriptor kernel, @Nullable Grid grid) {
        this.library = library;
        this.kernel = kernel;
        this.grid = grid;
        this.uniforms = ByteBuffer.allocate(kernel.uniformBytes()).order(ByteOrder.nativeOrder());
        this.arrays = new DeviceArray[kernel.arrays().size()];
        this.textures = new Texture[kernel.textures().size()];
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, float value) {
        uniforms.putFloat(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, int value) {
        uniforms.putInt(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, long value) {
        uniforms.putLong(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block; a {@code Half} by its bits. */
    public Invocation uniform(int offset, short value) {
        uniforms.putShort(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, byte value) {
        uniforms.put(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, boolean value) {
        uniforms.put(offset, (byte) (value ? 1 : 0));
        return this;
    }

    /**
     * Binds an array to the array parameter {@code index}, and puts its length where the kernel expects it.
     *
     * @throws NullPointerException if {@code array} is null
     * @throws IllegalStateException if {@code array} or its device is closed
     * @throws IllegalArgumentException if {@code array} is of another device, or has other elements than the kernel's
     */
    public Invocation array(int index, DeviceArray array) {
        ArrayParameter parameter = kernel.arrays().get(index);
        if (array == null) {
            throw new NullPointerException(kernel + ": argument '" + parameter.name() + "' is null");
        }
        checkUsable(parameter, array);
        if (array.device() != library.device()) {
            throw new IllegalArgumentException(
                    kernel + ": array '" + parameter.name() + "' (" + array + ") belongs to another device ("
                            + array.device() + ") than the kernel (" + library.device() + ")");
        }
        Class<?> elementType = memory(array).type().javaType();
        if (elementType != parameter.elementType()) {
            throw new IllegalArgumentException(kernel + ": array '" + parameter.name() + "' has elements of "
                    + elementType.getTypeName() + ", but the kernel's are "
                    + parameter.elementType().getTypeName());
        }
        arrays[index] = array;
        if (parameter.lengthOffset() >= 0) {
            uniforms.putInt(parameter.lengthOffset(), array.length());
        }
        return this;
    }

    /**
     * Binds a texture to the texture parameter {@code index}.
     *
     * @throws NullPointerException if {@code texture} is null
     * @throws IllegalStateException if {@code texture} or its device is closed
     * @throws IllegalArgumentException if {@code texture} is of another device
     */
    public Invocation texture(int index, Texture texture) {
        TextureParameter parameter = kernel.textures().get(index);
        if (texture == null) {
            throw new NullPointerException(kernel + ": argument '" + parameter.name() + "' is null");
        }
        checkUsable(parameter, texture);
        if (texture.device() != library.device()) {
            throw new IllegalArgumentException(
                    kernel + ": texture '" + parameter.name() + "' (" + texture + ") belongs to another device ("
                            + texture.device() + ") than the kernel (" + library.device() + ")");
        }
        textures[index] = texture;
        return this;
    }

    /**
     * Runs the kernel, and returns when its results can be read.
     *
     * @throws IllegalArgumentException if the arrays do not fit each other or the grid
     * @throws IllegalStateException if an array or the device is closed
     * @throws KernelExecutionException if the kernel fails
     */
    public void run() {
        Dispatch dispatch = dispatch();
        if (dispatch.grid().isEmpty()) {
            return;
        }
        Lifetime device = Internals.get().lifetime(library.device());
        if (!device.acquire()) {
            throw deviceClosed();
        }
        int held = 0;
        int heldTextures = 0;
        try {
            for (Memory memory : dispatch.arrays()) {
                if (!memory.lifetime().acquire()) {
                    throw closed(kernel.arrays().get(held), bound(held), "is closed");
                }
                held++;
            }
            for (TextureMemory memory : dispatch.textures()) {
                if (!memory.lifetime().acquire()) {
                    throw closed(kernel.textures().get(heldTextures), boundTexture(heldTextures), "is closed");
                }
                heldTextures++;
            }
            Internals.get().backend(library.device()).run(dispatch);
        } finally {
            for (int i = 0; i < held; i++) {
                dispatch.arrays().get(i).lifetime().release();
            }
            for (int i = 0; i < heldTextures; i++) {
                dispatch.textures().get(i).lifetime().release();
            }
            device.release();
        }
    }

    /**
     * Adds the call to a batch, to run when that is submitted.
     *
     * @throws NullPointerException if {@code batch} is null
     * @throws IllegalArgumentException if the arrays do not fit each other or the grid, or {@code batch} is of another
     *     device
     * @throws IllegalStateException if an array or the device is closed, or {@code batch} is closed or submitted
     */
    public void record(Batch batch) {
        if (batch == null) {
            throw new NullPointerException(kernel + ": argument 'batch' is null");
        }
        if (batch.device() != library.device()) {
            throw new IllegalArgumentException(kernel + ": the batch belongs to another device (" + batch.device()
                    + ") than the kernel (" + library.device() + ")");
        }
        Internals.get().record(batch, dispatch());
    }

    private Dispatch dispatch() {
        List<Memory> memories = new ArrayList<>(arrays.length);
        for (int i = 0; i < arrays.length; i++) {
            checkUsable(kernel.arrays().get(i), bound(i));
            memories.add(memory(bound(i)));
        }
        List<TextureMemory> textureMemories = textureMemories();
        if (Internals.get().lifetime(library.device()).isClosed()) {
            throw deviceClosed();
        }
        Grid threads = grid != null ? grid : mapGrid();
        checkThreadgroup(threads);
        if (!threads.isEmpty() && kernel.indices().isPresent()) {
            int[] lengths = memories.stream().mapToInt(Memory::length).toArray();
            new IndexContext(kernel, threads, lengths, uniforms)
                    .check(kernel.indices().get());
        }
        return new Dispatch(library.loaded(), kernel, threads, memories, textureMemories, uniforms);
    }

    private List<TextureMemory> textureMemories() {
        List<TextureMemory> memories = new ArrayList<>(textures.length);
        for (int i = 0; i < textures.length; i++) {
            checkUsable(kernel.textures().get(i), boundTexture(i));
            for (int j = 0; j < i; j++) {
                checkDistinct(i, j);
            }
            memories.add(Internals.get().memory(boundTexture(i)));
        }
        return memories;
    }

    /** What a kernel reads of a texture that it writes at the same time, Metal leaves undefined. */
    private void checkDistinct(int i, int j) {
        TextureParameter one = kernel.textures().get(j);
        TextureParameter other = kernel.textures().get(i);
        if (textures[i] == textures[j]
                && (one.access().writes() || other.access().writes())) {
            throw new IllegalArgumentException(
                    kernel + ": one texture (" + textures[i] + ") is given as '" + one.name() + "' and as '"
                            + other.name() + "', but a texture that is written is neither read nor written again");
        }
    }

    /** A map kernel runs once for each element; all arrays have as many. */
    private Grid mapGrid() {
        int length = bound(arrays.length - 1).length();
        if (Arrays.stream(arrays).anyMatch(array -> array != null && array.length() != length)) {
            StringBuilder lengths = new StringBuilder();
            for (int i = 0; i < arrays.length; i++) {
                lengths.append(i == 0 ? "" : ", ")
                        .append(kernel.arrays().get(i).name())
                        .append(" has ")
                        .append(Counts.elements(bound(i).length()));
            }
            throw new IllegalArgumentException(kernel + ": the arrays have different lengths: " + lengths);
        }
        return Grid.of(length);
    }

    private void checkThreadgroup(Grid threads) {
        if (!threads.hasThreadgroup()) {
            return;
        }
        long size = (long) threads.threadgroupWidth() * threads.threadgroupHeight();
        int limit = library.loaded().maxThreadsPerThreadgroup(kernel);
        if (size > limit || size * threads.threadgroupDepth() > limit) {
            throw new IllegalArgumentException(kernel + ": the threadgroup of " + threads + " is too large: the kernel"
                    + " runs in threadgroups of at most " + limit + " threads on " + library.device());
        }
    }

    private DeviceArray bound(int index) {
        DeviceArray array = arrays[index];
        if (array == null) {
            throw new AssertionError(kernel + ": '" + kernel.arrays().get(index).name() + "' was not bound");
        }
        return array;
    }

    private Texture boundTexture(int index) {
        Texture texture = textures[index];
        if (texture == null) {
            throw new AssertionError(
                    kernel + ": '" + kernel.textures().get(index).name() + "' was not bound");
        }
        return texture;
    }

    private void checkUsable(TextureParameter parameter, Texture texture) {
        String why = Internals.get().whyUnusable(texture);
        if (!why.isEmpty()) {
            throw closed(parameter, texture, why);
        }
    }

    private IllegalStateException closed(TextureParameter parameter, Texture texture, String why) {
        return new IllegalStateException(kernel + ": texture '" + parameter.name() + "' (" + texture + ") " + why);
    }

    private void checkUsable(ArrayParameter parameter, DeviceArray array) {
        String why = Internals.get().whyUnusable(array);
        if (!why.isEmpty()) {
            throw closed(parameter, array, why);
        }
    }

    private IllegalStateException closed(ArrayParameter parameter, DeviceArray array, String why) {
        return new IllegalStateException(kernel + ": array '" + parameter.name() + "' (" + array + ") " + why);
    }

    private IllegalStateException deviceClosed() {
        return new IllegalStateException(kernel + ": device " + library.device() + " is closed");
    }

    private static Memory memory(DeviceArray array) {
        return Internals.get().memory(array);
    }
}
