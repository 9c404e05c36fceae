package dev.smelt.compiler.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code smelt}. */
@Command(
        name = "smelt",
        description = "Compiles kernels written in Java to the Metal Shading Language.",
        subcommands = GenerateCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, perhaps with warnings",
            "1:errors in the sources, or files that cannot be read or written",
            "2:wrong usage, or a source directory that does not exist"
        })
public final class Main {
    /** The version, from the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"smelt " + (version != null ? version : "(development build)")};
        }
    }

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(writer(System.out), writer(System.err), args));
    }

    /** Runs a command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new Main()).setOut(out).setErr(err);
        if (args.length == 0) {
            commandLine.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        int code = commandLine
                .setParameterExceptionHandler(Main::reportWrongUsage)
                .setExecutionExceptionHandler(Main::reportBug)
                .execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int reportWrongUsage(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("smelt: " + e.getMessage());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    /** What arrives here is no mistake of the user's. */
    private static int reportBug(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("smelt: internal error; please report it with what follows");
        e.printStackTrace(err);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Sources are UTF-8 and diagnostics quote them; a terminal that claims to be ASCII only has no locale set. */
    private static PrintWriter writer(PrintStream stream) {
        Charset charset = Charset.defaultCharset();
        return new PrintWriter(
                stream, true, charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset);
    }
}
