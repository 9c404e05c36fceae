package dev.smelt.runtime.monitor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A batch, from its submission to its end. */
@Name("dev.smelt.Submission")
@Label("Batch Submission")
@Description("A batch of kernel calls, from its submission to its end")
@Category("Smelt")
@StackTrace(false)
public final class SubmissionEvent extends Event {
    @Label("Calls")
    public int calls;

    @Label("Device")
    public @Nullable String device;

    @Label("Device Time")
    @Description("From the start of its first kernel to the end of its last on the device")
    @Timespan(Timespan.NANOSECONDS)
    public long deviceTime;

    @Label("Outcome")
    @Description("completed, failed or cancelled")
    public @Nullable String outcome;
}
