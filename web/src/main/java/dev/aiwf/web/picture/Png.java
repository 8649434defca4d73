package dev.aiwf.web.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Draws a sketch as PNG, in two pixels for one so that it is sharp on today's screens. */
final class Png {

  private static final int DENSITY = 2;

  private Png() {}

  static byte[] of(Sketch sketch) {
    BufferedImage image =
        new BufferedImage(
            (int) (sketch.width() * DENSITY),
            (int) (sketch.height() * DENSITY),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(DENSITY, DENSITY);
    sketch.marks().forEach(mark -> draw(graphics, mark));
    graphics.dispose();
    return written(image);
  }

  private static void draw(Graphics2D graphics, Mark mark) {
    switch (mark) {
      case Mark.Stroke(var points, var pen) -> draw(graphics, path(points, false), null, pen);
      case Mark.Disc(var at, var r, var fill, var edge) ->
          draw(graphics, new Ellipse2D.Double(at.x() - r, at.y() - r, 2 * r, 2 * r), fill, edge);
      case Mark.Diamond(var at, var r, var fill, var edge) ->
          draw(
              graphics,
              path(
                  List.of(
                      new Mark.Point(at.x(), at.y() - r),
                      new Mark.Point(at.x() + r, at.y()),
                      new Mark.Point(at.x(), at.y() + r),
                      new Mark.Point(at.x() - r, at.y())),
                  true),
              fill,
              edge);
      case Mark.Card(var width, var height, var corner, var fill, var edge) ->
          draw(
              graphics,
              new RoundRectangle2D.Double(0.5, 0.5, width - 1, height - 1, 2 * corner, 2 * corner),
              fill,
              edge);
      case Mark.Text text -> draw(graphics, Letters.outlines(text), text.ink(), null);
    }
  }

  private static void draw(
      Graphics2D graphics, Shape shape, @Nullable Ink fill, Mark.@Nullable Pen edge) {
    if (fill != null) {
      graphics.setColor(new Color(fill.rgb()));
      graphics.fill(shape);
    }
    if (edge != null) {
      graphics.setColor(new Color(edge.ink().rgb()));
      graphics.setStroke(stroke(edge));
      graphics.draw(shape);
    }
  }

  private static BasicStroke stroke(Mark.Pen pen) {
    float width = (float) pen.width();
    int round = BasicStroke.CAP_ROUND;
    return pen.dashed()
        ? new BasicStroke(width, round, BasicStroke.JOIN_ROUND, 1, new float[] {2, 5}, 0)
        : new BasicStroke(width, round, BasicStroke.JOIN_ROUND);
  }

  private static Path2D path(List<Mark.Point> points, boolean closed) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
    if (closed) {
      path.closePath();
    }
    return path;
  }

  private static byte[] written(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not ImageIO's own choice, which would be a file for a while.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("every JDK writes PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
