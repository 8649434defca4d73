package dev.aiwf.web.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws a sketch as an SVG that stands alone: no style sheet, no script, nothing from elsewhere.
 */
final class Svg {

  private Svg() {}

  static String of(Sketch sketch) {
    String size = "%s\" height=\"%s".formatted(n(sketch.width()), n(sketch.height()));
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%s" viewBox="0 0 %s %s" role="img"\
     font-family="system-ui, Liberation Sans, Arial, sans-serif" text-anchor="middle"\
     stroke-linecap="round" stroke-linejoin="round"><title>%s</title>
    %s
    </svg>
    """
        .formatted(
            size,
            n(sketch.width()),
            n(sketch.height()),
            PipelineSvg.escaped(sketch.title()),
            sketch.marks().stream().map(Svg::mark).collect(Collectors.joining("\n")));
  }

  private static String mark(Mark mark) {
    return switch (mark) {
      case Mark.Stroke(var points, var pen) ->
          "<polyline points=\"%s\"%s/>".formatted(points(points), look(null, pen));
      case Mark.Disc(var at, var r, var fill, var edge) ->
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>"
              .formatted(n(at.x()), n(at.y()), n(r), look(fill, edge));
      case Mark.Diamond(var at, var r, var fill, var edge) ->
          "<path d=\"M%s %sl%s %s -%s %s -%s -%sz\"%s/>"
              .formatted(
                  n(at.x()), n(at.y() - r), n(r), n(r), n(r), n(r), n(r), n(r), look(fill, edge));
      case Mark.Card(var width, var height, var corner, var fill, var edge) ->
          "<rect x=\"0.5\" y=\"0.5\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>"
              .formatted(n(width - 1), n(height - 1), n(corner), look(fill, edge));
      case Mark.Text(var foot, var text, var size, var bold, var ink) ->
          "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s fill=\"%s\">%s</text>"
              .formatted(
                  n(foot.x()),
                  n(foot.y()),
                  n(size),
                  bold ? " font-weight=\"600\"" : "",
                  ink.hex(),
                  PipelineSvg.escaped(text));
    };
  }

  private static String look(@Nullable Ink fill, Mark.@Nullable Pen edge) {
    String filled = " fill=\"%s\"".formatted(fill == null ? "none" : fill.hex());
    return edge == null
        ? filled
        : filled
            + " stroke=\"%s\" stroke-width=\"%s\"%s"
                .formatted(
                    edge.ink().hex(),
                    n(edge.width()),
                    edge.dashed() ? " stroke-dasharray=\"2 5\"" : "");
  }

  private static String points(List<Mark.Point> points) {
    return points.stream()
        .map(point -> n(point.x()) + "," + n(point.y()))
        .collect(Collectors.joining(" "));
  }

  private static String n(double number) {
    return String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
  }
}
