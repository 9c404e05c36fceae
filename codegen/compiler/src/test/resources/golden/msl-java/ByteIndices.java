package demo;

import dev.smelt.dsl.*;

/** Compilers of C++ warn of indices of type char, and warnings fail the build of a library. */
final class ByteIndices {
    @Kernel
    static void count(byte[] values, int[] counts, @ThreadPositionInGrid int i) {
        byte value = values[i];
        short wide = value;
        int[] own = new int[8];
        own[value]++;
        own[values[i]] += own[value++];
        own[wide] = own[(byte) i];
        counts[value] = own[value];
    }
}
