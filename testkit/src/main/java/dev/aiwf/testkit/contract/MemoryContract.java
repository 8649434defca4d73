package dev.aiwf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.project.ProjectId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps the decisions of finished projects, wherever it keeps them. */
public abstract class MemoryContract {

  /** Projects whose names begin alike, and whose names a file may not have. */
  private static final List<String> NAMES =
      List.of(
          "bot", "bot-a", "bot-a-1", "ボット", "a-very-long-name-of-a-project-that-goes-on-and-on");

  private Memory memory;

  /** One that is empty. */
  protected abstract Memory memory() throws Exception;

  /** The reasons that can be found in what is kept now, of all projects. */
  protected abstract List<String> reasons() throws Exception;

  @BeforeEach
  final void begin() throws Exception {
    memory = memory();
  }

  @Test
  void whatIsKeptIsThereOnceHoweverOftenItIsKept() throws Exception {
    memory.keep(study("bot", "arch-001", "first"));
    memory.keep(study("bot", "arch-001", "first"));

    assertThat(reasons()).containsExactly("first");
  }

  @Test
  void whatIsKeptAnewTakesThePlaceOfAllThatWas() throws Exception {
    memory.keep(study("bot", "arch-001", "first"));
    memory.keep(study("bot", "arch-002", "second"));

    assertThat(reasons()).containsExactly("second");
  }

  @Test
  void eachProjectHasItsOwn() throws Exception {
    for (String name : NAMES) {
      memory.keep(study(name, "arch-001", name));
    }
    assertThat(reasons()).containsExactlyInAnyOrderElementsOf(NAMES);

    memory.remove(new ProjectId("bot"));
    memory.remove(new ProjectId("ボット"));

    assertThat(reasons()).containsExactlyInAnyOrder(NAMES.get(1), NAMES.get(2), NAMES.get(4));
  }

  @Test
  void whatIsNotThereIsRemovedAsWell() throws Exception {
    memory.remove(new ProjectId("bot"));

    assertThat(reasons()).isEmpty();
  }

  /** A project that took one decision for a reason. */
  protected static CaseStudy study(String project, String decision, String reason) {
    return new CaseStudy(
        new ProjectId(project),
        project,
        LocalDate.of(2026, 3, 2),
        List.of(
            new CaseStudy.Choice(
                decision,
                List.of("retrieval or fine-tuning"),
                decision + ", 2026-03-02",
                "Look it up or learn it?",
                List.of("RAG: it changes daily", "Tuned: it is a matter of tone"),
                List.of("It changes daily", "There are 300 examples", "The gate came to GO"),
                reason)),
        List.of());
  }
}
