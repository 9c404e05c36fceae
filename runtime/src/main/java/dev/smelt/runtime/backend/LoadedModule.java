package dev.smelt.runtime.backend;

import dev.smelt.runtime.spi.KernelDescriptor;

/** A class of kernels made ready on one device. Thread-safe. */
public interface LoadedModule {
    /** The most threads that a threadgroup of this kernel may have. */
    int maxThreadsPerThreadgroup(KernelDescriptor kernel);

    /** Gives back what was loaded; called when the library is garbage or the device closed. */
    void close();
}
