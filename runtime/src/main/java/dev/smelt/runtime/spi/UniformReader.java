package dev.smelt.runtime.spi;

import java.nio.ByteBuffer;

/** Reads the uniform block. Offsets are in bytes, as in the descriptor. */
public abstract sealed class UniformReader permits JvmArguments, IndexContext {
    private final ByteBuffer uniforms;

    UniformReader(ByteBuffer uniforms) {
        this.uniforms = uniforms;
    }

    /** The uniform block. */
    final ByteBuffer uniforms() {
        return uniforms;
    }

    /** The {@code float} at {@code offset}. */
    public final float floatAt(int offset) {
        return uniforms.getFloat(offset);
    }

    /** The {@code int} at {@code offset}. */
    public final int intAt(int offset) {
        return uniforms.getInt(offset);
    }

    /** The {@code long} at {@code offset}. */
    public final long longAt(int offset) {
        return uniforms.getLong(offset);
    }

    /** The {@code short}, or the bits of the {@code Half}, at {@code offset}. */
    public final short shortAt(int offset) {
        return uniforms.getShort(offset);
    }

    /** The {@code byte} at {@code offset}. */
    public final byte byteAt(int offset) {
        return uniforms.get(offset);
    }

    /** The {@code boolean} at {@code offset}. */
    public final boolean booleanAt(int offset) {
        return uniforms.get(offset) != 0;
    }
}
