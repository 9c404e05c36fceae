package dev.smelt.runtime.spi;

import java.util.Arrays;

/**
 * Copies between a kernel's arrays of floats and arrays over the lanes. A row is the lanes that differ in x alone; in the
 * kernel's array its elements follow each other, or are one and the same.
 */
public final class LaneMemory {
    private LaneMemory() {}

    /** The element of each lane that takes part, at its position in the grid, whatever its row. */
    public static void load(LaneMask mask, JvmThreadgroup threadgroup, float[] buffer, float[] lanes) {
        int width = threadgroup.width();
        for (int start = 0; start < mask.lanes(); start += width) {
            loadRow(mask, buffer, threadgroup.firstX(), lanes, start, width);
        }
    }

    /** Gives the element of each lane that takes part, at its position in the grid, its value. */
    public static void store(LaneMask mask, JvmThreadgroup threadgroup, float[] buffer, float[] lanes) {
        int width = threadgroup.width();
        for (int start = 0; start < mask.lanes(); start += width) {
            storeRow(mask, buffer, threadgroup.firstX(), lanes, start, width);
        }
    }

    /**
     * The elements from an index on, for the lanes of a row that take part.
     *
     * @param start the first lane of the row
     * @param width how many it has
     */
    public static void loadRow(LaneMask mask, float[] buffer, int index, float[] lanes, int start, int width) {
        if (mask.allActive(start, width)) {
            System.arraycopy(buffer, index, lanes, start, width);
            return;
        }
        for (int x = 0; x < width; x++) {
            if (mask.takesPart(start + x)) {
                lanes[start + x] = buffer[index + x];
            }
        }
    }

    /** One element for all lanes of a row; not touched if none of them takes part. */
    public static void spreadRow(LaneMask mask, float[] buffer, int index, float[] lanes, int start, int width) {
        if (mask.anyActive(start, width)) {
            Arrays.fill(lanes, start, start + width, buffer[index]);
        }
    }

    /** Stores in the elements from an index on what the lanes of a row have that take part. */
    public static void storeRow(LaneMask mask, float[] buffer, int index, float[] lanes, int start, int width) {
        if (mask.allActive(start, width)) {
            System.arraycopy(lanes, start, buffer, index, width);
            return;
        }
        for (int x = 0; x < width; x++) {
            if (mask.takesPart(start + x)) {
                buffer[index + x] = lanes[start + x];
            }
        }
    }
}
