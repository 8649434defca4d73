package dev.aiwf.web.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that is drawn; whatever comes later lies above it. */
sealed interface Mark {

  /** How an edge is drawn. */
  record Pen(Ink ink, double width, boolean dashed) {
    Pen(Ink ink, double width) {
      this(ink, width, false);
    }
  }

  /** A place in the picture. */
  record Point(double x, double y) {}

  /** A straight line, or several that hang together. */
  record Stroke(List<Point> points, Pen pen) implements Mark {
    public Stroke {
      points = List.copyOf(points);
    }
  }

  /** A full circle. */
  record Disc(Point middle, double radius, Ink fill, @Nullable Pen edge) implements Mark {}

  /** A square that stands on its corner. */
  record Diamond(Point middle, double radius, Ink fill, Pen edge) implements Mark {}

  /** A rectangle with round corners that everything else lies on. */
  record Card(double width, double height, double corner, Ink fill, Pen edge) implements Mark {}

  /** Words, with their middle above a place. */
  record Text(Point foot, String text, double size, boolean bold, Ink ink) implements Mark {}
}
