package dev.smelt.runtime.spi;

/** Copies between a kernel's buffers, at the positions of a threadgroup's lanes in the grid, and arrays over the lanes. */
public final class LaneMemory {
    private LaneMemory() {}

    /** The element of each lane that takes part. */
    public static void load(LaneMask mask, JvmThreadgroup threadgroup, float[] buffer, float[] lanes) {
        int width = threadgroup.width();
        int first = threadgroup.firstX();
        for (int start = 0; start < mask.lanes(); start += width) {
            if (mask.allActive()) {
                System.arraycopy(buffer, first, lanes, start, width);
                continue;
            }
            for (int x = 0; x < width; x++) {
                if (mask.takesPart(start + x)) {
                    lanes[start + x] = buffer[first + x];
                }
            }
        }
    }

    /** Gives the element of each lane that takes part its value. */
    public static void store(LaneMask mask, JvmThreadgroup threadgroup, float[] buffer, float[] lanes) {
        int width = threadgroup.width();
        int first = threadgroup.firstX();
        for (int start = 0; start < mask.lanes(); start += width) {
            if (mask.allActive()) {
                System.arraycopy(lanes, start, buffer, first, width);
                continue;
            }
            for (int x = 0; x < width; x++) {
                if (mask.takesPart(start + x)) {
                    buffer[first + x] = lanes[start + x];
                }
            }
        }
    }
}
