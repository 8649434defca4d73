package dev.aiwf.core.rules;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a sidecar says against a workflow: our own of any version, and that of the public
 * workflow whose field names it has. What does not fit is said, and never guessed.
 */
public final class Importing {

  /** What is written from the state, and need not be kept beside it. */
  private static final Set<String> OURS =
      Set.of(
          "project_name",
          "created",
          "user_name",
          "workflow",
          "depth",
          "architecture",
          "currentPhase",
          "currentStep",
          "stepsCompleted",
          "stepsSkipped",
          "phases",
          "answers",
          "left_open",
          "figures",
          "decisions",
          "warnings_acknowledged",
          "knowledge",
          "quality_gate",
          "outputs",
          "roles",
          "workflow_status",
          "completed_date",
          "lastContinued");

  private static final String ARCHITECTURE = "arch-001";
  private static final int MOST_DOUBTS = 30;
  private static final int LONGEST_WORDS = 4_000;

  private final Workflow workflow;
  private final Map<?, ?> file;
  private final Map<String, Import.Answer> answers = new LinkedHashMap<>();
  private final List<Import.Note> notes = new ArrayList<>();
  private final Map<String, String> met = new LinkedHashMap<>();
  private final Set<String> again = new LinkedHashSet<>();
  private final List<Object> otherDecisions = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  private Importing(Workflow workflow, Map<?, ?> file) {
    this.workflow = workflow;
    this.file = file;
  }

  /**
   * What a sidecar gives to a project of this workflow.
   *
   * @param file maps, lists, strings, numbers and booleans, as they stood in it
   * @param more makes text of what is kept beside
   */
  public static Import of(
      Workflow workflow,
      Import.Source source,
      Map<?, ?> file,
      Function<Map<String, Object>, String> more) {
    return new Importing(workflow, file).read(source, more);
  }

  private Import read(Import.Source source, Function<Map<String, Object>, String> more) {
    answers();
    list("decisions").forEach(this::decision);
    architecture();
    list("warnings_acknowledged").forEach(this::warning);
    Set<String> listed = listed();
    Known known = known();
    List<String> completed = completed(listed, known);
    Map<String, Object> kept = kept();
    return new Import(
        source,
        Optional.ofNullable(Plain.text(file.get("project_name"))).map(Clean::excerpt).orElse("?"),
        depth(),
        Stream.of("lastContinued", "completed_date", "created")
            .flatMap(key -> Stream.ofNullable(Plain.day(file.get(key))))
            .findFirst()
            .orElse(null),
        (int) workflow.steps().stream().filter(step -> done(step, listed, known)).count(),
        completed,
        List.copyOf(answers.values()),
        list("left_open").stream()
            .flatMap(ask -> Stream.ofNullable(Plain.text(ask)))
            .filter(ask -> workflow.ask(ask).isPresent() && !answers.containsKey(ask))
            .distinct()
            .toList(),
        notes,
        met,
        kept.isEmpty() ? null : more.apply(kept),
        doubts);
  }

  private @Nullable Depth depth() {
    String given = Plain.text(file.get("depth"));
    return Arrays.stream(Depth.values())
        .filter(depth -> depth.key().equals(given))
        .findFirst()
        .orElse(null);
  }

  private List<?> list(String key) {
    Object given = file.get(key);
    if (given instanceof List<?> list) {
      return list;
    }
    if (given != null) {
      doubt("%s is not a list and was passed over.".formatted(key));
    }
    return List.of();
  }

  private void answers() {
    Object given = file.get("answers");
    if (given instanceof Map<?, ?> map) {
      map.forEach((id, value) -> answer(String.valueOf(id), value));
    } else if (given != null) {
      doubt("answers is not a map and was passed over.");
    }
  }

  private void answer(String id, @Nullable Object value) {
    Optional<Ask> ask = workflow.ask(id);
    if (value == null) {
      return;
    }
    if (ask.isEmpty()) {
      doubt("%s is no question of this workflow.".formatted(Clean.excerpt(id)));
      return;
    }
    switch (Plain.read(ask.get(), value)) {
      case Reading.Understood(var understood) ->
          answers.put(id, new Import.Answer(id, understood, List.of()));
      case Reading.NotUnderstood(var why) ->
          doubt("%s stays open: %s".formatted(id, Clean.shortened(why, 200)));
    }
  }

  /** A file that was left early names it here only. */
  private void architecture() {
    String choice = Plain.text(file.get("architecture"));
    Optional<Ask> ask = Spelling.decision(workflow, ARCHITECTURE);
    boolean open =
        ask.filter(a -> !answers.containsKey(a.id()))
            .filter(a -> notes.stream().noneMatch(note -> note.ask().equals(a.id())))
            .isPresent();
    if (choice != null && !choice.isEmpty() && open) {
      decision(Map.of("id", ARCHITECTURE, "choice", choice));
    }
  }

  private void decision(@Nullable Object entry) {
    if (!(entry instanceof Map<?, ?> decision)) {
      doubt("A decision is not a map and was passed over.");
      return;
    }
    Optional<Ask> ask =
        Stream.of("ask", "id")
            .flatMap(key -> Stream.ofNullable(Plain.text(decision.get(key))))
            .flatMap(name -> Spelling.decision(workflow, name).stream())
            .findFirst();
    if (ask.isEmpty()) {
      otherDecisions.add(Plain.kept(decision));
      doubt(
          "%s is no decision of this workflow; it stays in the file."
              .formatted(Clean.excerpt(Objects.toString(Plain.text(decision.get("id")), "?"))));
      return;
    }
    decided(ask.get(), decision);
    if (decision.get("notes") instanceof List<?> given) {
      given.forEach(note -> noted(ask.get(), note));
    }
  }

