package dev.smelt.runtime.metal;

import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.spi.KernelDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a failed submission into the exception that names the kernel; what to do about it, the bridge's text says. */
final class MetalFailures {
    private MetalFailures() {}

    static KernelExecutionException of(List<Dispatch> dispatches, BridgeException failed, String device) {
        int size = dispatches.size();
        Dispatch culprit = culprit(dispatches, failed);
        if (culprit == null) {
            String calls = size + (size == 1 ? " call" : " calls");
            return new KernelExecutionException(
                    "a batch of " + calls + " failed on " + device, null, failed.metalError());
        }
        KernelDescriptor kernel = culprit.kernel();
        String place = size == 1 ? "" : ", call " + (failed.detail().dispatch() + 1) + " of a batch of " + size + ",";
        return new KernelExecutionException(
                kernel + place + " failed on " + device + " over " + culprit.grid(),
                kernel.location(),
                failed.metalError());
    }

    private static @Nullable Dispatch culprit(List<Dispatch> dispatches, BridgeException failed) {
        if (dispatches.size() == 1) {
            return dispatches.get(0);
        }
        long index = failed.detail().dispatch();
        return index >= 0 && index < dispatches.size() ? dispatches.get((int) index) : null;
    }
}
