package dev.aiwf.core.surface;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.FileNames;
import dev.aiwf.core.project.Repository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered to whoever wants a project's files. */
final class ProjectFiles {

  private ProjectFiles() {}

  /** Lists them, or has the one brought that is meant. */
  static <A extends Asking> Reply of(
      Venue<A> venue, A asker, Nearby.Project project, @Nullable String wanted) {
    String name = project.line().name();
    Repository.Place place = project.standing().sidecar().repository().place();
    try {
      List<Artifacts.Listed> all = place == null ? List.of() : venue.artifacts().files(place);
      if (wanted == null || place == null || all.isEmpty()) {
        return Reply.of(venue.replies().files(name, asker.prefix(), all));
      }
      List<String> meant =
          FileNames.meant(all.stream().map(Artifacts.Listed::path).toList(), wanted);
      return switch (meant.size()) {
        case 0 -> Reply.of("There is no file \"%s\" in %s.".formatted(wanted, name));
        case 1 -> venue.bring(asker, project, place, meant.getFirst());
        default -> Reply.of("Which one is meant: %s?".formatted(String.join(", ", meant)));
      };
    } catch (NotNow | NotEver e) {
      return Reply.of("The files can't be read just now: " + e.getMessage());
    }
  }
}
