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
     * Elements for the lanes of all rows that take part. Where rows lie as far apart in the one array as in the other, they are
     * copied together, with what is between them.
     *
     * @param index for the first lane of all
     * @param strideY what is added to it for each further row
     * @param strideZ what is added to it for each further plane
     */
    public static void loadRows(
            LaneMask mask,
            JvmThreadgroup threadgroup,
            float[] buffer,
            int index,
            int strideY,
            int strideZ,
            float[] lanes) {
        int width = threadgroup.width();
        int height = threadgroup.height();
        int pitch = mask.pitch(width);
        int length = pitch * (height - 1) + width;
        if (height > 1) {
            mask.suggestPitch(width, strideY);
        }
        for (int z = 0; z < threadgroup.depth(); z++) {
            int from = index + z * strideZ;
            int start = z * height * pitch;
            if (strideY == pitch && mask.allActive(start, length)) {
                System.arraycopy(buffer, from, lanes, start, length);
            } else {
                for (int y = 0; y < height; y++) {
                    loadRow(mask, buffer, from + y * strideY, lanes, start + y * pitch, width);
                }
            }
        }
    }

    /** The same with one element for each row. */
    public static void spreadRows(
            LaneMask mask,
            JvmThreadgroup threadgroup,
            float[] buffer,
            int index,
            int strideY,
            int strideZ,
            float[] lanes) {
        int width = threadgroup.width();
        int height = threadgroup.height();
        int pitch = mask.pitch(width);
        for (int z = 0; z < threadgroup.depth(); z++) {
            for (int y = 0; y < height; y++) {
                spreadRow(mask, buffer, index + z * strideZ + y * strideY, lanes, (z * height + y) * pitch, width);
            }
        }
    }

    /** Stores in the elements from an index on what the lanes of all rows have that take part; arguments as of loading. */
    public static void storeRows(
            LaneMask mask,
            JvmThreadgroup threadgroup,
            float[] buffer,
            int index,
            int strideY,
            int strideZ,
            float[] lanes) {
        int width = threadgroup.width();
        int height = threadgroup.height();
        int pitch = mask.pitch(width);
        int length = width * height;
        for (int z = 0; z < threadgroup.depth(); z++) {
            int from = index + z * strideZ;
            int start = z * height * pitch;
            // What lies between two rows is nobody's, and its elements in memory are other threads'.
            if (strideY == width && pitch == width && mask.allActive(start, length)) {
                System.arraycopy(lanes, start, buffer, from, length);
            } else {
                for (int y = 0; y < height; y++) {
                    storeRow(mask, buffer, from + y * strideY, lanes, start + y * pitch, width);
                }
            }
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
