package dev.aiwf.engine;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox.Envelope;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.testkit.TwoSteps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** People who mostly do what brings a project on, and sometimes anything else. */
final class SeededPeople {

  private static final List<String> PROJECTS = List.of("alpha", "beta");
  private static final List<String> PEOPLE = List.of("lead", "data", "ops");

  private final RandomGenerator random;
  private final boolean hesitant;
  private int events;

  /**
   * People as the seed has them.
   *
   * @param hesitant whether they often send a project back from its gate
   */
  SeededPeople(RandomGenerator random, boolean hesitant) {
    this.random = random;
    this.hesitant = hesitant;
  }

  /** Where a project is talked about. */
  static ChannelId channel(ProjectId project) {
    return new ChannelId("test:" + project);
  }

  static List<ProjectId> projects() {
    return PROJECTS.stream().map(ProjectId::new).toList();
  }

  /** Somebody wants something. */
  Envelope next(Projects projects) {
    ProjectId project = projects().get(random.nextInt(PROJECTS.size()));
    Action action =
        projects
            .find(project)
            .map(standing -> action(standing.sidecar()))
            .orElseGet(() -> start(project));
    String name = PEOPLE.get(random.nextInt(4) == 0 ? random.nextInt(PEOPLE.size()) : 0);
    Sender sender =
        new Sender.Human(
            new Person(new PersonId("test:" + name), name, true),
            Set.of(Role.CONTRIBUTOR),
            channel(project));
    return new Envelope("test", "event-" + events++, null, project, sender, action);
  }

  private Action action(Sidecar sidecar) {
    int visit = sidecar.visitNumber();
    String menu = "m" + (random.nextInt(12) == 0 ? random.nextInt(1, visit + 2) : visit);
    Optional<Action> useful = useful(sidecar, menu);
    return random.nextInt(4) == 0 || useful.isEmpty() ? anything(sidecar, menu) : useful.get();
  }

  private Optional<Action> useful(Sidecar sidecar, String menu) {
    return sidecar
        .visit()
        .map(visit ->
            visit.step().equals("scoping")
                ? random.nextInt(3) > 0 && sidecar.answers().given().size() < 4
                    ? answers(random.nextInt(2) == 0 ? 4 : 1)
                    : new Action.Choose("continue", menu)
                : switch (random.nextInt(4)) {
                  case 0 -> new Action.Check(items(), menu);
                  case 1 -> hesitant ? sign(menu) : new Action.Check(items(), menu);
                  case 2 -> sign(menu);
                  default -> new Action.Choose("continue", menu);
                });
  }

  private Action anything(Sidecar sidecar, String menu) {
    return switch (random.nextInt(11)) {
      case 0 -> new Action.Say("words of event " + events);
      case 1 -> new Action.Undo(null);
      case 2 -> new Action.Revise(Map.of("goal", goal()), sidecar.number());
      case 3 -> new Action.Revise(Map.of("architecture", architecture()), sidecar.number());
      case 4 -> start(sidecar.id());
      case 5 -> new Action.Stop();
      case 6 ->
          events % 2 == 0
              ? new Action.Show(Fact.Topic.PROGRESS, null)
              : new Action.Show(Fact.Topic.ARTIFACT, "sidecar.yaml");
      case 7 -> new Action.Check(items(), menu);
      case 8 -> sign(menu);
      case 9 -> new Action.Choose("continue", menu);
      default -> new Action.Answer(Map.of("no_such_ask", goal()));
    };
  }

  private static Action start(ProjectId project) {
    return new Action.Start(project.value(), TwoSteps.REF, null, null, Depth.STANDARD);
  }

  private Action answers(int most) {
    Map<String, Input> all = new LinkedHashMap<>();
    all.put("goal", goal());
    all.put("use_case", new Input.Text("knowledge-qa"));
    all.put("example_count", new Input.Text(String.valueOf(random.nextInt(20_000))));
    all.put("architecture", architecture());
    List<String> keys = List.copyOf(all.keySet());
    if (most == 1) {
      all.keySet().retainAll(Set.of(keys.get(random.nextInt(keys.size()))));
    }
    return new Action.Answer(all);
  }

  private Input goal() {
    return new Input.Text("goal of event " + events);
  }

  private Input architecture() {
    return new Input.Decision(
        random.nextBoolean() ? "rag-only" : "hybrid", "because of event " + events);
  }

  private Map<String, Boolean> items() {
    Map<String, Boolean> items = new LinkedHashMap<>();
    for (String item : List.of("goal-agreed", "data-allowed", "way-back")) {
      items.put(item, random.nextInt(10) > 0);
    }
    return items;
  }

  private Action sign(String menu) {
    return switch (hesitant && random.nextInt(4) > 0 ? 0 : random.nextInt(8)) {
      case 0 -> new Action.Sign(Verdict.NO_GO, "not yet", List.of(), "scoping", menu);
      case 1 -> new Action.Sign(Verdict.CONDITIONAL, "soon", List.of("a test"), null, menu);
      default -> new Action.Sign(Verdict.GO, null, List.of(), null, menu);
    };
  }
}
