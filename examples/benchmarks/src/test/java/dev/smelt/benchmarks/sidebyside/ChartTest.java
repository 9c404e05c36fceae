package dev.smelt.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    /** The axis began at 0, where no logarithm is. */
    @Test
    void drawsRatiosBelowAndAboveOne(@TempDir Path directory) throws IOException {
        Times slower = new Times("a", "", Map.of(Contest.SMELT, List.of(2.0), Contest.JAVA, List.of(1.0)));
        Times faster = new Times("b", "", Map.of(Contest.SMELT, List.of(2.0), Contest.JAVA, List.of(30.0)));
        Path file = directory.resolve("chart.png");
        Chart.save(List.of(slower, faster), "title", file);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(1300);
    }
}
