package dev.smelt.examples.gallery.testing;

import dev.smelt.runtime.Device;
import java.util.stream.Stream;

/** The device that a run of the gallery's tests is for. Maven runs them once for each that is present. */
public final class Devices {
    private Devices() {}

    /** A new one of those that {@code smelt.device} names. */
    public static Stream<Device> present() {
        return Stream.of(Device.open());
    }
}
