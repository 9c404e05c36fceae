package dev.smelt.examples.gallery.physics;

import static dev.smelt.examples.gallery.testing.Closeness.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float3;
import dev.smelt.examples.gallery.physics.BarnesHut.Cube;
import dev.smelt.examples.gallery.physics.BarnesHut.Mass;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.StructArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class BarnesHutTest {
    private static final int BODIES = 701;
    private static final float SOFTENING = 0.01f;

    /** With an openness of 0 every body is met by itself: the sum over all of them. */
    @EachDevice
    void addsUpAllBodiesIfNoneIsFar(Device device) {
        List<Mass> bodies = bodies();
        Outcome outcome = pulls(device, tree(bodies), bodies, 0f);
        for (int i = 0; i < BODIES; i++) {
            double[] expected = new double[3];
            double magnitude = 0;
            for (Mass other : bodies) {
                double[] pull = pull(bodies.get(i).center(), other);
                for (int k = 0; k < 3; k++) {
                    expected[k] += pull[k];
                }
                magnitude += Math.sqrt(pull[0] * pull[0] + pull[1] * pull[1] + pull[2] * pull[2]);
            }
            // Each pull has about 12 roundings; then come as many additions as there are bodies.
            double bound = (BODIES + 20) * UNIT * magnitude;
            assertClose(outcome.pulls().get(i), expected, bound, i);
        }
    }

    @EachDevice
    void isNearlyThatIfFarOnesAreOne(Device device) {
        List<Mass> bodies = bodies();
        Outcome all = pulls(device, tree(bodies), bodies, 0f);
        Outcome some = pulls(device, tree(bodies), bodies, 0.5f);
        for (int i = 0; i < BODIES; i++) {
            Float3 exact = all.pulls().get(i);
            double[] expected = {exact.x(), exact.y(), exact.z()};
            double size = Math.sqrt(exact.x() * exact.x() + exact.y() * exact.y() + exact.z() * exact.z());
            // Barnes and Hut: about one in a hundred for this openness; here of the pull of all masses too.
            assertClose(some.pulls().get(i), expected, 0.02 * (size + BODIES), i);
        }
        assertThat(sum(some.visited())).isPositive().isLessThan(sum(all.visited()) / 2);
    }

    private record Outcome(List<Float3> pulls, List<Integer> visited) {}

    private static Outcome pulls(Device device, Cube[] tree, List<Mass> bodies, float openness) {
        Float3[] places = bodies.stream().map(Mass::center).toArray(Float3[]::new);
        try (StructArray<Cube> cubes = device.array(tree);
                StructArray<Float3> at = device.array(places);
                StructArray<Float3> pulls = device.array(Float3.class, BODIES);
                IntArray visited = device.ints(BODIES)) {
            BarnesHutKernels.load(device).pulls(Grid.of(BODIES), cubes, at, pulls, visited, openness, SOFTENING);
            assertThat(visited.toArray()).doesNotContain(-1);
            return new Outcome(
                    List.of(pulls.toArray()),
                    Arrays.stream(visited.toArray()).boxed().toList());
        }
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static void assertClose(Float3 actual, double[] expected, double bound, int i) {
        assertThat((double) actual.x()).as("x of body %d", i).isCloseTo(expected[0], within(bound));
        assertThat((double) actual.y()).as("y of body %d", i).isCloseTo(expected[1], within(bound));
        assertThat((double) actual.z()).as("z of body %d", i).isCloseTo(expected[2], within(bound));
    }

    private static double[] pull(Float3 at, Mass other) {
        double x = (double) other.center().x() - at.x();
        double y = (double) other.center().y() - at.y();
        double z = (double) other.center().z() - at.z();
        double scale = other.mass() / Math.pow(x * x + y * y + z * z + SOFTENING, 1.5);
        return new double[] {x * scale, y * scale, z * scale};
    }

    private static List<Mass> bodies() {
        float[] places = Inputs.floats(3 * BODIES, 0, 1, 49);
        float[] masses = Inputs.floats(BODIES, 0.5, 1.5, 50);
        List<Mass> bodies = new ArrayList<>();
        for (int i = 0; i < BODIES; i++) {
            bodies.add(new Mass(new Float3(places[3 * i], places[3 * i + 1], places[3 * i + 2]), masses[i]));
        }
        return bodies;
    }

    private static Cube[] tree(List<Mass> bodies) {
        List<Cube> cubes = new ArrayList<>();
        cubes.add(new Cube(bodies.get(0), 0f, 0, 0));
        fill(cubes, 0, bodies, new double[3], 1);
        return cubes.toArray(Cube[]::new);
    }

    private static void fill(List<Cube> cubes, int at, List<Mass> bodies, double[] corner, double width) {
        if (bodies.size() == 1) {
            cubes.set(at, new Cube(bodies.get(0), 0f, 0, 0));
            return;
        }
        List<List<Mass>> parts = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            parts.add(new ArrayList<>());
        }
        double[] sum = new double[4];
        for (Mass body : bodies) {
            Float3 c = body.center();
            int part = (c.x() >= corner[0] + width / 2 ? 1 : 0)
                    + (c.y() >= corner[1] + width / 2 ? 2 : 0)
                    + (c.z() >= corner[2] + width / 2 ? 4 : 0);
            parts.get(part).add(body);
            sum[0] += body.mass() * c.x();
            sum[1] += body.mass() * c.y();
            sum[2] += body.mass() * c.z();
            sum[3] += body.mass();
        }
        int first = cubes.size();
        int children = (int) parts.stream().filter(part -> !part.isEmpty()).count();
        Float3 center = new Float3((float) (sum[0] / sum[3]), (float) (sum[1] / sum[3]), (float) (sum[2] / sum[3]));
        cubes.set(at, new Cube(new Mass(center, (float) sum[3]), (float) width, first, children));
        for (int k = 0; k < children; k++) {
            cubes.add(cubes.get(at));
        }
        int child = first;
        for (int k = 0; k < 8; k++) {
            if (!parts.get(k).isEmpty()) {
                double[] inner = {
                    corner[0] + (k & 1) * width / 2,
                    corner[1] + ((k >> 1) & 1) * width / 2,
                    corner[2] + (k >> 2) * width / 2
                };
                fill(cubes, child++, parts.get(k), inner, width / 2);
            }
        }
    }
}
