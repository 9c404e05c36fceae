package dev.smelt.compiler.cli;

import dev.smelt.compiler.build.BuildException;
import dev.smelt.compiler.build.BuildOutcome;
import dev.smelt.compiler.build.BuildRequest;
import dev.smelt.compiler.build.KernelBuild;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code smelt generate}: the same as the Maven goal {@code smelt:generate}. */
@Command(
        name = "generate",
        description = "Generates Metal text, Java wrappers and JVM kernels from the kernels of a source tree.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-s", "--source"},
            paramLabel = "DIR",
            required = true,
            description = "Directory searched for *.java, at any depth. May be given several times; kernels may use"
                    + " helpers, constants and records of all of them.")
    private List<Path> sources = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Directory that receives sources/ (Java to compile with the project) and classes/"
                    + " (META-INF/smelt/..., to put on the class path). Created if absent.")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    @Option(
            names = "--checks",
            description =
                    "Generate for checked mode: assert statements are accepted, and kernels check indices, divisors"
                            + " and assertions unless the program runs with -Dsmelt.checks=false. Without this, kernels do so"
                            + " where the program runs with -Dsmelt.checks=true.")
    private boolean checks;

    @Option(names = "--force", description = "Generate even if nothing has changed since the last time.")
    private boolean force;

    @Override
    public Integer call() {
        for (Path source : sources) {
            if (!Files.isDirectory(source)) {
                String problem = Files.exists(source) ? "not a directory" : "source directory does not exist";
                throw new CommandLine.ParameterException(spec.commandLine(), problem + ": " + source);
            }
        }
        BuildRequest request = new BuildRequest(
                Path.of(""),
                sources,
                output.resolve("sources"),
                output.resolve("classes"),
                output.resolve(".smelt-state"),
                checks,
                force);
        PrintWriter err = spec.commandLine().getErr();
        try {
            return report(KernelBuild.run(request), err);
        } catch (BuildException e) {
            err.println("smelt: " + e.getMessage());
            return 1;
        }
    }

    private int report(BuildOutcome outcome, PrintWriter err) {
        outcome.messages().forEach(message -> err.println(message.text()));
        if (outcome.failed()) {
            err.println(outcome.summary());
            return 1;
        }
        if (!outcome.counts().isEmpty()) {
            err.println(outcome.counts());
        }
        spec.commandLine().getOut().println("smelt: " + outcome.summary());
        return 0;
    }
}
