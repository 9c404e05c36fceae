package dev.smelt.runtime.spi;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.Texture;
import dev.smelt.runtime.backend.Internals;
import dev.smelt.runtime.backend.Lifetime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a kernel in the making: takes uniforms and arrays, then runs or is recorded, once. Everything that can be
 * wrong with a call is found here, before anything runs. For use by one thread, which gets the same object again for its
 * next call, so that calls make no garbage.
 */
public final class Invocation {
    /** Those that are not in use. One that is given up half-way is left to the garbage collector. */
    private static final ThreadLocal<@Nullable Invocation> IDLE = new ThreadLocal<>();

    private final Arguments arguments = new Arguments();
    private @Nullable KernelLibrary library;
    private @Nullable KernelDescriptor kernel;

    private Invocation() {}

    /**
     * Begins a call.
     *
     * @param grid null for a map kernel, whose grid is the length of its result
     */
    static Invocation begin(KernelLibrary library, KernelDescriptor kernel, @Nullable Grid grid) {
        Invocation invocation = IDLE.get();
        if (invocation == null) {
            invocation = new Invocation();
        } else {
            IDLE.set(null);
        }
        invocation.library = library;
        invocation.kernel = kernel;
        invocation.arguments.begin(library, kernel, grid);
        return invocation;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, float value) {
        arguments.uniforms().putFloat(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, int value) {
        arguments.uniforms().putInt(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, long value) {
        arguments.uniforms().putLong(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block; a {@code Half} by its bits. */
    public Invocation uniform(int offset, short value) {
        arguments.uniforms().putShort(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, byte value) {
        arguments.uniforms().put(offset, value);
        return this;
    }

    /** Sets the uniform, or the component of one, at {@code offset} of the block. */
    public Invocation uniform(int offset, boolean value) {
        arguments.uniforms().put(offset, (byte) (value ? 1 : 0));
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
        arguments.bind(index, array);
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
        arguments.bind(index, texture);
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
        try {
            arguments.complete();
            if (!arguments.grid().isEmpty()) {
                runHolding(library().device());
            }
        } finally {
            end();
        }
    }

    private void runHolding(Device device) {
        Lifetime lifetime = Internals.get().lifetime(device);
        if (!lifetime.acquire()) {
            throw arguments.deviceClosed();
        }
        int held = 0;
        try {
            held = arguments.hold();
            Internals.get().run(device, arguments);
        } finally {
            arguments.letGo(held);
            lifetime.release();
        }
    }

    /**
     * Adds the call to a batch, to run when that is submitted.
     *
     * @throws NullPointerException if {@code batch} is null
     * @throws IllegalArgumentException if the arrays do not fit each other or the grid, or {@code batch} is of another
     *     device
     * @throws IllegalStateException if an array or the device is closed, or {@code batch} is closed
     */
    public RecordedCall record(Batch batch) {
        KernelDescriptor called = Objects.requireNonNull(kernel);
        if (batch == null) {
            throw new NullPointerException(called + ": argument 'batch' is null");
        }
        try {
            Device device = library().device();
            if (batch.device() != device) {
                throw new IllegalArgumentException(called + ": the batch belongs to another device (" + batch.device()
                        + ") than the kernel (" + device + ")");
            }
            arguments.complete();
            int at = Internals.get().record(batch, arguments, uses(called));
            return new RecordedCall(batch, at, called, at < 0 ? null : arguments.indexContext());
        } finally {
            end();
        }
    }

    private List<Internals.Use> uses(KernelDescriptor called) {
        List<Internals.Use> uses = new ArrayList<>();
        for (int i = 0; i < called.arrays().size(); i++) {
            String what = called + ": array '" + called.arrays().get(i).name() + "'";
            uses.add(new Internals.Use(arguments.array(i).lifetime(), what));
        }
        for (int i = 0; i < called.textures().size(); i++) {
            String what = called + ": texture '" + called.textures().get(i).name() + "'";
            uses.add(new Internals.Use(arguments.texture(i).lifetime(), what));
        }
        return uses;
    }

    private KernelLibrary library() {
        if (library == null) {
            throw new AssertionError("a call that has run is run again");
        }
        return library;
    }

    /** Forgets the call, for the next one. */
    private void end() {
        arguments.end();
        library = null;
        kernel = null;
        IDLE.set(this);
    }
}
