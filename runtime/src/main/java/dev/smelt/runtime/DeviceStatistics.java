package dev.smelt.runtime;

/**
 * What a device has done since it was opened.
 *
 * @param bytesCopied bytes that were copied between Java's memory and the device's: by {@code copyFrom}, {@code copyTo}
 *     and {@code toArray}, for calls with plain Java arrays, for buffers that could not be used in place, for textures.
 *     Elements that are read or written one by one or through {@code buffer()} do not count
 * @param calls kernels that were run by plain calls
 * @param submissions batches that were submitted
 * @param failures calls and submissions that failed
 */
public record DeviceStatistics(long bytesCopied, long calls, long submissions, long failures) {}
