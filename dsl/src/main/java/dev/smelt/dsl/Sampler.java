package dev.smelt.dsl;

/**
 * How {@link Texture2d#sample} finds a colour between the centres of pixels (MSL specification, section 2.10). Coordinates
 * are normalized: 0 is the left or upper edge of the texture, 1 the right or lower one.
 */
public final class Sampler {
    /** The nearest pixel; beyond an edge the pixel at the edge. */
    @Builtin("smelt_sampler_nearest_clamp")
    public static final Sampler NEAREST_CLAMP = new Sampler(false, false);

    /** The nearest pixel; beyond an edge the texture goes on from the opposite one. */
    @Builtin("smelt_sampler_nearest_repeat")
    public static final Sampler NEAREST_REPEAT = new Sampler(false, true);

    /** The four pixels around, by distance; beyond an edge the pixels at the edge. */
    @Builtin("smelt_sampler_linear_clamp")
    public static final Sampler LINEAR_CLAMP = new Sampler(true, false);

    /** The four pixels around, by distance; beyond an edge the texture goes on from the opposite one. */
    @Builtin("smelt_sampler_linear_repeat")
    public static final Sampler LINEAR_REPEAT = new Sampler(true, true);

    private final boolean linear;
    private final boolean repeat;

    private Sampler(boolean linear, boolean repeat) {
        this.linear = linear;
        this.repeat = repeat;
    }

    /** The colour of a texture at a place. */
    Float4 sample(Texture2d texture, Float2 coordinate) {
        float x = coordinate.x() * texture.width();
        float y = coordinate.y() * texture.height();
        if (!linear) {
            return pixel(texture, floor(x), floor(y));
        }
        // The centres of pixels lie at halves.
        float left = (float) Math.floor(x - 0.5f);
        float top = (float) Math.floor(y - 0.5f);
        float across = x - 0.5f - left;
        float down = y - 0.5f - top;
        int x0 = (int) left;
        int y0 = (int) top;
        Float4 upper = mix(pixel(texture, x0, y0), pixel(texture, x0 + 1, y0), across);
        Float4 lower = mix(pixel(texture, x0, y0 + 1), pixel(texture, x0 + 1, y0 + 1), across);
        return mix(upper, lower, down);
    }

    private static int floor(float x) {
        return (int) Math.floor(x);
    }

    private static Float4 mix(Float4 a, Float4 b, float t) {
        return a.mul(1f - t).add(b.mul(t));
    }

    private Float4 pixel(Texture2d texture, int x, int y) {
        return texture.read(new Int2(index(x, texture.width()), index(y, texture.height())));
    }

    private int index(int i, int size) {
        return repeat ? Math.floorMod(i, size) : Math.max(0, Math.min(i, size - 1));
    }
}
