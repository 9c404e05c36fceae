package dev.smelt.runtime.monitor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A class of kernels that is made ready on a device: on Metal its library is loaded, or its text compiled. */
@Name("dev.smelt.Load")
@Label("Kernel Class Load")
@Description("A class of kernels is loaded, or compiled, for a device")
@Category("Smelt")
@StackTrace(true)
public final class LoadEvent extends Event {
    @Label("Kernel Class")
    public @Nullable String kernelClass;

    @Label("Device")
    public @Nullable String device;

    @Label("Form")
    @Description("What it was made of: metallib, msl or jvm")
    public @Nullable String form;
}
