package dev.smelt.compiler.wrapper;

import dev.smelt.compiler.ir.KernelParameter.Access;
import dev.smelt.compiler.ir.Type;

/** A parameter of a kernel's wrapper method. */
public sealed interface Argument {
    /** The user's name for it. */
    String name();

    /**
     * Device memory.
     *
     * @param slot its index among the arrays
     * @param element the type of its elements
     * @param lengthOffset where the kernel wants its length in the uniform block, or -1
     */
    record OfArray(String name, int slot, Type element, Access access, int lengthOffset) implements Argument {}

    /**
     * A texture.
     *
     * @param slot its index among the textures
     */
    record OfTexture(String name, int slot, Access access) implements Argument {}

    /**
     * A value for all threads.
     *
     * @param offset of its first byte in the uniform block
     */
    record OfUniform(String name, Type type, int offset) implements Argument {}
}
