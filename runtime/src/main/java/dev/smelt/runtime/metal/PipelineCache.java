package dev.smelt.runtime.metal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the machine code of pipelines between runs, one archive for each class of kernels. The system property {@code
 * smelt.cache} names the folder, or is {@code off}; without it, a Mac uses the user's folder for caches, and other systems
 * keep nothing. What cannot be kept is compiled again the next time, and nothing else is different: so problems are logged
 * once, and are no failure.
 */
final class PipelineCache {
    private static final System.Logger LOGGER = System.getLogger("dev.smelt.runtime");
    private static final AtomicBoolean COMPLAINED = new AtomicBoolean();
    private static final int HASH_BYTES = 16;

    private PipelineCache() {}

    /** Opens the archive of a library; 0 where nothing is kept. The name changes with the library's bytes. */
    static long open(long device, String className, byte[] library) {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return 0;
        }
        try {
            Files.createDirectories(folder.get());
            String name = className.replace('$', '.') + "-" + hash(library);
            return Bridge.openArchive(device, folder.get().toAbsolutePath().toString(), name);
        } catch (IOException | BridgeException failed) {
            complain("pipelines are not kept in " + folder.get(), failed);
            return 0;
        }
    }

    /** Writes what an archive has newly taken. */
    static void save(long archive) {
        try {
            if (Bridge.archiveStatistics(archive).unsaved() > 0) {
                Bridge.saveArchive(archive);
            }
        } catch (BridgeException failed) {
            complain("pipelines could not be kept for the next run", failed);
        }
    }

    /** How many pipelines came out of an archive so far. */
    static int found(long archive) {
        try {
            return archive == 0 ? 0 : Bridge.archiveStatistics(archive).found();
        } catch (BridgeException failed) {
            return 0;
        }
    }

    private static Optional<Path> folder() {
        String named = System.getProperty("smelt.cache", "");
        if (named.equals("off")) {
            return Optional.empty();
        }
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        boolean isMac =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return isMac
                ? Optional.of(Path.of(System.getProperty("user.home", "."), "Library", "Caches", "dev.smelt"))
                : Optional.empty();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }

    private static void complain(String what, Exception reason) {
        if (COMPLAINED.compareAndSet(false, true)) {
            LOGGER.log(Level.INFO, what + ": " + reason.getMessage());
        }
    }
}
