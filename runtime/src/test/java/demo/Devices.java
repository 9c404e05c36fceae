package demo;

import dev.smelt.runtime.Device;
import java.util.stream.Stream;

/** The devices that every test of the contract runs on. */
public final class Devices {
    private Devices() {}

    /** A new device of each kind; the test closes it. Metal's is on the fake bridge, where there is a C compiler. */
    public static Stream<Device> all() {
        return FakeBridge.isPresent() ? Stream.of(Device.jvm(), FakeBridge.open()) : Stream.of(Device.jvm());
    }
}
