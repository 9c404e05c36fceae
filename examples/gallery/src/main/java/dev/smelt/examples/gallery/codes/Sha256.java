package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** SHA-256 of many short messages (FIPS 180-4), a thread for each. */
final class Sha256 {
    /** Bytes of a message at most: what one block has room for. */
    static final int MOST = 55;

    private static final int[] K = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    private static final int[] START = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private Sha256() {}

    /**
     * The digests of messages.
     *
     * @param messages one behind the other
     * @param starts where each message begins, and behind the last one the end; none is longer than {@link #MOST}
     * @param digests eight numbers for each
     */
    @Kernel
    static void digest(byte[] messages, int[] starts, int[] digests, @ThreadPositionInGrid int i) {
        int[] w = new int[64];
        int start = starts[i];
        int length = starts[i + 1] - start;
        for (int k = 0; k < length; k++) {
            w[k / 4] |= (messages[start + k] & 0xff) << (24 - 8 * (k % 4));
        }
        w[length / 4] |= 0x80 << (24 - 8 * (length % 4));
        w[15] = 8 * length;
        for (int t = 16; t < w.length; t++) {
            int s0 = Integer.rotateRight(w[t - 15], 7) ^ Integer.rotateRight(w[t - 15], 18) ^ (w[t - 15] >>> 3);
            int s1 = Integer.rotateRight(w[t - 2], 17) ^ Integer.rotateRight(w[t - 2], 19) ^ (w[t - 2] >>> 10);
            w[t] = w[t - 16] + s0 + w[t - 7] + s1;
        }
        int[] state = new int[8];
        for (int k = 0; k < 8; k++) {
            state[k] = START[k];
        }
        for (int t = 0; t < 64; t++) {
            round(state, K[t] + w[t]);
        }
        for (int k = 0; k < 8; k++) {
            digests[8 * i + k] = START[k] + state[k];
        }
    }

    private static void round(int[] s, int input) {
        int a = s[0];
        int e = s[4];
        int sum1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
        int choice = (e & s[5]) ^ (~e & s[6]);
        int sum0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
        int majority = (a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]);
        int t1 = s[7] + sum1 + choice + input;
        for (int k = 7; k > 0; k--) {
            s[k] = s[k - 1];
        }
        s[4] += t1;
        s[0] = t1 + sum0 + majority;
    }
}
