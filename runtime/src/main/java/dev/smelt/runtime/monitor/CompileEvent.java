package dev.smelt.runtime.monitor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A kernel whose pipeline is made: the last step of its compilation. */
@Name("dev.smelt.Compile")
@Label("Kernel Compilation")
@Description("The pipeline of a kernel is made")
@Category("Smelt")
@StackTrace(true)
public final class CompileEvent extends Event {
    @Label("Kernel")
    public @Nullable String kernel;

    @Label("Device")
    public @Nullable String device;

    @Label("Cached")
    @Description("Whether the machine code came from the cache of an earlier run")
    public boolean cached;
}
