package dev.smelt.examples.imagefilter;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads and writes pictures. */
final class PictureFiles {
    private PictureFiles() {}

    /**
     * Reads any picture that the JDK knows: PNG, JPEG, GIF, BMP, TIFF; of several in a file the first.
     *
     * @throws IOException if the file cannot be read, or holds no such picture; the message is for the user
     */
    static Picture read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, not a picture");
        }
        BufferedImage image;
        try (InputStream stream = Files.newInputStream(file)) {
            image = ImageIO.read(stream);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw exceptions of many kinds at pictures that are damaged.
            throw new IOException(file + " cannot be read: " + (e.getMessage() == null ? e : e.getMessage()), e);
        }
        if (image == null) {
            throw new IOException(file + " is not a picture that can be read; PNG and JPEG can");
        }
        int width = image.getWidth();
        int height = image.getHeight();
        return new Picture(width, height, isGrey(image.getColorModel()) ? grey(image) : color(image));
    }

    /** Writes a PNG. */
    static void write(Picture picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        try (OutputStream stream = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", stream);
        }
    }

    /** The JDK converts from the picture's colour space to sRGB. */
    private static int[] color(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static boolean isGrey(ColorModel model) {
        return !(model instanceof IndexColorModel) && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /**
     * The JDK takes every grey picture for one of linear light, and would brighten it: 128 would become 188. In files,
     * grey is encoded as colours are, so the samples are taken as they stand.
     */
    private static int[] grey(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int[] argb = new int[width * image.getHeight()];
        int[] samples = new int[raster.getNumBands()];
        for (int i = 0; i < argb.length; i++) {
            raster.getPixel(i % width, i / width, samples);
            int grey = toByte(samples[0], raster.getSampleModel().getSampleSize(0));
            boolean hasAlpha = samples.length > 1;
            int alpha = hasAlpha ? toByte(samples[1], raster.getSampleModel().getSampleSize(1)) : 0xff;
            argb[i] = alpha << 24 | grey * 0x010101;
        }
        return argb;
    }

    private static int toByte(int sample, int bits) {
        int greatest = (1 << bits) - 1;
        return (int) ((sample * 255L + greatest / 2) / greatest);
    }
}
