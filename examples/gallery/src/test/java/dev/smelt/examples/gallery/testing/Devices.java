package dev.smelt.examples.gallery.testing;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** The devices that the gallery's tests run on. */
public final class Devices {
    private Devices() {}

    /** The JVM, and Metal where it is. */
    public static List<Device> present() {
        List<Device> devices = new ArrayList<>(List.of(Device.jvm()));
        try {
            devices.add(Device.metal());
        } catch (DeviceUnavailableException e) {
            // There is none.
        }
        return devices;
    }
}
