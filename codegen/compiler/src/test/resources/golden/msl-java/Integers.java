package demo;

import dev.smelt.dsl.*;

final class Integers {
    @Kernel
    static int hash(int x) {
        x ^= x >>> 16;
        x *= 0x85ebca6b;
        x ^= x >>> 13;
        x *= 0xc2b2ae35;
        return x ^ (x >>> 16);
    }

    @Kernel
    static long divide(long a, long b) {
        return a / b + a % b - (a << 3) + (a >> b);
    }

    @Kernel
    static int mixed(int a, int b) {
        int sum = a + b * 31 - (a - b);
        sum += a / 7;
        sum -= b % 10;
        sum <<= 2;
        byte small = (byte) sum;
        small += 3;
        short wide = small;
        wide++;
        boolean odd = (a & 1) == 1 ^ b < 0;
        boolean both = odd & a < b | sum == 3;
        return both ? small : wide > 5 ? -sum : ~sum;
    }

    @Kernel
    static int fromFloat(float x) {
        return (int) x + (byte) x + (int) ((long) x >> 4) + (int) (x % 3f);
    }

    @Kernel
    static void extremes(int[] out, long[] longs, float[] floats, @ThreadPositionInGrid int i) {
        out[i] = i == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        longs[i] = i == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        floats[i] = i == 0 ? Float.NaN : i == 1 ? Float.NEGATIVE_INFINITY : i == 2 ? Float.MIN_VALUE : -0f;
    }
}
