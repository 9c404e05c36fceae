package dev.smelt.examples.gallery.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float3;
import dev.smelt.examples.gallery.physics.NBody.Body;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class NBodyTest {
    private static final int COUNT = 150;
    private static final float TIME = 0.01f;
    private static final float SOFTENING = 0.01f;

    @EachDevice
    void movesEveryBody(Device device) {
        Body[] bodies = new Body[COUNT];
        float[] numbers = Inputs.floats(7 * COUNT, -1, 1, 18);
        for (int i = 0; i < COUNT; i++) {
            Float3 position = new Float3(numbers[7 * i], numbers[7 * i + 1], numbers[7 * i + 2]);
            Float3 velocity = new Float3(numbers[7 * i + 3], numbers[7 * i + 4], numbers[7 * i + 5]);
            bodies[i] = new Body(position, velocity, 1.5f + numbers[7 * i + 6]);
        }
        Body[] next = new Body[COUNT];
        NBodyKernels.load(device).step(Grid.covering(COUNT, NBody.GROUP), bodies, next, TIME, SOFTENING);
        for (int i = 0; i < COUNT; i++) {
            assertMoved(bodies, i, next[i]);
        }
    }

    private static void assertMoved(Body[] bodies, int i, Body moved) {
        double[] pull = new double[3];
        double magnitude = 0;
        double[] here = coordinates(bodies[i].position());
        for (Body other : bodies) {
            double[] there = coordinates(other.position());
            double square = SOFTENING;
            for (int axis = 0; axis < 3; axis++) {
                square += (there[axis] - here[axis]) * (there[axis] - here[axis]);
            }
            double factor = other.mass() / Math.pow(square, 1.5);
            for (int axis = 0; axis < 3; axis++) {
                pull[axis] += factor * (there[axis] - here[axis]);
                magnitude += Math.abs(factor * (there[axis] - here[axis]));
            }
        }
        assertThat(moved.mass()).isEqualTo(bodies[i].mass());
        double[] velocity = coordinates(bodies[i].velocity());
        double[] newVelocity = coordinates(moved.velocity());
        double[] newPosition = coordinates(moved.position());
        // A term has some ten roundings, and goes through as many sums as there are bodies, beyond them zeros.
        double bound = (COUNT + 12) * 0x1p-24 * magnitude * TIME + 4 * 0x1p-24;
        for (int axis = 0; axis < 3; axis++) {
            double expected = velocity[axis] + TIME * pull[axis];
            assertThat(newVelocity[axis]).isCloseTo(expected, within(bound));
            assertThat(newPosition[axis]).isCloseTo(here[axis] + TIME * expected, within(TIME * bound + 4 * 0x1p-24));
        }
    }

    private static double[] coordinates(Float3 vector) {
        return new double[] {vector.x(), vector.y(), vector.z()};
    }
}
