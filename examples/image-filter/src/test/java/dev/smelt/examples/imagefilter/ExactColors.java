package dev.smelt.examples.imagefilter;

/** What {@link Colors} computes, in double precision and by hand. A pixel in light is red, green, blue, alpha. */
final class ExactColors {
    private ExactColors() {}

    static double[] toLight(int argb) {
        double alpha = (argb >>> 24) / 255.0;
        return new double[] {
            alpha * linear((argb >> 16 & 255) / 255.0),
            alpha * linear((argb >> 8 & 255) / 255.0),
            alpha * linear((argb & 255) / 255.0),
            alpha
        };
    }

    static int toPixel(double[] light) {
        long alpha = Math.round(light[3] * 255);
        if (alpha == 0) {
            return 0;
        }
        long pixel = alpha;
        for (int i = 0; i < 3; i++) {
            pixel = pixel << 8 | Math.round(255 * encoded(Math.min(light[i] / light[3], 1)));
        }
        return (int) pixel;
    }

    static double linear(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    static double encoded(double linear) {
        return linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    /** Largest difference of a channel of two pixels; what colour an invisible pixel has does not count. */
    static int distance(int a, int b) {
        int distance = Math.abs((a >>> 24) - (b >>> 24));
        if (a >>> 24 == 0 || b >>> 24 == 0) {
            return distance;
        }
        for (int shift = 0; shift < 24; shift += 8) {
            distance = Math.max(distance, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return distance;
    }
}
