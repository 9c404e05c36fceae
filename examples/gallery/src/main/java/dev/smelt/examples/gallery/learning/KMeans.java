package dev.smelt.examples.gallery.learning;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;

/** Points in the plane into clusters, by S. Lloyd's iteration (1957). */
final class KMeans {
    /** Clusters at most, and threads of a threadgroup at least. */
    static final int MOST = 32;
    /** Sums of coordinates are kept in integers, in steps of this: additions in any order then give the same. */
    static final float SCALE = 1024f;

    /** A cluster: its middle, and how many points are nearest to it. */
    record Cluster(Float2 middle, int count) {}

    private KMeans() {}

    /** Adds each point to the cluster whose middle is nearest; on a grid of whole threadgroups. */
    @Kernel
    static void assign(
            Float2[] points,
            Cluster[] clusters,
            int[] nearest,
            int[] sums,
            @Threadgroup(3 * MOST) int[] own,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int lane) {
        if (lane < MOST) {
            own[3 * lane] = own[3 * lane + 1] = own[3 * lane + 2] = 0;
        }
        threadgroupBarrier();
        if (i < points.length) {
            Float2 point = points[i];
            int best = 0;
            float shortest = Float.MAX_VALUE;
            for (int k = 0; k < clusters.length; k++) {
                Float2 way = point.sub(clusters[k].middle());
                float distance = way.x() * way.x() + way.y() * way.y();
                if (distance < shortest) {
                    shortest = distance;
                    best = k;
                }
            }
            nearest[i] = best;
            atomicAdd(own, 3 * best, (int) (point.x() * SCALE));
            atomicAdd(own, 3 * best + 1, (int) (point.y() * SCALE));
            atomicAdd(own, 3 * best + 2, 1);
        }
        threadgroupBarrier();
        if (lane < clusters.length) {
            for (int k = 3 * lane; k < 3 * lane + 3; k++) {
                atomicAdd(sums, k, own[k]);
            }
        }
    }

    /** Moves each cluster to the middle of its points; one without points stays. */
    @Kernel
    static void update(Cluster[] clusters, int[] sums, @ThreadPositionInGrid int k) {
        int count = sums[3 * k + 2];
        Float2 middle = count == 0
                ? clusters[k].middle()
                : new Float2(sums[3 * k] / SCALE / count, sums[3 * k + 1] / SCALE / count);
        clusters[k] = new Cluster(middle, count);
    }
}
