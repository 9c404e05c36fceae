package dev.smelt.examples.gallery.graph;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** How far each node of a graph is from a start, level by level. */
final class BreadthFirst {
    /** The distance of nodes that were not met. */
    static final int UNSEEN = -1;

    private BreadthFirst() {}

    /**
     * Goes on from the nodes of one level to those of the next, a thread for each node of the level.
     *
     * @param starts where each node's neighbours begin in {@code neighbours}, and behind the last one the end
     * @param level the nodes at distance {@code distance}
     * @param next takes those that are one further, in any order; {@code count[0]} is how many
     */
    @Kernel
    static void expand(
            int[] starts,
            int[] neighbours,
            int[] distances,
            int[] level,
            int[] next,
            int[] count,
            int distance,
            @ThreadPositionInGrid int i) {
        int node = level[i];
        for (int k = starts[node]; k < starts[node + 1]; k++) {
            int neighbour = neighbours[k];
            if (atomicCompareExchange(distances, neighbour, UNSEEN, distance + 1) == UNSEEN) {
                next[atomicAdd(count, 0, 1)] = neighbour;
            }
        }
    }
}
