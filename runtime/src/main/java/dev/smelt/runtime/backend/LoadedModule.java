package dev.smelt.runtime.backend;

import dev.smelt.runtime.spi.KernelDescriptor;

/** A class of kernels made ready on one device; what it holds is given back when it is garbage or
 * the device closed. Thread-safe. */
public interface LoadedModule {
    /** Whether its kernels run in checked mode. */
    boolean isChecked();

    /** The most threads that a threadgroup of this kernel may have. */
    int maxThreadsPerThreadgroup(KernelDescriptor kernel);
}
