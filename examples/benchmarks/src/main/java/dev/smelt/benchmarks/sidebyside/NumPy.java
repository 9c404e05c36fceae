package dev.smelt.benchmarks.sidebyside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/** NumPy in a process of its own, which does a workload when it is told to and says how long it took. */
final class NumPy implements AutoCloseable {
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private final String version;

    /** What a run took and gave; the processor's time is for each thread that worked. */
    record Run(double millis, double result, double processorMillis) {}

    private NumPy(Process process) throws IOException {
        this.process = process;
        this.commands = new OutputStreamWriter(process.getOutputStream(), UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.version = answer();
    }

    /** Starts it; empty where there is no Python 3 with NumPy. */
    static Optional<NumPy> start() {
        try {
            Path script = Files.createTempFile("workloads", ".py");
            script.toFile().deleteOnExit();
            try (InputStream text = Objects.requireNonNull(NumPy.class.getResourceAsStream("workloads.py"))) {
                Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder =
                    new ProcessBuilder("python3", script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
            // OpenBLAS's threads watch for more work for 2^26 cycles, on a core that the next side needs, or NumPy
            // itself.
            builder.environment().putIfAbsent("OPENBLAS_THREAD_TIMEOUT", "4");
            return Optional.of(new NumPy(builder.start()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Its name and version. */
    String version() {
        return version;
    }

    /** Does a workload once. */
    Run run(String workload) {
        try {
            commands.write(workload + "\n");
            commands.flush();
            String[] answer = answer().split(" ", -1);
            return new Run(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]), Double.parseDouble(answer[2]));
        } catch (IOException e) {
            throw new IllegalStateException("NumPy failed at " + workload, e);
        }
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("no answer");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
