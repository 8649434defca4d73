package dev.aiwf.web.picture;

import java.util.List;

/**
 * A picture as plain data, before it is drawn as one format or another.
 *
 * @param title what it shows, for whoever can't see it
 */
record Sketch(double width, double height, String title, List<Mark> marks) {
  Sketch {
    marks = List.copyOf(marks);
  }
}
