package dev.smelt.runtime;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a device does. Thread-safe. */
final class Counters {
    final LongAdder bytesCopied = new LongAdder();
    final LongAdder calls = new LongAdder();
    final LongAdder submissions = new LongAdder();
    final LongAdder failures = new LongAdder();

    DeviceStatistics read() {
        return new DeviceStatistics(bytesCopied.sum(), calls.sum(), submissions.sum(), failures.sum());
    }
}
