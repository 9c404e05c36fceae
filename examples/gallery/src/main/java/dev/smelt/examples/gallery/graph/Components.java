package dev.smelt.examples.gallery.graph;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/**
 * The connected components of a graph by union and find: trees of nodes, whose roots are joined by compare and exchange,
 * without locks. After J. Jaiganesh and M. Burtscher, A High-Performance Connected Components Implementation (2018).
 */
final class Components {
    private Components() {}

    /** Each node alone. */
    @Kernel
    static void begin(int[] parents, @ThreadPositionInGrid int node) {
        parents[node] = node;
    }

    /** Joins the trees of the ends of each edge: the larger root comes to hang below the smaller one. */
    @Kernel
    static void join(Int2[] edges, int[] parents, @ThreadPositionInGrid int i) {
        int a = root(parents, edges[i].x());
        int b = root(parents, edges[i].y());
        while (a != b) {
            int upper = Math.min(a, b);
            int lower = Math.max(a, b);
            int found = atomicCompareExchange(parents, lower, lower, upper);
            if (found == lower) {
                return;
            }
            // Another thread was faster: go on from where it has put it.
            a = root(parents, upper);
            b = root(parents, found);
        }
    }

    /** The smallest node of each node's component. */
    @Kernel
    static void label(int[] parents, int[] labels, @ThreadPositionInGrid int node) {
        labels[node] = root(parents, node);
    }

    /** The root of a node's tree; on the way each node is hung one higher. */
    private static int root(int[] parents, int node) {
        int at = node;
        int parent;
        while ((parent = atomicLoad(parents, at)) != at) {
            int above = atomicLoad(parents, parent);
            if (above != parent) {
                atomicCompareExchange(parents, at, parent, above);
            }
            at = parent;
        }
        return at;
    }
}
