package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** AES with keys of 128 bits in counter mode, a thread for each block of 16 bytes. FIPS 197 and NIST SP 800-38A. */
final class Aes {
    /** Bytes of a block. */
    static final int BLOCK = 16;
    /** Rounds, and so keys of rounds without the first. */
    static final int ROUNDS = 10;

    // spotless:off
    private static final short[] BOX = {
        0x63, 0x7c, 0x77, 0x7b, 0xf2, 0x6b, 0x6f, 0xc5, 0x30, 0x01, 0x67, 0x2b, 0xfe, 0xd7, 0xab, 0x76,
        0xca, 0x82, 0xc9, 0x7d, 0xfa, 0x59, 0x47, 0xf0, 0xad, 0xd4, 0xa2, 0xaf, 0x9c, 0xa4, 0x72, 0xc0,
        0xb7, 0xfd, 0x93, 0x26, 0x36, 0x3f, 0xf7, 0xcc, 0x34, 0xa5, 0xe5, 0xf1, 0x71, 0xd8, 0x31, 0x15,
        0x04, 0xc7, 0x23, 0xc3, 0x18, 0x96, 0x05, 0x9a, 0x07, 0x12, 0x80, 0xe2, 0xeb, 0x27, 0xb2, 0x75,
        0x09, 0x83, 0x2c, 0x1a, 0x1b, 0x6e, 0x5a, 0xa0, 0x52, 0x3b, 0xd6, 0xb3, 0x29, 0xe3, 0x2f, 0x84,
        0x53, 0xd1, 0x00, 0xed, 0x20, 0xfc, 0xb1, 0x5b, 0x6a, 0xcb, 0xbe, 0x39, 0x4a, 0x4c, 0x58, 0xcf,
        0xd0, 0xef, 0xaa, 0xfb, 0x43, 0x4d, 0x33, 0x85, 0x45, 0xf9, 0x02, 0x7f, 0x50, 0x3c, 0x9f, 0xa8,
        0x51, 0xa3, 0x40, 0x8f, 0x92, 0x9d, 0x38, 0xf5, 0xbc, 0xb6, 0xda, 0x21, 0x10, 0xff, 0xf3, 0xd2,
        0xcd, 0x0c, 0x13, 0xec, 0x5f, 0x97, 0x44, 0x17, 0xc4, 0xa7, 0x7e, 0x3d, 0x64, 0x5d, 0x19, 0x73,
        0x60, 0x81, 0x4f, 0xdc, 0x22, 0x2a, 0x90, 0x88, 0x46, 0xee, 0xb8, 0x14, 0xde, 0x5e, 0x0b, 0xdb,
        0xe0, 0x32, 0x3a, 0x0a, 0x49, 0x06, 0x24, 0x5c, 0xc2, 0xd3, 0xac, 0x62, 0x91, 0x95, 0xe4, 0x79,
        0xe7, 0xc8, 0x37, 0x6d, 0x8d, 0xd5, 0x4e, 0xa9, 0x6c, 0x56, 0xf4, 0xea, 0x65, 0x7a, 0xae, 0x08,
        0xba, 0x78, 0x25, 0x2e, 0x1c, 0xa6, 0xb4, 0xc6, 0xe8, 0xdd, 0x74, 0x1f, 0x4b, 0xbd, 0x8b, 0x8a,
        0x70, 0x3e, 0xb5, 0x66, 0x48, 0x03, 0xf6, 0x0e, 0x61, 0x35, 0x57, 0xb9, 0x86, 0xc1, 0x1d, 0x9e,
        0xe1, 0xf8, 0x98, 0x11, 0x69, 0xd9, 0x8e, 0x94, 0x9b, 0x1e, 0x87, 0xe9, 0xce, 0x55, 0x28, 0xdf,
        0x8c, 0xa1, 0x89, 0x0d, 0xbf, 0xe6, 0x42, 0x68, 0x41, 0x99, 0x2d, 0x0f, 0xb0, 0x54, 0xbb, 0x16,
    };
    // spotless:on

    private Aes() {}

    /** The keys of all rounds from the first one, by one thread: {@code 16 * (ROUNDS + 1)} bytes. */
    @Kernel
    static void expand(byte[] key, byte[] keys, @ThreadPositionInGrid int thread) {
        if (thread > 0) {
            return;
        }
        for (int k = 0; k < BLOCK; k++) {
            keys[k] = key[k];
        }
        byte constant = 1;
        for (int k = BLOCK; k < keys.length; k += 4) {
            byte a = keys[k - 4];
            byte b = keys[k - 3];
            byte c = keys[k - 2];
            byte d = keys[k - 1];
            if (k % BLOCK == 0) {
                byte first = a;
                a = substitute(b);
                a ^= constant;
                b = substitute(c);
                c = substitute(d);
                d = substitute(first);
                constant = twice(constant);
            }
            keys[k] = (byte) (keys[k - BLOCK] ^ a);
            keys[k + 1] = (byte) (keys[k + 1 - BLOCK] ^ b);
            keys[k + 2] = (byte) (keys[k + 2 - BLOCK] ^ c);
            keys[k + 3] = (byte) (keys[k + 3 - BLOCK] ^ d);
        }
    }

    /** Encrypts or decrypts; the last block may be shorter. The counter is in the last eight bytes of its block. */
    @Kernel
    static void crypt(byte[] text, byte[] result, byte[] keys, long nonce, long counter, @ThreadPositionInGrid int i) {
        byte[] block = new byte[BLOCK];
        byte[] moved = new byte[BLOCK];
        for (int k = 0; k < 8; k++) {
            block[k] = (byte) (nonce >>> (56 - 8 * k));
            block[k + 8] = (byte) ((counter + i) >>> (56 - 8 * k));
        }
        addKey(block, keys, 0);
        for (int round = 1; round <= ROUNDS; round++) {
            for (int k = 0; k < BLOCK; k++) {
                moved[k] = substitute(block[(5 * k) % BLOCK]);
            }
            if (round < ROUNDS) {
                mix(moved);
            }
            addKey(moved, keys, round);
            byte[] done = block;
            block = moved;
            moved = done;
        }
        for (int k = 0; k < BLOCK && i * BLOCK + k < text.length; k++) {
            result[i * BLOCK + k] = (byte) (text[i * BLOCK + k] ^ block[k]);
        }
    }

    private static byte substitute(byte b) {
        return (byte) BOX[b & 0xff];
    }

    /** Each column of four bytes times a polynomial. */
    private static void mix(byte[] block) {
        for (int k = 0; k < BLOCK; k += 4) {
            byte first = block[k];
            byte all = (byte) (block[k] ^ block[k + 1] ^ block[k + 2] ^ block[k + 3]);
            for (int row = 0; row < 4; row++) {
                byte next = row == 3 ? first : block[k + row + 1];
                block[k + row] ^= (byte) (all ^ twice((byte) (block[k + row] ^ next)));
            }
        }
    }

    /** Twice a byte in the field of 256 elements. */
    private static byte twice(byte b) {
        return (byte) ((b << 1) ^ (b < 0 ? 0x1b : 0));
    }

    private static void addKey(byte[] block, byte[] keys, int round) {
        for (int k = 0; k < block.length; k++) {
            block[k] ^= keys[round * BLOCK + k];
        }
    }
}
