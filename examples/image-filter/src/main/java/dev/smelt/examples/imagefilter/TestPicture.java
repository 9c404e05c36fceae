package dev.smelt.examples.imagefilter;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * A picture with what filters get wrong: strong colours side by side, which a blur without linear light darkens where
 * they meet; detail finer and finer; thin lines; transparent and half transparent parts; odd sizes.
 */
final class TestPicture {
    private static final int WIDTH = 641;
    private static final int HEIGHT = 479;
    private static final Color NIGHT = new Color(0x14, 0x1b, 0x41);
    private static final Color DUSK = new Color(0xf2, 0x8f, 0x6b);

    private TestPicture() {}

    static Picture draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setPaint(new GradientPaint(0, 0, NIGHT, 0, HEIGHT, DUSK));
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        hills(graphics);
        star(graphics, 168, 170, 128);
        wheel(graphics, 468, 142, 108);
        lines(graphics);
        window(graphics);
        graphics.dispose();
        return new Picture(WIDTH, HEIGHT, image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }

    private static void hills(Graphics2D graphics) {
        Color[] colors = {new Color(0x6d, 0x4a, 0x7c), new Color(0x47, 0x3a, 0x6b), new Color(0x25, 0x24, 0x4f)};
        for (int hill = 0; hill < colors.length; hill++) {
            Path2D outline = new Path2D.Double();
            outline.moveTo(0, HEIGHT);
            for (int x = 0; x <= WIDTH; x++) {
                double wave = Math.sin(x * 0.011 * (hill + 1) + hill * 2.1) + 0.4 * Math.sin(x * 0.037 + hill);
                outline.lineTo(x, 330 + hill * 42 - 22 * wave);
            }
            outline.lineTo(WIDTH, HEIGHT);
            outline.closePath();
            graphics.setPaint(colors[hill]);
            graphics.fill(outline);
        }
    }

    /** A Siemens star: its rays are finer and finer towards the middle. */
    private static void star(Graphics2D graphics, double x, double y, double radius) {
        int rays = 36;
        graphics.setPaint(Color.WHITE);
        graphics.fill(circle(x, y, radius));
        graphics.setPaint(NIGHT);
        for (int ray = 0; ray < rays; ray++) {
            graphics.fill(new Arc2D.Double(
                    x - radius, y - radius, 2 * radius, 2 * radius, ray * 360.0 / rays, 180.0 / rays, Arc2D.PIE));
        }
    }

    /** Sectors of strong colours, opposite ones side by side. */
    private static void wheel(Graphics2D graphics, double x, double y, double radius) {
        float[] hues = {0f, 1 / 3f, 5 / 6f, 1 / 2f, 1 / 6f, 2 / 3f};
        for (int sector = 0; sector < hues.length; sector++) {
            graphics.setPaint(Color.getHSBColor(hues[sector], 1, 1));
            graphics.fill(new Arc2D.Double(
                    x - radius, y - radius, 2 * radius, 2 * radius, sector * 60.0 + 30, 60.5, Arc2D.PIE));
        }
    }

    private static void lines(Graphics2D graphics) {
        graphics.setPaint(new Color(0xff, 0xe9, 0xb0));
        for (int line = 0; line < 12; line++) {
            graphics.setStroke(new BasicStroke(0.5f + 0.25f * line));
            double x = 24 + 22.0 * line;
            graphics.draw(new Line2D.Double(x, 452, x + 18, 340));
        }
    }

    /** A transparent window with translucent discs of the three primary colours in it. */
    private static void window(Graphics2D graphics) {
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(new RoundRectangle2D.Double(344, 296, 262, 152, 36, 36));
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.setPaint(new Color(1f, 0.1f, 0.1f, 0.6f));
        graphics.fill(circle(432, 354, 48));
        graphics.setPaint(new Color(0.1f, 0.8f, 0.2f, 0.6f));
        graphics.fill(circle(476, 392, 48));
        graphics.setPaint(new Color(0.1f, 0.3f, 1f, 0.6f));
        graphics.fill(circle(520, 354, 48));
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
