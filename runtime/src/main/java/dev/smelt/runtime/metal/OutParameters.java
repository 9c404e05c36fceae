package dev.smelt.runtime.metal;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** Where the bridge writes what it returns, off the heap; each thread has one, so that calls make no garbage. */
final class OutParameters {
    private static final ThreadLocal<OutParameters> OF_THREAD = ThreadLocal.withInitial(OutParameters::new);
    private static final int ERROR = 16;

    private final Memory memory = new Memory(24);
    private final long address = Pointer.nativeValue(memory);

    private OutParameters() {}

    static OutParameters ofThread() {
        return OF_THREAD.get();
    }

    /** Where a handle or a small struct goes. */
    long addressOfValue() {
        return address;
    }

    /** Where the error goes. */
    long addressOfError() {
        return address + ERROR;
    }

    long value() {
        return memory.getLong(0);
    }

    double firstDouble() {
        return memory.getDouble(0);
    }

    double secondDouble() {
        return memory.getDouble(8);
    }

    long error() {
        return memory.getLong(ERROR);
    }
}
