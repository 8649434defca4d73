package dev.aiwf.core.guide;

import static dev.aiwf.core.turn.Run.DATA;
import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why answers stand, and which of them stand behind a line. */
class ChainTest {

  private static final Workflow WIDE = Wide.workflow();

  private static Run scoped() {
    return Run.begun(WIDE)
        .answers("goal", "billing", "users", "600", "visits", "daily", "hosting", "cloud")
        .answers("region", "eu", "budget", "200")
        .does(
            DATA,
            new Action.Answer(Map.of("architecture", new Input.Decision("tuned", "own words"))));
  }

  private static Chain chain(Run run, String of) {
    return Chain.of(WIDE, run.sidecar(), of).orElseThrow();
  }

  private static Run published(Run run, String step, String sha) {
    return run.does(new Sender.Effect(7), new Action.Published(step, sha, List.of("x.md")));
  }

  @Test
  void a_decision_leads_to_who_took_it_and_on_what() {
    Run run = scoped();
    Chain chain = chain(run, "architecture");
    assertThat(chain.by()).isEqualTo(DATA);
    assertThat(chain.rationale()).isEqualTo("own words");
    assertThat(chain.grounds()).extracting(ground -> ground.ask().id()).isNotEmpty();
    assertThat(run.keys()).containsAnyElementsOf(chain.messages());
    assertThat(chain(run, String.valueOf(chain.number()))).isEqualTo(chain);
    assertThat(Chain.of(WIDE, run.sidecar(), "nothing")).isEmpty();
    assertThat(Chain.of(WIDE, Run.begun(WIDE).sidecar(), "architecture")).isEmpty();
  }

  @Test
  void what_was_typed_is_the_message_it_came_with() {
    Run run = Run.begun(WIDE).says(LEAD, "billing");
    Chain chain = chain(run, "goal");
    assertThat(chain.messages().getFirst()).isEqualTo("said:" + chain.answer().command());
    assertThat(run.keys()).contains(chain.messages().getFirst());
    assertThat(chain.number()).isNull();
    assertThat(chain.rationale()).isNull();
  }

  @Test
  void only_commits_since_it_was_decided_have_it() {
    Run run = published(scoped().presses(LEAD, "continue"), "scoping", "1".repeat(40));
    assertThat(chain(run, "architecture").commits())
        .extracting(Repository.Commit::sha)
        .containsExactly("1".repeat(40));
    published(run, "training", "2".repeat(40));
    assertThat(chain(run, "architecture").commits()).hasSize(1);
    run.does(
        LEAD,
        new Action.Revise(
            Map.of("architecture", new Input.Decision("rag-only", "daily edits")),
            run.sidecar().number()));
    assertThat(chain(run, "architecture").commits()).isEmpty();
  }

  @Test
  void a_gate_covers_what_was_decided_before_it() {
    Run run =
        Run.begun(WIDE)
            .answers("goal", "billing", "users", "600", "visits", "daily", "hosting", "cloud")
            .answers("region", "eu", "architecture", "rag-only", "budget", "200")
            .presses(LEAD, "continue")
            .does(LEAD, new Action.Check(Map.of("safe", true)))
            .does(LEAD, new Action.Sign(Verdict.GO, "fine", List.of(), null));
    assertThat(chain(run, "architecture").approvals())
        .singleElement()
        .satisfies(approval -> {
          assertThat(approval.verdict()).isEqualTo(Verdict.GO);
          assertThat(approval.signers()).containsExactly(LEAD);
          assertThat(approval.state().signatures()).hasSameSizeAs(approval.signers());
        });
  }

  @Test
  void a_line_names_its_heading_and_the_decisions_behind_it() {
    String text = "# Log\n\n## arch\\-001\n\nchosen: Tuned\n\n## Other\nplain\n";
    assertThat(Behind.line(text, 5)).hasValue(new Behind("chosen: Tuned", "## arch\\-001"));
    assertThat(Behind.line(text, 3)).hasValue(new Behind("## arch\\-001", "## arch\\-001"));
    assertThat(Behind.line("plain\n", 1)).hasValue(new Behind("plain", null));
    assertThat(Behind.line(text, 0)).isEmpty();
    assertThat(Behind.line(text, 9)).isEmpty();
  }

  @Test
  void the_decision_that_a_line_speaks_of_comes_first() {
    Run run =
        scoped()
            .presses(LEAD, "continue")
            .does(
                LEAD,
                new Action.Answer(
                    Map.of(
                        "base_model", new Input.Decision("small", ""),
                        "format", new Input.Decision("pairs", ""))));
    List<Chain> all = Chain.decisions(WIDE, run.sidecar());
    assertThat(all).extracting(c -> c.ask().id()).contains("architecture", "base_model", "format");
    String training = chain(run, "format").step().id();
    String number = String.valueOf(chain(run, "format").number());
    assertThat(behind("It is pairs.", null, run, training)).startsWith("format");
    assertThat(behind("plain", "## " + number, run, training)).startsWith("format");
    assertThat(behind("plain", null, run, training)).containsExactly("base_model", "format");
    assertThat(behind(number + "0 and x-" + number, null, run, "scoping")).doesNotContain("format");
    assertThat(behind("see " + number, null, run, "scoping")).startsWith("format", "architecture");
  }

  private static List<String> behind(String line, @Nullable String heading, Run run, String step) {
    return new Behind(line, heading)
        .decisions(WIDE, run.sidecar(), step).stream().map(chain -> chain.ask().id()).toList();
  }

  @Test
  void the_channel_tells_where_a_decision_was_committed() {
    Run run = published(scoped().presses(LEAD, "continue"), "scoping", "a1b9c3e0d2f4");
    run.says(LEAD, "why architecture");
    assertThat(run.reply()).contains("own words", "Committed: a1b9c3e");
  }

  @Test
  void the_channel_tells_what_was_decided_where_a_file_is_written() {
    String file = WIDE.step("scoping").writes().getFirst().to();
    Run run = scoped().says(LEAD, "why " + file + ":12");
    assertThat(run.reply()).contains(file, "Scoping", "@data");
    assertThat(scoped().says(LEAD, "why poetry.md:3").facts())
        .doesNotHaveAnyElementsOfTypes(Fact.Misread.class)
        .doesNotContain(new Fact.Shown(Fact.Topic.WHY, "poetry.md:3"));
  }
}
