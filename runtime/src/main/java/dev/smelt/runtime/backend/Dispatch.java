package dev.smelt.runtime.backend;

import dev.smelt.runtime.Grid;
import dev.smelt.runtime.spi.KernelDescriptor;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One run of a kernel, checked and complete.
 *
 * @param module the class of kernels, as loaded by the backend that runs this
 * @param kernel which of them
 * @param grid its threads; not empty
 * @param arrays one memory for each array parameter, in order
 * @param textures one memory for each texture parameter, in order
 * @param uniforms the uniform block in native order, from position 0 to its limit; not written any more
 */
public record Dispatch(
        LoadedModule module,
        KernelDescriptor kernel,
        Grid grid,
        List<Memory> arrays,
        List<TextureMemory> textures,
        ByteBuffer uniforms) {}
