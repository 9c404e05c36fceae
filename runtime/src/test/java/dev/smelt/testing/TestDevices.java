package dev.smelt.testing;

import dev.smelt.runtime.Device;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The devices that a run of the tests is for. The system property {@code smelt.test.devices} names them, separated by
 * commas: {@code jvm}; {@code metal}, the Mac's; {@code software}, the software Metal of Linux, on the bridge that
 * {@code smelt.native.library} names. Without it, the JVM. A process can load one bridge, so Maven runs the tests once
 * for the JVM and once for a Metal. A device that is named and cannot be opened fails every test.
 *
 * <p>For tests as {@code @MethodSource("dev.smelt.testing.TestDevices#all")}, with a parameter {@link Device} that the
 * test closes.
 */
public final class TestDevices {
    /** How the software Metal calls its devices. */
    public static final String SOFTWARE_METAL = "Software Metal";

    private static final String PROPERTY = "smelt.test.devices";

    private TestDevices() {}

    /** The names that the property has. */
    public static List<String> names() {
        return Arrays.stream(System.getProperty(PROPERTY, "jvm").split(","))
                .map(String::strip)
                .toList();
    }

    /** Whether this run is for the software Metal. */
    public static boolean isSoftwareMetal() {
        return names().contains("software");
    }

    /** Whether this run is for a Metal device, of whichever kind. */
    public static boolean isMetal() {
        return names().contains("metal") || isSoftwareMetal();
    }

    /** A new device of each kind; the test closes it. */
    public static Stream<Device> all() {
        return names().stream().map(TestDevices::open);
    }

    private static Device open(String name) {
        return switch (name) {
            case "jvm" -> Device.jvm();
            case "metal" ->
                checked(Device.metal(), !System.getProperty("os.name").equals("Linux"));
            case "software" -> {
                Device device = Device.metal();
                yield checked(device, device.name().startsWith(SOFTWARE_METAL));
            }
            default -> throw new IllegalArgumentException(PROPERTY + " names an unknown device: " + name);
        };
    }

    private static Device checked(Device device, boolean isWanted) {
        if (!isWanted) {
            String name = device.name();
            device.close();
            throw new IllegalStateException(PROPERTY + " wants another device than " + name);
        }
        return device;
    }
}
