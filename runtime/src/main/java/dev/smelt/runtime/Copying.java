package dev.smelt.runtime;

/** What to do with a {@code ByteBuffer} that a device cannot use where it is. */
public enum Copying {
    /** Refuse it with an {@link IllegalArgumentException} that says why. */
    REFUSE,
    /**
     * Copy its bytes into a new array, once: later changes of the buffer are not seen in the array, nor the other way
     * round. {@link DeviceArray#isInPlace} tells.
     */
    ALLOW
}
