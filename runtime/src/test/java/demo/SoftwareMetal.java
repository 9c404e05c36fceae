package demo;

import com.sun.jna.NativeLibrary;
import dev.smelt.testing.TestDevices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Faults of the software Metal, wanted through the file that {@code SMELT_SOFTWARE_METAL_FAULTS} names;
 * {@code native/README.md} has their list.
 */
final class SoftwareMetal implements AutoCloseable {
    private static final String VARIABLE = "SMELT_SOFTWARE_METAL_FAULTS";

    private final Path file;

    private SoftwareMetal(Path file) {
        this.file = file;
    }

    /** Whether this run of the tests is for it. */
    static boolean isPresent() {
        return TestDevices.isSoftwareMetal();
    }

    /** Makes faults happen, until closed or told otherwise. */
    static SoftwareMetal wanting(String faults) {
        String from = System.getenv(VARIABLE);
        if (from == null || !from.startsWith("@")) {
            throw new IllegalStateException(VARIABLE + " is not @ and the path of a file");
        }
        SoftwareMetal metal = new SoftwareMetal(Path.of(from.substring(1)));
        metal.want(faults);
        return metal;
    }

    /** How many handles of the bridge are open. */
    static long openHandles() {
        Path library = Path.of(System.getProperty("smelt.native.library")).toAbsolutePath();
        return NativeLibrary.getInstance(library.toString())
                .getFunction("smelt_open_handles")
                .invokeLong(new Object[0]);
    }

    void want(String faults) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, faults);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        want("");
    }
}
