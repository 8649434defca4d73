package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import org.jspecify.annotations.Nullable;

/**
 * A project in the list.
 *
 * @param line what is known of it
 * @param phases how many phases its workflow has; 0 where that is not known
 * @param person who is waited for; none where nobody is
 * @param age how long ago it was touched
 * @param sample whether it is the sample
 */
public record RowView(
    Projects.Line line, int phases, @Nullable String person, String age, boolean sample) {

  /** Its page. */
  public String address() {
    return Addresses.project(line.id());
  }

  /** How a phase is drawn. */
  public String mark(int phase) {
    Integer here = line.phase();
    boolean past =
        switch (line.status()) {
          case COMPLETE -> true;
          case OPENING, IN_PROGRESS, BLOCKED, STOPPED -> here != null && phase < here;
        };
    return past ? "on" : here != null && phase == here ? "at" : "";
  }

  /** Who is waited for, and what for. */
  public String waiting() {
    return person == null || line.waitingFor() == null
        ? "Owned by " + line.owner()
        : "Waiting for %s: %s".formatted(person, line.waitingFor());
  }

  /** What talking with a model took in it; nothing where nobody talked. */
  public String spent() {
    return line.tokens() == 0 ? "" : "%,d tokens".formatted(line.tokens());
  }

  /** Where it is on its way. */
  public String way() {
    return switch (line.status()) {
      case COMPLETE -> "All phases";
      case OPENING, IN_PROGRESS, BLOCKED, STOPPED -> {
        String step = line.stepTitle();
        yield step == null ? "Not begun" : step;
      }
    };
  }
}
