package dev.smelt.examples.gallery.physics;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/**
 * A fluid in two dimensions by the lattice Boltzmann method: nine directions (D2Q9), one relaxation time, walls that
 * throw back. See S. Succi, The Lattice Boltzmann Equation (2001), chapter 5. The lattice is a torus.
 */
final class LatticeBoltzmann {
    static final int DIRECTIONS = 9;
    static final int[] DX = {0, 1, 0, -1, 0, 1, -1, -1, 1};
    static final int[] DY = {0, 0, 1, 0, -1, 1, 1, -1, -1};
    static final int[] OPPOSITE = {0, 3, 4, 1, 2, 7, 8, 5, 6};
    static final float[] WEIGHTS = {4f / 9f, 1f / 9f, 1f / 9f, 1f / 9f, 1f / 9f, 1f / 36f, 1f / 36f, 1f / 36f, 1f / 36f
    };

    private LatticeBoltzmann() {}

    /**
     * One step: what comes from the neighbours, and what becomes of it.
     *
     * @param now the density in each direction, direction by direction, each row by row
     * @param wall where there is no fluid
     * @param rate how fast the fluid comes to rest, between 0 and 2
     */
    @Kernel
    static void step(
            float[] now,
            float[] next,
            boolean[] wall,
            float rate,
            @ThreadPositionInGrid Int2 at,
            @ThreadsPerGrid Int2 size) {
        int cells = size.x() * size.y();
        int cell = at.y() * size.x() + at.x();
        float[] arrived = new float[DIRECTIONS];
        for (int d = 0; d < DIRECTIONS; d++) {
            int x = Math.floorMod(at.x() - DX[d], size.x());
            int y = Math.floorMod(at.y() - DY[d], size.y());
            int from = y * size.x() + x;
            arrived[d] = wall[from] ? now[OPPOSITE[d] * cells + cell] : now[d * cells + from];
        }
        if (!wall[cell]) {
            collide(arrived, rate);
        }
        for (int d = 0; d < DIRECTIONS; d++) {
            next[d * cells + cell] = arrived[d];
        }
    }

    /** Lets the densities go towards their equilibrium. */
    private static void collide(float[] densities, float rate) {
        float density = 0f;
        float flowX = 0f;
        float flowY = 0f;
        for (int d = 0; d < DIRECTIONS; d++) {
            density += densities[d];
            flowX += densities[d] * DX[d];
            flowY += densities[d] * DY[d];
        }
        float ux = flowX / density;
        float uy = flowY / density;
        float square = 1.5f * (ux * ux + uy * uy);
        for (int d = 0; d < densities.length; d++) {
            float along = 3f * (DX[d] * ux + DY[d] * uy);
            float equilibrium = WEIGHTS[d] * density * (1f + along + 0.5f * along * along - square);
            densities[d] += rate * (equilibrium - densities[d]);
        }
    }
}
