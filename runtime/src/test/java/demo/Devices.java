package demo;

import dev.smelt.runtime.Device;
import dev.smelt.testing.TestDevices;
import java.util.stream.Stream;

/** The devices that every test of the contract runs on. */
public final class Devices {
    private Devices() {}

    /**
     * A new device of each kind; the test closes it. In a run without a Metal device there is one on the fake bridge
     * too, where there is a C compiler.
     */
    public static Stream<Device> all() {
        return FakeBridge.isPresent()
                ? Stream.concat(TestDevices.all(), Stream.of(FakeBridge.open()))
                : TestDevices.all();
    }

    /** Whether this run has a Metal device, if only on the fake bridge. */
    static boolean hasMetal() {
        return FakeBridge.isPresent() || TestDevices.isMetal();
    }

    /** A new Metal device. */
    static Device metal() {
        return FakeBridge.isPresent() ? FakeBridge.open() : Device.metal();
    }
}
