package dev.smelt.examples.imagefilter;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.SmeltException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line that filters a picture. */
@Command(
        name = "image-filter",
        description = "Writes a picture's Gaussian blur and its Sobel edges as PNG files.",
        mixinStandardHelpOptions = true)
public final class ImageFilterExample implements Callable<Integer> {
    private static final float MOST_SIGMA = 1000;

    /** The device is named in the output, so only warnings need be logged. A field, lest the logger be collected. */
    private static final Logger RUNTIME_LOGGER = Logger.getLogger("dev.smelt.runtime");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PICTURE",
            description = "A PNG or JPEG file. Without it, a test picture is made and written too.")
    private @Nullable Path picture;

    @Option(
            names = {"-s", "--sigma"},
            paramLabel = "PIXELS",
            description = "Standard deviation of the blur, 0 to 1000 (default: ${DEFAULT-VALUE}).")
    private float sigma = 4;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where NAME-blurred.png and NAME-edges.png go (default: the current folder).")
    private Path output = Path.of("");

    /** Runs the example and ends the process with 0, with 1 after a failure, or with 2 for wrong arguments. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        RUNTIME_LOGGER.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** This command, which reports what goes wrong in one line. */
    static CommandLine commandLine() {
        return new CommandLine(new ImageFilterExample()).setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine().getErr().println("image-filter: " + wrong.getMessage());
            return ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() {
        if (!(sigma >= 0 && sigma <= MOST_SIGMA)) {
            throw new ParameterException(
                    spec.commandLine(), String.format(Locale.ROOT, "--sigma is %s; it can be 0 to 1000", sigma));
        }
        try (Device device = Device.open()) {
            run(new ImageFilter(device), device.name());
            return ExitCode.OK;
        } catch (IOException | SmeltException e) {
            return failed(e.getMessage());
        } catch (OutOfMemoryError e) {
            return failed("the picture is too large for this Java's memory; java -Xmx gives it more");
        }
    }

    private int failed(@Nullable String message) {
        spec.commandLine().getErr().println("image-filter: " + message);
        return ExitCode.SOFTWARE;
    }

    private void run(ImageFilter filter, String device) throws IOException {
        Picture original = picture == null ? TestPicture.draw() : PictureFiles.read(picture);
        createFolder();
        print("device: %s", device);
        print(
                "picture: %s, %d x %d pixels",
                picture == null ? "made by this program" : picture, original.width(), original.height());
        String name = picture == null ? "test-picture" : nameOf(picture);
        if (picture == null) {
            write("original", original, name + ".png");
        }
        write("blurred, sigma " + sigma, filter.blurred(original, sigma), name + "-blurred.png");
        write("edges", filter.edges(original), name + "-edges.png");
    }

    private void createFolder() throws IOException {
        try {
            Files.createDirectories(output.toAbsolutePath());
        } catch (IOException e) {
            throw new IOException(output + " cannot be made a folder", e);
        }
    }

    private void write(String what, Picture made, String name) throws IOException {
        Path file = output.resolve(name).toAbsolutePath().normalize();
        try {
            PictureFiles.write(made, file);
        } catch (IOException e) {
            throw new IOException(file + " cannot be written", e);
        }
        print("%s: %s", what, file);
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
