package dev.aiwf.web.picture;

import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.web.picture.Mark.Pen;
import dev.aiwf.web.picture.Mark.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lays the phases out for a picture that goes somewhere else, and so has its own size and colours.
 */
final class PipelineSketch {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 104;
  private static final double AXIS = 34;
  private static final double NAMES = 68;
  private static final double WORDS = 86;
  private static final double MIDDLE = 0.5;
  private static final double NEARLY_NEXT = 0.86;
  private static final double NODE = 11;
  private static final double GATE = 7;
  private static final double MARGIN = 6;

  private static final Pen GONE = new Pen(Ink.ACCENT, 2);
  private static final Pen AHEAD = new Pen(Ink.LINE, 2);
  private static final Pen EDGE = new Pen(Ink.STRONG_LINE, 1.5);
  private static final Pen HERE = new Pen(Ink.ACCENT, 2.5);

  private final List<Pipeline.Stretch> phases;
  private final List<Mark> marks = new ArrayList<>();

  private PipelineSketch(Pipeline pipeline) {
    this.phases = pipeline.phases();
  }

  /**
   * The picture.
   *
   * @param project what the project is called
   */
  static Sketch of(String project, Pipeline pipeline) {
    PipelineSketch sketch = new PipelineSketch(pipeline);
    sketch.draw();
    String told =
        pipeline.phases().stream().map(PipelineSvg::told).collect(Collectors.joining(". "));
    return new Sketch(WIDTH, HEIGHT, project + ". " + told, sketch.marks);
  }

  private void draw() {
    marks.add(new Mark.Card(WIDTH, HEIGHT, 10, Ink.CARD, new Pen(Ink.LINE, 1)));
    for (int i = 1; i < phases.size(); i++) {
      way(i - MIDDLE, i + MIDDLE, leg(phases.get(i - 1), phases.get(i)));
    }
    for (int i = 0; i < phases.size(); i++) {
      Pipeline.Gate gate = phases.get(i).gate();
      if (gate != null) {
        gate(gate, i);
      }
      phase(phases.get(i), i);
    }
  }

  private static Pen leg(Pipeline.Stretch from, Pipeline.Stretch to) {
    Pen pen = to.state() == Pipeline.State.TO_COME ? AHEAD : GONE;
    boolean passedBy =
        from.state() == Pipeline.State.SKIPPED || to.state() == Pipeline.State.SKIPPED;
    return passedBy ? new Pen(pen.ink(), pen.width(), true) : pen;
  }

  private void way(double from, double to, Pen pen) {
    marks.add(new Mark.Stroke(List.of(axis(from), axis(to)), pen));
  }

  /** It stands on the way out of its phase; after the last one there is no way to stand on yet. */
  private void gate(Pipeline.Gate gate, int place) {
    boolean last = place == phases.size() - 1;
    double at = last ? place + NEARLY_NEXT : place + 1.0;
    if (last) {
      way(place + MIDDLE, at, AHEAD);
    }
    Verdict verdict = gate.verdict();
    Ink fill = verdict == null ? Ink.CARD : fill(verdict);
    Pen edge = verdict == null ? gate.here() ? HERE : EDGE : new Pen(edge(verdict), 2);
    marks.add(new Mark.Diamond(axis(at), GATE, fill, edge));
  }

  private static Ink fill(Verdict verdict) {
    return switch (verdict) {
      case GO -> Ink.ACCENT;
      case CONDITIONAL -> Ink.WARM_SOFT;
      case NO_GO -> Ink.DANGER;
    };
  }

  private static Ink edge(Verdict verdict) {
    return switch (verdict) {
      case GO -> Ink.ACCENT;
      case CONDITIONAL -> Ink.WARM;
      case NO_GO -> Ink.DANGER;
    };
  }

  private void phase(Pipeline.Stretch phase, int place) {
    Point at = axis(place + MIDDLE);
    node(phase, at);
    boolean quiet =
        phase.state() == Pipeline.State.TO_COME || phase.state() == Pipeline.State.SKIPPED;
    double room = WIDTH / phases.size() - MARGIN;
    words(at.x(), NAMES, phase.title(), 13.5, true, quiet ? Ink.SOFT : Ink.TEXT, room);
    boolean here = phase.state() == Pipeline.State.HERE;
    Ink ink = here ? Ink.ACCENT : phase.state() == Pipeline.State.STALE ? Ink.WARM : Ink.SOFT;
    words(at.x(), WORDS, PipelineSvg.shown(phase), 12, here, ink, room);
  }

  private void words(
      double x, double y, String text, double size, boolean bold, Ink ink, double room) {
    String fitting = Letters.fitting(text, size, bold, room);
    marks.add(new Mark.Text(new Point(x, y), fitting, size, bold, ink));
  }

  private void node(Pipeline.Stretch phase, Point at) {
    switch (phase.state()) {
      case DONE -> {
        marks.add(new Mark.Disc(at, NODE, Ink.ACCENT, null));
        sign(at, Ink.CARD, new Point(-4.5, 0.5), new Point(-1.5, 3.5), new Point(4.5, -3));
      }
      case SKIPPED -> {
        marks.add(new Mark.Disc(at, NODE, Ink.CARD, new Pen(Ink.STRONG_LINE, 1.5, true)));
        sign(at, Ink.SOFT, new Point(-4, 0), new Point(4, 0));
      }
      case HERE -> {
        marks.add(new Mark.Disc(at, NODE, Ink.CARD, HERE));
        marks.add(new Mark.Disc(at, 4.5, Ink.ACCENT, null));
      }
      case STALE -> {
        marks.add(new Mark.Disc(at, NODE, Ink.WARM_SOFT, new Pen(Ink.WARM, 1.5)));
        sign(at, Ink.WARM, new Point(0, -5), new Point(0, 0.5));
        sign(at, Ink.WARM, new Point(0, 4.2), new Point(0, 4.5));
      }
      case TO_COME -> {
        marks.add(new Mark.Disc(at, NODE, Ink.CARD, EDGE));
        String number = String.valueOf(phase.number());
        marks.add(new Mark.Text(new Point(at.x(), at.y() + 4), number, 11, true, Ink.SOFT));
      }
    }
  }

  private void sign(Point at, Ink ink, Point... points) {
    List<Point> there = new ArrayList<>();
    for (Point point : points) {
      there.add(new Point(at.x() + point.x(), at.y() + point.y()));
    }
    marks.add(new Mark.Stroke(there, new Pen(ink, 2)));
  }

  private Point axis(double place) {
    return new Point(WIDTH * place / phases.size(), AXIS);
  }
}
