package dev.smelt.benchmarks.sidebyside;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Runs the sides of a workload in turns, so that what else the machine does meets all of them alike: in each round, in an
 * order of its own, each side once, or as often as it takes to fill some milliseconds.
 */
final class Measurement {
    private static final long WARM_UP_NANOS = 2_000_000_000;
    private static final double SLOT_MILLIS = 20;
    private static final double PROCESSOR_SLOT_MILLIS = 400;
    /** Sums of floats in another order. */
    private static final double TOLERANCE = 2e-3;

    private final int rounds;
    private final Optional<NumPy> numpy;
    private final boolean processorTime;

    /**
     * A way to measure.
     *
     * @param processorTime whether to take the time of the processor, divided by the number of threads that work, for what
     *     would have passed on a machine that has nothing else to do
     */
    Measurement(int rounds, Optional<NumPy> numpy, boolean processorTime) {
        this.rounds = rounds;
        this.numpy = numpy;
        this.processorTime = processorTime;
    }

    /** What is run and timed by itself. */
    @FunctionalInterface
    private interface Timed {
        double millis();
    }

    /**
     * Measures a workload.
     *
     * @throws IllegalStateException if the sides disagree about its result
     */
    Times measure(Contest contest) {
        List<Turn> turns = new ArrayList<>();
        Map<String, Double> results = new LinkedHashMap<>();
        contest.sides().forEach((name, side) -> {
            side.run();
            results.put(name, side.result());
            turns.add(turn(name, () -> millisOf(side)));
        });
        numpy.ifPresent(python -> {
            results.put(Contest.NUMPY, python.run(contest.name()).result());
            turns.add(turn(Contest.NUMPY, () -> millisOf(python.run(contest.name()))));
        });
        check(contest, results);
        List<Turn> order = new ArrayList<>(turns);
        Random random = new Random(contest.name().hashCode());
        for (int round = 0; round < rounds; round++) {
            // Whoever follows NumPy finds other caches and sleeping threads.
            Collections.shuffle(order, random);
            for (Turn turn : order) {
                turn.millis().add(mean(turn.side(), turn.runs()));
            }
        }
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        turns.forEach(turn -> millis.put(turn.name(), turn.millis()));
        return new Times(contest.name(), contest.what(), millis);
    }

    /** A side, warm: how often it runs in a round, and what it took in each. */
    private record Turn(String name, Timed side, int runs, List<Double> millis) {}

    private Turn turn(String name, Timed side) {
        return new Turn(name, side, warmUp(side), new ArrayList<>());
    }

    private static void check(Contest contest, Map<String, Double> results) {
        double expected = Objects.requireNonNull(results.get(Contest.SMELT), Contest.SMELT);
        results.forEach((name, result) -> {
            if (!(Math.abs(result - expected) <= TOLERANCE * Math.max(Math.abs(expected), 1))) {
                throw new IllegalStateException(contest.name() + ": the sides disagree: " + results);
            }
        });
    }

    private double millisOf(NumPy.Run run) {
        return processorTime ? run.processorMillis() : run.millis();
    }

    private double millisOf(Side side) {
        long start = now();
        side.run();
        long nanos = now() - start;
        return nanos / 1e6 / (processorTime ? Runtime.getRuntime().availableProcessors() : 1);
    }

    private long now() {
        return processorTime && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
    }

    /** Runs a side until the JIT has done its work; how many runs fill a slot. */
    private int warmUp(Timed side) {
        long start = System.nanoTime();
        int runs = 0;
        while (System.nanoTime() - start < WARM_UP_NANOS || runs < 3) {
            side.millis();
            runs++;
        }
        double millis = (System.nanoTime() - start) / 1e6 / runs;
        return (int) Math.max(1, Math.ceil((processorTime ? PROCESSOR_SLOT_MILLIS : SLOT_MILLIS) / millis));
    }

    /** The mean of some runs: the processor's time comes in steps of 10 ms. */
    private static double mean(Timed side, int runs) {
        double sum = 0;
        for (int i = 0; i < runs; i++) {
            sum += side.millis();
        }
        return sum / runs;
    }
}
