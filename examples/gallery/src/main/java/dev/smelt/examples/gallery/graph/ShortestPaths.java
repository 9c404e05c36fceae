package dev.smelt.examples.gallery.graph;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** The shortest ways from a start, by R. Bellman and L. Ford: all edges at once, until nothing changes. */
final class ShortestPaths {
    /** The distance of what cannot be reached. */
    static final int UNREACHED = Integer.MAX_VALUE;

    /** An edge of a graph. */
    record Edge(int from, int to, int length) {}

    private ShortestPaths() {}

    /** Shortens what can be shortened by each edge; {@code changed[0]} counts how much was. */
    @Kernel
    static void relax(Edge[] edges, int[] distances, int[] changed, @ThreadPositionInGrid int i) {
        Edge edge = edges[i];
        int before = atomicLoad(distances, edge.from());
        if (before == UNREACHED) {
            return;
        }
        int distance = before + edge.length();
        if (atomicMin(distances, edge.to(), distance) > distance) {
            atomicAdd(changed, 0, 1);
        }
    }
}
