package dev.aiwf.discord;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.rules.Situation;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.modals.Modal;

/** Opens forms as they stand at that moment. */
record FormsOpened(Projects projects) {

  /** What a form is for, and where its project stands. */
  record Found(Projects.Control control, FormRef form, Situation here) {}

  /** None if there is nothing to fill in any more. */
  Optional<Modal> first(String control) {
    return found(control)
        .flatMap(found ->
            modal(found, new FormOrigin(control, found.here().visit().number(), 0, 1), Map.of()));
  }

  /** The same form again, or its next page; none if the project has moved on. */
  Optional<Modal> again(FormOrigin origin, Map<String, String> typed) {
    return found(origin).flatMap(found -> modal(found, origin, typed));
  }

  private static Optional<Modal> modal(Found found, FormOrigin origin, Map<String, String> typed) {
    return FormPage.of(found.here(), found.form(), origin.from(), origin.page())
        .map(page -> FormModal.of(page, origin, typed));
  }

  /** What was filled in, if the project still is where it was opened. */
  Optional<Found> found(FormOrigin origin) {
    return found(origin.control()).filter(found -> found.here().visit().number() == origin.visit());
  }

  private Optional<Found> found(String id) {
    return projects
        .control(id)
        .flatMap(control ->
            control.press() instanceof Press.Open(FormRef form)
                ? projects
                    .find(control.project())
                    .flatMap(standing -> Situation.of(standing.workflow(), standing.sidecar()))
                    .map(here -> new Found(control, form, here))
                : Optional.empty());
  }
}
