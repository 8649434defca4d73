package dev.aiwf.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a finished project leaves to those that come after it. */
class CaseStudyTest {

  private static final Workflow WIDE = Wide.workflow();
  private static final String TOKEN = "ghp_" + "x".repeat(36);

  private static Finding finding(String id, Finding.Kind kind, String title) {
    return new Finding(
        id, kind, title, "More.", "A book, chapter 3", "https://example.org", "bundled", 0.8);
  }

  private static Run decided(String rationale) {
    return Run.begun(WIDE)
        .does(
            new Sender.Effect(3),
            new Action.Consulted(
                "scoping",
                List.of(
                    new Findings.Came(
                        Wide.CONSULTS.get(0),
                        List.of(finding("rag-or-not", Finding.Kind.DECISION, "Look it up?"))),
                    new Findings.Came(
                        Wide.CONSULTS.get(1),
                        List.of(finding("leak", Finding.Kind.WARNING, "Names leak")))),
                null,
                List.of()))
        .answers("goal", "Billing", "users", "600", "hosting", "cloud", "region", "eu")
        .does(
            Run.LEAD,
            new Action.Answer(Map.of("architecture", new Input.Decision("rag-only", rationale))));
  }

  private static Run finished(String rationale) {
    return decided(rationale)
        .does(Run.LEAD, new Action.Acknowledge("crowd", "A queue with **ten** places"))
        .does(Run.DATA, new Action.Acknowledge("knowledge:leak", "Masked at ingestion"))
        .presses(Run.LEAD, "continue")
        .does(Run.LEAD, new Action.Check(Map.of("safe", true)))
        .does(
            Run.LEAD,
            new Action.Sign(Verdict.CONDITIONAL, null, List.of("Measure again in May"), null))
        .presses(Run.LEAD, "continue")
        .answers("operator", "The team")
        .does(Run.LEAD, new Action.Answer(Map.of("on_call", new Input.Decision("day", ""))))
        .presses(Run.LEAD, "exit")
        .presses(Run.LEAD, "finish");
  }

  private static CaseStudy study(Run run) {
    return CaseStudy.of(WIDE, run.sidecar());
  }

  @Test
  void a_project_that_comes_to_its_end_is_remembered() {
    Run run = finished("Daily edits");

    assertThat(run.effects())
        .contains(new Effect.Remember(run.sidecar().id(), run.sidecar().number()));
  }

  @Test
  void a_decision_says_what_there_was_what_was_chosen_and_why() {
    CaseStudy study = study(finished("Daily edits"));

    assertThat(study.name()).isEqualTo("support-bot");
    assertThat(study.finished()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(study.decisions())
        .extracting(CaseStudy.Choice::id)
        .containsExactly("arch-001", "run-001");
    assertThat(study.decisions().getFirst())
        .isEqualTo(
            new CaseStudy.Choice(
                "arch-001",
                List.of("rag", "What architecture?", "RAG", "tuning mistakes", "Scoping"),
                "arch-001, 2026-03-02",
                "support-bot: What architecture?",
                List.of("RAG only: nothing is noted of it", "Tuned: nothing is noted of it"),
                List.of(
                    "What users? 600 users",
                    "What hosting? Cloud",
                    "It rested on “Look it up?” (A book, chapter 3).",
                    "Taken in the step Scoping of Wide, at standard depth.",
                    "The gate of Release came to CONDITIONAL, self-approved, on condition: Measure"
                        + " again in May.",
                    "The project was finished on 2026-03-02."),
                "RAG only was chosen. Why: Daily edits"));
    assertThat(study.decisions().getLast().chosen())
        .isEqualTo("day was chosen. No reason was given.");
  }

  @Test
  void a_warning_says_how_it_was_to_be_met_and_what_came_of_it() {
    List<CaseStudy.Met> warnings = study(finished("Daily edits")).warnings();

    assertThat(warnings).extracting(CaseStudy.Met::id).containsExactly("crowd", "knowledge-leak");
    assertThat(warnings.getFirst().title()).isEqualTo("support-bot: 600 requests at once");
    assertThat(warnings.getFirst().about()).startsWith("crowd");
    assertThat(warnings.getFirst().signs())
        .startsWith("What users? 600 users")
        .contains("It came up in the step Scoping.");
    assertThat(warnings.getFirst().mitigation()).isEqualTo("A queue with ten places");
    assertThat(warnings.getFirst().outcome())
        .singleElement()
        .asString()
        .contains("came to CONDITIONAL");
    assertThat(warnings.getLast().description()).contains("Names leak", "A book, chapter 3");
    assertThat(warnings.getLast().about()).startsWith("tuning mistakes");
  }

  @Test
  void what_people_typed_is_plain_words_without_secrets_and_names_nobody() {
    CaseStudy study =
        study(
            finished(
                "# **Daily** <b>edits</b>, see [the wiki](https://wiki.example.org/x) or"
                    + " https://example.org/?t=1\n- `"
                    + TOKEN
                    + "`"));

    assertThat(study.decisions().getFirst().chosen())
        .isEqualTo(
            "RAG only was chosen. Why: Daily edits , see the wiki or (address left out) (a GitHub"
                + " token, removed)");
    assertThat(study.toString()).doesNotContain("LEAD", "@lead", TOKEN);
  }

  @Test
  void what_is_still_to_be_confirmed_is_no_decision() {
    CaseStudy study = study(decided("Daily edits").answers("users", "700"));

    assertThat(study.decisions()).isEmpty();
    assertThat(study(decided("Daily edits")).decisions()).hasSize(1);
  }
}
