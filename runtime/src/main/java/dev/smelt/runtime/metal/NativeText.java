package dev.smelt.runtime.metal;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;

/** A text that native code can read, for calls that are made again and again. */
final class NativeText {
    private final Memory bytes;

    NativeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        this.bytes = new Memory(utf8.length + 1L);
        bytes.write(0, utf8, 0, utf8.length);
        bytes.setByte(utf8.length, (byte) 0);
    }

    /** Where it is, as long as this object is reachable. */
    long address() {
        return com.sun.jna.Pointer.nativeValue(bytes);
    }
}
