package dev.smelt.examples.gallery.graphics;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Int3;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.Uniform;

/**
 * Noise for clouds and marble: gradients on a lattice, smoothly joined, octave over octave. K. Perlin, Improving Noise
 * (2002).
 */
final class PerlinNoise {
    private PerlinNoise() {}

    /** Noise of several octaves, each twice as fine and half as strong as the one before. */
    @Kernel
    static float turbulence(Float3 point, @Uniform int octaves, @Uniform int seed) {
        float sum = 0f;
        float strength = 1f;
        Float3 at = point;
        for (int octave = 0; octave < octaves; octave++, strength *= 0.5f, at = at.mul(2f)) {
            sum += strength * noise(at, seed + octave);
        }
        return sum;
    }

    static float noise(Float3 point, int seed) {
        Float3 corner = floor(point);
        Int3 cell = new Int3((int) corner.x(), (int) corner.y(), (int) corner.z());
        Float3 f = point.sub(corner);
        Float3 t = fade(f);
        float[] corners = new float[8];
        for (int k = 0; k < corners.length; k++) {
            Int3 offset = new Int3(k & 1, (k >> 1) & 1, k >> 2);
            Float3 way = f.sub(new Float3(offset.x(), offset.y(), offset.z()));
            corners[k] = slope(hash(cell.add(offset), seed), way);
        }
        float x0 = mix(mix(corners[0], corners[1], t.x()), mix(corners[2], corners[3], t.x()), t.y());
        float x1 = mix(mix(corners[4], corners[5], t.x()), mix(corners[6], corners[7], t.x()), t.y());
        return mix(x0, x1, t.z());
    }

    /** {@code 6 t^5 - 15 t^4 + 10 t^3}: flat up to the second derivative at 0 and 1. */
    private static Float3 fade(Float3 t) {
        Float3 inner = t.mul(t.mul(6f).sub(15f)).add(new Float3(10f));
        return t.mul(t).mul(t).mul(inner);
    }

    /** The product of a way and one of the twelve directions to the edges of a cube; four of them count twice. */
    static float slope(int hash, Float3 way) {
        int h = hash & 15;
        float u = h < 8 ? way.x() : way.y();
        float v = h < 4 ? way.y() : (h == 12 || h == 14 ? way.x() : way.z());
        return ((h & 1) == 0 ? u : -u) + ((h & 2) == 0 ? v : -v);
    }

    /** In place of a table: any bits that depend on the cell. */
    static int hash(Int3 cell, int seed) {
        int h = seed;
        h = (h ^ cell.x()) * 0x27d4eb2d;
        h = (Integer.rotateLeft(h, 13) ^ cell.y()) * 0x85ebca6b;
        h = (Integer.rotateLeft(h, 13) ^ cell.z()) * 0xc2b2ae35;
        return h ^ (h >>> 15);
    }
}
