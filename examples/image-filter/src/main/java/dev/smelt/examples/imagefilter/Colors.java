package dev.smelt.examples.imagefilter;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Kernel;

/**
 * What colours are computed with, as kernels. A pixel of a picture is an {@code int} of four bytes: alpha, red, green,
 * blue, the colour encoded as sRGB and not multiplied by alpha.
 */
final class Colors {
    private Colors() {}

    /**
     * The pixel as linear light, multiplied by alpha: red, green, blue, alpha from 0 to 1. Light adds up in this form,
     * so that the mean of two pixels is what the eye sees from afar, and invisible pixels lend no colour.
     */
    @Kernel
    static Float4 toLight(int argb) {
        float alpha = channel(argb, 24);
        Float3 light = new Float3(linear(channel(argb, 16)), linear(channel(argb, 8)), linear(channel(argb, 0)));
        return new Float4(light.mul(alpha), alpha);
    }

    /** The pixel of what {@link #toLight} gives, rounded to the nearest; all zero if alpha rounds to 0. */
    @Kernel
    static int toPixel(Float4 light) {
        int alpha = toByte(light.w());
        if (alpha == 0) {
            return 0;
        }
        Float3 color = light.xyz().div(light.w());
        return alpha << 24
                | toByte(encoded(color.x())) << 16
                | toByte(encoded(color.y())) << 8
                | toByte(encoded(color.z()));
    }

    /**
     * What an edge shows in: luma (Rec. 709, of the encoded colour, which is close to even steps for the eye) times
     * alpha, and alpha itself.
     */
    @Kernel
    static Float2 toLuma(int argb) {
        float alpha = channel(argb, 24);
        float luma = 0.2126f * channel(argb, 16) + 0.7152f * channel(argb, 8) + 0.0722f * channel(argb, 0);
        return new Float2(luma * alpha, alpha);
    }

    /** The opaque grey pixel of an encoded brightness; below 0 is black, above 1 is white. */
    @Kernel
    static int toGrey(float brightness) {
        return 0xff000000 | toByte(brightness) * 0x010101;
    }

    private static float channel(int argb, int shift) {
        return (argb >> shift & 0xff) / 255f;
    }

    private static int toByte(float value) {
        return (int) (clamp(value, 0f, 1f) * 255f + 0.5f);
    }

    /** IEC 61966-2-1, the definition of sRGB. */
    private static float linear(float encoded) {
        return encoded <= 0.04045f ? encoded / 12.92f : pow((encoded + 0.055f) / 1.055f, 2.4f);
    }

    private static float encoded(float linear) {
        float light = clamp(linear, 0f, 1f);
        return light <= 0.0031308f ? light * 12.92f : 1.055f * pow(light, 1f / 2.4f) - 0.055f;
    }
}
