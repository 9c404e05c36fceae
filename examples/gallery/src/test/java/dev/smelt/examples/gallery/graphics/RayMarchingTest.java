package dev.smelt.examples.gallery.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float3x3;
import dev.smelt.examples.gallery.graphics.RayMarching.Camera;
import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;

class RayMarchingTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 37;
    private static final double[] EYE = {0.5, 1.6, -4};
    /** Looking slightly to the left and downwards: to the right, upwards, forwards. */
    private static final double[][] AXES = axes(-0.15, -0.2);

    private static final double[] LIGHT = normalized(0.5, 0.8, -0.4);

    private final Camera camera =
            new Camera(vector(EYE), new Float3x3(vector(AXES[0]), vector(AXES[1]), vector(AXES[2])));

    @EachDevice
    void meetsWhatGeometrySays(Device device) {
        float[] distances = new float[WIDTH * HEIGHT];
        RayMarchingKernels.load(device).distances(Grid.of(WIDTH, HEIGHT), distances, camera);
        int balls = 0;
        int floors = 0;
        for (int i = 0; i < distances.length; i++) {
            double[] ray = ray(i);
            double ball = ball(EYE, ray);
            double floor = ray[1] < 0 ? -EYE[1] / ray[1] : Double.POSITIVE_INFINITY;
            double expected = Math.min(ball, floor);
            // Where a ray passes close by something, the march may give up before it is past.
            if (nearEdge(ray, EYE) || (expected > 0.6 * RayMarching.FAR && expected < 1.5 * RayMarching.FAR)) {
                continue;
            }
            balls += ball < floor ? 1 : 0;
            floors += floor < ball ? 1 : 0;
            if (expected > RayMarching.FAR) {
                assertThat(distances[i]).as("pixel %d", i).isEqualTo(RayMarching.FAR);
            } else {
                // It stops within 1e-3 of a surface, which the ray meets at an angle.
                double slope = ball < floor ? slopeOnBall(ray, ball) : -ray[1];
                assertThat((double) distances[i]).as("pixel %d", i).isCloseTo(expected, within(1.1e-3 / slope + 1e-4));
            }
        }
        assertThat(balls).as("pixels on the ball").isGreaterThan(100);
        assertThat(floors).as("pixels on the floor").isGreaterThan(300);
    }

    @EachDevice
    void shadesTheBallAndItsShadow(Device device) {
        float[] brightness = new float[WIDTH * HEIGHT];
        RayMarchingKernels.load(device).shade(Grid.of(WIDTH, HEIGHT), brightness, camera, vector(LIGHT));
        int lit = 0;
        int dark = 0;
        for (int i = 0; i < brightness.length; i++) {
            double[] ray = ray(i);
            double ball = ball(EYE, ray);
            double floor = ray[1] < 0 ? -EYE[1] / ray[1] : Double.POSITIVE_INFINITY;
            if (nearEdge(ray, EYE) || Math.min(ball, floor) > 0.6 * RayMarching.FAR) {
                continue;
            }
            double[] point = at(EYE, ray, Math.min(ball, floor));
            double[] normal = ball < floor ? new double[] {point[0], point[1] - 1, point[2]} : new double[] {0, 1, 0};
            double cosine = dot(normal, LIGHT);
            boolean shadowed = ball > floor && ball(point, LIGHT) < Double.POSITIVE_INFINITY;
            if (Math.abs(cosine) < 0.1 || (ball > floor && nearEdge(LIGHT, point))) {
                continue;
            }
            double expected = 0.2 + (shadowed || cosine < 0 ? 0 : 0.8 * cosine);
            lit += expected > 0.2 ? 1 : 0;
            dark += expected > 0.2 ? 0 : 1;
            // The normal is a difference over 1e-2 at a point that is 1e-3 off.
            assertThat((double) brightness[i]).as("pixel %d", i).isCloseTo(expected, within(0.02));
        }
        assertThat(lit).as("pixels in the light").isGreaterThan(300);
        assertThat(dark).as("pixels in the dark").isGreaterThan(20);
    }

    private static double[] ray(int pixel) {
        int row = pixel / WIDTH;
        double right = (pixel % WIDTH - 0.5 * (WIDTH - 1)) / HEIGHT;
        double up = (0.5 * (HEIGHT - 1) - row) / HEIGHT;
        double[] ray = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            ray[axis] = right * AXES[0][axis] + up * AXES[1][axis] + AXES[2][axis];
        }
        return normalized(ray[0], ray[1], ray[2]);
    }

    /** Where a ray meets the ball of radius 1 around (0, 1, 0), by the quadratic equation. */
    private static double ball(double[] from, double[] ray) {
        double[] centre = {from[0], from[1] - 1, from[2]};
        double b = dot(centre, ray);
        double discriminant = b * b - dot(centre, centre) + 1;
        double distance = -b - Math.sqrt(discriminant);
        return discriminant < 0 || distance < 0 ? Double.POSITIVE_INFINITY : distance;
    }

    /** Whether a ray passes the ball's rim closely. */
    private static boolean nearEdge(double[] ray, double[] from) {
        double[] centre = {from[0], from[1] - 1, from[2]};
        double b = dot(centre, ray);
        return Math.abs(Math.sqrt(dot(centre, centre) - b * b) - 1) < 0.05 && b < 0;
    }

    private static double slopeOnBall(double[] ray, double distance) {
        double[] point = at(EYE, ray, distance);
        return -dot(ray, new double[] {point[0], point[1] - 1, point[2]});
    }

    private static double[] at(double[] from, double[] ray, double distance) {
        return new double[] {from[0] + distance * ray[0], from[1] + distance * ray[1], from[2] + distance * ray[2]};
    }

    private static double[][] axes(double turn, double tilt) {
        double[] forwards = {Math.sin(turn) * Math.cos(tilt), Math.sin(tilt), Math.cos(turn) * Math.cos(tilt)};
        double[] right = {Math.cos(turn), 0, -Math.sin(turn)};
        double[] up = {
            forwards[1] * right[2] - forwards[2] * right[1],
            forwards[2] * right[0] - forwards[0] * right[2],
            forwards[0] * right[1] - forwards[1] * right[0]
        };
        return new double[][] {right, up, forwards};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] normalized(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / length, y / length, z / length};
    }

    private static Float3 vector(double[] v) {
        return new Float3((float) v[0], (float) v[1], (float) v[2]);
    }
}
