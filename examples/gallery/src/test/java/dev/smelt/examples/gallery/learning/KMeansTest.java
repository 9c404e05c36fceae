package dev.smelt.examples.gallery.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Float2;
import dev.smelt.examples.gallery.learning.KMeans.Cluster;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.StructArray;
import java.util.Random;

class KMeansTest {
    private static final int COUNT = 2_003;
    private static final int CLUSTERS = 5;
    private static final int ROUNDS = 6;

    @EachDevice
    void findsTheClustersThatJavaFinds(Device device) {
        Float2[] points = points();
        Cluster[] start = new Cluster[CLUSTERS];
        for (int k = 0; k < CLUSTERS; k++) {
            start[k] = new Cluster(points[17 * k], 0);
        }
        int[] nearest;
        Cluster[] clusters;
        KMeansKernels kernels = KMeansKernels.load(device);
        try (StructArray<Float2> all = device.array(points);
                StructArray<Cluster> found = device.array(start);
                IntArray chosen = device.ints(COUNT)) {
            for (int round = 0; round < ROUNDS; round++) {
                try (IntArray sums = device.ints(3 * CLUSTERS)) {
                    kernels.assign(Grid.covering(COUNT, 64), all, found, chosen, sums);
                    kernels.update(Grid.of(CLUSTERS), found, sums);
                }
            }
            nearest = chosen.toArray();
            clusters = found.toArray();
        }
        int[] expectedNearest = new int[COUNT];
        Cluster[] expected = start;
        for (int round = 0; round < ROUNDS; round++) {
            expected = round(points, expected, expectedNearest);
        }
        assertThat(nearest).containsExactly(expectedNearest);
        assertThat(clusters).containsExactly(expected);
    }

    /** Five heaps. */
    private static Float2[] points() {
        Random random = new Random(33);
        Float2[] points = new Float2[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double angle = 2 * Math.PI * (i % 5) / 5;
            points[i] = new Float2((float) (10 * Math.cos(angle) + random.nextGaussian()), (float)
                    (10 * Math.sin(angle) + random.nextGaussian()));
        }
        return points;
    }

    private static Cluster[] round(Float2[] points, Cluster[] clusters, int[] nearest) {
        long[][] sums = new long[clusters.length][3];
        for (int i = 0; i < points.length; i++) {
            float least = Float.POSITIVE_INFINITY;
            for (int k = 0; k < clusters.length; k++) {
                float dx = points[i].x() - clusters[k].middle().x();
                float dy = points[i].y() - clusters[k].middle().y();
                if (dx * dx + dy * dy < least) {
                    least = dx * dx + dy * dy;
                    nearest[i] = k;
                }
            }
            sums[nearest[i]][0] += (long) (points[i].x() * KMeans.SCALE);
            sums[nearest[i]][1] += (long) (points[i].y() * KMeans.SCALE);
            sums[nearest[i]][2]++;
        }
        Cluster[] next = new Cluster[clusters.length];
        for (int k = 0; k < next.length; k++) {
            float count = sums[k][2];
            Float2 middle = new Float2(sums[k][0] / KMeans.SCALE / count, sums[k][1] / KMeans.SCALE / count);
            next[k] = new Cluster(count == 0 ? clusters[k].middle() : middle, (int) count);
        }
        return next;
    }
}
