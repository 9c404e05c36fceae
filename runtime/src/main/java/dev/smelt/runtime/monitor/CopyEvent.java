package dev.smelt.runtime.monitor;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Bytes copied between Java's memory and the device's. */
@Name("dev.smelt.Copy")
@Label("Array Copy")
@Description("Bytes are copied between Java's memory and the device's")
@Category("Smelt")
@StackTrace(true)
public final class CopyEvent extends Event {
    @Label("Bytes")
    @DataAmount
    public long bytes;

    @Label("Device")
    public @Nullable String device;
}
