package dev.smelt.examples.gallery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

class BreadthFirstTest {
    private static final int NODES = 3_001;

    @EachDevice
    void findsTheDistancesThatAQueueFinds(Device device) {
        List<List<Integer>> graph = graph();
        int[] starts = new int[NODES + 1];
        for (int node = 0; node < NODES; node++) {
            starts[node + 1] = starts[node] + graph.get(node).size();
        }
        int[] neighbours =
                graph.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        assertThat(distances(device, starts, neighbours)).containsExactly(reference(graph));
    }

    /** A sparse graph that falls into parts. */
    private static List<List<Integer>> graph() {
        List<List<Integer>> graph = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            graph.add(new ArrayList<>());
        }
        Random random = new Random(36);
        for (int edge = 0; edge < NODES; edge++) {
            int a = random.nextInt(NODES);
            int b = random.nextInt(NODES);
            graph.get(a).add(b);
            graph.get(b).add(a);
        }
        return graph;
    }

    private static int[] distances(Device device, int[] starts, int[] neighbours) {
        int[] unseen = new int[NODES];
        Arrays.fill(unseen, BreadthFirst.UNSEEN);
        unseen[0] = 0;
        BreadthFirstKernels kernels = BreadthFirstKernels.load(device);
        try (IntArray places = device.ints(starts);
                IntArray edges = device.ints(neighbours);
                IntArray distances = device.ints(unseen);
                IntArray a = device.ints(NODES);
                IntArray b = device.ints(NODES);
                IntArray count = device.ints(1)) {
            int size = 1;
            for (int distance = 0; size > 0; distance++) {
                count.set(0, 0);
                IntArray level = distance % 2 == 0 ? a : b;
                IntArray next = distance % 2 == 0 ? b : a;
                kernels.expand(Grid.of(size), places, edges, distances, level, next, count, distance);
                size = count.get(0);
            }
            return distances.toArray();
        }
    }

    private static int[] reference(List<List<Integer>> graph) {
        int[] distances = new int[NODES];
        Arrays.fill(distances, BreadthFirst.UNSEEN);
        distances[0] = 0;
        Deque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int neighbour : graph.get(node)) {
                if (distances[neighbour] == BreadthFirst.UNSEEN) {
                    distances[neighbour] = distances[node] + 1;
                    queue.add(neighbour);
                }
            }
        }
        return distances;
    }
}
