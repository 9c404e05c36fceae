package dev.smelt.examples.mandelbrot;

/**
 * Which part of the plane a picture shows.
 *
 * @param width pixels, 1 or more
 * @param height pixels, 1 or more
 * @param centreX real part of the point in the middle
 * @param centreY imaginary part of the point in the middle
 * @param zoom 1 shows the whole set
 */
record View(int width, int height, double centreX, double centreY, double zoom) {
    /** What the whole set takes of the plane, with a margin. */
    private static final double WHOLE_WIDTH = 3.2;

    private static final double WHOLE_HEIGHT = 2.5;

    /** Points as near as this differ in four bits of a float, too few for rounding errors not to show. */
    private static final double FLOAT_STEP = 16 * Math.ulp(1f);

    /** Distance of neighbouring points, if there are {@code samples} of them along a pixel. */
    double step(int samples) {
        return Math.max(WHOLE_WIDTH / width, WHOLE_HEIGHT / height) / zoom / samples;
    }

    /** Whether the points are too near each other for float. */
    boolean isDeep(int samples) {
        return step(samples) < FLOAT_STEP;
    }
}
