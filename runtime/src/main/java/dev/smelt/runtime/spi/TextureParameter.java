package dev.smelt.runtime.spi;

/**
 * A texture parameter of a kernel; its place in {@link KernelDescriptor#textures} is its texture slot.
 *
 * @param name the name of the Java parameter
 * @param access what the kernel does with it: {@link Access#READ} or {@link Access#WRITE}, never both
 */
public record TextureParameter(String name, Access access) {}
