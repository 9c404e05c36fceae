package dev.smelt.examples.mandelbrot;

import dev.smelt.dsl.Float2;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.IntArray;
import java.awt.image.BufferedImage;

/** Draws views on a device. */
final class Renderer {
    private final Device device;
    private final EscapeKernels escape;
    private final DeepEscapeKernels deepEscape;
    private final PaletteKernels palette;

    Renderer(Device device) {
        this.device = device;
        this.escape = EscapeKernels.load(device);
        this.deepEscape = DeepEscapeKernels.load(device);
        this.palette = PaletteKernels.load(device);
    }

    /**
     * Draws a view.
     *
     * @param limit most iterations of a point
     * @param samples points along the width and the height of a pixel
     */
    BufferedImage draw(View view, int limit, int samples) {
        int width = view.width();
        int height = view.height();
        try (FloatArray speeds = device.floats(width * samples * height * samples);
                IntArray pixels = device.ints(width * height);
                Batch batch = device.batch()) {
            escape(batch, view, limit, samples, speeds);
            palette.in(batch).paint(Grid.of(width, height), speeds, samples, pixels);
            batch.submit().join();
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, width, height, pixels.toArray(), 0, width);
            return image;
        }
    }

    private void escape(Batch batch, View view, int limit, int samples, FloatArray speeds) {
        Grid points = Grid.of(view.width() * samples, view.height() * samples);
        Float2 x = DeepEscape.split(view.centreX());
        Float2 y = DeepEscape.split(view.centreY());
        float step = (float) view.step(samples);
        if (view.isDeep(samples)) {
            deepEscape.in(batch).escape(points, x, y, step, limit, speeds);
        } else {
            escape.in(batch).escape(points, new Float2(x.x(), y.x()), step, limit, speeds);
        }
    }
}
