package dev.smelt.runtime.metal;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import dev.smelt.runtime.DeviceUnavailableException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the bridge library and binds {@link Smelt} to it, once for the process; or says why it cannot be. */
final class BridgeLibrary {
    private static final String PROPERTY = "smelt.native.library";

    /** The library that is bound; null before. Guarded by the class. */
    private static @Nullable String bound;

    private BridgeLibrary() {}

    /**
     * Binds the library that the property names, or else that of the class path.
     *
     * @throws DeviceUnavailableException if there is none, or none that fits
     */
    static synchronized void load() {
        String named = System.getProperty(PROPERTY, "");
        if (named.isEmpty() && !isMac()) {
            throw unavailable(
                    "Metal needs macOS, and this is " + System.getProperty("os.name") + " ("
                            + System.getProperty("os.arch") + "); no " + PROPERTY + " names another bridge library",
                    null);
        }
        if (!named.isEmpty() && !Files.isRegularFile(Path.of(named))) {
            throw unavailable(PROPERTY + "=" + named + ": there is no such file", null);
        }
        String wanted = named.isEmpty() ? "libsmelt of the class path" : named;
        if (wanted.equals(bound)) {
            return;
        }
        bind(wanted, open(named));
        bound = wanted;
    }

    /** Whether this machine should have Metal, so that not finding it is worth a warning. */
    static boolean isExpected() {
        return isMac() || !System.getProperty(PROPERTY, "").isEmpty();
    }

    private static NativeLibrary open(String named) {
        try {
            if (!named.isEmpty()) {
                return NativeLibrary.getInstance(Path.of(named).toAbsolutePath().toString());
            }
            Map<String, Object> options = Map.of(Library.OPTION_CLASSLOADER, BridgeLibrary.class.getClassLoader());
            return NativeLibrary.getInstance("smelt", options);
        } catch (UnsatisfiedLinkError failed) {
            String what = named.isEmpty()
                    ? "libsmelt was not found; is smelt-native on the class path? " + PROPERTY + " can name it too"
                    : PROPERTY + "=" + named + ": the file cannot be loaded as a library of this machine";
            throw unavailable(what + ": " + failed.getMessage(), failed);
        } catch (LinkageError failed) {
            throw unavailable("JNA, which calls the bridge library, does not work here: " + failed, failed);
        }
    }

    private static void bind(String wanted, NativeLibrary library) {
        checkVersion(wanted, library);
        for (Method method : Smelt.class.getDeclaredMethods()) {
            if (Modifier.isNative(method.getModifiers())) {
                function(wanted, library, method.getName());
            }
        }
        if (bound != null) {
            throw unavailable(
                    wanted + " cannot be loaded: this process uses " + bound
                            + " already, and one bridge is all it can use",
                    null);
        }
        Native.register(Smelt.class, library);
    }

    private static void checkVersion(String wanted, NativeLibrary library) {
        int version = function(wanted, library, "smelt_abi_version").invokeInt(new Object[0]);
        if (version != Smelt.ABI_VERSION) {
            throw unavailable(
                    wanted + " has version " + version + " of the bridge's interface, and this runtime needs version "
                            + Smelt.ABI_VERSION + ": smelt-native and smelt-runtime have to be of the same version",
                    null);
        }
    }

    private static Function function(String wanted, NativeLibrary library, String name) {
        try {
            return library.getFunction(name);
        } catch (UnsatisfiedLinkError failed) {
            throw unavailable(wanted + " is no bridge to Metal: it has no function " + name, failed);
        }
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static DeviceUnavailableException unavailable(String why, @Nullable Throwable cause) {
        return new DeviceUnavailableException("no Metal device: " + why, cause);
    }
}
