package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** The check sums of the blocks of a file (CRC-32, ISO 3309), four bits at a time by a small table. */
final class Crc32 {
    private static final int[] TABLE = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c
    };

    private Crc32() {}

    /** The check sum of each block of {@code size} bytes; the last block may be shorter. */
    @Kernel
    static void sums(byte[] file, int[] sums, int size, @ThreadPositionInGrid int block) {
        int crc = -1;
        for (int i = block * size; i < Math.min((block + 1) * size, file.length); i++) {
            crc ^= file[i] & 0xff;
            crc = TABLE[crc & 15] ^ (crc >>> 4);
            crc = TABLE[crc & 15] ^ (crc >>> 4);
        }
        sums[block] = ~crc;
    }
}
