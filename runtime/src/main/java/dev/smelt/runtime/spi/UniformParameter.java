package dev.smelt.runtime.spi;

/**
 * A uniform parameter of a kernel.
 *
 * @param name the name of the Java parameter
 * @param type its Java type
 * @param offset where it lies in the uniform block
 */
public record UniformParameter(String name, Class<?> type, int offset) {}
