package dev.smelt.examples.gallery.graphics;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float2x2;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.Sampler;
import dev.smelt.dsl.Texture2d;
import dev.smelt.dsl.ThreadPositionInGrid;

/** Turns a picture around its middle, through a texture's sampler. */
final class Rotation {
    private Rotation() {}

    /** Each pixel of {@code to} from where it was in {@code from}; beyond the border the picture goes on from the start. */
    @Kernel
    static void rotate(Texture2d from, Texture2d to, float angle, @ThreadPositionInGrid Int2 at) {
        if (at.x() >= to.width() || at.y() >= to.height()) {
            return;
        }
        Float2 middle = new Float2(0.5f * to.width(), 0.5f * to.height());
        Float2x2 back = new Float2x2(new Float2(cos(angle), -sin(angle)), new Float2(sin(angle), cos(angle)));
        Float2 place =
                back.mul(new Float2(at.x() + 0.5f, at.y() + 0.5f).sub(middle)).add(middle);
        Float2 coordinate = new Float2(place.x() / from.width(), place.y() / from.height());
        to.write(from.sample(Sampler.LINEAR_REPEAT, coordinate), at);
    }
}
