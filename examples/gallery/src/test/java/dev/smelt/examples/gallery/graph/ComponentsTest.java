package dev.smelt.examples.gallery.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Int2;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.StructArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

class ComponentsTest {
    private static final int NODES = 4_001;

    @EachDevice
    void findsWhatASearchFinds(Device device) {
        Random random = new Random(43);
        // So few that there are large components, small ones, and nodes alone.
        Int2[] edges = new Int2[NODES * 3 / 5];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = new Int2(random.nextInt(NODES), random.nextInt(NODES));
        }
        assertThat(components(device, edges)).containsExactly(search(edges));
    }

    /** All threads join the same trees. */
    @EachDevice
    void joinsAChain(Device device) {
        Int2[] edges = new Int2[NODES - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = new Int2(i + 1, i);
        }
        assertThat(components(device, edges)).containsOnly(0);
    }

    private static int[] components(Device device, Int2[] edges) {
        ComponentsKernels kernels = ComponentsKernels.load(device);
        try (StructArray<Int2> all = device.array(edges);
                IntArray parents = device.ints(NODES);
                IntArray labels = device.ints(NODES)) {
            kernels.begin(Grid.of(NODES), parents);
            kernels.join(Grid.of(edges.length), all, parents);
            kernels.label(Grid.of(NODES), parents, labels);
            return labels.toArray();
        }
    }

    private static int[] search(Int2[] edges) {
        List<List<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            neighbours.add(new ArrayList<>());
        }
        for (Int2 edge : edges) {
            neighbours.get(edge.x()).add(edge.y());
            neighbours.get(edge.y()).add(edge.x());
        }
        int[] labels = new int[NODES];
        Arrays.fill(labels, -1);
        for (int first = 0; first < NODES; first++) {
            if (labels[first] >= 0) {
                continue;
            }
            labels[first] = first;
            Deque<Integer> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                for (int neighbour : neighbours.get(open.pop())) {
                    if (labels[neighbour] < 0) {
                        labels[neighbour] = first;
                        open.push(neighbour);
                    }
                }
            }
        }
        return labels;
    }
}
