package dev.smelt.examples.fourier;

import dev.smelt.examples.fourier.Experiment.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The curves as a picture of four charts: above the series, below their slopes; on the left the whole period, on the
 * right what happens next to the jump, four periods of the first harmonic that the largest series leaves out.
 */
final class Picture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int TITLE = 64;
    private static final int SCALE = 2;
    private static final int COLUMNS = 1500;
    private static final Color INK = new Color(0x22, 0x2b, 0x38);
    private static final Color FAINT = new Color(0xe4, 0xe8, 0xee);
    private static final Color[] COLORS = {
        new Color(0xf2, 0x9e, 0x2e),
        new Color(0x1f, 0x9e, 0x89),
        new Color(0x3b, 0x4c, 0xc0),
        new Color(0xb4, 0x2f, 0x6a)
    };

    private final List<Series> all;
    private final Series largest;

    /** The curves of one experiment: at least one, in ascending order. */
    Picture(List<Series> all) {
        this.all = all;
        this.largest = all.get(all.size() - 1);
    }

    /** Writes a PNG. */
    void write(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (var stream = Files.newOutputStream(file)) {
            ImageIO.write(draw(), "png", stream);
        }
    }

    private BufferedImage draw() {
        BufferedImage image =
                new BufferedImage(2 * WIDTH * SCALE, (2 * HEIGHT + TITLE) * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 2 * WIDTH, 2 * HEIGHT + TITLE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(INK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
        graphics.drawString("A square wave from its Fourier series, and the series' numerical derivative", 24, 40);
        legend(graphics);
        double near = Math.min(Math.PI, 2 * Math.PI / (2 * largest.terms() + 1) * 4);
        String fewest = "Slope of " + name(all.get(0)) + " over one period";
        paint(graphics, chart("Series over one period", all, Math.PI, Series::y), 0, 0);
        paint(graphics, chart("Series next to the jump", all, near, Series::y), 1, 0);
        paint(graphics, chart(fewest, all.subList(0, 1), Math.PI, Series::slope), 0, 1);
        paint(graphics, chart("Slope next to the jump", all, near, Series::slope), 1, 1);
        graphics.dispose();
        return image;
    }

    /** The same for all charts, from the right to the left. */
    private void legend(Graphics2D graphics) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        int right = 2 * WIDTH - 24;
        for (int i = all.size() - 1; i >= 0; i--) {
            String name = name(all.get(i));
            right -= graphics.getFontMetrics().stringWidth(name);
            graphics.setColor(INK);
            graphics.drawString(name, right, 39);
            graphics.setColor(color(i));
            graphics.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.drawLine(right - 38, 34, right - 10, 34);
            right -= 38 + 28;
        }
    }

    private static void paint(Graphics2D graphics, XYChart chart, int column, int row) {
        Graphics2D part = (Graphics2D) graphics.create(column * WIDTH, TITLE + row * HEIGHT, WIDTH, HEIGHT);
        chart.paint(part, WIDTH, HEIGHT);
        part.dispose();
    }

    /** What of a series is drawn. */
    @FunctionalInterface
    private interface Values {
        float[] of(Series series);
    }

    /** A chart of x from {@code -reach} to {@code reach}; the largest series lies below the others. */
    private static XYChart chart(String title, List<Series> drawn, double reach, Values values) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("x")
                .build();
        style(chart.getStyler(), reach);
        for (int i = drawn.size() - 1; i >= 0; i--) {
            Series series = drawn.get(i);
            Curve curve = Curve.of(series.x(), values.of(series), reach, COLUMNS);
            XYSeries line = chart.addSeries(i + ": " + name(series), curve.x(), curve.y());
            line.setMarker(SeriesMarkers.NONE);
            line.setLineColor(color(i));
            line.setLineStyle(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        return chart;
    }

    private static void style(XYStyler style, double reach) {
        style.setXAxisMin(-reach);
        style.setXAxisMax(reach);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(FAINT);
        style.setPlotGridLinesStroke(new BasicStroke(1f));
        style.setChartFontColor(INK);
        style.setAxisTickLabelsColor(INK);
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        style.setXAxisDecimalPattern("0.###");
        style.setLegendVisible(false);
        style.setChartPadding(18);
        style.setAntiAlias(true);
    }

    private static Color color(int index) {
        return COLORS[index % COLORS.length];
    }

    private static String name(Series series) {
        return String.format(Locale.ROOT, "%,d %s", series.terms(), series.terms() == 1 ? "term" : "terms");
    }
}
