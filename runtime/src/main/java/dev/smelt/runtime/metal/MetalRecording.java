package dev.smelt.runtime.metal;

import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.DeviceMemoryException;
import dev.smelt.runtime.backend.CallSite;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.Recording;
import dev.smelt.runtime.backend.SubmissionQueue;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls on a tape of their own, which is submitted as it is. Only a submission that has to wait for others takes a copy,
 * since the tape may be changed by then.
 */
final class MetalRecording implements Recording {
    private final long device;
    private final String deviceName;
    private final Tape tape = new Tape();
    private final List<CallSite> sites = new ArrayList<>();
    private @Nullable NativeText label;
    /** In checked mode; null otherwise. */
    private @Nullable CheckRecords checks;
    /** The calls so far, for submissions that are on their way when more are recorded. */
    private @Nullable List<CallSite> frozen;

    MetalRecording(long device, String deviceName) {
        this.device = device;
        this.deviceName = deviceName;
        tape.begin();
    }

    @Override
    public int add(Dispatch dispatch) {
        sites.add(new CallSite(dispatch.kernel(), dispatch.grid()));
        label = null;
        frozen = null;
        return tape.write(dispatch, dispatch.module().isChecked() ? checksOf(dispatch) : null);
    }

    private CheckRecords.Call checksOf(Dispatch dispatch) {
        if (checks == null) {
            checks = new CheckRecords(device);
        }
        try {
            return checks.add(dispatch);
        } catch (BridgeException failed) {
            throw new DeviceMemoryException(
                    deviceName + " has no memory for the checks of " + dispatch.kernel(), failed.metalError());
        }
    }

    @Override
    public ByteBuffer bytes() {
        return tape.bytes();
    }

    @Override
    public SubmissionQueue.Task task() {
        if (label == null) {
            label = new NativeText("batch of " + sites.size());
        }
        if (frozen == null) {
            frozen = List.copyOf(sites);
        }
        return new Task(label, frozen, checks);
    }

    private final class Task implements SubmissionQueue.Task {
        private final NativeText label;
        private final List<CallSite> calls;
        private final @Nullable CheckRecords checks;
        private @Nullable Tape copy;
        private long submission;

        private boolean begun;

        Task(NativeText label, List<CallSite> calls, @Nullable CheckRecords checks) {
            this.checks = checks;
            this.label = label;
            this.calls = calls;
        }

        @Override
        public void keep() {
            copy = tape.copy();
        }

        @Override
        public void start() {
            if (checks != null) {
                checks.begin();
                begun = true;
            }
            try {
                submission = Bridge.submit(device, Objects.requireNonNullElse(copy, tape), label);
            } catch (BridgeException failed) {
                throw MetalFailures.of(calls, failed, deviceName);
            } finally {
                copy = null;
            }
        }

        @Override
        public BatchResult finish() {
            try {
                Bridge.await(submission);
                if (checks != null) {
                    checks.check();
                }
                return new BatchResult(Duration.ofNanos(Bridge.time(submission)));
            } catch (BridgeException failed) {
                if (checks != null) {
                    checks.check(); // what went wrong on the way to it says more
                }
                throw MetalFailures.of(calls, failed, deviceName);
            }
        }

        @Override
        public void release() {
            if (checks != null && begun) {
                checks.end();
            }
            Bridge.close(submission);
        }
    }
}
