package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.TextureUses;
import dev.smelt.compiler.pass.TextureUses.Use;
import java.util.Locale;

/** What a kernel may do with a texture: part of the texture's type in MSL (2.9). */
enum TextureAccess {
    READ,
    /** Interpolated by samplers; its pixels may be read too. */
    SAMPLE,
    WRITE;

    static TextureAccess of(Variable texture, TextureUses uses) {
        if (uses.has(texture, Use.WRITTEN)) {
            return WRITE;
        }
        return uses.has(texture, Use.SAMPLED) ? SAMPLE : READ;
    }

    /** The type of a texture with this access. */
    String type() {
        return "metal::texture2d<float, metal::access::" + name().toLowerCase(Locale.ROOT) + ">";
    }
}
