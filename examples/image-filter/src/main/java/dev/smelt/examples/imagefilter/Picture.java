package dev.smelt.examples.imagefilter;

/**
 * A picture in memory: one {@code int} a pixel, row by row, as {@link Colors} describes.
 *
 * @param argb {@code width * height} pixels; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are never compared
record Picture(int width, int height, int[] argb) {}
