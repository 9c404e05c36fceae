package demo;

import dev.smelt.runtime.Device;
import java.util.stream.Stream;

/** The devices that every test of the contract runs on. */
public final class Devices {
    private Devices() {}

    /** A new device of each kind; the test closes it. */
    public static Stream<Device> all() {
        return Stream.of(Device.jvm());
    }
}
