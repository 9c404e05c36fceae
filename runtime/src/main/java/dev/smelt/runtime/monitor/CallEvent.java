package dev.smelt.runtime.monitor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A plain call of a kernel, from its start to when its results can be read. */
@Name("dev.smelt.Call")
@Label("Kernel Call")
@Description("A kernel that was run by a plain call")
@Category("Smelt")
@StackTrace(true)
public final class CallEvent extends Event {
    @Label("Kernel")
    public @Nullable String kernel;

    @Label("Grid")
    public @Nullable String grid;

    @Label("Device")
    public @Nullable String device;

    @Label("Device Time")
    @Description("From the kernel's start to its end on the device")
    @Timespan(Timespan.NANOSECONDS)
    public long deviceTime;

    @Label("Failed")
    public boolean failed;
}
