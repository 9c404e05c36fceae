package dev.smelt.runtime;

import java.time.Duration;

/**
 * What is known of a batch that has run.
 *
 * @param deviceTime from the start of its first kernel to the end of its last, as the device measured it; zero if there
 *     was nothing to run
 */
public record BatchResult(Duration deviceTime) {}
