package dev.aiwf.web.pages;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sample;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.web.picture.PipelineSvg;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page of a project: its name, where it stands, the picture of its phases, the
 * tabs.
 *
 * @param frame what is around every page
 * @param sidecar the project's state
 * @param workflow what its workflow is called
 * @param picture the phases, as SVG
 * @param status the line that says where it stands
 * @param tab which tab is open
 * @param deeper what is open within that tab; none if it is the tab itself
 * @param decisions how many decisions were taken
 */
public record Shell(
    Frame frame,
    Sidecar sidecar,
    String workflow,
    String picture,
    List<Block> status,
    Tab tab,
    @Nullable String deeper,
    int decisions) {

  static Shell of(
      Frame frame,
      Projects.Standing standing,
      List<Block> status,
      Tab tab,
      @Nullable String deeper) {
    Sidecar sidecar = standing.sidecar();
    return new Shell(
        frame,
        sidecar,
        standing.workflow().title(),
        picture(standing.workflow(), sidecar),
        status,
        tab,
        deeper,
        Chain.decisions(standing.workflow(), sidecar).size());
  }

  /** The phases of a project, each leading to its artifacts. */
  static String picture(Workflow workflow, Sidecar sidecar) {
    String files = Addresses.project(sidecar.id()) + Tab.ARTIFACTS.path();
    return PipelineSvg.of(
        Pipeline.of(workflow, sidecar), phase -> files + "#phase-" + phase.number());
  }

  /** Where the project's forms are sent. */
  public String address() {
    return Addresses.project(sidecar.id());
  }

  /** Where a tab is. */
  public String at(Tab other) {
    return address() + other.path();
  }

  /** All tabs, in their order. */
  public List<Tab> tabs() {
    return List.of(Tab.values());
  }

  /** Where it is as a whole, in a word. */
  public String statusWords() {
    return Words.status(sidecar.status());
  }

  /** Whether it is the sample that a new installation shows. */
  public boolean sample() {
    return Sample.is(sidecar);
  }

  /** What a person is called. */
  public String nameOf(PersonId person) {
    return sidecar.nameOf(person);
  }

  /** One side of a project. */
  public enum Tab {
    CHANNEL("Channel", ""),
    DECISIONS("Decisions", "/decisions"),
    KNOWLEDGE("Knowledge", "/knowledge"),
    ARTIFACTS("Artifacts", "/artifacts"),
    HISTORY("History", "/history");

    private final String title;
    private final String path;

    Tab(String title, String path) {
      this.title = title;
      this.path = path;
    }

    /** What stands on it. */
    public String title() {
      return title;
    }

    String path() {
      return path;
    }
  }
}
