package dev.smelt.runtime.backend;

import dev.smelt.runtime.Grid;
import dev.smelt.runtime.spi.KernelDescriptor;
import java.nio.ByteBuffer;

/** One run of a kernel, checked and complete. Valid only during the call that it is given to. */
public interface Dispatch {
    /** The class of kernels, as loaded by the backend that runs this. */
    LoadedModule module();

    /** Which of them. */
    KernelDescriptor kernel();

    /** Its threads; not empty. */
    Grid grid();

    /** The memory of the array parameter {@code slot}. */
    Memory array(int slot);

    /** The memory of the texture parameter {@code slot}. */
    TextureMemory texture(int slot);

    /** The uniform block in native order, from position 0 to its limit. */
    ByteBuffer uniforms();
}
