package dev.smelt.runtime.spi;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.Texture;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.Internals;
import dev.smelt.runtime.backend.LoadedModule;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.TextureMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, and their checks. Used again for the next call. */
final class Arguments implements Dispatch {
    private @Nullable KernelLibrary library;
    private @Nullable KernelDescriptor kernel;
    private @Nullable Grid grid;
    private ByteBuffer uniforms = allocate(64);
    private @Nullable DeviceArray[] arrays = new DeviceArray[8];
    private @Nullable Texture[] textures = new Texture[0];

    @SuppressWarnings("ByteBufferBackingArray") // it is made here, with an array from index 0
    void begin(KernelLibrary library, KernelDescriptor kernel, @Nullable Grid grid) {
        this.library = library;
        this.kernel = kernel;
        this.grid = grid;
        if (uniforms.capacity() < kernel.uniformBytes()) {
            uniforms = allocate(kernel.uniformBytes());
        }
        uniforms.limit(kernel.uniformBytes());
        Arrays.fill(uniforms.array(), 0, kernel.uniformBytes(), (byte) 0);
        if (arrays.length < kernel.arrays().size()) {
            arrays = new DeviceArray[kernel.arrays().size()];
        }
        if (textures.length < kernel.textures().size()) {
            textures = new Texture[kernel.textures().size()];
        }
    }