  private void decided(Ask ask, Map<?, ?> decision) {
    String choice = Objects.toString(Plain.text(decision.get("choice")), "");
    String rationale = Objects.toString(Plain.text(decision.get("rationale")), "");
    Map<String, String> plain =
        Map.of("choice", choice, "rationale", Clean.shortened(rationale, LONGEST_WORDS));
    switch (Plain.read(ask, plain)) {
      case Reading.Understood(var value) ->
          answers.put(ask.id(), new Import.Answer(ask.id(), value, stale(decision)));
      case Reading.NotUnderstood _ -> {
        String said = rationale.isEmpty() ? "" : ": " + rationale;
        note(ask, null, "Decided elsewhere as \"%s\"%s".formatted(choice, said));
        answers.remove(ask.id());
        workflow.stepOf(ask.id()).map(Step::id).ifPresent(again::add);
        doubt(
            "%s stays open: \"%s\" is none of its options. It is kept as a note."
                .formatted(number(ask), Clean.excerpt(choice)));
      }
    }
  }

  private static String number(Ask ask) {
    return ask.type() instanceof AskType.Decision decision ? decision.number() : ask.id();
  }

  private List<String> stale(Map<?, ?> decision) {
    return decision.get("stale_because") instanceof List<?> because
        ? because.stream()
            .flatMap(ask -> Stream.ofNullable(Plain.text(ask)))
            .filter(ask -> workflow.ask(ask).isPresent())
            .toList()
        : List.of();
  }

  private void noted(Ask ask, @Nullable Object entry) {
    if (entry instanceof Map<?, ?> given) {
      String method = Plain.text(given.get("method"));
      String text = Plain.text(given.get("text"));
      boolean known = workflow.methods().stream().anyMatch(m -> m.id().equals(method));
      if (text != null) {
        note(ask, known ? method : null, text);
      }
    }
  }

  private void note(Ask ask, @Nullable String method, String text) {
    long already = notes.stream().filter(note -> note.ask().equals(ask.id())).count();
    String clean = Clean.shortened(Clean.lines(text), LONGEST_WORDS);
    if (!clean.isEmpty() && already < Remarking.MOST_NOTES) {
      notes.add(new Import.Note(ask.id(), method, clean));
    }
  }

  private void warning(@Nullable Object entry) {
    Map<?, ?> given = entry instanceof Map<?, ?> map ? map : Map.of("id", Plain.orEmpty(entry));
    String id = Plain.orEmpty(given.get("id"));
    String mitigation = Clean.lines(Plain.orEmpty(given.get("mitigation")));
    boolean known =
        Findings.isWarning(id)
            || workflow.warnings().stream().anyMatch(warning -> warning.id().equals(id));
    if (known && !mitigation.isEmpty()) {
      met.put(id, Clean.shortened(mitigation, LONGEST_WORDS));
    } else {
      doubt(
          "The warning \"%s\" is none that this workflow could take over."
              .formatted(Clean.excerpt(id)));
    }
  }

  private Set<String> listed() {
    Set<String> listed = new LinkedHashSet<>();
    for (Object given : list("stepsCompleted")) {
      String name = Plain.orEmpty(given);
      Optional<Step> step = Spelling.step(workflow, name);
      step.map(Step::id).ifPresent(listed::add);
      if (step.isEmpty() && !Spelling.isResuming(name)) {
        doubt("stepsCompleted: \"%s\" is no step of this workflow.".formatted(Clean.excerpt(name)));
      }
    }
    return listed;
  }

  private Known known() {
    List<Fact> given = new ArrayList<>();
    answers
        .values()
        .forEach(a -> given.add(new Fact.Answered(a.ask(), a.value(), Fact.Via.IMPORTED)));
    Answers none = new Answers(Map.of(), List.of(), List.of());
    return Known.of(workflow, Grounds.after(none, given));
  }

  private static boolean done(Step step, Set<String> listed, Known known) {
    return listed.contains(step.id()) && !skipped(step, known);
  }

  private static boolean skipped(Step step, Known known) {
    Step.Skip skip = step.skipWhen();
    return skip != null && known.holds(skip.when());
  }

  /** A signature is not taken over, so what came from the first gate on is walked again. */
  private List<String> completed(Set<String> listed, Known known) {
    return workflow.steps().stream()
        .takeWhile(step -> step.gate() == null)
        .filter(step -> done(step, listed, known) && !again.contains(step.id()))
        .map(Step::id)
        .toList();
  }

  private Map<String, Object> kept() {
    Map<String, Object> kept = new LinkedHashMap<>();
    file.forEach((key, value) -> {
      if (!OURS.contains(String.valueOf(key)) && !Map.of().equals(value)) {
        kept.put(String.valueOf(key), Plain.kept(value));
      }
    });
    if (!otherDecisions.isEmpty()) {
      kept.put("other_decisions", otherDecisions);
    }
    return kept;
  }

  private void doubt(String sentence) {
    if (doubts.size() < MOST_DOUBTS) {
      doubts.add(sentence);
    }
  }
}
