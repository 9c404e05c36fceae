package dev.smelt.runtime.metal;

import dev.smelt.runtime.MetalError;

/**
 * A function of the bridge returned a failure. Whoever called knows what was attempted, and turns this into one of the
 * public exceptions.
 */
final class BridgeException extends Exception {
    private final int status;
    private final transient Detail detail;

    /**
     * What the error object said.
     *
     * @param text what went wrong
     * @param domain the domain of Apple's error; empty where the bridge itself objects
     * @param domainCode its code in that domain
     * @param kernel the MSL function concerned; may be empty
     * @param dispatch which dispatch of the tape; -1 if unknown
     * @param encoderState what Metal says of the encoder
     */
    record Detail(String text, String domain, long domainCode, String kernel, long dispatch, int encoderState) {
        /** A failure that has nothing to add to its status. */
        static final Detail NONE = new Detail("", "", 0, "", -1, 0);
    }

    BridgeException(int status, Detail detail) {
        super("status " + status + (detail.text.isEmpty() ? "" : ": " + detail.text));
        this.status = status;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    Detail detail() {
        return detail;
    }

    /** What Apple's API reported; where the bridge objects, its status stands for the code. */
    MetalError metalError() {
        String domain = detail.domain.isEmpty() ? "smelt" : detail.domain;
        return new MetalError(domain, detail.domain.isEmpty() ? status : detail.domainCode, detail.text);
    }
}