    void end() {
        Arrays.fill(arrays, null);
        Arrays.fill(textures, null);
        library = null;
        kernel = null;
        grid = null;
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.nativeOrder());
    }

    void bind(int index, DeviceArray array) {
        ArrayParameter parameter = kernel().arrays().get(index);
        if (array == null) {
            throw new NullPointerException(kernel() + ": argument '" + parameter.name() + "' is null");
        }
        checkUsable("array", parameter.name(), array, Internals.get().whyUnusable(array));
        checkDevice("array", parameter.name(), array, array.device());
        Class<?> elementType = Internals.get().memory(array).type().javaType();
        if (elementType != parameter.elementType()) {
            throw new IllegalArgumentException(kernel() + ": array '" + parameter.name() + "' has elements of "
                    + elementType.getTypeName() + ", but the kernel's are "
                    + parameter.elementType().getTypeName());
        }
        if (array.isReadOnly() && parameter.access().writes()) {
            throw new IllegalArgumentException(kernel() + ": array '" + parameter.name() + "' (" + array
                    + ") is over read-only memory, but the kernel writes it");
        }
        arrays[index] = array;
        if (parameter.lengthOffset() >= 0) {
            uniforms.putInt(parameter.lengthOffset(), array.length());
        }
    }

    void bind(int index, Texture texture) {
        TextureParameter parameter = kernel().textures().get(index);
        if (texture == null) {
            throw new NullPointerException(kernel() + ": argument '" + parameter.name() + "' is null");
        }
        checkUsable("texture", parameter.name(), texture, Internals.get().whyUnusable(texture));
        checkDevice("texture", parameter.name(), texture, texture.device());
        textures[index] = texture;
    }

    private void checkDevice(String kind, String name, Object argument, Device device) {
        if (device != library().device()) {
            throw new IllegalArgumentException(
                    kernel() + ": " + kind + " '" + name + "' (" + argument + ") belongs to another device (" + device
                            + ") than the kernel (" + library().device() + ")");
        }
    }

    /** Makes all the checks that need all arguments; afterwards this is a valid dispatch. */
    void complete() {
        List<ArrayParameter> arrayParameters = kernel().arrays();
        for (int i = 0; i < arrayParameters.size(); i++) {
            DeviceArray array = bound(i);
            checkUsable(
                    "array",
                    arrayParameters.get(i).name(),
                    array,
                    Internals.get().whyUnusable(array));
        }
        List<TextureParameter> textureParameters = kernel().textures();
        for (int i = 0; i < textureParameters.size(); i++) {
            Texture texture = boundTexture(i);
            checkUsable(
                    "texture",
                    textureParameters.get(i).name(),
                    texture,
                    Internals.get().whyUnusable(texture));
            for (int j = 0; j < i; j++) {
                checkDistinct(textureParameters.get(j), textureParameters.get(i), boundTexture(j), texture);
            }
        }
        if (Internals.get().lifetime(library().device()).isClosed()) {
            throw deviceClosed();
        }
        Grid threads = grid;
        if (threads == null) {
            threads = mapGrid();
            grid = threads;
        }
        checkThreadgroup(threads);
        IndexContext context = indexContext();
        if (!threads.isEmpty() && context != null) {
            context.check(kernel().indices().orElseThrow(AssertionError::new));
        }
    }

    /** What the indices are checked with; null where there is nothing to check, or the kernel checks more exactly itself. */
    @Nullable
    IndexContext indexContext() {
        if (kernel().indices().isEmpty() || module().isChecked()) {
            return null;
        }
        int[] lengths = new int[kernel().arrays().size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = bound(i).length();
        }
        return new IndexContext(kernel(), grid(), lengths, uniforms);
    }

    /** What a kernel reads of a texture that it writes at the same time, Metal leaves undefined. */
    private void checkDistinct(TextureParameter one, TextureParameter other, Texture first, Texture second) {
        if (first == second && (one.access().writes() || other.access().writes())) {
            throw new IllegalArgumentException(kernel() + ": one texture (" + first + ") is given as '" + one.name()
                    + "' and as '" + other.name()
                    + "', but a texture that is written is neither read nor written again");
        }
    }

    /** A map kernel runs once for each element; all arrays have as many. */
    private Grid mapGrid() {
        int count = kernel().arrays().size();
        int length = bound(count - 1).length();
        for (int i = 0; i < count; i++) {
            if (bound(i).length() != length) {
                throw new IllegalArgumentException(kernel() + ": the arrays have different lengths: " + lengths(count));
            }
        }
        return Grid.of(length);
    }

    private String lengths(int count) {
        StringBuilder lengths = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lengths.append(i == 0 ? "" : ", ")
                    .append(kernel().arrays().get(i).name())
                    .append(" has ")
                    .append(Counts.elements(bound(i).length()));
        }
        return lengths.toString();
    }

    private void checkThreadgroup(Grid threads) {
        if (!threads.hasThreadgroup()) {
            return;
        }
        long size = (long) threads.threadgroupWidth() * threads.threadgroupHeight();
        int limit = module().maxThreadsPerThreadgroup(kernel());
        if (size > limit || size * threads.threadgroupDepth() > limit) {
            throw new IllegalArgumentException(kernel() + ": the threadgroup of " + threads
                    + " is too large: the kernel runs in threadgroups of at most " + limit + " threads on "
                    + library().device());
        }
    }

    /** Begins a use of everything, and says of how many things; if one is closed, of none. */
    int hold() {
        int arrayCount = kernel().arrays().size();
        int count = arrayCount + kernel().textures().size();
        for (int i = 0; i < count; i++) {
            if (!(i < arrayCount ? array(i).lifetime() : texture(i - arrayCount).lifetime()).acquire()) {
                letGo(i);
                throw i < arrayCount
                        ? closed("array", kernel().arrays().get(i).name(), bound(i), "is closed")
                        : closed(
                                "texture",
                                kernel().textures().get(i - arrayCount).name(),
                                boundTexture(i - arrayCount),
                                "is closed");
            }
        }
        return count;
    }

    /** Ends the use of the first {@code count} things. */
    void letGo(int count) {
        int arrayCount = kernel().arrays().size();
        for (int i = 0; i < count; i++) {
            (i < arrayCount ? array(i).lifetime() : texture(i - arrayCount).lifetime()).release();
        }
    }

    private DeviceArray bound(int index) {
        DeviceArray array = arrays[index];
        if (array == null) {
            throw new AssertionError(
                    kernel() + ": '" + kernel().arrays().get(index).name() + "' was not bound");
        }
        return array;
    }

    private Texture boundTexture(int index) {
        Texture texture = textures[index];
        if (texture == null) {
            throw new AssertionError(
                    kernel() + ": '" + kernel().textures().get(index).name() + "' was not bound");
        }
        return texture;
    }

    private void checkUsable(String kind, String name, Object argument, String why) {
        if (!why.isEmpty()) {
            throw closed(kind, name, argument, why);
        }
    }

    private IllegalStateException closed(String kind, String name, Object argument, String why) {
        return new IllegalStateException(kernel() + ": " + kind + " '" + name + "' (" + argument + ") " + why);
    }

    IllegalStateException deviceClosed() {
        return new IllegalStateException(kernel() + ": device " + library().device() + " is closed");
    }

    private KernelLibrary library() {
        return Objects.requireNonNull(library);
    }

    @Override
    public LoadedModule module() {
        return library().loaded();
    }

    @Override
    public KernelDescriptor kernel() {
        return Objects.requireNonNull(kernel);
    }

    @Override
    public Grid grid() {
        return Objects.requireNonNull(grid);
    }

    @Override
    public Memory array(int slot) {
        return Internals.get().memory(bound(slot));
    }

    @Override
    public TextureMemory texture(int slot) {
        return Internals.get().memory(boundTexture(slot));
    }

    @Override
    public ByteBuffer uniforms() {
        return uniforms;
    }
}
