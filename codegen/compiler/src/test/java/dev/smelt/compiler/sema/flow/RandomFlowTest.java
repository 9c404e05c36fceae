package dev.smelt.compiler.sema.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Holds the rules against javac on random method bodies: both refuse them, or none. Where one of the two reports a single
 * line, the other reports it too. Behind more mistakes they differ in what they take for a consequence of the first:
 * javac is silent about a final that a loop assigns again if anything else is wrong in the loop, and goes on with a
 * fresh state behind an unreachable statement.
 */
final class RandomFlowTest {
    private static final int COUNT = Integer.getInteger("flow.random", 400);
    private static final int SEED = Integer.getInteger("flow.seed", 0);

    @Test
    void agreesWithJavac() {
        List<FlowCase> cases = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            cases.add(FlowCase.of("Random" + i, "seed " + (SEED + i), RandomBody.write(SEED + i)));
        }
        List<SortedMap<Integer, String>> ofJavac =
                Javac.errors(cases.stream().map(FlowCase::file).toList());
        long accepted = ofJavac.stream().filter(Map::isEmpty).count();
        assertThat(accepted).as("accepted by javac").isBetween(COUNT / 20L, COUNT - COUNT / 20L);
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < COUNT; i++) {
            Set<Integer> ours = cases.get(i).reported().keySet();
            Set<Integer> theirs = ofJavac.get(i).keySet();
            if (ours.size() <= 1 || theirs.size() <= 1) {
                Set<Integer> fewer = ours.size() < theirs.size() ? ours : theirs;
                softly.assertThat(ours.isEmpty() == theirs.isEmpty()
                                && ours.containsAll(fewer)
                                && theirs.containsAll(fewer))
                        .as("%s\njavac: %s, here: %s", cases.get(i), ofJavac.get(i), ours)
                        .isTrue();
            }
        }
        softly.assertAll();
    }
}
