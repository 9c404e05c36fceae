package dev.smelt.runtime.metal;

import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.backend.CallSite;
import dev.smelt.runtime.spi.KernelDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a failed submission into the exception that names the kernel; what to do about it, the bridge's text says. */
final class MetalFailures {
    private MetalFailures() {}

    static KernelExecutionException of(List<CallSite> calls, BridgeException failed, String device) {
        int size = calls.size();
        CallSite culprit = culprit(calls, failed);
        if (culprit == null) {
            String count = size + (size == 1 ? " call" : " calls");
            return new KernelExecutionException(
                    "a batch of " + count + " failed on " + device, null, failed.metalError());
        }
        KernelDescriptor kernel = culprit.kernel();
        String place = size == 1 ? "" : ", call " + (failed.detail().dispatch() + 1) + " of a batch of " + size + ",";
        return new KernelExecutionException(
                kernel + place + " failed on " + device + " over " + culprit.grid(),
                kernel.location(),
                failed.metalError());
    }

    private static @Nullable CallSite culprit(List<CallSite> calls, BridgeException failed) {
        if (calls.size() == 1) {
            return calls.get(0);
        }
        long index = failed.detail().dispatch();
        return index >= 0 && index < calls.size() ? calls.get((int) index) : null;
    }
}
