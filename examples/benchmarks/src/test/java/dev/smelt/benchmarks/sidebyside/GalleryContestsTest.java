package dev.smelt.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Device;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GalleryContestsTest {
    private static LaneByLane laneByLane;

    @BeforeAll
    static void compile() throws Exception {
        laneByLane = LaneByLane.of(Path.of("../gallery/src/main/java"));
    }

    @AfterAll
    static void delete() throws Exception {
        laneByLane.close();
    }

    @Test
    void measuresEveryClassThatHasTwoForms() {
        try (Device device = Device.jvm()) {
            assertThat(new GalleryContests(device, laneByLane.loader()).all().keySet())
                    .containsExactlyInAnyOrderElementsOf(laneByLane.different());
        }
        assertThat(laneByLane.same()).hasSizeGreaterThan(20);
    }

    @Test
    void bothFormsComputeTheSame() {
        try (Device device = Device.jvm()) {
            new GalleryContests(device, laneByLane.loader()).all().forEach((name, supplier) -> {
                Contest contest = supplier.get();
                List<Double> results = contest.sides().values().stream()
                        .map(GalleryContestsTest::result)
                        .toList();
                assertThat(results).as(name).hasSize(2);
                double usual = results.get(0);
                assertThat(usual).as(name).isNotZero();
                assertThat(results.get(1))
                        .as(name)
                        .isCloseTo(usual, Assertions.within(2e-3 * Math.max(Math.abs(usual), 1)));
            });
        }
    }

    private static double result(Side side) {
        side.run();
        return side.result();
    }

    @Test
    void formsAreOfDifferentClasses() throws Exception {
        String name = "dev.smelt.examples.gallery.linear.MatrixProductKernelsJvm";
        Class<?> other = laneByLane.loader().loadClass(name);
        assertThat(other.getClassLoader()).isSameAs(laneByLane.loader());
        assertThat(other.getDeclaredMethods().length)
                .isNotEqualTo(Class.forName(name).getDeclaredMethods().length);
    }
}
