package dev.smelt.benchmarks.sidebyside;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A bar for each side of each workload: how many times as long as the kernel it takes. */
final class Chart {
    private static final List<String> OTHERS = List.of(Contest.NUMPY, Contest.APARAPI, Contest.JAVA);

    /** XChart misplaces the errors of what is below 1 on a logarithmic axis. */
    private static final double PERCENT = 100;

    private static final double LEAST_PERCENT = 10;

    private Chart() {}

    static void save(List<Times> all, String title, Path file) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(1300)
                .height(480)
                .title(title)
                .yAxisTitle("% of the time of Smelt's kernel")
                .build();
        chart.getStyler().setYAxisLogarithmic(true);
        // Bars of a logarithmic axis need an end that is not 0.
        chart.getStyler().setYAxisMin(LEAST_PERCENT);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setAvailableSpaceFill(0.7);
        List<String> workloads = all.stream().map(Times::workload).toList();
        for (String side : OTHERS) {
            if (all.stream().allMatch(times -> times.millis().containsKey(side))) {
                List<Double> ratios = all.stream()
                        .map(times -> PERCENT * times.ratio(side).median())
                        .toList();
                // XChart draws the logarithm of an error up and down from that of the value.
                List<Double> spreads = all.stream()
                        .map(times -> Math.sqrt(
                                times.ratio(side).high() / times.ratio(side).low()))
                        .toList();
                chart.addSeries(side, workloads, ratios, spreads);
            }
        }
        BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
    }
}
