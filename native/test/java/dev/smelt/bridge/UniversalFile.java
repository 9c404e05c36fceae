package dev.smelt.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file with a library for each of several processors, as described in {@code mach-o/fat.h}. */
final class UniversalFile {
    private static final int MAGIC = 0xcafebabe;
    private static final int ENTRY_BYTES = 20;

    private UniversalFile() {}

    /** The libraries by the number of their processor ({@link MachO#ARM64}, {@link MachO#X86_64}). */
    static Map<Integer, MachO> slices(byte[] file) {
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.BIG_ENDIAN);
        if (header.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("no universal file: " + Integer.toHexString(header.getInt(0)));
        }
        Map<Integer, MachO> slices = new LinkedHashMap<>();
        for (int i = 0; i < header.getInt(4); i++) {
            int entry = 8 + ENTRY_BYTES * i;
            int offset = header.getInt(entry + 8);
            int alignment = 1 << header.getInt(entry + 16);
            if (offset % alignment != 0) {
                throw new IllegalArgumentException("slice " + i + " is not aligned");
            }
            byte[] slice = new byte[header.getInt(entry + 12)];
            header.get(offset, slice);
            slices.put(header.getInt(entry), MachO.read(slice));
        }
        return slices;
    }
}
