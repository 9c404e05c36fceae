package dev.smelt.runtime;

import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.jvm.JvmBackend;
import dev.smelt.runtime.metal.MetalBackend;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides what {@link Device#open} opens, and says so once. */
final class DeviceChoice {
    private static final System.Logger LOGGER = System.getLogger("dev.smelt.runtime");

    /** What was logged: a program that opens many devices says the same thing once. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private DeviceChoice() {}

    static Backend open() {
        String wanted = System.getProperty("smelt.device", "");
        switch (wanted) {
            case "" -> {
                return open(DevicePolicy.PREFER_GPU);
            }
            case "metal" -> {
                return said(Level.INFO, MetalBackend.open(), "smelt.device=metal");
            }
            case "jvm" -> {
                return said(Level.INFO, new JvmBackend(), "smelt.device=jvm");
            }
            default ->
                throw new IllegalArgumentException(
                        "smelt.device=" + wanted + ": the property is 'metal' or 'jvm', or not set");
        }
    }

    static Backend open(DevicePolicy policy) {
        return switch (policy) {
            case REQUIRE_GPU -> said(Level.INFO, MetalBackend.open(), "a GPU is required");
            case PREFER_GPU -> best();
            case CPU_ONLY -> said(Level.INFO, new JvmBackend(), "the CPU is asked for");
        };
    }

    private static Backend best() {
        try {
            return said(Level.INFO, MetalBackend.open(), "the best device present");
        } catch (DeviceUnavailableException absent) {
            // Where Metal is to be expected, its absence is worth a warning.
            boolean expected = MetalBackend.isExpected();
            return said(expected ? Level.WARNING : Level.INFO, new JvmBackend(), absent.getMessage());
        }
    }

    private static Backend said(Level level, Backend backend, @Nullable String reason) {
        String text = "device: " + backend.name() + " (" + reason + ")";
        if (SAID.add(text)) {
            LOGGER.log(level, text);
        }
        return backend;
    }
}
