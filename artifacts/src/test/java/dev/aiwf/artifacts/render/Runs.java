package dev.aiwf.artifacts.render;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Consulting;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.testkit.MemoryProjects;
import dev.aiwf.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Takes a project of the shipped workflow through the whole core, from the first question to its
 * end: what a run's file answers is answered, what is recommended is taken, the rest is left open.
 */
final class Runs {

  /** The shipped workflow. */
  static final Workflow WORKFLOW = workflow();

  /** Where all that the knowledge base says in a run can be read. */
  static final String HANDBOOK = "https://example.org/handbook";

  private static final Sender.Human LEAD = sender("lead", Role.CONTRIBUTOR);
  private static final Sender.Human CTO = sender("cto", Role.APPROVER);

  private final SettableClock clock = SettableClock.begun();
  private final MemoryProjects projects = new MemoryProjects(clock, List.of(WORKFLOW));
  private final Function<Ask, @Nullable Input> answers;
  private final Function<String, String> words;
  private final Predicate<Ask> left;
  private final boolean alone;
  private boolean knows;
  private final ProjectId project;
  private final String name;
  private int commands;

  /**
   * A run.
   *
   * @param name what the project is called
   * @param answers what is answered; none to take what is recommended, or to leave it open
   * @param left what is left open although something is recommended
   * @param words what is said where the workflow asks for words beside answers
   * @param alone whether one person signs what they began
   */
  Runs(
      String name,
      Function<Ask, @Nullable Input> answers,
      Predicate<Ask> left,
      Function<String, String> words,
      boolean alone) {
    this.left = left;
    this.name = name;
    this.project = ProjectId.of(name).orElseThrow();
    this.answers = answers;
    this.words = words;
    this.alone = alone;
  }

  /** The run that a file tells. */
  static Runs of(String name) {
    JsonNode told =
        new YAMLMapper().readTree(Path.of("src", "test", "resources", "runs", name + ".yaml"));
    Runs run =
        new Runs(
            told.path("name").asString(),
            ask -> input(told.path("answers").path(ask.id())),
            ask -> told.path("open").valueStream().anyMatch(id -> id.asString().equals(ask.id())),
            about -> told.path("words").path(about).asString(""),
            told.path("alone").asBoolean());
    run.knows = told.path("knowledge").asBoolean(false);
    return run;
  }

  /** The project at its end. */
  Projects.Standing play(Depth depth) {
    does(LEAD, new Action.Start(name, WORKFLOW.ref(), null, null, depth));
    Situation here = here();
    while (here.sidecar().status() == Status.IN_PROGRESS) {
      consults();
      answers();
      consults();
      acknowledges();
      Gate gate = here().step().gate();
      if (gate != null) {
        passes(gate);
      }
      here = leaves();
    }
    return projects.find(project).orElseThrow();
  }

  /** What has happened so far. */
  List<Entry> facts() {
    return projects.facts(project, 0, Integer.MAX_VALUE);
  }

  /** A knowledge base answers, to all but the last of a step's questions. */
  private void consults() {
    List<Consult> consults = Consulting.toAsk(WORKFLOW, here().sidecar(), here().step().id());
    if (!knows || consults.isEmpty()) {
      return;
    }
    List<Findings.Came> came =
        consults.stream()
            .map(consult ->
                new Findings.Came(
                    consult,
                    consult.equals(consults.getLast()) && consults.size() > 1
                        ? List.of()
                        : List.of(finding(consult))))
            .toList();
    projects.report(project, new Action.Consulted(here().step().id(), came, null, List.of()));
  }

  private static Finding finding(Consult consult) {
    String id = consult.reference().replace(':', '-');
    return new Finding(
        id,
        consult.tool().equals("get_warnings") ? Finding.Kind.WARNING : Finding.Kind.PATTERN,
        "What to know of " + consult.topic() + " [1]",
        "It is to be known.",
        "A handbook, \"" + consult.topic() + "\"",
        HANDBOOK + "_(2nd)/" + id,
        "bundled",
        0.5);
  }

