package dev.smelt.runtime.spi;

/** What a kernel does with an array. */
public enum Access {
    /** It only reads. */
    READ,
    /** It only writes, not necessarily every element. */
    WRITE,
    /** It reads and writes. */
    READ_WRITE;

    /** Whether the kernel may change the array. */
    public boolean writes() {
        return this != READ;
    }
}
