package dev.smelt.benchmarks.sidebyside;

/** One way of doing a workload. */
interface Side {
    /** Does it once. */
    void run();

    /** The mean of what it computed, by which sides are seen to do the same. */
    double result();
}