  private void answers() {
    Optional<Ask> next = here().next();
    while (next.isPresent()) {
      Ask ask = next.get();
      Input given = answers.apply(ask);
      if (given != null) {
        does(LEAD, new Action.Answer(Map.of(ask.id(), given)));
      } else if (!left.test(ask) && here().recommended(ask).isPresent()) {
        does(LEAD, new Action.TakeRecommended(List.of(ask.id())));
      } else {
        does(LEAD, new Action.Skip(ask.id()));
      }
      String note = words.apply("note-" + ask.id());
      if (!note.isEmpty() && ask.type() instanceof AskType.Decision) {
        does(LEAD, new Action.Note(ask.id(), "pre-mortem", note));
      }
      next = here().next();
    }
  }

  private void acknowledges() {
    Situation at = here();
    for (Warning warning : Warnings.open(at.workflow(), at.sidecar(), at.known())) {
      String mitigation = words.apply(warning.id());
      if (warning.kind() == Warning.Kind.RISK && !mitigation.isEmpty()) {
        does(LEAD, new Action.Acknowledge(warning.id(), mitigation));
      }
    }
  }

  private void passes(Gate gate) {
    Map<String, Boolean> items = new LinkedHashMap<>();
    String condition = words.apply("condition");
    gate.items().forEach(item -> items.put(item.id(), true));
    if (!condition.isEmpty()) {
      items.remove(items.keySet().iterator().next());
    }
    Sender.Human signer = alone ? LEAD : CTO;
    does(LEAD, new Action.Check(items));
    does(
        signer,
        condition.isEmpty()
            ? new Action.Sign(Verdict.GO, null, List.of(), null)
            : new Action.Sign(Verdict.CONDITIONAL, null, List.of(condition), null));
    String met = words.apply("condition-met");
    if (!met.isEmpty()) {
      does(LEAD, new Action.Meet(here().step().id(), condition, met));
    }
  }

  private Situation leaves() {
    Situation here = here();
    List<MenuChoice> menu = here.step().menu();
    MenuChoice on = menu.contains(MenuChoice.EXIT) ? MenuChoice.EXIT : MenuChoice.CONTINUE;
    does(LEAD, new Action.Choose(on.key(), here.visit().menu()));
    if (on == MenuChoice.EXIT) {
      does(LEAD, new Action.Choose(MenuChoice.FINISH.key(), here.visit().menu()));
    }
    clock.tick(Duration.ofDays(1));
    return here();
  }

  private Situation here() {
    Projects.Standing standing = projects.find(project).orElseThrow();
    return Situation.of(standing.workflow(), standing.sidecar()).orElseThrow();
  }

  private void does(Sender.Human sender, Action action) {
    commands++;
    clock.tick(Duration.ofMinutes(1));
    Inbox.Receipt receipt =
        projects.accept(
            new Inbox.Envelope("run", "event-" + commands, null, project, sender, action));
    Inbox.Settled settled = projects.await(receipt.command(), Duration.ZERO).orElseThrow();
    if (settled.refusal() != null) {
      throw new AssertionError(action + ": " + settled.refusal().sentence());
    }
  }

  private static @Nullable Input input(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    if (node.isObject()) {
      return new Input.Decision(node.path("choice").asString(), node.path("reason").asString(""));
    }
    if (!node.isArray()) {
      return new Input.Text(node.asString());
    }
    List<JsonNode> items = new ArrayList<>();
    node.forEach(items::add);
    return items.getFirst().isObject()
        ? new Input.Rows(items.stream().map(Runs::row).toList())
        : new Input.Items(items.stream().map(JsonNode::asString).toList());
  }

  private static Map<String, String> row(JsonNode node) {
    return node.properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                cell -> cell.getValue().asString(),
                (first, _) -> first,
                LinkedHashMap::new));
  }

  private static Sender.Human sender(String name, Role role) {
    return new Sender.Human(
        new Person(new PersonId("console:" + name), name, false), Set.of(role), null);
  }

  private static Workflow workflow() {
    PacksRead read = Packs.read(List.of(Path.of("..")));
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems());
    }
    Workflow w = read.workflows().getFirst();
    // The hash changes with every comma of the pack, and with it what every sidecar says.
    WorkflowRef ref = new WorkflowRef(w.ref().id(), w.ref().version(), "hash");
    return new Workflow(ref, w.title(), w.phases(), w.steps(), w.agents(), w.methods(), w.resume());
  }
}
