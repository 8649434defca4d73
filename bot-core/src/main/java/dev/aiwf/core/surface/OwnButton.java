package dev.aiwf.core.surface;

import dev.aiwf.core.project.ProjectId;
import java.util.Optional;

/**
 * A button of aiwf's own, below a private line or on its own page. The platform hands back what
 * stands behind it; what it asks for is checked as if it had been typed.
 */
public sealed interface OwnButton {

  /** The same words, asked of this project. */
  record Ask(ProjectId project, String words) implements OwnButton {}

  /** The form that starts a project. */
  record Start() implements OwnButton {}

  /** A dropped file, taken for what whoever presses says it is. */
  record Use(ProjectId project, String file, Dropped.As as) implements OwnButton {}

  /** What each begins with. */
  String MARK = "aiwf:";

  /** As it travels through the platform. */
  default String written() {
    return MARK
        + switch (this) {
          case Ask(var project, var words) -> "ask\n" + project + "\n" + words;
          case Start _ -> "start";
          case Use(var project, var file, var as) -> as.key() + "\n" + project + "\n" + file;
        };
  }

  /** Reads what was handed back; none if it is none of these. */
  static Optional<OwnButton> read(String written) {
    if (!written.startsWith(MARK)) {
      return Optional.empty();
    }
    String[] parts = written.substring(MARK.length()).split("\n", 3);
    if (parts.length == 1 && parts[0].equals("start")) {
      return Optional.of(new Start());
    }
    if (parts.length < 3 || ProjectId.of(parts[1]).isEmpty()) {
      return Optional.empty();
    }
    ProjectId project = new ProjectId(parts[1]);
    return parts[0].equals("ask")
        ? Optional.of(new Ask(project, parts[2]))
        : Dropped.As.of(parts[0]).map(as -> new Use(project, parts[2], as));
  }
}
