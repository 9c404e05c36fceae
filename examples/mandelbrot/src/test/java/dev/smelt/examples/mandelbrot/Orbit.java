package dev.smelt.examples.mandelbrot;

/**
 * A point's orbit in double precision, by hand, with a bound of what arithmetic that rounds coarser can be off by: the
 * bound grows from one iteration to the next as errors do. Where it is too large to tell if the point has escaped,
 * nothing can be said of the point.
 *
 * @param decided whether coarser arithmetic must come to the same count
 * @param speed what {@link Escape#smooth} stands for; {@link Escape#NEVER} inside
 * @param bound largest difference of the speed, where decided
 */
record Orbit(boolean decided, double speed, double bound) {
    private static final double RADIUS = 64;

    /**
     * Follows the orbit of the point {@code (cx, cy)}.
     *
     * @param offset distance of the point from the picture's middle, to which coarser arithmetic adds it
     * @param u largest relative error of one operation of the coarser arithmetic
     */
    static Orbit of(double cx, double cy, double offset, int limit, double u) {
        double ofPoint = 2 * u * (offset + Math.abs(cx) + Math.abs(cy));
        double x = 0;
        double y = 0;
        double error = 0;
        for (int count = 1; count <= limit; count++) {
            double before = Math.hypot(x, y);
            double nextX = x * x - y * y + cx;
            y = 2 * x * y + cy;
            x = nextX;
            double radius = Math.hypot(x, y);
            // The square of what is off; the point itself; a rounding for each product, difference and sum.
            error = 2 * before * error + error * error + ofPoint + u * (4 * before * before + 2 * radius);
            if (Math.abs(radius - RADIUS) <= 2 * error + 4 * u * RADIUS || error > 1) {
                return new Orbit(false, 0, 0);
            }
            if (radius > RADIUS) {
                double speed = Math.max(count + 4 - log2(log2(radius)), 0);
                double ofLogarithm = 1.1 * error / (radius * Math.log(radius) * Math.log(2));
                // Two logarithms within 4 ulp, the sum, in float whatever came before.
                return new Orbit(true, speed, ofLogarithm + 0x1p-24 * (64 + 2 * (count + 4)));
            }
        }
        return new Orbit(true, Escape.NEVER, 0);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
