package dev.smelt.examples.gallery.physics;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/**
 * Attraction by a tree of cubes, of which distant ones count as one body: each thread goes through the tree with a stack
 * of its own. J. Barnes, P. Hut, A hierarchical O(N log N) force-calculation algorithm (1986).
 */
final class BarnesHut {
    /** Cubes that can wait on the stack: seven for each level of the tree, and one. */
    static final int DEPTH = 128;

    /** Something with a mass, as if all of it were in one place. */
    record Mass(Float3 center, float mass) {
        Float3 pull(Float3 at, float softening) {
            Float3 towards = center.sub(at);
            float square = dot(towards, towards) + softening;
            return towards.mul(mass / (square * sqrt(square)));
        }
    }

    /**
     * A cube of the tree.
     *
     * @param all what is in it
     * @param width of a side; 0 if it has one body only
     * @param firstChild its children are beside each other
     */
    record Cube(Mass all, float width, int firstChild, int children) {
        boolean isFar(Float3 at, float openness) {
            return width == 0f || width < openness * distance(all.center(), at);
        }
    }

    private BarnesHut() {}

    /**
     * What pulls at each place.
     *
     * @param cubes the first one is the root
     * @param openness below which ratio of width and distance a cube counts as one body
     * @param visited how many cubes each thread has seen; -1 if the stack was too small
     */
    @Kernel
    static void pulls(
            Cube[] cubes,
            Float3[] places,
            Float3[] pulls,
            int[] visited,
            float openness,
            float softening,
            @ThreadPositionInGrid int i) {
        final var at = places[i];
        int[] stack = new int[DEPTH];
        int top = 0;
        stack[top++] = 0;
        Float3 sum = new Float3(0f);
        int seen = 0;
        do {
            Cube cube = cubes[stack[--top]];
            seen++;
            if (cube.isFar(at, openness)) {
                sum = sum.add(cube.all().pull(at, softening));
                continue;
            }
            if (top + cube.children() > DEPTH) {
                visited[i] = -1;
                return;
            }
            for (int k = cube.children() - 1; k >= 0; k--) {
                stack[top++] = cube.firstChild() + k;
            }
        } while (top > 0);
        pulls[i] = sum;
        visited[i] = seen;
    }
}
