package dev.smelt.compiler.testing;

import dev.smelt.runtime.Device;
import java.nio.file.Files;
import java.nio.file.Path;

/** The software Metal, as the build of the native module leaves it. */
public final class SoftwareMetal {
    private static final Path LIBRARY =
            Path.of("../../native/target/software/libsmelt.so").toAbsolutePath().normalize();

    private SoftwareMetal() {}

    /** Whether it was built; a build without clang has none. */
    public static boolean isPresent() {
        return Files.exists(LIBRARY);
    }

    /** A new device. */
    public static Device open() {
        System.setProperty("smelt.native.library", LIBRARY.toString());
        try {
            return Device.metal();
        } finally {
            System.clearProperty("smelt.native.library"); // what others open is what they would without us
        }
    }
}
