package dev.smelt.examples.gallery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.graph.ShortestPaths.Edge;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.StructArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

class ShortestPathsTest {
    private static final int NODES = 501;

    @EachDevice
    void findsTheWaysThatDijkstraFinds(Device device) {
        Random random = new Random(37);
        Edge[] edges = new Edge[4 * NODES];
        for (int i = 0; i < edges.length; i++) {
            // The last nodes are only left, never reached.
            edges[i] = new Edge(random.nextInt(NODES), random.nextInt(NODES - 9), 1 + random.nextInt(1_000));
        }
        assertThat(distances(device, edges)).containsExactly(dijkstra(edges));
    }

    private static int[] distances(Device device, Edge[] edges) {
        int[] start = new int[NODES];
        Arrays.fill(start, ShortestPaths.UNREACHED);
        start[0] = 0;
        ShortestPathsKernels kernels = ShortestPathsKernels.load(device);
        try (StructArray<Edge> all = device.array(edges);
                IntArray distances = device.ints(start);
                IntArray changed = device.ints(1)) {
            int rounds = 0;
            do {
                changed.set(0, 0);
                kernels.relax(Grid.of(edges.length), all, distances, changed);
                assertThat(rounds++).as("rounds").isLessThan(NODES);
            } while (changed.get(0) > 0);
            return distances.toArray();
        }
    }

    private static int[] dijkstra(Edge[] edges) {
        int[] distances = new int[NODES];
        Arrays.fill(distances, ShortestPaths.UNREACHED);
        PriorityQueue<int[]> queue = new PriorityQueue<>(Comparator.comparingInt(entry -> entry[1]));
        queue.add(new int[] {0, 0});
        while (!queue.isEmpty()) {
            int[] nearest = queue.remove();
            if (distances[nearest[0]] <= nearest[1]) {
                continue;
            }
            distances[nearest[0]] = nearest[1];
            for (Edge edge : edges) {
                if (edge.from() == nearest[0]) {
                    queue.add(new int[] {edge.to(), nearest[1] + edge.length()});
                }
            }
        }
        return distances;
    }
}
