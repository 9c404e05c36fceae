package dev.smelt.runtime.spi;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.KernelCompilationException;
import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.backend.Internals;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.LoadedModule;
import java.util.Objects;

/** The kernels of one class, loaded on one device. Thread-safe; it lives as long as its device, or until it is garbage. */
public final class KernelLibrary {
    private final Device device;
    private final ModuleDescriptor module;
    private final LoadedModule loaded;

    private KernelLibrary(Device device, ModuleDescriptor module, LoadedModule loaded) {
        this.device = device;
        this.module = module;
        this.loaded = loaded;
    }

    /**
     * Loads the kernels of a class.
     *
     * @throws NullPointerException if {@code device} is null
     * @throws IllegalStateException if {@code device} is closed
     * @throws KernelCompilationException if they cannot be made ready for the device
     */
    public static KernelLibrary load(Device device, ModuleDescriptor module) {
        Objects.requireNonNull(device, "device");
        Backend backend = Internals.get().backend(device);
        Lifetime lifetime = Internals.get().lifetime(device);
        if (!lifetime.acquire()) {
            throw new IllegalStateException(module.className() + ": device " + device + " is closed");
        }
        try {
            return new KernelLibrary(device, module, backend.load(module));
        } finally {
            lifetime.release();
        }
    }

    /**
     * Begins a call of a grid kernel.
     *
     * @throws NullPointerException if {@code grid} is null
     */
    public Invocation invocation(KernelDescriptor kernel, Grid grid) {
        if (grid == null) {
            throw new NullPointerException(kernel + ": argument 'grid' is null");
        }
        return Invocation.begin(this, kernel, grid);
    }

    /** Begins a call of a map kernel, whose grid is the length of its result. */
    public Invocation mapInvocation(KernelDescriptor kernel) {
        return Invocation.begin(this, kernel, null);
    }

    /** Begins a call with plain Java arrays. */
    public Staging staging(KernelDescriptor kernel) {
        return new Staging(device, kernel);
    }

    /** The class and the device, for debugging. */
    @Override
    public String toString() {
        return module.className() + " on " + device;
    }

    Device device() {
        return device;
    }

    LoadedModule loaded() {
        return loaded;
    }
}
