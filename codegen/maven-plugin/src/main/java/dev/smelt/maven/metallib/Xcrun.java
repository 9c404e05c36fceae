package dev.smelt.maven.metallib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code xcrun -sdk macosx ...}. */
public final class Xcrun {
    /**
     * How a command ended.
     *
     * @param output what it wrote, standard output and standard error together
     */
    record Result(int exitCode, String output) {}

    private final String executable;

    /** With the name of a command or a path. */
    public Xcrun(String executable) {
        this.executable = executable;
    }

    String executable() {
        return executable;
    }

    /** Throws IOException if there is no such command. */
    Result run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(executable, "-sdk", "macosx"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } finally {
            process.destroy();
        }
    }
}
