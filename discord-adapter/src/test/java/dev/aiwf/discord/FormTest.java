package dev.aiwf.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.Modal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form of eleven asks in pages of five, each of which is kept when it comes. */
class FormTest {

  private DiscordRun run;

  @SuppressWarnings("NullAway") // set before each test
  FormTest() {}

  @BeforeEach
  void open() throws Exception {
    run = new DiscordRun(eleven()).connected();
    run.started();
  }

  @AfterEach
  void close() {
    assertThat(run.discord.rejections()).isEmpty();
    run.close();
  }

  private static Workflow eleven() {
    Workflow two = TwoSteps.workflow();
    List<Ask> asks =
        new ArrayList<>(
            IntStream.rangeClosed(1, 8).mapToObj(i -> text("q" + i, "Question " + i)).toList());
    asks.add(text("q9", "Which of the many questions that nobody answers in a word is this one?"));
    asks.add(
        new Ask(
            "q10",
            "One of many?",
            "h".repeat(300),
            false,
            Depth.QUICK,
            new AskType.Choice(options(26)),
            List.of()));
    asks.add(
        new Ask(
            "q11",
            "One of a few?",
            null,
            false,
            Depth.QUICK,
            new AskType.Choice(options(25)),
            List.of()));
    Step first = two.steps().getFirst();
    Step longer =
        new Step(
            first.id(),
            first.phase(),
            first.title(),
            first.opening(),
            asks,
            List.of(),
            first.menu(),
            first.gate(),
            first.skipWhen(),
            first.brief());
    return new Workflow(
        two.ref(), two.title(), two.phases(), List.of(longer, two.steps().getLast()));
  }

  private static List<AskType.Option> options(int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(i -> new AskType.Option("o" + i, "Option " + i, i == 1 ? "d".repeat(150) : null))
        .toList();
  }

  private static Ask text(String id, String text) {
    return new Ask(id, text, null, false, Depth.QUICK, new AskType.Text(100), List.of());
  }

  private Modal next(Answer answer, String label) {
    return run.discord.press(DiscordRun.LEAD, Objects.requireNonNull(answer.post()), label).form();
  }

  private static Map<String, String> all(Modal form) {
    Map<String, String> values = new HashMap<>();
    form.fields().keySet().forEach(field -> values.put(field, "answer to " + field));
    values.computeIfPresent("q10", (_, _) -> "Option 26");
    values.computeIfPresent("q11", (_, _) -> "o25");
    return values;
  }

  @Test
  void everyPageIsKeptWhenItComes() throws Exception {
    Modal first = run.press("Use a form").form();
    assertThat(first.title()).isEqualTo("Scoping (1/3)");
    assertThat(first.fields()).hasSize(5);
    Answer one = run.fill(first, all(first));
    assertThat(one.said()).contains("Page 1 of 3 is kept");
    assertThat(run.sidecar().answers().value("q1")).isEqualTo(new Value.Text("answer to q1"));

    run.restart();
    Modal second = next(one, "Next (2/3)");
    assertThat(second.fields()).containsOnlyKeys("q6", "q7", "q8", "q9");
    assertThat(second.shown()).contains("that nobody answers in a word");
    Answer two = run.fill(second, all(second));

    Modal third = next(two, "Next (3/3)");
    assertThat(third.fields()).containsOnlyKeys("q10", "q11");
    assertThat(third.shown()).contains("h".repeat(300)).contains("Option 26");
    assertThat(third.options("q11")).hasSize(25);
    Answer three = run.fill(third, all(third));

    assertThat(three.kind()).isEqualTo(Answer.Kind.TAKEN);
    assertThat(run.sidecar().answers().value("q10")).isEqualTo(new Value.Choice("o26"));
    assertThat(run.sidecar().answers().value("q11")).isEqualTo(new Value.Choice("o25"));
    assertThat(run.sidecar().answers().value("q9")).isNotNull();
  }

  @Test
  void whatIsLeftOpenIsPassedNotAskedAgain() throws Exception {
    Modal first = run.press("Use a form").form();
    Answer one = run.fill(first, Map.of("q2", "two"));

    Modal second = next(one, "Next (2/3)");
    assertThat(second.fields()).containsOnlyKeys("q6", "q7", "q8", "q9");
    Answer two = run.fill(second, Map.of());

    assertThat(two.said()).contains("Page 2 of 3 is skipped");
    assertThat(next(two, "Next (3/3)").fields()).containsOnlyKeys("q10", "q11");
    assertThat(run.sidecar().answers().to("q1")).isEmpty();
    assertThat(run.sidecar().answers().to("q2")).isPresent();
  }
}
