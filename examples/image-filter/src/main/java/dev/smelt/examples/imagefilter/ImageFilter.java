package dev.smelt.examples.imagefilter;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Int2;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.StructArray;

/** Filters pictures on a device. Each filter is one batch: what is between its kernels stays on the device. */
final class ImageFilter {
    private final Device device;
    private final ColorsKernels colors;
    private final BlurKernels blur;
    private final EdgesKernels edges;

    ImageFilter(Device device) {
        this.device = device;
        this.colors = ColorsKernels.load(device);
        this.blur = BlurKernels.load(device);
        this.edges = EdgesKernels.load(device);
    }

    /** Blurs by a Gauss function of standard deviation {@code sigma} pixels, 0 or more. */
    Picture blurred(Picture picture, float sigma) {
        int count = picture.argb().length;
        Grid grid = Grid.of(picture.width(), picture.height());
        try (IntArray pixels = device.ints(picture.argb());
                FloatArray weights = device.floats(Blur.weights(sigma));
                StructArray<Float4> light = device.array(Float4.class, count);
                StructArray<Float4> blurredOnce = device.array(Float4.class, count);
                Batch batch = device.batch()) {
            colors.in(batch).toLight(pixels, light);
            blur.in(batch).blur(grid, light, weights, new Int2(1, 0), blurredOnce);
            blur.in(batch).blur(grid, blurredOnce, weights, new Int2(0, 1), light);
            colors.in(batch).toPixel(light, pixels);
            batch.submit().join();
            return new Picture(picture.width(), picture.height(), pixels.toArray());
        }
    }

    /** Draws edges in white on black. */
    Picture edges(Picture picture) {
        int count = picture.argb().length;
        Grid grid = Grid.of(picture.width(), picture.height());
        try (IntArray pixels = device.ints(picture.argb());
                StructArray<Float2> luma = device.array(Float2.class, count);
                FloatArray steepness = device.floats(count);
                Batch batch = device.batch()) {
            colors.in(batch).toLuma(pixels, luma);
            edges.in(batch).sobel(grid, luma, steepness);
            colors.in(batch).toGrey(steepness, pixels);
            batch.submit().join();
            return new Picture(picture.width(), picture.height(), pixels.toArray());
        }
    }
}
