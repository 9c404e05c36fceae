package dev.smelt.examples.fourier;

import dev.smelt.examples.fourier.Experiment.Series;
import dev.smelt.examples.fourier.Experiment.Sigmoid;
import dev.smelt.runtime.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the experiment. */
@Command(
        name = "fourier",
        description = "Times a sigmoid and a Fourier series with its derivative, as kernels and as plain Java.",
        mixinStandardHelpOptions = true)
public final class FourierExample implements Callable<Integer> {
    private static final int MOST_SAMPLES = 1_000_000;
    private static final int MOST_TERMS = 100_000;

    /** The report names the device, so only warnings need be logged. A field, lest the logger be collected. */
    private static final Logger RUNTIME_LOGGER = Logger.getLogger("dev.smelt.runtime");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The PNG picture to write (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("fourier.png");

    @Option(names = "--samples", paramLabel = "N", description = "Samples of one period (default: ${DEFAULT-VALUE}).")
    private int samples = 100_000;

    @Option(
            names = "--terms",
            paramLabel = "N",
            split = ",",
            description = "Numbers of terms to compare, in ascending order (default: 10,100,1000).")
    private List<Integer> terms = List.of(10, 100, 1000);

    /** Runs the example and ends the process with 0, with 1 after a failure, or with 2 for wrong arguments. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        RUNTIME_LOGGER.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** This command, which reports what goes wrong in one line. */
    static CommandLine commandLine() {
        return new CommandLine(new FourierExample())
                .setOverwrittenOptionsAllowed(true)
                .setParameterExceptionHandler((wrong, args) -> {
                    wrong.getCommandLine().getErr().println("fourier: " + wrong.getMessage());
                    return ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() {
        checkArguments();
        try (Device device = Device.open()) {
            run(device);
            return ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("fourier: cannot write " + output + ": " + e);
            return ExitCode.SOFTWARE;
        }
    }

    private void checkArguments() {
        if (samples < 2 || samples > MOST_SAMPLES) {
            throw wrong("--samples is " + samples + "; it can be 2 to " + MOST_SAMPLES);
        }
        int least = 1;
        for (int count : terms) {
            if (count < least || count > MOST_TERMS) {
                throw wrong("--terms has " + count + "; here it can be " + least + " to " + MOST_TERMS);
            }
            least = count;
        }
        if (Files.isDirectory(output)) {
            throw wrong("--output is a directory: " + output);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void run(Device device) throws IOException {
        Experiment experiment = new Experiment(device);
        Report report = new Report(spec.commandLine().getOut());
        report.title(device.name(), samples);
        Sigmoid sigmoid = experiment.sigmoid(10 * samples);
        report.times(sigmoid);
        List<Series> all = new ArrayList<>();
        for (int count : terms) {
            Series series = experiment.series(samples, count);
            all.add(series);
            report.times(series);
        }
        report.growth(all);
        report.agreement(sigmoid, all);
        new Picture(all).write(output);
        report.picture(output.toAbsolutePath().normalize());
    }
}
