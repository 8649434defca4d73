package dev.aiwf.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Given what happened, when this is asked, then that comes of it. */
public final class Given {

  static final ProjectId PROJECT = new ProjectId("support-bot");
  static final Person LEAD = new Person(new PersonId("slack:T1:LEAD"), "lead", true);
  static final Person DATA = new Person(new PersonId("slack:T1:DATA"), "data", true);
  static final Person RISK = new Person(new PersonId("slack:T1:RISK"), "risk", true);

  private final Workflow workflow;
  private @Nullable Sidecar sidecar;
  private Outcome outcome = Outcome.of();
  private int commands;
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");

  private Given(Workflow workflow) {
    this.workflow = workflow;
  }

  static Given nothing(Workflow workflow) {
    return new Given(workflow);
  }

  /** A project that waits for its first answer. */
  static Given begun(Workflow workflow) {
    return nothing(workflow)
        .when(LEAD, start())
        .when(new Action.RepositoryRead("own", "aiwf/support-bot", "aiwf/support-bot"));
  }

  /** A project whose first step is answered, its architecture being this one. */
  static Given scoped(Workflow workflow, String architecture) {
    return begun(workflow)
        .when(
            LEAD,
            answer(
                "goal", new Input.Text("answer billing questions"),
                "use_case", new Input.Text("qa"),
                "examples", new Input.Text("300"),
                "architecture", new Input.Decision(architecture, "daily edits"),
                "tone", new Input.Decision("plain", "")));
  }

  /** A project at its gate, with nothing trained. */
  static Given atTheGate(Workflow workflow) {
    return scoped(workflow, "rag-only")
        .when(LEAD, new Action.Choose("continue", "m1"))
        .when(LEAD, new Action.Check(Map.of("safe", true, "fast", true)));
  }

  /** A project of the wide workflow whose first step is answered. */
  static Given wide(Workflow workflow, String architecture) {
    return begun(workflow)
        .when(
            LEAD,
            answer(
                "goal", new Input.Text("answer billing questions"),
                "users", new Input.Text("400"),
                "visits", new Input.Text("daily"),
                "hosting", new Input.Text("cloud"),
                "region", new Input.Text("eu"),
                "architecture", new Input.Decision(architecture, ""),
                "budget", new Input.Text("200")));
  }

  /** The same at its gate, everything being ticked. */
  static Given wideAtTheGate(Workflow workflow, String architecture) {
    Given given = wide(workflow, architecture).presses(LEAD, "continue");
    if (architecture.equals("tuned")) {
      given
          .when(
              LEAD,
              answer(
                  "base_model", new Input.Decision("small", ""),
                  "format", new Input.Decision("pairs", "")))
          .presses(LEAD, "continue");
    }
    return given.when(LEAD, new Action.Check(Map.of("safe", true)));
  }

  /** The same in its last step. */
  static Given wideAtItsEnd(Workflow workflow, String architecture) {
    return wideAtTheGate(workflow, architecture)
        .when(LEAD, sign(Verdict.GO))
        .presses(LEAD, "continue");
  }

  static Action start() {
    return new Action.Start("support-bot", Script.workflow().ref(), null, null, Depth.STANDARD);
  }

  static Action answer(Object... pairs) {
    Map<String, Input> answers = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      answers.put((String) pairs[i], (Input) pairs[i + 1]);
    }
    return new Action.Answer(answers);
  }

  static Action sign(Verdict verdict) {
    return new Action.Sign(verdict, null, List.of(), null);
  }

  Given when(Person person, Action action) {
    return when(new Sender.Human(person, Set.of(Role.CONTRIBUTOR), null), action);
  }

  /** A button of the menu that stands now. */
  Given presses(Person person, String choice) {
    return when(person, new Action.Choose(choice, here().visit().menu()));
  }

  /** Answers anew, having seen all that happened. */
  Given revises(Person person, String ask, Input input) {
    return when(person, new Action.Revise(Map.of(ask, input), sidecar().number()));
  }

  Given says(Person person, String text) {
    return when(person, new Action.Say(text));
  }

  Given when(Action reported) {
    return when(new Sender.Effect(1), reported);
  }

  Given when(Sender sender, Action action) {
    now = now.plusSeconds(60);
    Command command = new Command("c" + ++commands, PROJECT, now, sender, action);
    outcome = Decide.decide(workflow, sidecar, command);
    if (outcome instanceof Outcome.Accepted(var facts)) {
      for (Fact fact : facts) {
        long number = sidecar == null ? 1 : sidecar.number() + 1;
        sidecar =
            Evolve.evolve(
                PROJECT, sidecar, new Entry(number, fact, sender.id(), now, command.id()));
      }
    }
    return this;
  }

  /** Exactly these facts came of it, apart from who was seen. */
  Given then(Fact... expected) {
    assertThat(facts()).containsExactly(expected);
    return this;
  }

  Given refused(Refusal.Kind kind, String... words) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusal();
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(List.of(words)).allMatch(refusal.sentence()::contains, refusal.sentence());
    return this;
  }

  List<Fact> facts() {
    assertThat(outcome).as("it was accepted").isInstanceOf(Outcome.Accepted.class);
    List<Fact> facts = new ArrayList<>(((Outcome.Accepted) outcome).facts());
    facts.removeIf(Fact.PersonSeen.class::isInstance);
    return facts;
  }

  Sidecar sidecar() {
    assertThat(sidecar).isNotNull();
    return sidecar;
  }

  Situation here() {
    return Situation.of(workflow, sidecar()).orElseThrow();
  }
}
