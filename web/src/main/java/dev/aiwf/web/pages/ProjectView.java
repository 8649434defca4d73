package dev.aiwf.web.pages;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Sidecar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project's channel, and what can be done now.
 *
 * @param shell what is around it
 * @param transcript what was said
 * @param earlier where more was said before; none if this is all
 * @param now what can be done
 * @param attempt what was tried last
 * @param whole whether it is the whole page rather than the part that changes
 */
public record ProjectView(
    Shell shell,
    List<MessageView> transcript,
    @Nullable String earlier,
    NowView now,
    Attempt attempt,
    boolean whole) {

  public ProjectView {
    transcript = List.copyOf(transcript);
  }

  /** What is around every page. */
  public Frame frame() {
    return shell.frame();
  }

  /** The project's state. */
  public Sidecar sidecar() {
    return shell.sidecar();
  }

  /** Where the project's forms are sent. */
  public String address() {
    return shell.address();
  }

  /** What a person is called. */
  public String nameOf(PersonId person) {
    return shell.nameOf(person);
  }
}
