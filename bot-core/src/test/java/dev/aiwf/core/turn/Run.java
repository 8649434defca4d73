package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Refusal;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project as its channel sees it: what is said to it, and what then stands there. */
public final class Run {

  public static final ChannelId THREAD = new ChannelId("slack:T1:C1:support-bot");
  public static final Person LEAD = new Person(new PersonId("slack:T1:LEAD"), "lead", true);
  public static final Person DATA = new Person(new PersonId("slack:T1:DATA"), "data", true);

  private static final ProjectId PROJECT = new ProjectId("support-bot");

  private final Workflow workflow;
  private final Map<String, Content> shown = new LinkedHashMap<>();
  private @Nullable Sidecar sidecar;
  private Turn turn = new Turn(null, List.of(), null, List.of(), List.of());
  private int commands;
  private @Nullable String model;
  private Instant now = Instant.parse("2026-03-02T14:12:00Z");

  private Run(Workflow workflow) {
    this.workflow = workflow;
  }

  /** A project whose repository is still being read. */
  public static Run opening(Workflow workflow) {
    return opening(workflow, null);
  }

  /** The same with something that was known before. */
  public static Run opening(Workflow workflow, @Nullable String brief) {
    return new Run(workflow)
        .does(LEAD, new Action.Start("support-bot", workflow.ref(), null, brief, Depth.STANDARD));
  }

  /** A project that waits for its first answer. */
  public static Run begun(Workflow workflow) {
    return opening(workflow).opened();
  }

  /** From here on this model talks; none for nobody. */
  public Run talking(@Nullable String with) {
    model = with;
    return this;
  }

  /** Its repository was read. */
  public Run opened() {
    return does(
        new Sender.Effect(1),
        new Action.RepositoryRead("own", "aiwf/support-bot", "aiwf/support-bot"));
  }

  public Run does(Person person, Action action) {
    return does(new Sender.Human(person, Set.of(Role.CONTRIBUTOR), THREAD), action);
  }

  public Run does(Sender sender, Action action) {
    commands++;
    now = now.plusSeconds(1);
    turn =
        Turn.take(
            workflow, sidecar, new Command("c" + commands, PROJECT, now, sender, action), model);
    sidecar = turn.after();
    turn.drafts().forEach(draft -> shown.put(draft.key(), draft.content()));
    return this;
  }

  public Run says(Person person, String text) {
    return does(person, new Action.Say(text));
  }

  /** Answers by ask, typed. */
  public Run answers(String... pairs) {
    Map<String, Input> answers = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      answers.put(pairs[i], new Input.Text(pairs[i + 1]));
    }
    return does(LEAD, new Action.Answer(answers));
  }

  /** A button of the menu that stands now. */
  public Run presses(Person person, String choice) {
    return does(person, new Action.Choose(choice, here().visit().menu()));
  }

  public Run later(Duration time) {
    now = now.plus(time);
    return this;
  }

  public Instant now() {
    return now;
  }

  public Sidecar sidecar() {
    assertThat(sidecar).isNotNull();
    return sidecar;
  }

  public Situation here() {
    return Situation.of(workflow, sidecar()).orElseThrow();
  }

  /** The keys of what was said or redrawn last, from top to bottom. */
  public List<String> keys() {
    return turn.drafts().stream().map(Draft::key).toList();
  }

  public List<Fact> facts() {
    return turn.entries().stream()
        .map(Entry::fact)
        .filter(fact -> !(fact instanceof Fact.PersonSeen))
        .toList();
  }

  public List<Effect> effects() {
    return turn.effects();
  }

  /** Why nothing happened. */
  public String refusal() {
    Refusal refusal = turn.refusal();
    assertThat(refusal).isNotNull();
    return refusal.sentence();
  }

  /** A message as it stands now. */
  public Content shown(String key) {
    Content content = shown.get(key);
    assertThat(content).as("%s among %s", key, shown.keySet()).isNotNull();
    return content;
  }

  public String text(String key) {
    return shown(key).text();
  }

  /** What was answered to what was said last. */
  public String reply() {
    return text("reply:c" + commands);
  }

  /** The labels of a message's buttons. */
  public List<String> buttons(String key) {
    return shown(key).buttons().map(Button::label).toList();
  }
}
