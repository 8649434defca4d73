package dev.aiwf.web.picture;

import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.workflow.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Draws the phases as SVG. Places are shares of the width and sizes are pixels, so that words keep
 * their size however narrow it gets; colours are the style sheet's.
 */
public final class PipelineSvg {

  private static final int HEIGHT = 74;
  private static final int AXIS = 18;
  private static final double MIDDLE = 0.5;
  private static final double NEARLY_NEXT = 0.86;

  private static final String TICK = "<path class=\"sign\" d=\"M-4.5 0.5l3 3 6-6.5\"/>";
  private static final String DASH = "<path class=\"sign\" d=\"M-4 0h8\"/>";

  private final Pipeline pipeline;
  private final Function<Pipeline.Stretch, String> leadsTo;

  private PipelineSvg(Pipeline pipeline, Function<Pipeline.Stretch, String> leadsTo) {
    this.pipeline = pipeline;
    this.leadsTo = leadsTo;
  }

  /**
   * The picture.
   *
   * @param leadsTo where a phase leads when it is clicked
   */
  public static String of(Pipeline pipeline, Function<Pipeline.Stretch, String> leadsTo) {
    return new PipelineSvg(pipeline, leadsTo).drawn();
  }

  private String drawn() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg class=\"pipeline\" width=\"100%%\" height=\"%d\" role=\"group\" aria-label=\"Phases\">"
            .formatted(HEIGHT));
    List<Pipeline.Stretch> phases = pipeline.phases();
    for (int i = 1; i < phases.size(); i++) {
      svg.append(
          "<line class=\"leg %s\" x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\"/>"
              .formatted(
                  leg(phases.get(i - 1), phases.get(i)),
                  at(i - MIDDLE),
                  AXIS,
                  at(i + MIDDLE),
                  AXIS));
    }
    for (int i = 0; i < phases.size(); i++) {
      svg.append(phase(phases.get(i), i));
    }
    return svg.append("</svg>").toString();
  }

  /** The way between two phases was gone once the first is behind. */
  private static String leg(Pipeline.Stretch from, Pipeline.Stretch to) {
    boolean passedBy =
        from.state() == Pipeline.State.SKIPPED || to.state() == Pipeline.State.SKIPPED;
    boolean gone = to.state() != Pipeline.State.TO_COME;
    return (gone ? "gone" : "ahead") + (passedBy ? " by" : "");
  }

  private String phase(Pipeline.Stretch phase, int place) {
    Pipeline.Gate gate = phase.gate();
    return """
    <a class="phase %s%s" href="%s" aria-label="%s"><title>%s</title>\
    %s<svg x="%s" y="%d" overflow="visible">%s</svg>\
    <text class="name" x="%s" y="48">%s</text><text class="words" x="%s" y="66">%s</text></a>\
    """
        .formatted(
            phase.state().key(),
            edge(place),
            escaped(leadsTo.apply(phase)),
            escaped(told(phase)),
            escaped(told(phase)),
            gate == null ? "" : gate(gate, place),
            at(place + MIDDLE),
            AXIS,
            node(phase),
            at(place + MIDDLE),
            escaped(phase.title()),
            at(place + MIDDLE),
            escaped(shown(phase)));
  }

  /** Where little room is left, the first and the last must not be cut off. */
  private String edge(int place) {
    return (place == 0 ? " first" : "") + (place == pipeline.phases().size() - 1 ? " last" : "");
  }

  private static String node(Pipeline.Stretch phase) {
    String sign =
        switch (phase.state()) {
          case DONE -> TICK;
          case SKIPPED -> DASH;
          case HERE -> "<circle class=\"core\" r=\"4.5\"/>";
          case STALE -> "<path class=\"sign\" d=\"M0-5v5.5M0 4.2v.3\"/>";
          case TO_COME -> "<text class=\"number\" y=\"4\">%d</text>".formatted(phase.number());
        };
    return "<circle class=\"node\" r=\"11\"/>" + sign;
  }

  /** It stands on the way out of its phase; after the last one there is no way to stand on yet. */
  private String gate(Pipeline.Gate gate, int place) {
    boolean last = place == pipeline.phases().size() - 1;
    String at = at(last ? place + NEARLY_NEXT : place + 1.0);
    String way =
        """
        <line class="leg ahead" x1="%s" y1="%d" x2="%s" y2="%d"/>\
        """
            .formatted(at(place + MIDDLE), AXIS, at, AXIS);
    return """
    %s<svg class="gate %s" x="%s" y="%d" overflow="visible">\
    <path d="M0-6.5L6.5 0 0 6.5-6.5 0z"/></svg>\
    """
        .formatted(last ? way : "", look(gate), at, AXIS);
  }

  private static String look(Pipeline.Gate gate) {
    Verdict verdict = gate.verdict();
    if (verdict == null) {
      return gate.here() ? "open" : "ahead";
    }
    return switch (verdict) {
      case GO -> "passed";
      case CONDITIONAL -> "conditional";
      case NO_GO -> "refused";
    };
  }

  static String shown(Pipeline.Stretch phase) {
    Pipeline.Gate gate = phase.gate();
    return gate != null && gate.verdict() != null
        ? phase.words() + " · " + gate.words()
        : phase.words();
  }

  static String told(Pipeline.Stretch phase) {
    Pipeline.Gate gate = phase.gate();
    return "%s: %s%s"
        .formatted(
            phase.title(),
            phase.words(),
            gate == null ? "" : "; gate \"" + gate.title() + "\": " + gate.words());
  }

  private String at(double place) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * place / pipeline.phases().size());
  }

  static String escaped(@Nullable String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }
}
