package dev.aiwf.artifacts.render;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Section;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import dev.aiwf.core.workflow.Write;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** States with an ask of every type, all of whose words are given by the test. */
final class States {

  private static final PersonId LEAD = new PersonId("console:lead");
  static final List<Section> SECTIONS =
      List.of(new Section("context", "The context", "Who it is for, and why now"));

  private static final Instant BEGUN = Instant.parse("2026-03-02T09:00:00Z");

  private States() {}

  /** A workflow with one step that writes this template to this file. */
  static Workflow writing(String file, String template) {
    return writing(new Write("template", file, template, Set.of()), asks());
  }

  /** What a template comes to with its placeholders. */
  static String blank(String template) {
    Write write = new Write("template", "a.yaml", template, Set.of(), null, null, true, null);
    return rendered(write, asks(), empty());
  }

  /** What a template comes to that may have so many lines, with these asks open besides. */
  static String bounded(String template, int lines, List<Ask> open, String words) {
    Write write = new Write("template", "a.md", template, Set.of(), null, null, false, lines);
    List<Ask> all = new ArrayList<>(asks());
    all.addAll(open);
    return rendered(write, all, full(words));
  }

  private static String rendered(Write write, List<Ask> asks, Sidecar sidecar) {
    return new MustacheRenderer()
        .render(writing(write, asks), sidecar).stream()
            .filter(file -> file.path().equals(write.to()))
            .map(Repositories.File::text)
            .findFirst()
            .orElseThrow();
  }

  private static Workflow writing(Write write, List<Ask> asks) {
    Step step =
        new Step(
            "scoping",
            0,
            "Scoping",
            "",
            asks,
            List.of(write),
            List.of(MenuChoice.CONTINUE),
            new Gate(
                "Ready?",
                List.of(
                    new Gate.Item("agreed", "Scope", "It is agreed"),
                    new Gate.Item("allowed", "Data", "It is allowed")),
                new Gate.Policy(1, Set.of(Role.OWNER), true)),
            null,
            "",
            null,
            List.of(),
            List.of(),
            List.of(),
            SECTIONS,
            false);
    return new Workflow(
        new WorkflowRef("every-type", "1.0.0", "hash"),
        "Every type",
        List.of(new Phase(0, "Scoping")),
        List.of(step));
  }

  static List<Ask> asks() {
    List<AskType.Option> options =
        List.of(
            new AskType.Option("one", "Option one", "The first"),
            new AskType.Option("two", "Option two", null));
    return List.of(
        ask("words", new AskType.Text(20_000)),
        ask("figure", new AskType.Number(null, null, "pieces")),
        ask("chosen", new AskType.Choice(options)),
        ask("several", new AskType.Items(10)),
        ask("rows", new AskType.Table(List.of("name", "volume"), 10)),
        ask("decided", new AskType.Decision("arch-001", options, List.of("words"), "tool:slug")));
  }

  private static Ask ask(String id, AskType type) {
    return new Ask(id, "What about " + id + "?", null, false, Depth.QUICK, type, List.of());
  }

  /** The step is completed, and nothing was answered. */
  static Sidecar empty() {
    return after("Support Bot", List.of());
  }

  /** The step is completed, and these words are everywhere where words can be. */
  static Sidecar full(String words) {
    return after(
        words,
        List.of(
            answered("words", new Value.Text(words)),
            answered("figure", new Value.Number(new BigDecimal("1E+4"))),
            answered("chosen", new Value.Choice("one")),
            answered("several", new Value.Items(List.of(words, "second"))),
            answered(
                "rows", new Value.Table(List.of(Map.of("name", words, "volume", "4,000 | 5")))),
            answered("decided", new Value.Decision("two", words)),
            new Fact.SectionKept("context", words + "\n\nsecond"),
            new Fact.Checked("agreed", true),
            new Fact.Signed(Verdict.CONDITIONAL, words, List.of(words), null),
            new Fact.GateDecided("scoping", Verdict.CONDITIONAL, List.of(words), true)));
  }

  private static Fact answered(String ask, Value value) {
    return new Fact.Answered(ask, value, Fact.Via.TYPED);
  }

  private static Sidecar after(String name, List<Fact> facts) {
    List<Fact> all = new ArrayList<>();
    all.add(
        new Fact.Started(
            name, new WorkflowRef("every-type", "1.0.0", "hash"), Depth.STANDARD, null, null));
    all.add(new Fact.PersonSeen(new Person(LEAD, name, false)));
    all.add(new Fact.RepositoryOpened("repositories/x.git", "aiwf/x", "aiwf/x"));
    all.add(new Fact.StepEntered("scoping"));
    all.addAll(facts);
    all.add(new Fact.MenuAnswered("m1", "continue"));
    all.add(new Fact.StepCompleted("scoping"));
    Sidecar sidecar = null;
    for (int i = 0; i < all.size(); i++) {
      sidecar =
          Evolve.evolve(
              new ProjectId("x"),
              sidecar,
              new Entry(i + 1L, all.get(i), LEAD, BEGUN.plusSeconds(i), "c" + i));
    }
    if (sidecar == null) {
      throw new IllegalStateException("a state has facts");
    }
    return sidecar;
  }
}
