package dev.smelt.examples.gallery.graphics;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float3x3;
import dev.smelt.dsl.Int2;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadsPerGrid;

/**
 * A ball on a floor, drawn by walking along each ray as far as nothing can be in the way (J. C. Hart, Sphere Tracing,
 * 1996).
 */
final class RayMarching {
    /** From where one looks, and how the picture is turned: to the right, upwards, forwards. */
    record Camera(Float3 eye, Float3x3 axes) {}

    /** A ray. */
    record Ray(Float3 from, Float3 direction) {
        Float3 at(float distance) {
            return from.add(direction.mul(distance));
        }
    }

    static final float FAR = 50f;
    private static final float NEAR = 1e-3f;
    private static final int STEPS = 200;

    private RayMarching() {}

    /** How far each pixel's ray goes until it meets something; {@link #FAR} if it meets nothing. */
    @Kernel
    static void distances(float[] distances, Camera camera, @ThreadPositionInGrid Int2 at, @ThreadsPerGrid Int2 size) {
        distances[at.y() * size.x() + at.x()] = march(ray(camera, at, size));
    }

    /** How bright each pixel is, from 0 to 1, in the light of a distant lamp. */
    @Kernel
    static void shade(
            float[] brightness,
            Camera camera,
            Float3 toLight,
            @ThreadPositionInGrid Int2 at,
            @ThreadsPerGrid Int2 size) {
        Ray ray = ray(camera, at, size);
        float distance = march(ray);
        float light = 0.1f;
        if (distance < FAR) {
            Float3 point = ray.at(distance);
            Float3 normal = normal(point);
            boolean lit = march(new Ray(point.add(normal.mul(20f * NEAR)), toLight)) >= FAR;
            light = 0.2f + (lit ? 0.8f * max(dot(normal, toLight), 0f) : 0f);
        }
        brightness[at.y() * size.x() + at.x()] = light;
    }

    private static Ray ray(Camera camera, Int2 at, Int2 size) {
        Float2 offset =
                new Float2(at.x() - 0.5f * (size.x() - 1), 0.5f * (size.y() - 1) - at.y()).div((float) size.y());
        return new Ray(camera.eye(), normalize(camera.axes().mul(new Float3(offset, 1f))));
    }

    private static float march(Ray ray) {
        float distance = 0f;
        for (int i = 0; i < STEPS && distance < FAR; i++) {
            float step = scene(ray.at(distance));
            if (step < NEAR) {
                return distance;
            }
            distance += step;
        }
        return FAR;
    }

    /** How far the nearest surface is. */
    static float scene(Float3 point) {
        return min(length(point.sub(new Float3(0f, 1f, 0f))) - 1f, point.y());
    }

    /** The direction in which the distance grows. */
    private static Float3 normal(Float3 p) {
        float h = 1e-2f;
        Float3 slope = new Float3(
                scene(p.add(new Float3(h, 0f, 0f))) - scene(p.sub(new Float3(h, 0f, 0f))),
                scene(p.add(new Float3(0f, h, 0f))) - scene(p.sub(new Float3(0f, h, 0f))),
                scene(p.add(new Float3(0f, 0f, h))) - scene(p.sub(new Float3(0f, 0f, h))));
        return normalize(slope);
    }
}
