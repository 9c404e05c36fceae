package dev.smelt.benchmarks.sidebyside;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What the sides of a workload took.
 *
 * @param millis of each run, by side
 */
record Times(String workload, String what, Map<String, List<Double>> millis) {
    /** A middle value, and where the middle half begins and ends. */
    record Spread(double low, double median, double high) {}

    /** The times of a side. */
    Spread of(String side) {
        return spread(millisOf(side));
    }

    /** How many times as long as the kernels' a side took, round by round. */
    Spread ratio(String side) {
        List<Double> kernels = millisOf(Contest.SMELT);
        List<Double> others = millisOf(side);
        return spread(IntStream.range(0, kernels.size())
                .mapToObj(round -> others.get(round) / kernels.get(round))
                .toList());
    }

    private List<Double> millisOf(String side) {
        return Objects.requireNonNull(millis.get(side), side);
    }

    private static Spread spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        return new Spread(sorted.get(size / 4), sorted.get(size / 2), sorted.get(size - 1 - size / 4));
    }
}
