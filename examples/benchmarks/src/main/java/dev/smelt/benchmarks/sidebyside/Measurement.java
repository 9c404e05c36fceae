package dev.smelt.benchmarks.sidebyside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the sides of a workload in turns, so that what else the machine does meets all of them alike: in each round each
 * side once, or as often as it takes to fill some milliseconds.
 */
final class Measurement {
    private static final double WARM_UP_MILLIS = 2000;
    private static final double SLOT_MILLIS = 10;
    /** Sums of floats in another order. */
    private static final double TOLERANCE = 2e-3;

    private final int rounds;
    private final Optional<NumPy> numpy;

    Measurement(int rounds, Optional<NumPy> numpy) {
        this.rounds = rounds;
        this.numpy = numpy;
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
            turns.add(turn(Contest.NUMPY, () -> python.run(contest.name()).millis()));
        });
        check(contest, results);
        for (int round = 0; round < rounds; round++) {
            for (Turn turn : turns) {
                turn.millis().add(best(turn.side(), turn.runs()));
            }
        }
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        turns.forEach(turn -> millis.put(turn.name(), turn.millis()));
        return new Times(contest.name(), contest.what(), millis);
    }

    /** A side, warm: how often it runs in a round, and what it took in each. */
    private record Turn(String name, Timed side, int runs, List<Double> millis) {}

    private static Turn turn(String name, Timed side) {
        return new Turn(name, side, warmUp(side), new ArrayList<>());
    }

    private static void check(Contest contest, Map<String, Double> results) {
        double expected = results.getOrDefault(Contest.JAVA, Double.NaN);
        results.forEach((name, result) -> {
            if (!(Math.abs(result - expected) <= TOLERANCE * Math.max(Math.abs(expected), 1))) {
                throw new IllegalStateException(contest.name() + ": the sides disagree: " + results);
            }
        });
    }

    private static double millisOf(Side side) {
        long start = System.nanoTime();
        side.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Runs a side until the JIT has done its work; how many runs fill a slot. */
    private static int warmUp(Timed side) {
        double sum = 0;
        double last = 0;
        int runs = 0;
        while (sum < WARM_UP_MILLIS || runs < 3) {
            last = side.millis();
            sum += last;
            runs++;
        }
        return (int) Math.max(1, Math.min(20, SLOT_MILLIS / last));
    }

    private static double best(Timed side, int runs) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            best = Math.min(best, side.millis());
        }
        return best;
    }
}
