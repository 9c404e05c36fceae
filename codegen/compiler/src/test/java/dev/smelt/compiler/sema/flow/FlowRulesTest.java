package dev.smelt.compiler.sema.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Holds the rules against marked method bodies, and the marks against javac. */
final class FlowRulesTest {
    @Test
    void refusesWhatIsMarkedAndNothingElse() {
        SoftAssertions softly = new SoftAssertions();
        for (FlowCase flowCase : FlowCase.all()) {
            softly.assertThat(flowCase.reported()).as(flowCase.toString()).isEqualTo(flowCase.marked());
        }
        softly.assertAll();
    }

    @Test
    void refusesTheLinesThatJavacRefuses() {
        List<FlowCase> cases = FlowCase.all();
        assertThat(cases).hasSizeGreaterThan(120);
        List<SortedMap<Integer, String>> ofJavac =
                Javac.errors(cases.stream().map(FlowCase::file).toList());
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < cases.size(); i++) {
            softly.assertThat(cases.get(i).reported().keySet())
                    .as("%s\njavac: %s", cases.get(i), ofJavac.get(i))
                    .isEqualTo(ofJavac.get(i).keySet());
        }
        softly.assertAll();
    }
}
