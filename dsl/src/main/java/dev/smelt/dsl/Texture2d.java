package dev.smelt.dsl;

/**
 * A picture whose pixels are four floats: red, green, blue and alpha. A kernel reads a texture or writes it, never both.
 * Callers pass a {@code dev.smelt.runtime.Texture} for it; in plain Java {@link #of} makes one.
 */
public abstract class Texture2d {
    /** For subclasses. */
    protected Texture2d() {}

    /** A texture in memory, all zero. */
    public static Texture2d of(int width, int height) {
        return new MemoryTexture(width, height);
    }

    /** Pixels of a row. */
    @Builtin("int($0.get_width())")
    public abstract int width();

    /** Rows. */
    @Builtin("int($0.get_height())")
    public abstract int height();

    /** The pixel at a column and row; all zero outside. */
    @Builtin("$0.read(uint2($1))")
    public abstract Float4 read(Int2 at);

    /** The colour at a place, whose coordinates are from 0 to 1. */
    @Builtin("$0.sample($1, $2)")
    public Float4 sample(Sampler sampler, Float2 coordinate) {
        return sampler.sample(this, coordinate);
    }

    /** Sets the pixel at a column and row; outside nothing happens. */
    @Builtin(value = "$0.write($1, uint2($2))", effect = Builtin.Effect.TEXTURE_WRITE)
    public abstract void write(Float4 color, Int2 at);

    /** Whether a pixel lies in the texture. */
    protected final boolean contains(Int2 at) {
        return at.x() >= 0 && at.y() >= 0 && at.x() < width() && at.y() < height();
    }
}
