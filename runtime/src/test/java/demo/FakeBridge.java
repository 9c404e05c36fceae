package demo;

import com.sun.jna.Library;
import com.sun.jna.Native;
import dev.smelt.runtime.Device;
import dev.smelt.testing.TestDevices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds {@code src/test/c/fake_smelt.c} with the C compiler of this machine, and opens Metal devices on it. */
public final class FakeBridge {
    private static final String PROPERTY = "smelt.native.library";
    private static final Path FOLDER = Path.of("target", "fake-bridge");
    private static final Optional<Path> LIBRARY =
            compile("libfakesmelt.so", Path.of("src", "test", "c", "fake_smelt.c"));

    private FakeBridge() {}

    /** What the fake bridge can do besides {@code smelt.h}. */
    public interface Script extends Library {
        /** Makes the next call of {@code function} fail; {@code execution} stands for a submission that runs. */
        void fake_fail(String function, int status, String message, String domain, long code, long dispatch);

        void fake_delay(long milliseconds);

        long fake_closed_in_flight();

        int fake_capturing();

        long smelt_open_handles();
    }

    /**
     * Whether there is a C compiler, so that the fake could be built, and the process is free to load it: in a run for
     * another bridge it is not, since a process loads one.
     */
    public static boolean isPresent() {
        return LIBRARY.isPresent() && !TestDevices.isMetal();
    }

    public static Path library() {
        return LIBRARY.orElseThrow();
    }

    public static Script script() {
        return Native.load(library().toAbsolutePath().toString(), Script.class);
    }

    /** Makes every submission take so many milliseconds; nothing where there is no fake bridge. */
    static void delay(long milliseconds) {
        if (isPresent()) {
            script().fake_delay(milliseconds);
        }
    }

    /** Opens a Metal device on the fake bridge. */
    public static Device open() {
        String before = System.setProperty(PROPERTY, library().toString());
        try {
            return Device.metal();
        } finally {
            if (before == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, before);
            }
        }
    }

    /** Compiles a C file to a library; empty where there is no compiler. */
    public static Optional<Path> compile(String name, Path source) {
        Path compiled = FOLDER.resolve(name);
        List<String> command = new ArrayList<>(List.of("cc", "-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror"));
        // As Java: a * b + c is rounded twice.
        command.addAll(List.of("-ffp-contract=off", "-shared", "-fPIC", "-pthread"));
        command.addAll(List.of("-I", Path.of("..", "native", "include").toString()));
        command.addAll(List.of(source.toString(), "-o", compiled.toString(), "-lm"));
        try {
            Files.createDirectories(FOLDER);
            Process compiler =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0) {
                throw new IllegalStateException(source + " does not compile:\n" + output);
            }
            return Optional.of(compiled);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        } catch (IOException absent) {
            if (Files.isExecutable(Path.of("/usr/bin/cc"))) {
                throw new UncheckedIOException(absent);
            }
            return Optional.empty();
        }
    }
}
