package dev.smelt.runtime.metal;

import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.spi.KernelDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a failed submission into the exception that names the kernel. */
final class MetalFailures {
    private static final String COMMAND_BUFFER = "MTLCommandBufferErrorDomain";
    private static final int TIMEOUT = 2;
    /** Undocumented: the system stopped it, since the display stuttered. */
    private static final int IMPACTING_INTERACTIVITY = 14;

    private MetalFailures() {}

    static KernelExecutionException of(List<Dispatch> dispatches, BridgeException failed, String device) {
        int size = dispatches.size();
        Dispatch culprit = culprit(dispatches, failed);
        if (culprit == null) {
            String calls = size + (size == 1 ? " call" : " calls");
            return new KernelExecutionException(
                    "a batch of " + calls + " failed on " + device + hint(failed), null, failed.metalError());
        }
        KernelDescriptor kernel = culprit.kernel();
        String place = size == 1 ? "" : ", call " + (failed.detail().dispatch() + 1) + " of a batch of " + size + ",";
        return new KernelExecutionException(
                kernel + place + " failed on " + device + " over " + culprit.grid() + hint(failed),
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

    private static String hint(BridgeException failed) {
        BridgeException.Detail detail = failed.detail();
        if (!detail.domain().equals(COMMAND_BUFFER)) {
            return "";
        }
        if (detail.domainCode() == TIMEOUT || detail.domainCode() == IMPACTING_INTERACTIVITY) {
            return " (a Mac with a display stops work that keeps the GPU busy for seconds: divide the grid)";
        }
        return "";
    }
}
