package dev.smelt.runtime.metal;

import dev.smelt.runtime.DeviceLostException;
import dev.smelt.runtime.DeviceMemoryException;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.KernelLocation;
import dev.smelt.runtime.KernelTimeoutException;
import dev.smelt.runtime.MetalError;
import dev.smelt.runtime.SmeltException;
import dev.smelt.runtime.backend.CallSite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a failed submission into the exception that names the kernel and says what to do. */
final class MetalFailures {
    private static final String COMMAND_BUFFER = "MTLCommandBufferErrorDomain";

    private static final int TIMEOUT = 2;
    private static final int PAGE_FAULT = 3;
    private static final int ACCESS_REVOKED = 4;
    private static final int OUT_OF_MEMORY = 8;
    private static final int DEVICE_REMOVED = 11;
    private static final int STACK_OVERFLOW = 12;
    /** Not in Apple's headers: the display had to wait. */
    private static final int IMPACTING_INTERACTIVITY = 14;

    private MetalFailures() {}

    static SmeltException of(List<CallSite> calls, BridgeException failed, String device) {
        int size = calls.size();
        CallSite culprit = culprit(calls, failed);
        KernelLocation location = culprit == null ? null : culprit.kernel().location();
        String what;
        if (culprit == null) {
            what = "a batch of " + size + (size == 1 ? " call" : " calls") + " failed on " + device;
        } else {
            String place =
                    size == 1 ? "" : ", call " + (failed.detail().dispatch() + 1) + " of a batch of " + size + ",";
            what = culprit.kernel() + place + " failed on " + device + " over " + culprit.grid();
        }
        return exception(what, location, failed, size > 1);
    }

    private static SmeltException exception(
            String what, @Nullable KernelLocation location, BridgeException failed, boolean batch) {
        MetalError error = failed.metalError();
        if (failed.status() == Smelt.OUT_OF_MEMORY) {
            return new DeviceMemoryException(what, error, "close arrays that are not needed, or work in parts");
        }
        int code = failed.detail().domain().equals(COMMAND_BUFFER)
                ? (int) failed.detail().domainCode()
                : 0;
        return switch (code) {
            case TIMEOUT, IMPACTING_INTERACTIVITY ->
                new KernelTimeoutException(
                        what,
                        location,
                        error,
                        "macOS stops GPU work that takes some seconds or keeps the display waiting: divide the grid into"
                                + " parts that take a tenth of a second each"
                                + (batch ? ", and submit fewer calls at a time" : ""));
            case ACCESS_REVOKED, DEVICE_REMOVED ->
                new DeviceLostException(what, location, error, "close the device, and open another");
            case OUT_OF_MEMORY ->
                new DeviceMemoryException(
                        what, error, "the arrays of a batch have to fit the GPU's memory together: use smaller ones");
            case PAGE_FAULT ->
                new KernelExecutionException(
                        what, location, error, "run with -Dsmelt.checks=true to see which index is out of bounds");
            case STACK_OVERFLOW ->
                new KernelExecutionException(
                        what, location, error, "use smaller arrays inside the kernel, and fewer nested functions");
            default -> new KernelExecutionException(what, location, error);
        };
    }

    private static @Nullable CallSite culprit(List<CallSite> calls, BridgeException failed) {
        if (calls.size() == 1) {
            return calls.get(0);
        }
        long index = failed.detail().dispatch();
        return index >= 0 && index < calls.size() ? calls.get((int) index) : null;
    }
}
