package dev.aiwf.web.pages;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Sidecar;
import java.util.List;

/**
 * A project's page.
 *
 * @param frame what is around it
 * @param sidecar its state
 * @param workflow what its workflow is called
 * @param steps the way it goes
 * @param status the line that says where it stands
 * @param transcript what was said
 * @param now what can be done
 * @param attempt what was tried last
 */
public record ProjectView(
    Frame frame,
    Sidecar sidecar,
    String workflow,
    List<StepView> steps,
    List<Block> status,
    List<MessageView> transcript,
    NowView now,
    Attempt attempt) {

  /** Where the project's forms are sent. */
  public String address() {
    return Addresses.project(sidecar.id());
  }

  /** What a person is called. */
  public String nameOf(PersonId person) {
    return sidecar.nameOf(person);
  }
}
