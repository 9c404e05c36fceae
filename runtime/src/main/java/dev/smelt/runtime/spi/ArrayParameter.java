package dev.smelt.runtime.spi;

/**
 * An array parameter of a kernel; its place in {@link KernelDescriptor#arrays} is its buffer slot.
 *
 * @param name the name of the Java parameter
 * @param elementType {@code float.class} and the other scalars, {@code Half.class}, or a record
 * @param access what the kernel does with it
 * @param lengthOffset where its length, an {@code int}, lies in the uniform block; -1 if the kernel does not use it
 */
public record ArrayParameter(String name, Class<?> elementType, Access access, int lengthOffset) {}
