package dev.aiwf.testkit;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A person who sends commands and waits for what becomes of each. */
public final class Someone {

  private static final AtomicInteger EVENTS = new AtomicInteger();

  private final Inbox inbox;
  private final ProjectId project;
  private final Sender.Human sender;

  /** Somebody at a project, in no channel unless one is given. */
  public Someone(Inbox inbox, String project, String name, @Nullable ChannelId channel) {
    this(
        inbox,
        project,
        new Sender.Human(
            new Person(new PersonId("console:" + name), name, false),
            Set.of(Role.CONTRIBUTOR),
            channel));
  }

  /** Somebody at a project, as their surface tells of them. */
  public Someone(Inbox inbox, String project, Sender.Human sender) {
    this.inbox = inbox;
    this.project = new ProjectId(project);
    this.sender = sender;
  }

  /** The project they are at. */
  public ProjectId project() {
    return project;
  }

  /** Starts the project with the small workflow. */
  public Inbox.Settled start() {
    return does(new Action.Start(project.value(), TwoSteps.REF, null, null, Depth.STANDARD));
  }

  /** Answers all that the first step asks. */
  public Inbox.Settled answersEverything() {
    Map<String, Input> answers = new LinkedHashMap<>();
    answers.put("goal", new Input.Text("Answer billing questions"));
    answers.put("use_case", new Input.Text("knowledge-qa"));
    answers.put("example_count", new Input.Text("300"));
    answers.put("architecture", new Input.Decision("rag-only", "daily edits"));
    return does(new Action.Answer(answers));
  }

  /** Answers all that the first step asks but what is to be decided. */
  public Inbox.Settled answersEverythingButDecisions() {
    Map<String, Input> answers = new LinkedHashMap<>();
    answers.put("goal", new Input.Text("Answer billing questions"));
    answers.put("use_case", new Input.Text("knowledge-qa"));
    answers.put("example_count", new Input.Text("300"));
    return does(new Action.Answer(answers));
  }

  /** Says something. */
  public Inbox.Settled says(String words) {
    return does(new Action.Say(words));
  }

  /** Who they are. */
  public Person person() {
    return sender.person();
  }

  /** Leaves a menu. */
  public Inbox.Settled continues(String menu) {
    return does(new Action.Choose("continue", menu));
  }

  /** Ticks the whole checklist and signs GO. */
  public Inbox.Settled passesTheGate() {
    // In this order, which Map.of changes from run to run: files are compared by their bytes.
    Map<String, Boolean> items = new LinkedHashMap<>();
    items.put("goal-agreed", true);
    items.put("data-allowed", true);
    items.put("way-back", true);
    does(new Action.Check(items));
    return does(new Action.Sign(Verdict.GO, null, List.of(), null));
  }

  /** Sends anything, under a new name. */
  public Inbox.Settled does(Action action) {
    return does(action, "event-" + EVENTS.incrementAndGet());
  }

  /** Sends anything, under this name. */
  public Inbox.Settled does(Action action, String event) {
    return settled(sends(action, event).command());
  }

  /** Sends anything without waiting for its turn. */
  public Inbox.Receipt sends(Action action, String event) {
    try {
      return inbox.accept(
          new Inbox.Envelope("test", event, action.toString(), project, sender, action));
    } catch (Inbox.Busy e) {
      throw new AssertionError(e);
    }
  }

  /** What became of what was sent under that name. */
  public Optional<Inbox.Settled> came(String event) {
    return inbox.came("test", event, project);
  }

  /** Waits for what becomes of a command. */
  public Inbox.Settled settled(String command) {
    try {
      return inbox
          .await(command, Patience.LONG_ENOUGH)
          .orElseThrow(() -> new AssertionError(command + " is still waiting"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
