package dev.aiwf.web.pages;

import dev.aiwf.core.port.Operations;
import dev.aiwf.core.project.ProjectId;
import java.time.Instant;
import java.util.List;

/**
 * How the program is.
 *
 * @param frame what is around it
 * @param health how the store is, and what waits in it
 * @param surfaces where projects are talked about
 * @param effects what is not done
 * @param timings how long things took
 * @param logged the last warnings and errors, the latest first
 * @param drops whether whoever looks may have something left undone
 * @param notice what came of what was pressed last
 */
public record OperationsView(
    Frame frame,
    Operations.Health health,
    List<Surface> surfaces,
    List<Effect> effects,
    List<Timing> timings,
    List<Line> logged,
    boolean drops,
    String notice) {

  public OperationsView {
    surfaces = List.copyOf(surfaces);
    effects = List.copyOf(effects);
    timings = List.copyOf(timings);
    logged = List.copyOf(logged);
  }

  /** A line of the log. */
  public record Line(Logged logged, String age) {

    static Line of(Logged logged, Instant now) {
      return new Line(logged, Ago.of(logged.at(), now));
    }

    /** Where its project is. */
    public String address() {
      return Addresses.project(new ProjectId(logged.project()));
    }
  }

  /** A surface, and how it is. */
  public record Surface(String name, String state) {}

  /** An effect that is not done. */
  public record Effect(Operations.EffectLine line, String address, String age) {

    /** What it is, for people. */
    public String what() {
      return line.kind().replace('-', ' ');
    }

    /** Where it stands. */
    public String state() {
      return switch (line.state()) {
        case WAITING -> "waits";
        case HELD -> "held";
        case GIVEN_UP -> "given up";
      };
    }
  }

  /**
   * How long something took.
   *
   * @param half what half of them were done within
   * @param most what 99 of 100 were done within
   */
  public record Timing(String what, long count, String half, String most) {}
}
