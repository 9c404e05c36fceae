package dev.smelt.examples.mandelbrot;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.SmeltException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line that draws the Mandelbrot set. */
@Command(
        name = "mandelbrot",
        description = "Draws the Mandelbrot set, or a part of it, as a PNG file.",
        mixinStandardHelpOptions = true)
public final class MandelbrotExample implements Callable<Integer> {
    private static final int LONGEST_SIDE = 16_384;
    private static final int MOST_ITERATIONS = 1_000_000;
    private static final int MOST_SAMPLES = 8;
    private static final long MOST_POINTS = 1 << 28;
    private static final double LARGEST_ZOOM = 1e10;

    /** The device is named in the output, so only warnings need be logged. A field, lest the logger be collected. */
    private static final Logger RUNTIME_LOGGER = Logger.getLogger("dev.smelt.runtime");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--size", paramLabel = "WxH", description = "Size in pixels (default: ${DEFAULT-VALUE}).")
    private String size = "1280x800";

    @Option(
            names = {"-c", "--centre", "--center"},
            paramLabel = "X,Y",
            description = "The point in the middle (default: ${DEFAULT-VALUE}).")
    private String centre = "-0.7,0";

    @Option(
            names = {"-z", "--zoom"},
            paramLabel = "FACTOR",
            description = "1 shows the whole set (default: ${DEFAULT-VALUE}).")
    private double zoom = 1;

    @Option(
            names = {"-i", "--iterations"},
            paramLabel = "N",
            description = "Most iterations of a point (default: ${DEFAULT-VALUE}).")
    private int iterations = 1000;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "A pixel is the mean of N x N points (default: ${DEFAULT-VALUE}).")
    private int samples = 2;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The PNG picture to write (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("mandelbrot.png");

    /** Runs the example and ends the process with 0, with 1 after a failure, or with 2 for wrong arguments. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        RUNTIME_LOGGER.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** This command, which reports what goes wrong in one line. */
    static CommandLine commandLine() {
        return new CommandLine(new MandelbrotExample()).setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine().getErr().println("mandelbrot: " + wrong.getMessage());
            return ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() {
        View view = view();
        try (Device device = Device.open()) {
            run(view, device);
            return ExitCode.OK;
        } catch (IOException e) {
            return failed("cannot write " + output + ": " + e);
        } catch (SmeltException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return failed("the picture is too large for this Java's memory; java -Xmx gives it more");
        }
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("mandelbrot: " + message);
        return ExitCode.SOFTWARE;
    }

    private void run(View view, Device device) throws IOException {
        print("device: %s", device.name());
        print(
                "%d x %d pixels of %d x %d points, up to %,d iterations, zoom %s%s",
                view.width(),
                view.height(),
                samples,
                samples,
                iterations,
                zoom,
                view.isDeep(samples) ? ", in pairs of floats" : "");
        Renderer renderer = new Renderer(device);
        long start = System.nanoTime();
        BufferedImage image = renderer.draw(view, iterations, samples);
        print("drawn in %.2f s", (System.nanoTime() - start) / 1e9);
        Files.createDirectories(output.toAbsolutePath().normalize().getParent());
        try (OutputStream stream = Files.newOutputStream(output)) {
            ImageIO.write(image, "png", stream);
        }
        print("picture: %s", output.toAbsolutePath().normalize());
    }

    private View view() {
        double[] sides = numbers("--size", size, "x", "800x600");
        double[] middle = numbers("--centre", centre, ",", "-0.7,0");
        for (double side : sides) {
            check(side == (int) side, "--size is %s; it is two whole numbers", size);
            check(side >= 1 && side <= LONGEST_SIDE, "--size is %s; a side can be 1 to %d", size, LONGEST_SIDE);
        }
        check(samples >= 1 && samples <= MOST_SAMPLES, "--samples is %d; it can be 1 to %d", samples, MOST_SAMPLES);
        check(
                sides[0] * sides[1] * samples * samples <= MOST_POINTS,
                "--size %s with --samples %d are too many points: at most %,d",
                size,
                samples,
                MOST_POINTS);
        check(Math.abs(middle[0]) <= 4 && Math.abs(middle[1]) <= 4, "--centre is %s; each can be -4 to 4", centre);
        check(zoom >= 0.1 && zoom <= LARGEST_ZOOM, "--zoom is %s; it can be 0.1 to %.0e", zoom, LARGEST_ZOOM);
        check(
                iterations >= 1 && iterations <= MOST_ITERATIONS,
                "--iterations is %d; it can be 1 to %d",
                iterations,
                MOST_ITERATIONS);
        return new View((int) sides[0], (int) sides[1], middle[0], middle[1], zoom);
    }

    /** Two numbers with a separator between them. */
    private double[] numbers(String option, String text, String separator, String example) {
        String[] parts = text.split(separator, -1);
        try {
            if (parts.length == 2) {
                return new double[] {Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip())};
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new ParameterException(
                spec.commandLine(), option + " is '" + text + "'; it is two numbers, as in " + example);
    }

    private void check(boolean holds, String format, Object... values) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), String.format(Locale.ROOT, format, values));
        }
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
        spec.commandLine().getOut().flush();
    }
}
